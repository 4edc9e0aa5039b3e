import type { Schema } from 'mongoose';
import { ownedSchema } from './owned-schema.ts';
import type { AccessTokenRow } from './rows.ts';

/** For how long a token that has run out is still kept, in seconds: a week. */
const forgottenAfterSeconds = 7 * 86_400;

export function accessTokenSchema(): Schema<AccessTokenRow> {
  const schema = ownedSchema<AccessTokenRow>(
    {
      secretHash: String,
      name: String,
      scopes: [String],
      createdAt: Date,
      lastUsedAt: { type: Date, default: null },
      expiresAt: Date,
    },
    { perConnection: false },
    [{ keys: { secretHash: 1 }, unique: true }, { keys: { createdAt: -1 } }],
  );
  schema.index({ expiresAt: 1 }, { expireAfterSeconds: forgottenAfterSeconds });
  return schema;
}
