import type { Schema } from 'mongoose';
import { ownedSchema, plain } from './owned-schema.ts';
import type { FlowChunkRow } from './rows.ts';

export function flowChunkSchema(): Schema<FlowChunkRow> {
  return ownedSchema<FlowChunkRow>(
    { number: Number, version: Number, chunk: { type: plain } },
    { perConnection: true },
    [{ keys: { number: 1 }, unique: true }, { keys: { version: 1 } }],
  );
}
