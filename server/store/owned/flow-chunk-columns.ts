import { Binary } from 'mongodb';
import type { FlowChunk } from '../../domain/flow-chunk.ts';

type ColumnName = {
  [K in keyof FlowChunk]: FlowChunk[K] extends Uint32Array | Uint8Array ? K : never;
}[keyof FlowChunk];

/** Columns of what came into the table after the first chunks were written, by where each row's part of them begins. */
const laterParts = {
  linkStart: ['linkBlocker', 'linkFrom', 'linkTo'],
  worklogStart: ['worklogAuthor', 'worklogAt', 'worklogSeconds'],
  membershipStart: ['membershipSprint', 'membershipFrom', 'membershipTo', 'sprintStartedAt', 'sprintCompletedAt'],
  flagReasonStart: ['flagReason', 'flagReasonFrom', 'flagReasonTo'],
} as const satisfies Readonly<Record<string, readonly ColumnName[]>>;
export type LaterPart = keyof typeof laterParts;
const laterStarts = Object.keys(laterParts) as LaterPart[];

const wide: readonly ColumnName[] = [
  'project',
  'type',
  'priority',
  'resolution',
  'assignee',
  'createdAt',
  'updatedAt',
  'resolvedAt',
  'labelStart',
  'label',
  'segmentStart',
  'segmentFrom',
  'segmentStatus',
  'segmentStatusName',
  'segmentAssignee',
  'segmentProject',
  ...laterStarts,
  ...laterStarts.flatMap((start): readonly ColumnName[] => laterParts[start]),
];
const narrow = ['subtask', 'segmentBits'] as const satisfies readonly ColumnName[];

/** A chunk as MongoDB keeps it: BSON has bytes, but no typed arrays. Little-endian, as every platform Node runs on. */
export function writeColumns(chunk: FlowChunk): Record<keyof FlowChunk, unknown> {
  const columns = [...wide, ...narrow].map((name) => {
    const { buffer, byteOffset, byteLength } = chunk[name];
    return [name, new Binary(new Uint8Array(buffer, byteOffset, byteLength))] as const;
  });
  return { ...chunk, ...(Object.fromEntries(columns) as Record<ColumnName, Binary>) };
}

/** The chunk that `writeColumns` wrote. Of what was not kept yet when it did, the rows have nothing. */
export function readColumns(stored: unknown): FlowChunk {
  const row = stored as Record<keyof FlowChunk, unknown>;
  const texts = { ids: row.ids, keys: row.keys, parentIds: row.parentIds, strings: row.strings };
  const nowhere = new Uint8Array(4 * (chunkLength(row) + 1));
  const missing = laterStarts
    .filter((start) => !hasPart(row, start))
    .flatMap((start) => [[start, nowhere] as const, ...laterParts[start].map((name) => [name, none] as const)]);
  const columns: Record<keyof FlowChunk, unknown> = { ...row, ...Object.fromEntries(missing) };
  const words = wide.map((name) => [name, new Uint32Array(ownBytes(columns[name]).buffer)] as const);
  const bytes = narrow.map((name) => [name, ownBytes(row[name])] as const);
  return { ...texts, ...Object.fromEntries([...words, ...bytes]) } as FlowChunk;
}

/** Whether a stored chunk was written since this is kept; one of before knows of none. */
export const hasPart = (stored: unknown, start: LaterPart): boolean =>
  (stored as Partial<Record<keyof FlowChunk, unknown>>)[start] !== undefined;

const none = new Uint8Array(0);

const chunkLength = ({ ids }: Record<keyof FlowChunk, unknown>): number => (Array.isArray(ids) ? ids.length : 0);

/** A copy: the driver's bytes are a view into a larger, unaligned buffer. */
function ownBytes(value: unknown): Uint8Array<ArrayBuffer> {
  const bytes = value instanceof Binary ? value.value() : value;
  if (!(bytes instanceof Uint8Array)) throw new Error('a column of the flow table is not bytes');
  return new Uint8Array(bytes);
}
