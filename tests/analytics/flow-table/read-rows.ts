import type { FlowRow } from '../../../server/analytics/flow-table/flow-row.ts';
import type { FlowChunk } from '../../../server/domain/flow-chunk.ts';

/** The rows a chunk was written from. */
export function readRows(chunk: FlowChunk): FlowRow[] {
  const text = (column: Uint32Array, index: number): string => chunk.strings[column[index] ?? 0] ?? '';
  const part = <T>(starts: Uint32Array, row: number, valueAt: (index: number) => T): T[] => {
    const values: T[] = [];
    const end = starts[row + 1] ?? 0;
    for (let index = starts[row] ?? 0; index < end; index += 1) values.push(valueAt(index));
    return values;
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
    labels: part(chunk.labelStart, row, (index) => text(chunk.label, index)),
    segments: part(chunk.segmentStart, row, (index) => ({
      from: chunk.segmentFrom[index] ?? 0,
      status: text(chunk.segmentStatus, index),
      statusName: text(chunk.segmentStatusName, index),
      assignee: text(chunk.segmentAssignee, index),
      project: text(chunk.segmentProject, index),
      bits: chunk.segmentBits[index] ?? 0,
    })),
    links: part(chunk.linkStart, row, (index) => ({
      blocker: text(chunk.linkBlocker, index),
      from: chunk.linkFrom[index] ?? 0,
      to: chunk.linkTo[index] ?? 0,
    })),
    worklogs: part(chunk.worklogStart, row, (index) => ({
      author: text(chunk.worklogAuthor, index),
      at: chunk.worklogAt[index] ?? 0,
      seconds: chunk.worklogSeconds[index] ?? 0,
    })),
    memberships: part(chunk.membershipStart, row, (index) => ({
      sprint: text(chunk.membershipSprint, index),
      from: chunk.membershipFrom[index] ?? 0,
      to: chunk.membershipTo[index] ?? 0,
      startedAt: chunk.sprintStartedAt[index] ?? 0,
      completedAt: chunk.sprintCompletedAt[index] ?? 0,
    })),
    flagReasons: part(chunk.flagReasonStart, row, (index) => ({
      reason: text(chunk.flagReason, index),
      from: chunk.flagReasonFrom[index] ?? 0,
      to: chunk.flagReasonTo[index] ?? 0,
    })),
  }));
}
