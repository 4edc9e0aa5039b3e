import { type Schema, Types } from 'mongoose';
import { ownedSchema } from './owned-schema.ts';
import type { SessionRow } from './rows.ts';

export function sessionSchema(): Schema<SessionRow> {
  const schema = ownedSchema<SessionRow>(
    {
      refreshHash: String,
      previousHash: { type: String, default: null },
      rotatedAt: Date,
      createdAt: Date,
      lastSeenAt: Date,
      expiresAt: Date,
      userAgent: { type: String, default: null },
      // The presented cookie names a session before anybody knows whose it is.
      _id: { type: Types.ObjectId, auto: true },
    },
    { perConnection: false },
    [{ keys: { createdAt: -1 } }],
  );
  schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
  return schema;
}
