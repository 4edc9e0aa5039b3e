import { segmentBits } from '../../domain/flow-chunk.ts';
import type { FlowView } from '../flow-view/flow-view.ts';
import { milestones } from '../flow-view/milestones.ts';
import { teamOfProject } from '../flow-view/team-of-project.ts';
import type { IssueFilter } from './issue-filter.ts';

type RowTest = (row: number) => boolean;

/** The tests a filter consists of, cheapest first; a row is selected when all of them say so. */
export function issuePredicate(view: FlowView, filter: IssueFilter): RowTest {
  const tests = [
    textTest(filter.types, view.table.type, view),
    textTest(filter.projectIds, view.table.project, view),
    textTest(filter.assigneeIds, view.table.assignee, view),
    teamTest(filter.teamIds, view),
    statusTest(filter.statusIds, view),
    stageTest(filter.stageIds, view),
    spanTest(filter.createdFrom, filter.createdTo, view.table.createdAt),
    doneTest(filter, view),
    flagTest(filter.flagged, view),
    labelTest(filter.labels, view),
    keyTest(filter.keys, view),
    idTest(filter.textMatches, view),
  ].filter((test) => test !== null);
  return (row) => tests.every((test) => test(row));
}

/** Marks the places of texts that a test accepts. */
function placesWhere(view: FlowView, accepts: (text: string) => boolean): Uint8Array {
  return Uint8Array.from(view.table.strings, (text) => (accepts(text) ? 1 : 0));
}

function textTest(texts: readonly string[] | null | undefined, column: Uint32Array, view: FlowView): RowTest | null {
  if (texts == null) return null;
  const wanted = new Set(texts);
  const places = placesWhere(view, (text) => text !== '' && wanted.has(text));
  return (row) => places[column[row] ?? 0] === 1;
}

function teamTest(teamIds: readonly string[] | null | undefined, view: FlowView): RowTest | null {
  if (teamIds == null) return null;
  const teamOf = view.derive(teamOfProject);
  const places = placesWhere(view, (projectId) => teamIds.includes(teamOf(projectId)));
  return (row) => places[view.table.project[row] ?? 0] === 1;
}

/** The status an issue has today is that of its last segment. */
const lastSegment = ({ table }: FlowView, row: number): number => (table.segmentStart[row + 1] ?? 0) - 1;

function statusTest(statusIds: readonly string[] | null | undefined, view: FlowView): RowTest | null {
  if (statusIds == null) return null;
  const wanted = new Set(statusIds);
  const places = placesWhere(view, (id) => id !== '' && wanted.has(id));
  return (row) => places[view.table.segmentStatus[lastSegment(view, row)] ?? 0] === 1;
}

function stageTest(stageIds: readonly string[] | null | undefined, view: FlowView): RowTest | null {
  if (stageIds == null) return null;
  return statusTest(
    view.stages.flatMap((stage) => (stageIds.includes(stage.id) ? stage.statusIds : [])),
    view,
  );
}

function spanTest(from: number | null | undefined, to: number | null | undefined, column: Uint32Array): RowTest | null {
  if (from == null && to == null) return null;
  const first = from ?? Number.NEGATIVE_INFINITY;
  const end = to ?? Number.POSITIVE_INFINITY;
  return (row) => {
    const at = column[row] ?? 0;
    return at >= first && at < end;
  };
}

function doneTest({ done, doneFrom, doneTo }: IssueFilter, view: FlowView): RowTest | null {
  if (done == null && doneFrom == null && doneTo == null) return null;
  const { doneAt } = view.derive(milestones);
  const inSpan = spanTest(doneFrom, doneTo, doneAt);
  return (row) => {
    const isDone = doneAt[row] !== 0;
    return (done == null || isDone === done) && (inSpan === null || (isDone && inSpan(row)));
  };
}

function flagTest(flagged: boolean | null | undefined, view: FlowView): RowTest | null {
  if (flagged == null) return null;
  return (row) => (((view.table.segmentBits[lastSegment(view, row)] ?? 0) & segmentBits.BLOCKED) !== 0) === flagged;
}

function labelTest(labels: readonly string[] | null | undefined, view: FlowView): RowTest | null {
  if (labels == null) return null;
  const { label, labelStart } = view.table;
  const wanted = new Set(labels);
  const places = placesWhere(view, (text) => wanted.has(text));
  return (row) => label.subarray(labelStart[row], labelStart[row + 1]).some((place) => places[place] === 1);
}

function keyTest(keys: readonly string[] | null | undefined, view: FlowView): RowTest | null {
  if (keys == null) return null;
  const rows = new Set(keys.map((key) => view.table.rowOfKey(key.trim())));
  return (row) => rows.has(row);
}

function idTest(ids: ReadonlySet<string> | null | undefined, view: FlowView): RowTest | null {
  if (ids == null) return null;
  return (row) => ids.has(view.table.ids[row] ?? '');
}
