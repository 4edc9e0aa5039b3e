import type { Schema } from 'mongoose';
import { ownedSchema } from './owned-schema.ts';
import type { PersonRow } from './rows.ts';

/** The only collection with personal fields of the people in Jira: everything else names them by account id. */
export function personSchema(): Schema<PersonRow> {
  return ownedSchema<PersonRow>(
    { id: String, displayName: String, active: Boolean, avatarUrl: { type: String, default: null } },
    { perConnection: true },
    [{ keys: { id: 1 }, unique: true }, { keys: { displayName: 1, id: 1 } }],
  );
}
