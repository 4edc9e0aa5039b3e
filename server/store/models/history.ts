import type { Schema } from 'mongoose';
import { ownedSchema, plain } from './owned-schema.ts';
import type { HistoryRow } from './rows.ts';

export function historySchema(): Schema<HistoryRow> {
  return ownedSchema<HistoryRow>({ issueId: String, entries: { type: plain } }, { perConnection: true }, [
    { keys: { issueId: 1 }, unique: true },
  ]);
}
