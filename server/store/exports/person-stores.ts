import type { Types } from 'mongoose';
import type { HistoryEntry } from '../../domain/history.ts';
import { collectionsOfConnection, collectionsOfOwner } from '../owned/bound-collections.ts';
import { People } from '../repository/people.ts';
import type { StoreParts } from '../store-parts.ts';
import type { ExportedRow } from './csv.ts';
import type { ExportedStore } from './exported-store.ts';
import { actionsOf } from './viewer-stores.ts';

/** Where a person is known, and what they are called there. */
export interface PersonSought {
  readonly owner: Types.ObjectId;
  readonly connection: Types.ObjectId;
  readonly personId: string;
}

const pageSize = 500;

/** Everything that is kept of a person of a connection. `hold` is called while it takes long. */
export function personStores(
  parts: StoreParts,
  { owner, connection, personId }: PersonSought,
  hold: () => Promise<void>,
): ExportedStore[] {
  const rows = collectionsOfConnection(parts.collections, owner, connection);
  const place = { owner: owner.toHexString(), connection: connection.toHexString() };
  const people = new People(rows.people, () => parts.cipherOf(owner), place);
  const roles = { assigneeId: 'ASSIGNEE', reporterId: 'REPORTER' } as const;
  return [
    {
      store: 'person',
      read: async () => {
        const person = await people.byId(personId);
        return person ? [{ ...person }] : [];
      },
    },
    {
      store: 'issues',
      async read() {
        const found: ExportedRow[] = [];
        for await (const page of pages('id', async (last) =>
          rows.issues.find(last === null ? {} : { id: { $gt: last } }, {
            sort: { id: 1 },
            limit: pageSize,
            select: ['id', 'key', 'summary', 'assigneeId', 'reporterId'],
          }),
        )) {
          await hold();
          for (const issue of page)
            for (const [field, role] of Object.entries(roles))
              if (issue[field as keyof typeof roles] === personId)
                found.push({ key: issue.key, summary: issue.summary, role });
        }
        return found;
      },
    },
    {
      store: 'history',
      async read() {
        const found: ExportedRow[] = [];
        for await (const page of pages('issueId', async (last) =>
          rows.histories.find(last === null ? {} : { issueId: { $gt: last } }, {
            sort: { issueId: 1 },
            limit: pageSize,
          }),
        )) {
          await hold();
          for (const { issueId, entries } of page)
            found.push(...entries.flatMap((entry) => partsIn(issueId, entry, personId)));
        }
        return found;
      },
    },
    {
      store: 'comments_and_work',
      async read() {
        const found: ExportedRow[] = [];
        for await (const page of pages('id', async (last) =>
          rows.issues.find(last === null ? {} : { id: { $gt: last } }, {
            sort: { id: 1 },
            limit: pageSize,
            select: ['id', 'key', 'acts'],
          }),
        )) {
          await hold();
          for (const { key, acts } of page)
            for (const { kind, at, authorId, seconds } of acts)
              if (authorId === personId) found.push({ issue: key, kind, at, seconds });
        }
        return found;
      },
    },
    { store: 'actions', read: () => actionsOf(parts, owner, [{ _id: connection }], { ownerId: personId }) },
    {
      store: 'teams',
      async read() {
        const { connections } = collectionsOfOwner(parts.collections, owner);
        const row = await connections.findOne({ _id: connection });
        const own = row?.teams.filter(({ memberIds }) => memberIds.includes(personId)) ?? [];
        return own.map(({ id, name }) => ({ id, name }));
      },
    },
  ];
}

/** What a person has to do with an entry of a history: made it, or is named in it. */
function partsIn(issueId: string, { id, at, authorId, items }: HistoryEntry, personId: string): ExportedRow[] {
  const about = { issueId, entryId: id, at };
  const named = items.filter(({ from, to }) => [from, to].some((side) => namesIn(side).includes(personId)));
  return [
    ...(authorId === personId ? [{ ...about, role: 'AUTHOR', field: items.map(({ field }) => field).join(' ') }] : []),
    ...named.map(({ field, to }) => ({ ...about, role: namesIn(to).includes(personId) ? 'TO' : 'FROM', field })),
  ];
}

/** A field of several people holds a list of ids. */
const namesIn = (side: string | null): string[] => side?.split(/[\s,[\]]+/) ?? [];

async function* pages<K extends string, R extends { readonly [P in K]: string }>(
  by: K,
  read: (last: string | null) => Promise<R[]>,
): AsyncGenerator<R[]> {
  for (let last: string | null = null; ; ) {
    const page: R[] = await read(last);
    yield page;
    if (page.length < pageSize) return;
    last = page.at(-1)?.[by] ?? null;
  }
}
