import { Schema } from 'mongoose';
import { plain } from './owned-schema.ts';
import type { AccountRow } from './rows.ts';

/** Not owned: an account is what owns. Only the accounts door touches it by anything but its own id. */
export function accountSchema(): Schema<AccountRow> {
  const schema = new Schema<AccountRow>(
    {
      email: { type: String, required: true },
      name: { type: String, required: true },
      passwordHash: { type: String, required: true },
      settings: { type: plain, required: true },
      wrappedKey: { type: String, required: true },
      createdAt: { type: Date, required: true },
    },
    { versionKey: false, strict: 'throw', id: false, autoIndex: false },
  );
  schema.index({ email: 1 }, { unique: true });
  return schema;
}
