import type { IssueRecord } from '../world/issue-record.ts';
import type { JsonObject } from '../world/json.ts';
import type { SiteView } from '../world/site-view.ts';

/** `expand=changelog`: newest first and cut, with the full number in `total` (JIRA-CLOUD.md 2.1). */
export function embeddedChangelog(view: SiteView, issue: IssueRecord, most: number): JsonObject {
  const all = view.historiesOf(issue).histories;
  const histories = all.slice(-most).reverse();
  return { startAt: 0, maxResults: histories.length, total: all.length, histories };
}
