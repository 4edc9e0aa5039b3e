import type { Schema } from 'mongoose';
import { ownedSchema, plain } from './owned-schema.ts';
import type { ActionRow } from './rows.ts';

export function actionSchema(): Schema<ActionRow> {
  const text = { type: String, default: null };
  const moment = { type: Date, default: null };
  return ownedSchema<ActionRow>(
    {
      title: String,
      note: text,
      state: String,
      origin: { type: plain, default: null },
      metric: String,
      stageId: text,
      teamId: text,
      ownerId: text,
      target: Number,
      dueOn: text,
      reviewOn: String,
      createdAt: Date,
      begunAt: moment,
      dismissReason: text,
      version: Number,
      baseline: { type: plain },
      outcome: { type: plain, default: null },
      idempotencyKey: text,
      asked: text,
    },
    { perConnection: true },
    [
      { keys: { createdAt: -1 } },
      { keys: { idempotencyKey: 1 }, unique: true, when: { idempotencyKey: { $type: 'string' } } },
    ],
  );
}
