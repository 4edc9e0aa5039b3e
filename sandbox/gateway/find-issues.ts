import { compileClause } from '../jql/compile-query.ts';
import { JqlError } from '../jql/jql-error.ts';
import { type Place, readOrder } from '../jql/order.ts';
import { parseJql } from '../jql/parse-jql.ts';
import type { Unnoticed } from '../world/index-past.ts';
import type { IssueRecord } from '../world/issue-record.ts';
import type { SiteState } from '../world/site-state.ts';
import type { GatewayCall } from './gateway-call.ts';
import type { FoundIssues } from './search-memory.ts';

/**
 * Runs a query for the caller, on an index that may lag behind but for the issues to reconcile (native ids). Throws
 * JqlError for a query that Jira would refuse, unbounded ones included.
 */
export function findIssues(call: GatewayCall, jql: string, reconciled: readonly number[] = []): FoundIssues {
  const { state, view, account, zone } = call;
  const memory = call.memory.of(state);
  const lagMs = call.plan.indexLagSeconds * 1000;
  const lag = lagMs > 0 ? state.indexPast.unnoticed(call.at - lagMs) : undefined;
  const key = JSON.stringify([account.accountId, zone.name, view.stamp, jql, lag?.stamp ?? '', lag ? reconciled : []]);
  const kept = memory.get(key);
  if (kept) return kept;
  const { where, order: terms } = parseJql(jql);
  if (!where) {
    throw new JqlError('Unbounded JQL queries are not allowed here. Please add a search restriction to your query.');
  }
  let dependsOnNow = false;
  const now = () => {
    dependsOnNow = true;
    return call.at;
  };
  const test = compileClause(where, { view, accountId: account.accountId, zone, now });
  const order = readOrder(terms);
  const issues: { issue: IssueRecord; place: Place }[] = [];
  for (const issue of lag ? indexed(state, lag, reconciled) : state.issues.values()) {
    if (view.finds(issue) && test(issue)) issues.push({ issue, place: order.placeOf(issue) });
  }
  issues.sort((a, b) => order.compare(a.place, b.place));
  const found = { issues, order };
  if (!dependsOnNow) memory.set(key, found);
  return found;
}

/** Every issue as the index knows it: the changed ones as they were, the deleted ones still, the new ones not yet. */
function indexed(state: SiteState, { before }: Unnoticed, reconciled: readonly number[]): IssueRecord[] {
  const isCurrent = (id: string) => !before.has(id) || reconciled.includes(Number(id));
  const current = [...state.issues.values()].filter((issue) => isCurrent(issue.id));
  const former = [...before].filter(([id, issue]) => issue && !isCurrent(id)).map(([, issue]) => issue);
  return [...current, ...former.filter((issue) => issue !== null)];
}
