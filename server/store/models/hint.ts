import type { Schema } from 'mongoose';
import { ownedSchema } from './owned-schema.ts';
import type { HintRow } from './rows.ts';

/** One row per issue however many hints come: duplicates and storms change nothing. */
export function hintSchema(): Schema<HintRow> {
  return ownedSchema<HintRow>({ issueId: String, token: String }, { perConnection: true }, [
    { keys: { issueId: 1 }, unique: true },
  ]);
}
