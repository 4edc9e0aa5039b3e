import type { IssueRecord } from '../world/issue-record.ts';
import type { JsonObject } from '../world/json.ts';

/** `expand=changelog`: newest first and cut, with the full number in `total` (JIRA-CLOUD.md 2.1). */
export function embeddedChangelog(issue: IssueRecord, most: number): JsonObject {
  const histories = issue.histories.slice(-most).reverse();
  return { startAt: 0, maxResults: histories.length, total: issue.histories.length, histories };
}
