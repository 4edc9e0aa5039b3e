import { Binary, type Document, ObjectId } from 'mongodb';
import type { AllRows } from './all-rows.ts';

/** Why a field may differ between two databases that hold the same. */
const reasons = {
  chance: 'is drawn anew for every row, sweep or sealing',
  clock: 'is a moment of our own clock, or follows from one',
  jira: 'is given by Jira anew for each registration',
  count: 'counts what was tried, not what is there',
  place: 'says how far the last worker had come before it was done',
} as const;

type Reason = keyof typeof reasons;

/** Fields of which is compared only whether they hold something, each with its reason; those that tell a place, not at all. */
const masked: Readonly<Record<string, Readonly<Record<string, Reason>>>> = {
  audit_events: { at: 'clock', previousHash: 'clock', hash: 'clock' },
  audit_heads: { hash: 'clock' },
  connections: {
    // Each worker that takes the lease raises it: one more after a death.
    epoch: 'count',
    catalogVersion: 'count',
    leaseUntil: 'clock',
    asOf: 'clock',
    lastSuccessAt: 'clock',
    nextRunAt: 'clock',
    changedAt: 'clock',
    reconcileAt: 'clock',
    'completeness.checkedAt': 'clock',
    webhookDueAt: 'clock',
    webhookReceivedAt: 'clock',
    'webhook.id': 'jira',
    'webhook.expiresAt': 'clock',
  },
  due_connections: { dueAt: 'clock' },
  grants: {
    sealedAccessToken: 'chance',
    sealedRefreshToken: 'chance',
    expiresAt: 'clock',
    renewAt: 'clock',
    refreshingUntil: 'clock',
  },
  issues: { sweptIn: 'chance' },
  people: { sealed: 'chance', fetchedAt: 'clock', reportDueAt: 'clock' },
  quarantine: { since: 'clock', seenAt: 'clock' },
  sync_runs: {
    startedAt: 'clock',
    finishedAt: 'clock',
    requests: 'count',
    retries: 'count',
    faults: 'count',
    'checkpoint.queriedSince': 'place',
    'sweep.id': 'chance',
    'sweep.startedAt': 'clock',
    'sweep.checkedTo': 'place',
  },
};

/** Collections that hold counts of requests and nothing of a tenant. */
const counters = new Set(['jira_points', 'sign_in_failures']);

/** Rows in a form in which two databases that hold the same are equal: sorted texts, by collection. */
export function comparableRows(rows: AllRows): Record<string, string[]> {
  const compared = [...rows].filter(([name, all]) => !counters.has(name) && all.length > 0);
  return Object.fromEntries(
    compared.map(([name, all]) => [name, all.map((row) => textOf(row, masked[name] ?? {})).sort()] as const),
  );
}

/** `_id` is drawn anew for a row that is written anew. */
function textOf({ _id, ...row }: Document, fields: Readonly<Record<string, Reason>>): string {
  const plain = structuredCopy(row) as Record<string, unknown>;
  for (const [path, reason] of Object.entries(fields)) mask(plain, path.split('.'), reason);
  return JSON.stringify(plain);
}

/** Values without their BSON types, members in the order of their names. */
function structuredCopy(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof ObjectId) return value.toHexString();
  if (value instanceof Binary) return value.toString('base64');
  if (Array.isArray(value)) return value.map(structuredCopy);
  if (typeof value !== 'object' || value === null) return value;
  // What is left are numbers, of which BSON has several kinds.
  if ('_bsontype' in value) return Number(String(value));
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, structuredCopy(member)]));
}

function mask(row: Record<string, unknown>, [name = '', ...rest]: readonly string[], reason: Reason): void {
  const value = row[name];
  if (reason === 'place' && rest.length === 0) delete row[name];
  if (value === null || value === undefined) return;
  if (rest.length > 0) mask(value as Record<string, unknown>, rest, reason);
  else if (reason !== 'place') row[name] = `(${reasons[reason]})`;
}
