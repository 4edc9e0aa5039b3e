import type { FlowChunk } from '../../domain/flow-chunk.ts';
import { copyRows, type RowPlace } from './copy-rows.ts';
import type { FlowRow } from './flow-row.ts';

/**
 * Writes rows into a chunk: over the row of the same issue where there is one, else behind the last. Rows of
 * `removedIds` go. The same rows in the same order give the same chunk, whatever was written before: the texts of rows
 * that are gone (people among them) are gone with them.
 */
export function writeRows(
  chunk: FlowChunk | null,
  rows: readonly FlowRow[],
  removedIds: Iterable<string> = [],
): FlowChunk {
  const fresh = columnsOf([...new Map(rows.map((row) => [row.id, row])).values()]);
  const places = new Map<string, RowPlace>();
  for (const source of chunk ? [chunk, fresh] : [fresh])
    source.ids.forEach((id, row) => {
      places.set(id, { chunk: source, row });
    });
  for (const id of removedIds) places.delete(id);
  return copyRows([...places.values()]);
}

function columnsOf(rows: readonly FlowRow[]): FlowChunk {
  const strings = [''];
  const places = new Map([['', 0]]);
  const place = (text: string): number => {
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, strings.length);
    return strings.push(text) - 1;
  };
  const segments = rows.flatMap((row) => row.segments);
  const links = rows.flatMap((row) => row.links);
  const worklogs = rows.flatMap((row) => row.worklogs);
  const memberships = rows.flatMap((row) => row.memberships);
  const flagReasons = rows.flatMap((row) => row.flagReasons);
  const column = (value: (row: FlowRow) => number): Uint32Array => filled(rows, value);
  const segmentColumn = (value: (segment: (typeof segments)[number]) => number): Uint32Array => filled(segments, value);
  return {
    ids: rows.map((row) => row.id),
    keys: rows.map((row) => row.key),
    parentIds: rows.map((row) => row.parentId),
    strings,
    project: column((row) => place(row.project)),
    type: column((row) => place(row.type)),
    priority: column((row) => place(row.priority)),
    resolution: column((row) => place(row.resolution)),
    assignee: column((row) => place(row.assignee)),
    subtask: Uint8Array.from(rows, (row) => (row.subtask ? 1 : 0)),
    createdAt: column((row) => row.createdAt),
    updatedAt: column((row) => row.updatedAt),
    resolvedAt: column((row) => row.resolvedAt),
    labelStart: startsOf(rows, (row) => row.labels.length),
    label: filled(
      rows.flatMap((row) => row.labels),
      place,
    ),
    segmentStart: startsOf(rows, (row) => row.segments.length),
    segmentFrom: segmentColumn((segment) => segment.from),
    segmentStatus: segmentColumn((segment) => place(segment.status)),
    segmentStatusName: segmentColumn((segment) => place(segment.statusName)),
    segmentAssignee: segmentColumn((segment) => place(segment.assignee)),
    segmentProject: segmentColumn((segment) => place(segment.project)),
    segmentBits: Uint8Array.from(segments, (segment) => segment.bits),
    linkStart: startsOf(rows, (row) => row.links.length),
    linkBlocker: filled(links, (link) => place(link.blocker)),
    linkFrom: filled(links, (link) => link.from),
    linkTo: filled(links, (link) => link.to),
    worklogStart: startsOf(rows, (row) => row.worklogs.length),
    worklogAuthor: filled(worklogs, (worklog) => place(worklog.author)),
    worklogAt: filled(worklogs, (worklog) => worklog.at),
    worklogSeconds: filled(worklogs, (worklog) => worklog.seconds),
    membershipStart: startsOf(rows, (row) => row.memberships.length),
    membershipSprint: filled(memberships, ({ sprint }) => place(sprint)),
    membershipFrom: filled(memberships, ({ from }) => from),
    membershipTo: filled(memberships, ({ to }) => to),
    sprintStartedAt: filled(memberships, ({ startedAt }) => startedAt),
    sprintCompletedAt: filled(memberships, ({ completedAt }) => completedAt),
    flagReasonStart: startsOf(rows, (row) => row.flagReasons.length),
    flagReason: filled(flagReasons, ({ reason }) => place(reason)),
    flagReasonFrom: filled(flagReasons, ({ from }) => from),
    flagReasonTo: filled(flagReasons, ({ to }) => to),
  };
}

/** As `Uint32Array.from` with a function, ten times faster. */
function filled<T>(values: readonly T[], number: (value: T) => number): Uint32Array {
  const column = new Uint32Array(values.length);
  let index = 0;
  for (const value of values) {
    column[index] = number(value);
    index += 1;
  }
  return column;
}

/** Where each row's part begins, and behind the last where all of it ends. */
function startsOf(rows: readonly FlowRow[], length: (row: FlowRow) => number): Uint32Array {
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach((row, index) => {
    starts[index + 1] = (starts[index] ?? 0) + length(row);
  });
  return starts;
}
