import type { Schema } from 'mongoose';
import { ownedSchema, plain } from './owned-schema.ts';
import type { ConnectionRow } from './rows.ts';

/** A viewer has at most one current connection; ones that are being deleted may still stand beside it. */
export function connectionSchema(): Schema<ConnectionRow> {
  return ownedSchema<ConnectionRow>(
    {
      current: Boolean,
      status: String,
      site: { type: plain, default: null },
      availableSites: [plain],
      grantedScopes: [String],
      connectedAt: Date,
      stages: [plain],
      stagesEdited: Boolean,
      teams: [plain],
      asOf: { type: Date, default: null },
      lastSuccessAt: { type: Date, default: null },
      nextRunAt: { type: Date, default: null },
      issueCount: Number,
      quarantinedCount: { type: Number, default: 0 },
      flowVersion: Number,
      settingsVersion: { type: Number, default: 0 },
      actionsVersion: { type: Number, default: 0 },
      catalogVersion: { type: Number, default: 0 },
      flowPlaces: Number,
      walkedTo: { type: Date, default: null },
      changedAt: { type: Date, default: null },
      reconcileAt: { type: Date, default: null },
      completeness: { type: plain, default: null },
      webhook: { type: plain, default: null },
      webhookProblem: { type: String, default: null },
      webhookDueAt: { type: Date, default: () => new Date(0) },
      webhookReceivedAt: { type: Date, default: null },
      epoch: Number,
      leaseUntil: Date,
    },
    { perConnection: false },
    [{ keys: { current: 1 }, unique: true, when: { current: true } }],
  );
}
