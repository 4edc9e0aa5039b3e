import { Binary } from 'mongodb';
import type { FlowChunk } from '../../domain/flow-chunk.ts';

type ColumnName = {
  [K in keyof FlowChunk]: FlowChunk[K] extends Uint32Array | Uint8Array ? K : never;
}[keyof FlowChunk];

const wide = [
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
  'linkStart',
  'linkBlocker',
  'linkFrom',
  'linkTo',
  'worklogStart',
  'worklogAuthor',
  'worklogAt',
  'worklogSeconds',
] as const satisfies readonly ColumnName[];
const narrow = ['subtask', 'segmentBits'] as const satisfies readonly ColumnName[];

/** A chunk as MongoDB keeps it: BSON has bytes, but no typed arrays. Little-endian, as every platform Node runs on. */
export function writeColumns(chunk: FlowChunk): Record<keyof FlowChunk, unknown> {
  const columns = [...wide, ...narrow].map((name) => {
    const { buffer, byteOffset, byteLength } = chunk[name];
    return [name, new Binary(new Uint8Array(buffer, byteOffset, byteLength))] as const;
  });
  return { ...chunk, ...(Object.fromEntries(columns) as Record<ColumnName, Binary>) };
}

/** The chunk that `writeColumns` wrote. */
export function readColumns(stored: unknown): FlowChunk {
  const row = stored as Record<keyof FlowChunk, unknown>;
  const texts = { ids: row.ids, keys: row.keys, parentIds: row.parentIds, strings: row.strings };
  const nowhere = new Uint8Array(4 * (chunkLength(row) + 1));
  // Chunks that were written before links were kept have none.
  const withoutLinks = { linkStart: nowhere, linkBlocker: none, linkFrom: none, linkTo: none };
  const withoutWorklogs = { worklogStart: nowhere, worklogAuthor: none, worklogAt: none, worklogSeconds: none };
  const columns: Record<keyof FlowChunk, unknown> = {
    ...row,
    ...(row.linkStart === undefined && withoutLinks),
    ...(!hasWorklogs(row) && withoutWorklogs),
  };
  const words = wide.map((name) => [name, new Uint32Array(ownBytes(columns[name]).buffer)] as const);
  const bytes = narrow.map((name) => [name, ownBytes(row[name])] as const);
  return { ...texts, ...Object.fromEntries([...words, ...bytes]) } as FlowChunk;
}

/** Whether a stored chunk was written since logged work is kept; one of before knows of none. */
export const hasWorklogs = (stored: unknown): boolean =>
  (stored as Partial<Record<keyof FlowChunk, unknown>>).worklogStart !== undefined;

const none = new Uint8Array(0);

const chunkLength = ({ ids }: Record<keyof FlowChunk, unknown>): number => (Array.isArray(ids) ? ids.length : 0);

/** A copy: the driver's bytes are a view into a larger, unaligned buffer. */
function ownBytes(value: unknown): Uint8Array<ArrayBuffer> {
  const bytes = value instanceof Binary ? value.value() : value;
  if (!(bytes instanceof Uint8Array)) throw new Error('a column of the flow table is not bytes');
  return new Uint8Array(bytes);
}
