import { type Schema, Types } from 'mongoose';
import { ownedSchema } from './owned-schema.ts';
import type { ExportPartRow } from './rows.ts';

/** Archives go by themselves when nobody has fetched them. */
export function exportPartSchema(): Schema<ExportPartRow> {
  const schema = ownedSchema<ExportPartRow>(
    { request: Types.ObjectId, number: Number, sealed: String, expiresAt: Date },
    { perConnection: false },
    [{ keys: { request: 1, number: 1 }, unique: true }],
  );
  schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
  return schema;
}
