import { type ClientSession, Types } from 'mongoose';
import type { FlowChunk } from '../../domain/flow-chunk.ts';
import type { HistoryEntry } from '../../domain/history.ts';
import type { Issue } from '../../domain/issue.ts';
import type { Person } from '../../domain/person.ts';
import type { Project } from '../../domain/project.ts';
import type { Status } from '../../domain/status.ts';
import type { QuarantinedIssue } from '../../domain/sync-run.ts';
import type { Checkpoint } from '../models/rows.ts';
import type { ConnectionCollections } from '../owned/bound-collections.ts';
import { writeColumns } from '../owned/flow-chunk-columns.ts';
import type { OwnedCollection, Stored } from '../owned/owned-collection.ts';
import type { Where } from '../owned/where.ts';
import { wordsOf } from '../repository/words.ts';

/** An issue to store, with its whole changelog and its place in the flow table. */
export interface IssueToStore {
  readonly issue: Issue;
  readonly history: readonly HistoryEntry[];
  readonly chunk: number;
}

/** Everything that one page of a walk changes. */
export interface PageToStore {
  readonly runId: string;
  readonly issues: readonly IssueToStore[];
  /** Ids of issues on the page that are stored as they are: only marked as seen. */
  readonly unchangedIds: readonly string[];
  readonly people: readonly Person[];
  readonly projects: readonly Project[];
  /** Statuses that are not stored yet. */
  readonly statuses: readonly Status[];
  readonly quarantined: readonly QuarantinedIssue[];
  /** The flow chunks these issues are in, rewritten. */
  readonly chunks: ReadonlyMap<number, FlowChunk>;
  /** Issues that were not stored before. */
  readonly newIssues: number;
  /** Issues this run had not seen before. */
  readonly newlySeen: number;
  readonly requests: number;
  readonly retries: number;
  readonly checkpoint: Checkpoint;
  /** Moment up to which this page knows its issues. */
  readonly upTo: Date;
}

/** Writes a page inside the caller's transaction. Tells whether somebody has asked the run to stop. */
export async function storePage(
  rows: ConnectionCollections,
  page: PageToStore,
  flowVersion: number,
  transaction: ClientSession,
): Promise<{ readonly cancelRequested: boolean }> {
  const seenInRun = new Types.ObjectId(page.runId);
  await upsertNamed(rows.projects.within(transaction), page.projects);
  await upsertNamed(rows.statuses.within(transaction), page.statuses);
  await upsertNamed(rows.people.within(transaction), page.people);
  await rows.issues.within(transaction).upsertMany(
    page.issues.map(({ issue, chunk }) => ({
      key: { id: issue.id },
      change: { set: { ...issue, words: wordsOf(`${issue.key} ${issue.summary}`), chunk, seenInRun } },
    })),
  );
  if (page.unchangedIds.length > 0)
    await rows.issues.within(transaction).updateMany({ id: { $in: page.unchangedIds } }, { set: { seenInRun } });
  await rows.histories
    .within(transaction)
    .upsertMany(
      page.issues.map(({ issue, history }) => ({ key: { issueId: issue.id }, change: { set: { entries: history } } })),
    );
  await rows.flowChunks.within(transaction).upsertMany(
    [...page.chunks].map(([number, chunk]) => ({
      key: { number },
      change: { set: { version: flowVersion, chunk: writeColumns(chunk) as unknown as FlowChunk } },
    })),
  );
  const runs = rows.syncRuns.within(transaction);
  const run = await runs.findOne({ open: true }, { select: ['quarantined'] });
  const after = await runs.updateOne(
    { open: true },
    {
      set: {
        checkpoint: page.checkpoint,
        failures: 0,
        waitingUntil: null,
        state: 'RUNNING',
        quarantined: merged(run?.quarantined ?? [], page.quarantined),
      },
      increase: {
        issuesDone: page.newlySeen,
        issuesChanged: page.issues.length,
        requests: page.requests,
        retries: page.retries,
      },
    },
  );
  return { cancelRequested: after?.cancelRequested ?? false };
}

/** Writes rows over those with the same native id. */
export async function upsertNamed<D extends { id: string }>(
  rows: OwnedCollection<D>,
  values: readonly D[],
): Promise<void> {
  await rows.upsertMany(values.map((value) => ({ key: byId<D>(value.id), change: { set: value } })));
}

const byId = <D>(id: string): Where<Stored<D>> => ({ id }) as unknown as Where<Stored<D>>;

const mostQuarantined = 500;

function merged(before: readonly QuarantinedIssue[], now: readonly QuarantinedIssue[]): QuarantinedIssue[] {
  const byKey = new Map([...before, ...now].map((issue) => [issue.key, issue]));
  return [...byKey.values()].slice(0, mostQuarantined);
}
