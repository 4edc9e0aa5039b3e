import type { Schema } from 'mongoose';
import { ownedSchema, plain } from './owned-schema.ts';
import type { PersonRow } from './rows.ts';

/** The only collection with personal fields of the people in Jira, and they are sealed: everything else names them by account id. */
export function personSchema(): Schema<PersonRow> {
  return ownedSchema<PersonRow>(
    {
      id: String,
      active: Boolean,
      sealed: String,
      erased: Boolean,
      former: { type: plain, default: null },
      fetchedAt: Date,
      reportDueAt: Date,
    },
    { perConnection: true },
    [{ keys: { id: 1 }, unique: true }, { keys: { erased: 1, reportDueAt: 1 } }],
  );
}
