import { BSON, type Db, type Document } from 'mongodb';
import { readRows } from './all-rows.ts';

/** Where in a database the bytes of one of `marks` are, whatever the collection: "collection: mark". */
export async function tracesOf(database: Db, marks: readonly (string | Buffer)[]): Promise<string[]> {
  const found: string[] = [];
  for (const [name, rows] of await readRows(database))
    for (const mark of marks)
      if (rows.some((row) => bytesOf(row).includes(mark))) found.push(`${name}: ${mark.toString('latin1')}`);
  return found.sort();
}

/** The rows that one owner's id stands in, as bytes, by collection. */
export async function rowsWith(database: Db, owner: Buffer): Promise<ReadonlyMap<string, string>> {
  const all = [...(await readRows(database))].map(([name, rows]) => {
    const own = rows.map(bytesOf).filter((bytes) => bytes.includes(owner));
    return [
      name,
      own
        .map((bytes) => bytes.toString('base64'))
        .sort()
        .join('\n'),
    ] as const;
  });
  return new Map(all.filter(([, rows]) => rows !== ''));
}

const bytesOf = (row: Document): Buffer => Buffer.from(BSON.serialize(row));
