import type { FlowView } from '../flow-view/flow-view.ts';
import type { IssueFilter } from './issue-filter.ts';
import { defaultIssueOrder, type IssueOrder, rowsInOrder } from './issue-order.ts';
import { issuePredicate } from './issue-predicate.ts';

/** Rows of the flow table in order: all that were asked for. */
export interface IssueSelection {
  readonly rows: Uint32Array;
  readonly total: number;
}

/** The issues that pass the filter, in a total order; newest first when none is asked for. One pass over all issues. */
export function selectIssues(
  view: FlowView,
  filter: IssueFilter | null,
  order: IssueOrder | null = defaultIssueOrder,
): IssueSelection {
  const ordered = rowsInOrder(view, order ?? defaultIssueOrder);
  const rows = filter === null ? ordered : ordered.filter(issuePredicate(view, filter));
  return { rows, total: rows.length };
}
