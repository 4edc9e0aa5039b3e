import { compileClause } from '../jql/compile-query.ts';
import { JqlError } from '../jql/jql-error.ts';
import { type Place, readOrder } from '../jql/order.ts';
import { parseJql } from '../jql/parse-jql.ts';
import type { IssueRecord } from '../world/issue-record.ts';
import type { GatewayCall } from './gateway-call.ts';
import type { FoundIssues } from './search-memory.ts';

/** Runs a query for the caller. Throws JqlError for one that Jira would refuse, unbounded ones included. */
export function findIssues(call: GatewayCall, jql: string): FoundIssues {
  const { state, view, account, zone } = call;
  const memory = call.memory.of(state);
  const key = JSON.stringify([account.accountId, view.stamp, jql]);
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
  for (const issue of state.issues.values()) {
    if (view.finds(issue) && test(issue)) issues.push({ issue, place: order.placeOf(issue) });
  }
  issues.sort((a, b) => order.compare(a.place, b.place));
  const found = { issues, order };
  if (!dependsOnNow) memory.set(key, found);
  return found;
}
