import type { IssueRecord } from '../world/issue-record.ts';
import { asText, type JsonObject } from '../world/json.ts';
import { SiteWorld } from '../world/site-world.ts';
import { inferCatalog } from './infer-catalog.ts';
import type { ReadIssue, ReadSite } from './sandbox-site.ts';

/** A site of genuine payloads, served as they came; tests may change it like any other. The site's objects become its own. */
export function serveSite(given: ReadSite, clock: () => number): SiteWorld {
  const site = structuredClone(given);
  const world = new SiteWorld(inferCatalog(site), [], clock);
  const { state } = world;
  for (const issue of site.issues) {
    const record = recordOf(issue);
    state.issues.set(record.id, record);
    state.idByKey.set(record.key.toUpperCase(), record.id);
    state.countPast('issue', Number(record.id) || 10_000);
    const [projectKey, number] = splitKey(record.key);
    state.countPast(`key ${state.project(projectKey)?.id ?? projectKey}`, number);
    for (const history of record.histories) {
      state.countPast('history', Number(history.id) || 10_000);
      for (const key of formerKeys(history)) if (!state.idByKey.has(key)) state.idByKey.set(key, record.id);
    }
  }
  return world;
}

function recordOf(issue: ReadIssue): IssueRecord {
  const fields = issue.fields as JsonObject;
  const dated = (issue.changelog?.histories ?? []).map((history) => ({
    history: history as JsonObject,
    at: typeof history.created === 'number' ? history.created : Date.parse(history.created),
  }));
  // Oldest first, as Jira's bulk answer; expand=changelog has them newest first.
  dated.sort((a, b) => a.at - b.at || Number(a.history.id) - Number(b.history.id));
  const createdAt = Date.parse(issue.fields.created);
  return {
    id: issue.id,
    key: issue.key,
    createdAt,
    updatedAt: issue.fields.updated === undefined ? createdAt : Date.parse(issue.fields.updated),
    fields,
    histories: dated.map(({ history }) => history),
    historyAt: dated.map(({ at }) => at),
    childIds: [],
  };
}

function splitKey(key: string): [project: string, number: number] {
  const dash = key.lastIndexOf('-');
  return [key.slice(0, dash), Number(key.slice(dash + 1))];
}

function formerKeys(history: JsonObject): string[] {
  const items = Array.isArray(history.items) ? (history.items as JsonObject[]) : [];
  return items.flatMap((item) => (item.field === 'Key' ? (asText(item.fromString)?.toUpperCase() ?? []) : []));
}
