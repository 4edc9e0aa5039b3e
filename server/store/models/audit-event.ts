import type { Schema } from 'mongoose';
import { ownedSchema } from './owned-schema.ts';
import type { AuditEventRow, AuditHeadRow } from './rows.ts';

export function auditEventSchema(): Schema<AuditEventRow> {
  return ownedSchema<AuditEventRow>(
    {
      number: Number,
      at: Date,
      action: String,
      detail: { type: String, default: null },
      ip: { type: String, default: null },
      previousHash: String,
      hash: String,
    },
    { perConnection: false },
    [{ keys: { number: 1 }, unique: true }, { keys: { action: 1, at: -1 } }],
  );
}

export function auditHeadSchema(): Schema<AuditHeadRow> {
  return ownedSchema<AuditHeadRow>(
    { number: Number, hash: String, letGoNumber: Number, letGoHash: String },
    { perConnection: false },
    [{ keys: {}, unique: true }],
  );
}
