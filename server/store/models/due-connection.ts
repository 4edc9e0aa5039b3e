import { Schema, Types } from 'mongoose';

/**
 * The queue of background work: which connection is next, and when. It holds ids and a time, nothing of a tenant,
 * and is the only thing a worker reads before it is bound to one connection. `_id` is the connection.
 */
export interface DueConnectionRow {
  _id: Types.ObjectId;
  owner: Types.ObjectId;
  dueAt: Date;
}

export function dueConnectionSchema(): Schema<DueConnectionRow> {
  const schema = new Schema<DueConnectionRow>(
    { _id: Types.ObjectId, owner: Types.ObjectId, dueAt: Date },
    { versionKey: false, strict: 'throw', id: false, autoIndex: false },
  );
  schema.index({ dueAt: 1 });
  return schema;
}
