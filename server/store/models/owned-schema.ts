import { Schema, type SchemaDefinition } from 'mongoose';
import { type Ownership, ownerPlugin } from '../owned/owner-plugin.ts';

/**
 * The schema of an owned collection. Indexes begin with whose rows they are, in code: `keys` names only the rest.
 * Rows are checked where they enter (jira/, graphql/), so schemas say which fields exist and leave values alone.
 */
export function ownedSchema<D>(
  definition: SchemaDefinition,
  ownership: Ownership,
  indexes: readonly { readonly keys: Record<string, 1 | -1>; readonly unique?: boolean; readonly when?: object }[],
): Schema<D> {
  const schema = new Schema(definition, {
    versionKey: false,
    minimize: false,
    strict: 'throw',
    id: false,
    autoIndex: false,
  });
  ownerPlugin(schema, ownership);
  const prefix: Record<string, 1 | -1> = ownership.perConnection ? { owner: 1, connection: 1 } : { owner: 1 };
  for (const { keys, unique, when } of indexes)
    schema.index({ ...prefix, ...keys }, { ...(unique && { unique }), ...(when && { partialFilterExpression: when }) });
  return schema as unknown as Schema<D>;
}

/** Stored as it comes, without mongoose walking into it. */
export const plain = Schema.Types.Mixed;
