import { type ClientSession, Types } from 'mongoose';
import type { FlowChunk } from '../../domain/flow-chunk.ts';
import type { ConnectionCollections } from '../owned/bound-collections.ts';
import { writeChunks } from './store-page.ts';

/** A stored issue that a sweep did not list. */
export interface UnlistedIssue {
  readonly id: string;
  readonly key: string;
  readonly projectId: string;
  readonly chunk: number;
  readonly updatedAt: Date;
  /** When an earlier sweep first did without it, and its absence was confirmed. */
  readonly missingSince: Date | null;
}

/** Writes under the lease. `removed` issues leave the count; `flowVersion` is the one that rewritten chunks are of. */
type LeasedWrite = (
  work: (transaction: ClientSession, flowVersion: number) => Promise<unknown>,
  change: { readonly removed: number },
) => Promise<void>;

/** The stored issues as a sweep of ids sees them. */
export class SweptIssues {
  readonly #rows: ConnectionCollections;
  readonly #write: LeasedWrite;

  constructor(rows: ConnectionCollections, write: LeasedWrite) {
    this.#rows = rows;
    this.#write = write;
  }

  /** Up to `limit` stored issues that this sweep has not listed, by native id from behind `after`. */
  async unlisted(sweep: string, after: string | null, limit: number): Promise<UnlistedIssue[]> {
    return this.#rows.issues.find(
      { sweptIn: { $ne: sweep }, ...(after !== null && { id: { $gt: after } }) },
      { sort: { id: 1 }, limit, select: ['id', 'key', 'projectId', 'chunk', 'updatedAt', 'missingSince'] },
    );
  }

  /** How many stored issues this sweep has not listed; with projects, only theirs. */
  async countUnlisted(sweep: string, projectIds?: ReadonlySet<string>): Promise<number> {
    return this.#rows.issues.count({
      sweptIn: { $ne: sweep },
      ...(projectIds && { projectId: { $in: [...projectIds] } }),
    });
  }

  /** How many of these stored issues this sweep has not listed before. */
  async countNotListed(ids: readonly string[], sweep: string): Promise<number> {
    return this.#rows.issues.count({ id: { $in: ids }, sweptIn: { $ne: sweep } });
  }

  /**
   * How many issues this run has written or confirmed. It is told by the issues themselves, so it is right whenever a
   * process dies.
   */
  async countStoredIn(runId: string): Promise<number> {
    return this.#rows.issues.count({ seenInRun: new Types.ObjectId(runId) });
  }

  async count(): Promise<number> {
    return this.#rows.issues.count({});
  }

  /** Forgets quarantined issues that Jira has not listed since. */
  async releaseQuarantine(listedSince: Date): Promise<void> {
    await this.#write(
      (transaction) => this.#rows.quarantine.within(transaction).deleteMany({ seenAt: { $lt: listedSince } }),
      { removed: 0 },
    );
  }

  /** Notes that these are confirmed to be absent; the next complete sweep decides. */
  async markMissing(ids: readonly string[], since: Date): Promise<void> {
    if (ids.length === 0) return;
    await this.#write(
      (transaction) =>
        this.#rows.issues
          .within(transaction)
          .updateMany({ id: { $in: ids }, missingSince: null }, { set: { missingSince: since } }),
      { removed: 0 },
    );
  }

  /** Takes issues away with all that is stored of them. `chunks` are their flow chunks, written without them. */
  async remove(ids: readonly string[], chunks: ReadonlyMap<number, FlowChunk>): Promise<void> {
    await this.#write(
      async (transaction, flowVersion) => {
        await this.#rows.issues.within(transaction).deleteMany({ id: { $in: ids } });
        await this.#rows.histories.within(transaction).deleteMany({ issueId: { $in: ids } });
        await this.#rows.hints.within(transaction).deleteMany({ issueId: { $in: ids } });
        await writeChunks(this.#rows, chunks, flowVersion, transaction);
        await this.#rows.syncRuns
          .within(transaction)
          .updateOne({ open: true }, { increase: { issuesRemoved: ids.length } });
      },
      { removed: ids.length },
    );
  }
}
