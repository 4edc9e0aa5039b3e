import { type Schema, Types } from 'mongoose';
import { ownedSchema } from './owned-schema.ts';
import type { ConsentRow } from './rows.ts';

export function consentSchema(): Schema<ConsentRow> {
  const schema = ownedSchema<ConsentRow>(
    {
      sessionId: Types.ObjectId,
      stateHash: String,
      returnTo: { type: String, default: null },
      expiresAt: Date,
      forgottenAt: Date,
    },
    { perConnection: false },
    [{ keys: { stateHash: 1 }, unique: true }],
  );
  schema.index({ forgottenAt: 1 }, { expireAfterSeconds: 0 });
  return schema;
}
