import { type Schema, Types } from 'mongoose';
import { ownedSchema, plain } from './owned-schema.ts';
import type { IssueRow } from './rows.ts';

export function issueSchema(): Schema<IssueRow> {
  const text = { type: String, default: null };
  return ownedSchema<IssueRow>(
    {
      id: String,
      key: String,
      projectId: String,
      summary: String,
      type: { type: String },
      subtask: Boolean,
      priority: text,
      statusId: String,
      statusName: String,
      resolution: text,
      resolvedAt: { type: Date, default: null },
      assigneeId: text,
      reporterId: text,
      parentId: text,
      labels: [String],
      storyPoints: { type: Number, default: null },
      flagged: Boolean,
      flagReason: text,
      flagReasons: { type: plain },
      sprints: { type: plain },
      createdAt: Date,
      updatedAt: Date,
      acts: { type: plain },
      words: [String],
      chunk: Number,
      seenInRun: Types.ObjectId,
      sweptIn: text,
      missingSince: { type: Date, default: null },
    },
    { perConnection: true },
    [{ keys: { id: 1 }, unique: true }, { keys: { key: 1 } }, { keys: { words: 1 } }],
  );
}
