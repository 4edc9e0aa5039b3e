import type { Schema } from 'mongoose';
import { ownedSchema } from './owned-schema.ts';
import type { ProjectRow } from './rows.ts';

export function projectSchema(): Schema<ProjectRow> {
  return ownedSchema<ProjectRow>(
    { id: String, key: String, name: String, archived: Boolean },
    { perConnection: true },
    [{ keys: { id: 1 }, unique: true }, { keys: { key: 1, id: 1 } }],
  );
}
