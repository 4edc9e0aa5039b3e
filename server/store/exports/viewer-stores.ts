import type { Types } from 'mongoose';
import { AuditLog } from '../audit/audit-log.ts';
import type { ConnectionRow } from '../models/rows.ts';
import { collectionsOfConnection, collectionsOfOwner, type OwnerCollections } from '../owned/bound-collections.ts';
import type { OwnedCollection } from '../owned/owned-collection.ts';
import { toAccessToken, toJiraConnection } from '../repository/to-domain.ts';
import type { StoreParts } from '../store-parts.ts';
import type { ExportedRow } from './csv.ts';
import { type ExportedStore, plainRow } from './exported-store.ts';

/** Everything that is kept of a viewer themselves: no hash, no key, no token of theirs or of Jira's. */
export function viewerStores(parts: StoreParts, owner: Types.ObjectId): ExportedStore[] {
  const rows = collectionsOfOwner(parts.collections, owner);
  const account = async () => {
    const row = await parts.collections.accounts.findById(owner).lean();
    if (!row) throw new Error('what is exported belongs to an account that is gone');
    return row;
  };
  const current = () => rows.connections.find({ current: true });
  return [
    {
      store: 'account',
      read: async () => {
        const { email, name, createdAt } = await account();
        return [{ id: owner.toHexString(), email, name, createdAt }];
      },
    },
    { store: 'settings', read: async () => [{ ...(await account()).settings }] },
    {
      store: 'cost_models',
      read: async () => (await rows.costModels.find({}, { sort: { version: 1 } })).map(plainRow),
    },
    { store: 'sessions', read: () => sessions(rows) },
    {
      store: 'access_tokens',
      read: async () => (await rows.accessTokens.find({})).map((row) => ({ ...toAccessToken(row) })),
    },
    { store: 'audit_log', read: () => wholeLog(new AuditLog(parts.collections, owner)) },
    { store: 'data_requests', read: () => requests(rows) },
    {
      store: 'connection',
      read: async () =>
        (await current()).map((row) => {
          const { stages, teams, ...connection } = toJiraConnection(row);
          return connection;
        }),
    },
    { store: 'teams', read: async () => (await current()).flatMap(({ teams }) => teams.map((team) => ({ ...team }))) },
    {
      store: 'stages',
      read: async () => (await current()).flatMap(({ stages }) => stages.map((stage) => ({ ...stage }))),
    },
    { store: 'actions', read: async () => actionsOf(parts, owner, await current()) },
  ];
}

async function sessions(rows: OwnerCollections): Promise<ExportedRow[]> {
  return (await rows.sessions.find({}, { sort: { createdAt: 1 } })).map((row) => {
    const { _id, createdAt, lastSeenAt, expiresAt, userAgent } = row;
    return { id: _id.toHexString(), createdAt, lastSeenAt, expiresAt, userAgent };
  });
}

async function requests(rows: OwnerCollections): Promise<ExportedRow[]> {
  return (await rows.dataRequests.find({}, { sort: { _id: 1 } })).map((row) => {
    const { _id, kind, subject, status, requestedAt, dueBy, receipt, reason } = row;
    return { id: _id.toHexString(), kind, subject, status, requestedAt, dueBy, receipt, reason };
  });
}

const logPage = 1_000;

async function wholeLog(log: AuditLog): Promise<ExportedRow[]> {
  const entries: ExportedRow[] = [];
  for (let before: number | null = null; ; ) {
    const page = await log.before(before, logPage);
    entries.push(...page.map((entry) => ({ ...entry })));
    if (page.length < logPage) return entries;
    before = page.at(-1)?.number ?? 0;
  }
}

/** What is tried, over all connections of `connections`; nothing where nothing of the kind is kept. */
export async function actionsOf(
  parts: StoreParts,
  owner: Types.ObjectId,
  connections: readonly Pick<ConnectionRow & { readonly _id: Types.ObjectId }, '_id'>[],
  where: Readonly<Record<string, unknown>> = {},
): Promise<ExportedRow[]> {
  const found = await Promise.all(
    connections.map(async ({ _id }) => {
      const rows = collectionsOfConnection(parts.collections, owner, _id) as unknown as Readonly<
        Record<string, OwnedCollection<ExportedRow> | undefined>
      >;
      return (await rows.actions?.find(where as never)) ?? [];
    }),
  );
  return found.flat().map((row) => {
    const { asked, idempotencyKey, ...action } = plainRow(row);
    return action;
  });
}
