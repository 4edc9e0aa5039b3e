import type { Schema } from 'mongoose';
import { ownedSchema, plain } from './owned-schema.ts';
import type { SyncRunRow } from './rows.ts';

/** At most one open run per connection. */
export function syncRunSchema(): Schema<SyncRunRow> {
  const moment = { type: Date, default: null };
  return ownedSchema<SyncRunRow>(
    {
      mode: String,
      trigger: String,
      state: String,
      phase: String,
      open: Boolean,
      cancelRequested: Boolean,
      requestedAt: Date,
      startedAt: moment,
      finishedAt: moment,
      issuesDone: Number,
      issuesTotal: { type: Number, default: null },
      issuesChanged: Number,
      issuesRemoved: Number,
      requests: Number,
      retries: Number,
      faults: { type: plain, default: {} },
      waitingUntil: moment,
      quarantined: [plain],
      error: { type: String, default: null },
      checkpoint: { type: plain, default: null },
      sweep: { type: plain, default: null },
      failures: Number,
    },
    { perConnection: true },
    [{ keys: { open: 1 }, unique: true, when: { open: true } }, { keys: { requestedAt: -1 } }],
  );
}
