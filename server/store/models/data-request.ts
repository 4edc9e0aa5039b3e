import { type Schema, Types } from 'mongoose';
import { ownedSchema, plain } from './owned-schema.ts';
import type { DataRequestRow } from './rows.ts';

export function dataRequestSchema(): Schema<DataRequestRow> {
  const text = { type: String, default: null };
  return ownedSchema<DataRequestRow>(
    {
      kind: String,
      subject: { type: plain },
      connectionId: { type: Types.ObjectId, default: null },
      status: String,
      requestedAt: Date,
      dueBy: Date,
      steps: [plain],
      receipt: { type: plain, default: null },
      downloadExpiresAt: { type: Date, default: null },
      reason: text,
      attempt: Number,
      failures: Number,
      secretHash: text,
      sealedSecret: text,
      claimedUntil: Date,
    },
    { perConnection: false },
    [{ keys: { status: 1 } }],
  );
}
