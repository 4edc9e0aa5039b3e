import { type Aggregate, type Query, type Schema, Types } from 'mongoose';

/** A statement reached a tenant's collection without saying whose rows it means. Always a mistake in our own code. */
export class OwnerMissing extends Error {
  constructor(operation: string) {
    super(`${operation} on an owned collection needs an owner`);
    this.name = 'OwnerMissing';
  }
}

/** How far the rows of a collection belong: to a viewer, or to one connection of a viewer. */
export interface Ownership {
  readonly perConnection: boolean;
}

const queries = [
  'count',
  'countDocuments',
  'deleteMany',
  'deleteOne',
  'distinct',
  'find',
  'findOne',
  'findOneAndDelete',
  'findOneAndReplace',
  'findOneAndUpdate',
  'replaceOne',
  'updateMany',
  'updateOne',
] as const;

/**
 * Refuses, at run time, every mongoose statement on an owned collection that does not name its owner by equality:
 * queries, aggregations, inserts and, since query hooks do not see them, bulk writes.
 * The type system already forbids such sentences above the store; this holds inside it.
 */
export function ownerPlugin(schema: Schema, ownership: Ownership): void {
  const fields = ownership.perConnection ? ['owner', 'connection'] : ['owner'];
  for (const field of fields) schema.add({ [field]: { type: Types.ObjectId, required: true, immutable: true } });

  const insist = (filter: unknown, operation: string): void => {
    if (!fields.every((field) => isObjectId(fieldOf(filter, field)))) throw new OwnerMissing(operation);
  };

  for (const operation of queries) {
    schema.pre(operation as 'find', function (this: Query<unknown, unknown>) {
      insist(this.getFilter(), operation);
      insistUnchanged(this.getUpdate(), fields, operation);
    });
  }
  schema.pre('aggregate', function (this: Aggregate<unknown>) {
    const [first, ...rest] = this.pipeline() as unknown as Record<string, unknown>[];
    insist(fieldOf(first, '$match'), 'aggregate');
    if (rest.some(reachesElsewhere)) throw new OwnerMissing('aggregate into another collection');
  });
  for (const moment of ['validate', 'save'] as const)
    schema.pre(moment as 'save', function () {
      insist(this.toObject(), 'create');
    });
  schema.pre('insertMany', (documents: unknown) => {
    for (const document of [documents].flat()) insist(document, 'insertMany');
  });
  schema.pre('bulkWrite', (operations: unknown) => {
    for (const operation of [operations].flat()) insistOnBulk(operation, insist, fields);
  });
  for (const name of ['watch', 'bulkSave', 'estimatedDocumentCount'] as const) {
    schema.static(name, () => {
      throw new OwnerMissing(name);
    });
  }
}

function insistOnBulk(operation: unknown, insist: (filter: unknown, name: string) => void, fields: string[]): void {
  for (const [name, part] of Object.entries(operation ?? {})) {
    const subject = name === 'insertOne' ? fieldOf(part, 'document') : fieldOf(part, 'filter');
    insist(subject, `bulkWrite ${name}`);
    insistUnchanged(fieldOf(part, 'update'), fields, `bulkWrite ${name}`);
    const replacement = fieldOf(part, 'replacement');
    if (replacement !== undefined) insist(replacement, `bulkWrite ${name}`);
  }
}

/** A row never changes hands: no update may write an owner. */
function insistUnchanged(update: unknown, fields: string[], operation: string): void {
  const written = (Array.isArray(update) ? update : [update]).flatMap((part) =>
    Object.entries(part ?? {}).flatMap(([operator, change]) =>
      operator.startsWith('$') && operator !== '$setOnInsert' ? Object.keys(change ?? {}) : [operator],
    ),
  );
  if (written.some((path) => fields.includes(path))) throw new OwnerMissing(`${operation} that changes the owner`);
}

const isObjectId = (value: unknown): boolean => value instanceof Types.ObjectId;

function fieldOf(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null ? (holder as Record<string, unknown>)[key] : undefined;
}

const foreignStages = new Set(['lookup', 'graphLookup', 'unionWith', 'out', 'merge'].map((name) => `$${name}`));

function reachesElsewhere(stage: unknown): boolean {
  if (Array.isArray(stage)) return stage.some(reachesElsewhere);
  if (typeof stage !== 'object' || stage === null) return false;
  return Object.entries(stage).some(([key, part]) => foreignStages.has(key) || reachesElsewhere(part));
}
