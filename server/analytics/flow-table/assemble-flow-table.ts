import type { FlowChunk } from '../../domain/flow-chunk.ts';
import type { FlowTable } from './flow-table.ts';

type Starts = Extract<keyof FlowChunk, `${string}Start`>;
type Column = { [K in keyof FlowChunk]: FlowChunk[K] extends Uint32Array ? K : never }[keyof FlowChunk];

/** Joins the chunks of one connection. Linear in issues and segments. */
export function assembleFlowTable(chunks: readonly FlowChunk[]): FlowTable {
  const { strings, places, translations } = joinStrings(chunks);
  const ids = joinTexts(chunks, 'ids');
  const keys = joinTexts(chunks, 'keys');
  const parentIds = joinTexts(chunks, 'parentIds');
  const numbers = (name: Column): Uint32Array => join(chunks, name, null);
  const texts = (name: Column): Uint32Array => join(chunks, name, translations);
  const columns: FlowChunk = {
    ids,
    keys,
    parentIds,
    strings,
    project: texts('project'),
    type: texts('type'),
    priority: texts('priority'),
    resolution: texts('resolution'),
    assignee: texts('assignee'),
    subtask: joinBytes(chunks, 'subtask'),
    createdAt: numbers('createdAt'),
    updatedAt: numbers('updatedAt'),
    resolvedAt: numbers('resolvedAt'),
    labelStart: joinStarts(chunks, 'labelStart'),
    label: texts('label'),
    segmentStart: joinStarts(chunks, 'segmentStart'),
    segmentFrom: numbers('segmentFrom'),
    segmentStatus: texts('segmentStatus'),
    segmentStatusName: texts('segmentStatusName'),
    segmentAssignee: texts('segmentAssignee'),
    segmentProject: texts('segmentProject'),
    segmentBits: joinBytes(chunks, 'segmentBits'),
    linkStart: joinStarts(chunks, 'linkStart'),
    linkBlocker: texts('linkBlocker'),
    linkFrom: numbers('linkFrom'),
    linkTo: numbers('linkTo'),
    worklogStart: joinStarts(chunks, 'worklogStart'),
    worklogAuthor: texts('worklogAuthor'),
    worklogAt: numbers('worklogAt'),
    worklogSeconds: numbers('worklogSeconds'),
    membershipStart: joinStarts(chunks, 'membershipStart'),
    membershipSprint: texts('membershipSprint'),
    membershipFrom: numbers('membershipFrom'),
    membershipTo: numbers('membershipTo'),
    sprintStartedAt: numbers('sprintStartedAt'),
    sprintCompletedAt: numbers('sprintCompletedAt'),
    flagReasonStart: joinStarts(chunks, 'flagReasonStart'),
    flagReason: texts('flagReason'),
    flagReasonFrom: numbers('flagReasonFrom'),
    flagReasonTo: numbers('flagReasonTo'),
  };
  const rowById = once(() => new Map(ids.map((id, row) => [id, row])));
  const rowByKey = once(() => new Map(keys.map((key, row) => [key.toUpperCase(), row])));
  const parents = once(() => Int32Array.from(parentIds, (id) => (id === '' ? -1 : (rowById().get(id) ?? -1))));
  return {
    ...columns,
    rowCount: ids.length,
    rowOfId: (id) => rowById().get(id),
    rowOfKey: (key) => rowByKey().get(key.toUpperCase()),
    placeOf: (text) => places.get(text),
    parentRows: parents,
    blockedByLinks: new Map(),
  };
}

function once<T extends object>(compute: () => T): () => T {
  let value: T | null = null;
  return () => {
    value ??= compute();
    return value;
  };
}

/** Faster than flatMap by half. */
function joinTexts(chunks: readonly FlowChunk[], name: 'ids' | 'keys' | 'parentIds'): string[] {
  const joined: string[] = [];
  for (const chunk of chunks) for (const text of chunk[name]) joined.push(text);
  return joined;
}

/** One list of all texts, and for each chunk the new place of each of its own. */
function joinStrings(chunks: readonly FlowChunk[]) {
  const strings = [''];
  const places = new Map([['', 0]]);
  const translations = chunks.map((chunk) =>
    Uint32Array.from(chunk.strings, (text) => {
      const known = places.get(text);
      if (known !== undefined) return known;
      places.set(text, strings.length);
      return strings.push(text) - 1;
    }),
  );
  return { strings, places, translations };
}

function join(chunks: readonly FlowChunk[], name: Column, translations: readonly Uint32Array[] | null): Uint32Array {
  const joined = new Uint32Array(chunks.reduce((length, chunk) => length + chunk[name].length, 0));
  let end = 0;
  chunks.forEach((chunk, index) => {
    const column = chunk[name];
    joined.set(column, end);
    const translation = translations?.[index];
    if (translation)
      for (let at = end; at < end + column.length; at += 1) joined[at] = translation[joined[at] ?? 0] ?? 0;
    end += column.length;
  });
  return joined;
}

function joinBytes(chunks: readonly FlowChunk[], name: 'subtask' | 'segmentBits'): Uint8Array {
  const joined = new Uint8Array(chunks.reduce((length, chunk) => length + chunk[name].length, 0));
  let end = 0;
  for (const chunk of chunks) {
    joined.set(chunk[name], end);
    end += chunk[name].length;
  }
  return joined;
}

function joinStarts(chunks: readonly FlowChunk[], name: Starts): Uint32Array {
  const joined = new Uint32Array(1 + chunks.reduce((length, chunk) => length + chunk[name].length - 1, 0));
  let row = 0;
  let base = 0;
  for (const chunk of chunks) {
    const starts = chunk[name];
    for (let index = 1; index < starts.length; index += 1) joined[row + index] = base + (starts[index] ?? 0);
    row += starts.length - 1;
    base += starts[starts.length - 1] ?? 0;
  }
  return joined;
}
