import type { Schema } from 'mongoose';
import { ownedSchema, plain } from './owned-schema.ts';
import type { LockedMonthRow } from './rows.ts';

export function lockedMonthSchema(): Schema<LockedMonthRow> {
  return ownedSchema<LockedMonthRow>(
    { month: String, model: { type: plain }, lockedAt: Date, figures: { type: plain, default: null } },
    { perConnection: true },
    [{ keys: { month: 1 }, unique: true }],
  );
}
