import type { IssueRecord } from '../world/issue-record.ts';
import type { JsonObject } from '../world/json.ts';
import type { SiteView } from '../world/site-view.ts';

/**
 * `expand=changelog`: the JSON text of an issue with its changelog, newest first and cut, with the full number in `total`
 * (JIRA-CLOUD.md 2.1).
 */
export function embedChangelog(view: SiteView, issue: IssueRecord, json: string, most: number): string {
  const all = view.historiesOf(issue).histories;
  const histories = all.slice(-most).reverse();
  const changelog: JsonObject = { startAt: 0, maxResults: histories.length, total: all.length, histories };
  const before = json === '{}' ? '{' : `${json.slice(0, -1)},`;
  return `${before}"changelog":${view.write(changelog)}}`;
}
