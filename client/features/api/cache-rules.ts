import type { Cache, CacheExchangeOpts, DataFields } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { actionUpdates } from './action-updates.ts';
import { connectionKey, invalidateFields } from './connection-in-cache.ts';

/** Fields of a connection that are computed from issues and stages, and so are old when either changes. */
const computed = [
  'action',
  'actions',
  'recommendations',
  'investigation',
  'analytics',
  'financial',
  'issues',
  'issue',
  'statuses',
  'projects',
  'teams',
  'syncHistory',
];

const invalidateComputed = (cache: Cache): void => invalidateFields(cache, computed);

/** Locked months, and amounts, which rest on the cost models of theirs. */
function invalidateMonths(cache: Cache): void {
  invalidateFields(cache, ['lockedMonths', ...computed]);
}

/** How sync stands, and the list of runs: old when one begins or ends. */
function invalidateRuns(cache: Cache): void {
  invalidateFields(cache, ['syncStatus', 'syncHistory']);
}

/** Makes a field of the viewer old, whatever it was asked with. */
function invalidateOfViewer(cache: Cache, name: string): void {
  const viewer = cache.resolve('Query', 'viewer');
  if (typeof viewer !== 'string') return;
  for (const field of cache.inspectFields(viewer)) {
    if (field.fieldName === name) cache.invalidate(viewer, name, field.arguments);
  }
}

/** A request about personal data that was taken up heads their list. */
function onRequest(payload: unknown, cache: Cache): void {
  if ((payload as { dataRequest: unknown } | null)?.dataRequest) invalidateOfViewer(cache, 'dataRequests');
}

/** The run that was newest when the list was asked for last. */
function newestRun(cache: Cache, connection: string): string | null {
  const list = cache.resolve(connection, 'syncHistory', { first: 1 });
  const nodes = typeof list === 'string' ? cache.resolve(list, 'nodes') : null;
  const first = Array.isArray(nodes) ? nodes[0] : null;
  return typeof first === 'string' ? first : null;
}

/**
 * A run that is new to the cache, or has ended, makes the sync status old; the shell's query then asks for it again. A
 * short one may have ended before the first word of it arrives; one that ended long ago is no news.
 */
function onProgress(result: DataFields, cache: Cache): void {
  const run = result.syncProgress as { id: string; state: string } | undefined;
  const connection = connectionKey(cache);
  if (!run || !connection) return;
  const status = cache.resolve(connection, 'syncStatus');
  const key = cache.keyOfEntity({ __typename: 'SyncRun', id: run.id });
  const isOpen = typeof status === 'string' && cache.resolve(status, 'currentRun') === key;
  const hasEnded = ['SUCCEEDED', 'FAILED', 'CANCELLED'].includes(run.state);
  if (hasEnded === isOpen || newestRun(cache, connection) !== key) invalidateRuns(cache);
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** A site is known by its cloud id; a row's id is that of what it counts, and its figures are of one question. */
const keyOf = (typename: string | symbol, fields: DataFields): string | null =>
  typename === 'TimeInStatusRow' ? null : textOf(typename === 'JiraSite' ? fields.cloudId : fields.id);

/** What has an identity is kept once, under it; all else lives inside the answer that holds it. */
const keys = new Proxy({}, { get: (_none, typename) => (fields: DataFields) => keyOf(typename, fields) });

/**
 * How answers are kept apart and brought up to date. The schema is left out on purpose: with it the cache would answer
 * with part of what is asked and null for the rest, and a null connection reads as "no Jira connected".
 */
export function cacheRules(): CacheExchangeOpts {
  return {
    keys,
    resolvers: {
      Analytics: { inProgress: relayPagination() },
      JiraConnection: { issues: relayPagination(), actions: relayPagination() },
      CycleTimeReport: { issues: relayPagination() },
      TimeInStatusRow: { issues: relayPagination() },
      StageInvestigation: { worst: relayPagination() },
    },
    updates: {
      Mutation: {
        ...actionUpdates,
        updateStages(result, _args, cache) {
          const connection = connectionKey(cache);
          const payload = result.updateStages as { stages: { id: string; __typename: string }[] | null } | null;
          if (!connection || !payload?.stages) return;
          invalidateComputed(cache);
          cache.link(connection, 'stages', payload.stages);
        },
        updateSettings(result, _args, cache) {
          const payload = result.updateSettings as { settings: unknown } | null;
          if (!payload?.settings) return;
          invalidateOfViewer(cache, 'settings');
          invalidateComputed(cache);
        },
        updateCostModel(result, _args, cache) {
          const payload = result.updateCostModel as { costModel: unknown } | null;
          if (!payload?.costModel) return;
          invalidateOfViewer(cache, 'settings');
          invalidateComputed(cache);
        },
        lockMonth(result, _args, cache) {
          if ((result.lockMonth as { lockedMonth: unknown } | null)?.lockedMonth) invalidateMonths(cache);
        },
        unlockMonth(result, _args, cache) {
          if ((result.unlockMonth as { ok: boolean } | null)?.ok) invalidateMonths(cache);
        },
        saveTeam(result, _args, cache) {
          if ((result.saveTeam as { team: unknown } | null)?.team) invalidateComputed(cache);
        },
        deleteTeam(result, args, cache) {
          if (!(result.deleteTeam as { ok: boolean } | null)?.ok) return;
          const key = cache.keyOfEntity({ __typename: 'Team', id: String(args.id) });
          if (key) cache.invalidate(key);
          invalidateComputed(cache);
        },
        createAccessToken(result, _args, cache) {
          if ((result.createAccessToken as { accessToken: unknown } | null)?.accessToken)
            invalidateOfViewer(cache, 'accessTokens');
        },
        revokeAccessToken(result, _args, cache) {
          if ((result.revokeAccessToken as { ok: boolean } | null)?.ok) invalidateOfViewer(cache, 'accessTokens');
        },
        exportPersonalData: (result, _args, cache) => onRequest(result.exportPersonalData, cache),
        erasePersonalData: (result, _args, cache) => onRequest(result.erasePersonalData, cache),
        startSync: (_result, _args, cache) => invalidateRuns(cache),
        cancelSync: (_result, _args, cache) => invalidateRuns(cache),
        revokeSession(_result, args, cache) {
          const key = cache.keyOfEntity({ __typename: 'Session', id: String(args.id) });
          if (key) cache.invalidate(key);
          invalidateOfViewer(cache, 'sessions');
        },
      },
      Subscription: { syncProgress: (result, _args, cache) => onProgress(result, cache) },
    },
  };
}
