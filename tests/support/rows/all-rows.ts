import { BSON, type Db, type Document } from 'mongodb';

/** Every row of a database, by collection. */
export type AllRows = ReadonlyMap<string, readonly Document[]>;

/** Rows as they are stored: numbers keep their BSON types, so that they can be put back. */
export async function readRows(database: Db): Promise<AllRows> {
  const collections = await database.listCollections({}, { nameOnly: true }).toArray();
  const read = collections.map(async ({ name }) => {
    const rows = await database.collection(name).find({}, { promoteValues: false }).toArray();
    return [name, rows] as const;
  });
  return new Map(await Promise.all(read));
}

/** Makes a database that holds `present` hold `wanted`. Indexes stay. */
export async function putRows(database: Db, present: AllRows, wanted: AllRows): Promise<void> {
  const names = [...new Set([...present.keys(), ...wanted.keys()])];
  await Promise.all(
    names.map(async (name) => {
      const [before = [], after = []] = [present.get(name), wanted.get(name)];
      if (bytesOf(before).equals(bytesOf(after))) return;
      const collection = database.collection(name);
      await collection.deleteMany({});
      if (after.length > 0) await collection.insertMany([...after]);
    }),
  );
}

const bytesOf = (rows: readonly Document[]): Buffer => Buffer.from(BSON.serialize({ rows }));
