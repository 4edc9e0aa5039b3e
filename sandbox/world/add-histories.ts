import { bareItem, customItem, namedItem } from './change-items.ts';
import type { IssueRecord } from './issue-record.ts';
import { asObject, type JsonObject } from './json.ts';
import type { SiteState } from './site-state.ts';

/**
 * Adds so many entries to the changelog, between its last one and `now` (ms), cheaply. `rank`: the issue is moved up and
 * down its board. `status`: it goes to another status and back, and ends where it is (of an odd number the first is a rank).
 */
export function addHistories(
  state: SiteState,
  issue: IssueRecord,
  count: number,
  kind: 'rank' | 'status',
  now: number,
): void {
  const last = Math.max(issue.historyAt.at(-1) ?? issue.createdAt, issue.createdAt);
  const here = asObject(issue.fields.status);
  const away = state.catalog.statuses.find(({ id }) => id !== here?.id)?.json;
  const author = state.catalog.users[0] ?? { accountId: 'unknown', displayName: 'Former user', active: false };
  for (let index = 0; index < count; index += 1) {
    const at = Math.floor(last + (Math.max(0, now - last) * (index + 1)) / (count + 1));
    const left = count - index;
    const isOddOne = left === count && count % 2 === 1;
    const isAway = left % 2 === 0;
    const item =
      kind === 'rank' || isOddOne ? ranked(state, isAway) : namedItem('status', ...sides(here, away, isAway));
    const id = String(state.count('history', 10_100));
    issue.histories.push({ id, author, created: state.zone.write(at), items: [item] });
    issue.historyAt.push(at);
    issue.updatedAt = Math.max(at, issue.updatedAt);
  }
  issue.fields.updated = state.zone.write(issue.updatedAt);
  state.touch(issue);
}

function sides(here: JsonObject | undefined, away: JsonObject | undefined, isAway: boolean) {
  return isAway ? ([here, away] as const) : ([away, here] as const);
}

function ranked(state: SiteState, isHigher: boolean): JsonObject {
  const to = { id: '', text: `Ranked ${isHigher ? 'higher' : 'lower'}` };
  const { rank } = state.fieldIds;
  return rank ? customItem('Rank', rank, { id: '', text: '' }, to) : bareItem('Rank', null, to);
}
