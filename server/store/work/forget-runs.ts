import type { SyncRunRow } from '../models/rows.ts';
import type { OwnedCollection } from '../owned/owned-collection.ts';

/** Runs kept for syncHistory. */
const mostRuns = 400;

/** When the newest run was asked for that is one too many; null while there are not so many. */
export async function endOfKeptRuns(runs: OwnedCollection<SyncRunRow>): Promise<Date | null> {
  const kept = await runs.find({}, { sort: { requestedAt: -1 }, limit: mostRuns + 1, select: ['requestedAt'] });
  return kept[mostRuns]?.requestedAt ?? null;
}

/** Drops the ended runs that were asked for at `before` or earlier. */
export async function forgetRuns(runs: OwnedCollection<SyncRunRow>, before: Date): Promise<void> {
  await runs.deleteMany({ open: false, requestedAt: { $lte: before } });
}
