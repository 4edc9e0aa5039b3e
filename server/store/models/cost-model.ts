import type { Schema } from 'mongoose';
import { ownedSchema, plain } from './owned-schema.ts';
import type { CostModelRow } from './rows.ts';

export function costModelSchema(): Schema<CostModelRow> {
  return ownedSchema<CostModelRow>(
    { version: Number, model: { type: plain }, savedAt: Date },
    { perConnection: false },
    [{ keys: { version: 1 }, unique: true }],
  );
}
