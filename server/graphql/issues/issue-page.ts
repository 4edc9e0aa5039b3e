import type { GraphQLResolveInfo } from 'graphql';
import type { FlowView } from '../../analytics/flow-view/flow-view.ts';
import { selectIssues } from '../../analytics/issue-selection/select-issues.ts';
import type { Issue } from '../../domain/issue.ts';
import type { JiraView } from '../connection/jira-view.ts';
import { ApiError } from '../errors/api-error.ts';
import { type Page, pageOf } from '../shared/paging.ts';
import { selects } from '../shared/selects.ts';
import type { IssueFilter, IssueOrder } from './issue-filter.ts';
import { type IssueLens, issueLens } from './issue-lens.ts';
import { type IssueConnection, IssueNode } from './issue-node.ts';
import { nativeFilter } from './native-filter.ts';

export interface IssueQuestion {
  readonly first: number;
  /** Position of a cursor: the native id of the issue the page comes after. */
  readonly after: string | null;
  readonly filter: IssueFilter | null;
  readonly orderBy: IssueOrder | null;
}

/** A page of issues, chosen and ordered on the flow table, then read by id. */
export async function issuePage(
  view: JiraView,
  question: IssueQuestion,
  info: GraphQLResolveInfo,
): Promise<IssueConnection> {
  const flow = await view.flow();
  const filter = question.filter && (await nativeFilter(view, question.filter));
  const rows = selectIssues(flow, filter, question.orderBy).rows;
  const everyRow = selectIssues(flow, null, question.orderBy).rows;
  const start = question.after === null ? 0 : startAfter(flow, rows, everyRow, question.after);
  return pageOfRows(view, rows, start, question.first, selects(info, ['assignee', 'reporter', 'timeline']));
}

/** A page of the issues behind a number, in the order of `rows`. */
export async function pageOfIssues(
  view: JiraView,
  rows: ArrayLike<number>,
  first: number,
  after: string | null,
): Promise<IssueConnection> {
  const flow = await view.flow();
  const start = after === null ? 0 : startAfter(flow, rows, rows, after);
  return pageOfRows(view, rows, start, first, true);
}

/**
 * A page of things that stand for one issue each, in the order of `rows`, whose issues are read together. `toNode` makes
 * them.
 */
export async function pageOfRowItems<N>(
  view: JiraView,
  rows: ArrayLike<number>,
  { first, after }: Pick<IssueQuestion, 'first' | 'after'>,
  toNode: (issue: IssueNode, row: number, read: Issue) => N,
): Promise<Page<N> & { readonly totalCount: number }> {
  const flow = await view.flow();
  const start = after === null ? 0 : startAfter(flow, rows, rows, after);
  const lens = await view.derive(issueLens);
  const issues = await readRows(lens, rows, start, first, true);
  const page = pageOf(
    issues,
    first,
    start > 0,
    (issue) => issue.id,
    (issue) => toNode(new IssueNode(lens, issue), flow.table.rowOfId(issue.id) ?? -1, issue),
  );
  return { ...page, totalCount: rows.length };
}

/** The issues of some rows, by row, read together; without those that were removed after the table was read. */
export async function issuesOfRows(view: JiraView, rows: readonly number[]): Promise<ReadonlyMap<number, IssueNode>> {
  const lens = await view.derive(issueLens);
  const issues = await readRows(lens, rows, 0, rows.length, true);
  return new Map(issues.map((issue) => [lens.flow.table.rowOfId(issue.id) ?? -1, new IssueNode(lens, issue)]));
}

/** The issue with this key, or null. */
export async function issueByKey(view: JiraView, key: string): Promise<IssueNode | null> {
  const issue = await view.reader.issueByKey(key);
  return issue && issueNode(view, issue);
}

/** An issue that has been read, with what its fields need. */
export async function issueNode(view: JiraView, issue: Issue): Promise<IssueNode> {
  return new IssueNode(await view.derive(issueLens), issue);
}

async function pageOfRows(
  view: JiraView,
  rows: ArrayLike<number>,
  start: number,
  first: number,
  withPeople: boolean,
): Promise<IssueConnection> {
  const lens = await view.derive(issueLens);
  const page = pageOf(
    await readRows(lens, rows, start, first, withPeople),
    first,
    start > 0,
    (issue) => issue.id,
    (issue) => new IssueNode(lens, issue),
  );
  return { ...page, totalCount: rows.length } as IssueConnection;
}

/** The issues of a page and one more, read at once, with the people they name when these will be asked for. */
async function readRows(
  { view, flow }: IssueLens,
  rows: ArrayLike<number>,
  start: number,
  first: number,
  withPeople: boolean,
): Promise<Issue[]> {
  const places = Array.from(
    { length: Math.max(0, Math.min(first + 1, rows.length - start)) },
    (_, i) => rows[start + i] ?? 0,
  );
  const issues = await view.reader.issues.byIds(places.map((row) => flow.table.ids[row] ?? ''));
  // One that was removed after the table was read is left out.
  const present = issues.filter((issue) => issue !== null);
  if (withPeople) {
    const people = present.flatMap((issue) => [issue.assigneeId, issue.reporterId]).filter((id) => id !== null);
    await view.reader.people.byIds([...new Set(people)]);
  }
  return present;
}

/**
 * Where the page after a cursor begins. The issue of the cursor may meanwhile have left the selection, so its place is
 * found in the order of all. Throws BAD_USER_INPUT when there is no such issue any more.
 */
function startAfter(flow: FlowView, rows: ArrayLike<number>, everyRow: ArrayLike<number>, after: string): number {
  const row = flow.table.rowOfId(after);
  let start = 0;
  for (let place = 0; place < everyRow.length; place += 1) {
    if (rows[start] === everyRow[place]) start += 1;
    if (everyRow[place] === row) return start;
  }
  throw new ApiError('BAD_USER_INPUT', '`after` is no cursor of this list.', { argumentName: 'after' });
}
