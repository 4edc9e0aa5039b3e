import type { Schema } from 'mongoose';
import { ownedSchema } from './owned-schema.ts';
import type { GrantRow } from './rows.ts';

export function grantSchema(): Schema<GrantRow> {
  return ownedSchema<GrantRow>(
    {
      sealedAccessToken: String,
      sealedRefreshToken: { type: String, default: null },
      expiresAt: Date,
      renewAt: Date,
      version: Number,
      refreshingUntil: Date,
    },
    { perConnection: true },
    [{ keys: {}, unique: true }],
  );
}
