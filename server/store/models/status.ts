import type { Schema } from 'mongoose';
import { ownedSchema } from './owned-schema.ts';
import type { StatusRow } from './rows.ts';

export function statusSchema(): Schema<StatusRow> {
  return ownedSchema<StatusRow>(
    { id: String, name: String, category: String, deleted: Boolean },
    { perConnection: true },
    [{ keys: { id: 1 }, unique: true }],
  );
}
