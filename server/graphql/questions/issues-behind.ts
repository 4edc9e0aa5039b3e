import type { JiraView } from '../connection/jira-view.ts';
import type { IssueConnection } from '../issues/issue-node.ts';
import { pageOfIssues } from '../issues/issue-page.ts';
import { checkFirst, readCursor } from '../shared/paging.ts';

/** A page of the issues behind a number. */
export type IssuesBehind = (first: number, after: string | null | undefined) => Promise<IssueConnection>;

/** Opens the issues of these rows of the flow table, in their order; `rows` is asked for only when somebody looks. */
export function issuesBehind(view: JiraView, rows: () => ArrayLike<number>): IssuesBehind {
  return async (first, after) => {
    checkFirst(first);
    return pageOfIssues(view, rows(), first, readCursor(after));
  };
}
