import { Schema, Types } from 'mongoose';

/**
 * The queue of what viewers have asked for about their own data: whose turn is next, and when. Like the queue of
 * connections it holds ids and times, nothing of a tenant. `_id` is the request, or the account that is to be deleted.
 */
export interface DueRequestRow {
  _id: Types.ObjectId;
  owner: Types.ObjectId;
  work: 'EXPORT' | 'ACCOUNT';
  dueAt: Date;
  /** Of an account: its connections, and how often its rows have been deleted. */
  connections: Types.ObjectId[];
  passes: number;
}

export function dueRequestSchema(): Schema<DueRequestRow> {
  const schema = new Schema<DueRequestRow>(
    {
      _id: Types.ObjectId,
      owner: Types.ObjectId,
      work: String,
      dueAt: Date,
      connections: [Types.ObjectId],
      passes: { type: Number, default: 0 },
    },
    { versionKey: false, strict: 'throw', id: false, autoIndex: false },
  );
  schema.index({ dueAt: 1 });
  return schema;
}
