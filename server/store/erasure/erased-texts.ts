import type { Types } from 'mongoose';
import type { ConnectionCollections } from '../owned/bound-collections.ts';
import type { OwnedCollection } from '../owned/owned-collection.ts';
import { wordsOf } from '../repository/words.ts';
import type { ErasedNames } from './erased-names.ts';

type Row = Readonly<Record<string, unknown>>;
export type TextRows = OwnedCollection<Row>;

/** A store of a connection and its fields with prose, which may name somebody. */
export interface TextStore {
  readonly store: string;
  /** What its rows are called among those of a connection. */
  readonly key: string;
  readonly fields: readonly string[];
  /** What its rows can be gone through by; null for one of a few hundred rows. */
  readonly by: 'id' | null;
}

export const textStores: readonly TextStore[] = [
  { store: 'issues', key: 'issues', fields: ['summary', 'flagReason', 'flagReasons'], by: 'id' },
  { store: 'quarantine', key: 'quarantine', fields: ['reason'], by: 'id' },
  { store: 'sync runs', key: 'syncRuns', fields: ['error', 'quarantined'], by: null },
  { store: 'actions', key: 'actions', fields: ['title', 'note', 'dismissReason', 'outcome'], by: null },
];

/** The rows of a store; null for one that is not there. */
export const rowsOf = (rows: ConnectionCollections, { key }: TextStore): TextRows | null =>
  (rows as unknown as Readonly<Record<string, TextRows | undefined>>)[key] ?? null;

/** What of a row's prose has to be written anew; null when no name is in there. */
export function changeOf({ fields, key }: TextStore, row: Row, names: ErasedNames): Row | null {
  const changed = fields
    .map((field) => [field, names.withoutWithin(row[field])] as const)
    .filter(([field, after]) => after !== row[field]);
  if (changed.length === 0) return null;
  const change = Object.fromEntries(changed);
  // Words that are searched by follow.
  if (key !== 'issues') return change;
  return { ...change, words: wordsOf(`${String(row.key)} ${String(change.summary ?? row.summary)}`) };
}

const pageSize = 500;

/** Goes through all rows of a store, page by page: those that name somebody, by their ids. */
export async function* rowsNaming(
  rows: TextRows,
  store: TextStore,
  names: ErasedNames,
): AsyncGenerator<readonly Types.ObjectId[]> {
  const select = [...store.fields, 'id', 'key'];
  let last: unknown = null;
  for (;;) {
    const where = store.by && last !== null ? { [store.by]: { $gt: last } } : {};
    const page = await rows.find(where as never, {
      select,
      ...(store.by && { sort: { [store.by]: 1 }, limit: pageSize }),
    });
    yield page.filter((row) => changeOf(store, row, names)).map(({ _id }) => _id);
    if (!store.by || page.length < pageSize) return;
    last = page.at(-1)?.[store.by];
  }
}
