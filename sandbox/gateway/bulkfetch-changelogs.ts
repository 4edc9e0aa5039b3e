import { z } from 'zod';
import { jsonAnswer } from '../http/answers.ts';
import type { Answer } from '../http/exchange.ts';
import type { Place } from '../jql/order.ts';
import { costing } from '../limits/costing.ts';
import type { IssueRecord } from '../world/issue-record.ts';
import { asObject, asText, type Json, type JsonObject } from '../world/json.ts';
import type { SiteView } from '../world/site-view.ts';
import type { GatewayCall } from './gateway-call.ts';
import { isOmitted } from './omissions.ts';
import { invalidPayload, readPayload } from './payload.ts';
import { tokenPage, tokenRefused } from './token-page.ts';

const request = z.strictObject({
  issueIdsOrKeys: z.array(z.string()).min(1).max(1000),
  fieldIds: z.array(z.string()).max(10).optional(),
  maxResults: z.number().int().min(1).max(10_000).optional(),
  nextPageToken: z.string().nullable().optional(),
});

interface Entry {
  readonly issue: IssueRecord;
  readonly history: Json;
  readonly place: readonly [at: number, issueId: number, index: number];
}

/**
 * POST /changelog/bulkfetch: entries of many issues, oldest first by date, then issue. One issue can therefore show on
 * several pages; ids that nobody can see are left out without a word (JIRA-CLOUD.md 2.2).
 */
export function bulkfetchChangelogs(call: GatewayCall): Answer {
  const asked = readPayload(call.body, request);
  if (!asked) return invalidPayload();
  const of = JSON.stringify([asked.issueIdsOrKeys, asked.fieldIds ?? []]);
  const token = asked.nextPageToken ?? undefined;
  const trouble = call.faults.paging.meet({ path: call.path, token });
  const found = new Set(asked.issueIdsOrKeys.map((idOrKey) => call.view.find(idOrKey)));
  const all: Entry[] = [];
  for (const issue of found) {
    if (issue && !isOmitted(issue.id, trouble.silentOmissions)) collect(call.view, issue, asked.fieldIds, all);
  }
  all.sort((a, b) => compare(a.place, b.place));
  const placeOf = (entry: Entry) => entry.place;
  const wanted = { all, placeOf, compare, size: asked.maxResults ?? 1000, of, token, now: call.at };
  const page = tokenPage(wanted, call.faults, trouble);
  if (!page) return tokenRefused();
  const { nextPageToken } = page;
  const issueChangeLogs = byIssue(page.entries, call.plan.bulkfetchCreated === 'epoch');
  const answer: JsonObject = nextPageToken === undefined ? { issueChangeLogs } : { issueChangeLogs, nextPageToken };
  return costing(issueChangeLogs.length, jsonAnswer(200, call.view.write(answer)));
}

function collect(view: SiteView, issue: IssueRecord, fieldIds: readonly string[] | undefined, into: Entry[]): void {
  const { histories, historyAt } = view.historiesOf(issue);
  for (const [index, history] of histories.entries()) {
    if (fieldIds && fieldIds.length > 0 && !mentions(history, fieldIds)) continue;
    into.push({ issue, history, place: [historyAt[index] ?? 0, Number(issue.id), index] });
  }
}

function mentions(history: Json, fieldIds: readonly string[]): boolean {
  const given = asObject(history)?.items;
  const items = Array.isArray(given) ? given : [];
  return items.some((item) => fieldIds.includes(asText(asObject(item)?.fieldId ?? asObject(item)?.field) ?? ''));
}

function byIssue(page: readonly Entry[], asEpoch: boolean): JsonObject[] {
  const groups = new Map<string, Json[]>();
  for (const { issue, history, place } of page) {
    const group = groups.get(issue.id) ?? [];
    groups.set(issue.id, group);
    group.push(asEpoch ? withEpoch(history, place[0]) : history);
  }
  return [...groups].map(([issueId, changeHistories]) => ({ issueId, changeHistories }));
}

function withEpoch(history: Json, at: number): Json {
  const entry = asObject(history);
  return typeof entry?.created === 'string' ? { ...entry, created: at } : history;
}

function compare(a: Place, b: Place): number {
  const gap = (index: number) => Number(a[index] ?? 0) - Number(b[index] ?? 0);
  return gap(0) || gap(1) || gap(2);
}
