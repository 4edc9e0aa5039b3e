import type { FlowChunk } from '../../domain/flow-chunk.ts';

/** A row of some chunk. */
export interface RowPlace {
  readonly chunk: FlowChunk;
  readonly row: number;
}

/**
 * A chunk of these rows in their order, column by column, without making objects of them: one changed issue writes a whole
 * chunk. It holds the texts of these rows and no others, in the order in which `writeRows` meets them.
 */
export function copyRows(places: readonly RowPlace[]): FlowChunk {
  const strings = [''];
  const text = textPlacer(strings);
  const column = (valueAt: (place: RowPlace) => number): Uint32Array => {
    const values = new Uint32Array(places.length);
    places.forEach((place, index) => {
      values[index] = valueAt(place);
    });
    return values;
  };
  const texts = (name: 'project' | 'type' | 'priority' | 'resolution' | 'assignee') =>
    column(({ chunk, row }) => text(chunk, chunk[name][row] ?? 0));
  const numberParts = (starts: Starts, name: PartColumn) =>
    parts(places, starts, (chunk, index) => chunk[name][index] ?? 0);
  const textParts = (starts: Starts, name: PartColumn) =>
    parts(places, starts, (chunk, index) => text(chunk, chunk[name][index] ?? 0));
  return {
    ids: places.map(({ chunk, row }) => chunk.ids[row] ?? ''),
    keys: places.map(({ chunk, row }) => chunk.keys[row] ?? ''),
    parentIds: places.map(({ chunk, row }) => chunk.parentIds[row] ?? ''),
    strings,
    project: texts('project'),
    type: texts('type'),
    priority: texts('priority'),
    resolution: texts('resolution'),
    assignee: texts('assignee'),
    subtask: Uint8Array.from(column(({ chunk, row }) => chunk.subtask[row] ?? 0)),
    createdAt: column(({ chunk, row }) => chunk.createdAt[row] ?? 0),
    updatedAt: column(({ chunk, row }) => chunk.updatedAt[row] ?? 0),
    resolvedAt: column(({ chunk, row }) => chunk.resolvedAt[row] ?? 0),
    labelStart: startsOf(places, 'labelStart'),
    label: textParts('labelStart', 'label'),
    segmentStart: startsOf(places, 'segmentStart'),
    segmentFrom: numberParts('segmentStart', 'segmentFrom'),
    segmentStatus: textParts('segmentStart', 'segmentStatus'),
    segmentStatusName: textParts('segmentStart', 'segmentStatusName'),
    segmentAssignee: textParts('segmentStart', 'segmentAssignee'),
    segmentProject: textParts('segmentStart', 'segmentProject'),
    segmentBits: Uint8Array.from(numberParts('segmentStart', 'segmentBits')),
    linkStart: startsOf(places, 'linkStart'),
    linkBlocker: textParts('linkStart', 'linkBlocker'),
    linkFrom: numberParts('linkStart', 'linkFrom'),
    linkTo: numberParts('linkStart', 'linkTo'),
    worklogStart: startsOf(places, 'worklogStart'),
    worklogAuthor: textParts('worklogStart', 'worklogAuthor'),
    worklogAt: numberParts('worklogStart', 'worklogAt'),
    worklogSeconds: numberParts('worklogStart', 'worklogSeconds'),
    membershipStart: startsOf(places, 'membershipStart'),
    membershipSprint: textParts('membershipStart', 'membershipSprint'),
    membershipFrom: numberParts('membershipStart', 'membershipFrom'),
    membershipTo: numberParts('membershipStart', 'membershipTo'),
    sprintStartedAt: numberParts('membershipStart', 'sprintStartedAt'),
    sprintCompletedAt: numberParts('membershipStart', 'sprintCompletedAt'),
    flagReasonStart: startsOf(places, 'flagReasonStart'),
    flagReason: textParts('flagReasonStart', 'flagReason'),
    flagReasonFrom: numberParts('flagReasonStart', 'flagReasonFrom'),
    flagReasonTo: numberParts('flagReasonStart', 'flagReasonTo'),
  };
}

/** Gives each text of any of the chunks one place among `strings`, where it is appended when it is met first. */
function textPlacer(strings: string[]): (chunk: FlowChunk, place: number) => number {
  const placeOf = new Map([['', 0]]);
  const known = new Map<FlowChunk, Int32Array>();
  return (chunk, place) => {
    let places = known.get(chunk);
    if (!places) {
      places = new Int32Array(chunk.strings.length).fill(-1);
      known.set(chunk, places);
    }
    const before = places[place] ?? 0;
    if (before >= 0) return before;
    const value = chunk.strings[place] ?? '';
    const found = placeOf.get(value) ?? strings.push(value) - 1;
    placeOf.set(value, found);
    places[place] = found;
    return found;
  };
}

type PartColumn = {
  [K in keyof FlowChunk]: FlowChunk[K] extends Uint32Array | Uint8Array ? K : never;
}[keyof FlowChunk];
type Starts = Extract<keyof FlowChunk, `${string}Start`>;

/** Where each row's part begins, and behind the last where all of it ends. */
function startsOf(places: readonly RowPlace[], name: Starts): Uint32Array {
  const starts = new Uint32Array(places.length + 1);
  places.forEach(({ chunk, row }, index) => {
    starts[index + 1] = (starts[index] ?? 0) + (chunk[name][row + 1] ?? 0) - (chunk[name][row] ?? 0);
  });
  return starts;
}

/** The parts of all rows, one behind the other. */
function parts(
  places: readonly RowPlace[],
  name: Starts,
  valueAt: (chunk: FlowChunk, index: number) => number,
): Uint32Array {
  const values = new Uint32Array(startsOf(places, name)[places.length] ?? 0);
  let at = 0;
  for (const { chunk, row } of places) {
    const end = chunk[name][row + 1] ?? 0;
    for (let index = chunk[name][row] ?? 0; index < end; index += 1) {
      values[at] = valueAt(chunk, index);
      at += 1;
    }
  }
  return values;
}
