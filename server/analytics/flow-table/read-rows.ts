import type { FlowChunk } from '../../domain/flow-chunk.ts';
import type { FlowRow } from './flow-row.ts';

/** The rows a chunk was written from. */
export function readRows(chunk: FlowChunk): FlowRow[] {
  const text = (column: Uint32Array, index: number): string => chunk.strings[column[index] ?? 0] ?? '';
  const range = (starts: Uint32Array, row: number): number[] => {
    const from = starts[row] ?? 0;
    return Array.from({ length: (starts[row + 1] ?? from) - from }, (_, index) => from + index);
  };
  return chunk.ids.map((id, row) => ({
    id,
    key: chunk.keys[row] ?? '',
    parentId: chunk.parentIds[row] ?? '',
    project: text(chunk.project, row),
    type: text(chunk.type, row),
    priority: text(chunk.priority, row),
    resolution: text(chunk.resolution, row),
    assignee: text(chunk.assignee, row),
    subtask: chunk.subtask[row] === 1,
    createdAt: chunk.createdAt[row] ?? 0,
    updatedAt: chunk.updatedAt[row] ?? 0,
    resolvedAt: chunk.resolvedAt[row] ?? 0,
    labels: range(chunk.labelStart, row).map((index) => text(chunk.label, index)),
    segments: range(chunk.segmentStart, row).map((index) => ({
      from: chunk.segmentFrom[index] ?? 0,
      status: text(chunk.segmentStatus, index),
      statusName: text(chunk.segmentStatusName, index),
      assignee: text(chunk.segmentAssignee, index),
      project: text(chunk.segmentProject, index),
      bits: chunk.segmentBits[index] ?? 0,
    })),
  }));
}
