import type { Schema } from 'mongoose';
import { ownedSchema } from './owned-schema.ts';
import type { QuarantineRow } from './rows.ts';

export function quarantineSchema(): Schema<QuarantineRow> {
  return ownedSchema<QuarantineRow>(
    { id: String, key: String, reason: String, since: Date, seenAt: Date },
    { perConnection: true },
    [{ keys: { id: 1 }, unique: true }],
  );
}
