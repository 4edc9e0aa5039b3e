import { type ClientSession, Types } from 'mongoose';
import type { FlowChunk } from '../../domain/flow-chunk.ts';
import type { HistoryEntry } from '../../domain/history.ts';
import type { Issue } from '../../domain/issue.ts';
import type { Person } from '../../domain/person.ts';
import type { Project } from '../../domain/project.ts';
import type { Status } from '../../domain/status.ts';
import type { QuarantinedIssue, SyncFaults } from '../../domain/sync-run.ts';
import { chunkWithout } from '../erasure/erased-chunk.ts';
import type { ErasedNames } from '../erasure/erased-names.ts';
import type { Checkpoint, SyncRunRow } from '../models/rows.ts';
import type { ConnectionCollections } from '../owned/bound-collections.ts';
import { writeColumns } from '../owned/flow-chunk-columns.ts';
import type { OwnedCollection, Stored } from '../owned/owned-collection.ts';
import type { Where } from '../owned/where.ts';
import type { People } from '../repository/people.ts';
import { wordsOf } from '../repository/words.ts';
import { mergedFaults } from './merged-faults.ts';

/** An issue to store, with its whole changelog and its place in the flow table. */
export interface IssueToStore {
  readonly issue: Issue;
  readonly history: readonly HistoryEntry[];
  readonly chunk: number;
}

/** An issue that cannot be stored. `id` is its native id, or the key where even that is missing. */
export interface IssueToQuarantine extends QuarantinedIssue {
  readonly id: string;
}

/** What a source has been asked since it was last accounted for. */
export interface Usage {
  readonly requests: number;
  readonly retries: number;
  readonly faults: SyncFaults;
}

/** Everything that one page changes. */
export interface PageToStore {
  readonly runId: string;
  readonly issues: readonly IssueToStore[];
  /** Ids of issues on the page that are stored as they are: only marked as seen. */
  readonly unchangedIds: readonly string[];
  readonly people: readonly Person[];
  readonly projects: readonly Project[];
  /** Statuses that are not stored yet. */
  readonly statuses: readonly Status[];
  readonly quarantined: readonly IssueToQuarantine[];
  /** The flow chunks these issues are in, rewritten. */
  readonly chunks: ReadonlyMap<number, FlowChunk>;
  /** Issues that were not stored before. */
  readonly newIssues: number;
  /** Issues this run had not seen before. */
  readonly newlySeen: number;
  readonly usage: Usage;
  /** Where the walk stands behind this page; absent for a page that is not of a walk. */
  readonly checkpoint?: Checkpoint;
  /** Tokens of the hints that this page answers. */
  readonly settledHints?: readonly string[];
  /** Moment up to which this page knows its issues. */
  readonly upTo: Date;
  /** The latest change that its issues show. */
  readonly shownUpTo: Date;
}

/**
 * Writes a page inside the caller's transaction, without the names of people who have been erased. Tells whether somebody
 * has asked the run to stop.
 */
export async function storePage(
  rows: ConnectionCollections,
  people: People,
  sent: PageToStore,
  flowVersion: number,
  now: Date,
  transaction: ClientSession,
): Promise<{ readonly cancelRequested: boolean }> {
  const page = without(sent, await people.erasedNames(transaction));
  const seenInRun = new Types.ObjectId(page.runId);
  await upsertNamed(rows.projects.within(transaction), page.projects);
  await upsertNamed(rows.statuses.within(transaction), page.statuses);
  await people.save(page.people, now, transaction);
  const issues = rows.issues.within(transaction);
  await issues.upsertMany(
    page.issues.map(({ issue, chunk }) => ({
      key: { id: issue.id },
      change: {
        set: {
          ...issue,
          words: wordsOf(`${issue.key} ${issue.summary}`),
          chunk,
          seenInRun,
          missingSince: null,
        },
        setOnInsert: { sweptIn: null },
      },
    })),
  );
  if (page.unchangedIds.length > 0)
    await issues.updateMany({ id: { $in: page.unchangedIds } }, { set: { seenInRun, missingSince: null } });
  await rows.histories
    .within(transaction)
    .upsertMany(
      page.issues.map(({ issue, history }) => ({ key: { issueId: issue.id }, change: { set: { entries: history } } })),
    );
  await writeChunks(rows, page.chunks, flowVersion, transaction);
  await quarantine(rows, page, now, transaction);
  if (page.settledHints && page.settledHints.length > 0)
    await rows.hints.within(transaction).deleteMany({ token: { $in: page.settledHints } });
  return progress(rows.syncRuns.within(transaction), page);
}

function without(page: PageToStore, names: ErasedNames): PageToStore {
  if (names.isEmpty) return page;
  return {
    ...page,
    issues: page.issues.map(({ issue, ...rest }) => ({ ...rest, issue: issueWithout(issue, names) })),
    quarantined: page.quarantined.map((entry) => ({ ...entry, reason: names.without(entry.reason) })),
    chunks: new Map([...page.chunks].map(([number, chunk]) => [number, chunkWithout(chunk, names)])),
  };
}

/** Its prose. Everything else is ids and the words of the site's own workflow. */
function issueWithout(issue: Issue, names: ErasedNames): Issue {
  const { summary, flagReason, flagReasons } = issue as Issue & { readonly flagReasons?: unknown };
  return {
    ...issue,
    ...names.withoutWithin({
      summary,
      ...(flagReason && { flagReason }),
      ...(flagReasons !== undefined && { flagReasons }),
    }),
  } as Issue;
}

/** Writes chunks of the flow table as of `flowVersion`. */
export async function writeChunks(
  rows: ConnectionCollections,
  chunks: ReadonlyMap<number, FlowChunk>,
  flowVersion: number,
  transaction: ClientSession,
): Promise<void> {
  await rows.flowChunks.within(transaction).upsertMany(
    [...chunks].map(([number, chunk]) => ({
      key: { number },
      change: { set: { version: flowVersion, chunk: writeColumns(chunk) as unknown as FlowChunk } },
    })),
  );
}

/** Writes rows over those with the same native id. */
export async function upsertNamed<D extends { id: string }>(
  rows: OwnedCollection<D>,
  values: readonly D[],
): Promise<void> {
  await rows.upsertMany(values.map((value) => ({ key: byId<D>(value.id), change: { set: value } })));
}

const byId = <D>(id: string): Where<Stored<D>> => ({ id }) as unknown as Where<Stored<D>>;

async function quarantine(
  rows: ConnectionCollections,
  page: PageToStore,
  at: Date,
  transaction: ClientSession,
): Promise<void> {
  const collection = rows.quarantine.within(transaction);
  // One that came without an id is known by its key.
  const soundIds = page.issues.flatMap(({ issue }) => [issue.id, issue.key]);
  if (soundIds.length > 0) await collection.deleteMany({ id: { $in: soundIds } });
  await collection.upsertMany(
    page.quarantined.map(({ id, key, reason }) => ({
      key: { id },
      change: { set: { key, reason, seenAt: at }, setOnInsert: { since: at } },
    })),
  );
}

const mostQuarantined = 500;

async function progress(runs: OwnedCollection<SyncRunRow>, page: PageToStore) {
  const run = await runs.findOne({ open: true }, { select: ['quarantined', 'faults'] });
  const after = await runs.updateOne(
    { open: true },
    {
      set: {
        ...(page.checkpoint && { checkpoint: page.checkpoint }),
        failures: 0,
        waitingUntil: null,
        state: 'RUNNING',
        quarantined: merged(run?.quarantined ?? [], page.quarantined),
        faults: mergedFaults(run?.faults ?? {}, page.usage.faults),
      },
      increase: {
        issuesDone: page.newlySeen,
        issuesChanged: page.issues.length,
        requests: page.usage.requests,
        retries: page.usage.retries,
      },
    },
  );
  return { cancelRequested: after?.cancelRequested ?? false };
}

function merged(before: readonly QuarantinedIssue[], now: readonly QuarantinedIssue[]): QuarantinedIssue[] {
  const byKey = new Map([...before, ...now].map(({ key, reason }) => [key, { key, reason }]));
  return [...byKey.values()].slice(0, mostQuarantined);
}
