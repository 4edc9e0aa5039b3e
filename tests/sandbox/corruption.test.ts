import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { oddHistories } from '../../sandbox/world/odd-histories.ts';
import { oddityNames } from '../../sandbox/world/oddities.ts';
import type { SiteWorld } from '../../sandbox/world/site-world.ts';
import { hasOpenApi, validateResponse } from '../support/openapi.ts';
import { type AnyJson, ask, letIn, type Tokens } from './authorized.ts';
import { smallSite } from './small-site.ts';

let sandbox: Sandbox;
let site: SiteWorld;
let tokens: Tokens;
const now = Date.UTC(2026, 4, 1);

beforeEach(async () => {
  sandbox = await startSandbox({ port: 0, sites: [smallSite()], clock: () => now });
  site = sandbox.world.site('Small');
  site.transition('AAA-1', 'Doing', { at: now - 1000, by: 'bela' });
  tokens = await letIn(sandbox, 'alice');
});
afterEach(() => sandbox.close());

const jira = '/rest/api/3';
const get = async (path: string): Promise<AnyJson> =>
  (await ask(sandbox, tokens, 'small-site', `${jira}/${path}`)).body;
const post = async (path: string, body: object): Promise<AnyJson> =>
  (await ask(sandbox, tokens, 'small-site', `${jira}/${path}`, body)).body;
const bulk = { issueIdsOrKeys: ['AAA-1'] };

/** The issue AAA-1 by every way to it, and its changelog by every way to that. */
async function everyWay(): Promise<{ issues: AnyJson[]; changelogs: AnyJson[][] }> {
  const query = { jql: 'id = 10001', fields: ['*all'], expand: 'changelog' };
  const one = await get('issue/10001?expand=changelog');
  const found = (await post('search/jql', query)).issues[0];
  const fetched = (await post('issue/bulkfetch', { ...bulk, fields: ['*all'], expand: ['changelog'] })).issues[0];
  const embedded = [one, found, fetched].map((issue) => issue.changelog.histories.toReversed());
  const listed = (await get('issue/10001/changelog')).values;
  const logs = (await post('changelog/bulkfetch', bulk)).issueChangeLogs;
  return { issues: [one, found, fetched], changelogs: [...embedded, listed, logs[0]?.changeHistories ?? []] };
}

describe('An issue', () => {
  it('comes as it is to those who have not corrupted it.', async () => {
    const { issues, changelogs } = await everyWay();
    for (const issue of issues) expect(issue).toMatchObject({ id: '10001', fields: { summary: 'Issue 1' } });
    for (const log of changelogs) expect(log.map((entry) => entry.id)).toEqual(['10100']);
  });

  it('comes with whatever is written over it, wherever it comes, and is found as before.', async () => {
    const raw = { fields: { summary: 7, customfield_1: [null] }, dropFields: ['project'], members: { key: null } };
    site.corrupt('AAA-1', { ...raw, histories: ['nonsense', { id: 1 }] });
    const { issues, changelogs } = await everyWay();
    for (const { key, fields } of issues) {
      expect([key, fields.summary, fields.customfield_1, 'project' in fields]).toEqual([null, 7, [null], false]);
    }
    for (const log of changelogs) expect(log.slice(1)).toEqual(['nonsense', { id: 1 }]);
    const jql = 'project = AAA AND key = AAA-1';
    const picked = (await post('search/jql', { jql, fields: ['status'] })).issues[0];
    expect(picked.fields).toEqual({ status: expect.objectContaining({ id: '2' }) });
    expect((await post('search/jql', { jql })).issues).toEqual([{ id: '10001' }]);
    site.corrupt('AAA-1', { replaceHistories: [], dropMembers: ['id'] });
    const again = await everyWay();
    expect(again.issues[0].id).toBeUndefined();
    expect(again.changelogs[0]).toEqual(['nonsense', { id: 1 }]);
    expect((await post('search/jql', { jql })).issues).toEqual([{}]);
    site.heal('AAA-1');
    expect((await everyWay()).issues[0]).toMatchObject({ id: '10001', key: 'AAA-1', fields: { summary: 'Issue 1' } });
  });

  it('is corrupted by the fault plan too, and is whole again without.', async () => {
    const corrupt = [
      { site: 'Small', issue: 'AAA-1', oddities: ['no-items', 'null-status'], fields: { summary: null } },
      { site: 'Another', issue: 'AAA-2', fields: { summary: null } },
    ];
    const put = (plan: object) => fetch(`${sandbox.url}/sandbox/faults`, { method: 'PUT', body: JSON.stringify(plan) });
    expect((await put({ corrupt })).status).toBe(200);
    const { issues, changelogs } = await everyWay();
    expect(issues[0].fields).toMatchObject({ summary: null, status: null });
    expect(changelogs.map((log) => log.some((entry) => !('items' in entry)))).toEqual([true, true, true, true, true]);
    expect((await get('issue/AAA-2')).fields.summary).toBe('Issue 2');
    expect((await put({ corrupt: [{ issue: 'AAA-1', oddities: ['no such oddity'] }] })).status).toBe(400);
    sandbox.faults.clear();
    expect((await everyWay()).issues[0].fields.summary).toBe('Issue 1');
  });

  it.each(oddityNames)('comes to whoever asks, however odd: %s.', async (name) => {
    const plain = JSON.stringify(await everyWay());
    site.corrupt('AAA-1', name);
    const odd = await everyWay();
    expect(JSON.stringify(odd)).not.toBe(plain);
    for (const log of odd.changelogs) expect(log.length).toBe(odd.changelogs[0]?.length);
    expect((await post('search/jql', { jql: 'created >= 0' })).issues.length).toBe(4);
  });

  it('can have ten megabytes of text.', async () => {
    sandbox.faults.set({ corrupt: [{ issue: 'AAA-1', longTexts: { summary: 10_000_000, description: 10_000_000 } }] });
    const { summary, description } = (await get('issue/AAA-1')).fields;
    expect([summary.length, description.content[0].content[0].text.length]).toEqual([10_000_000, 10_000_000]);
    expect((await get('issue/AAA-1?fields=status')).fields.summary).toBeUndefined();
  });

  it('keeps the characters that no text should hold.', async () => {
    site.corrupt('AAA-1', 'nul-character');
    expect((await get('issue/AAA-1')).fields.summary).toBe('before\u0000after');
    site.corrupt('AAA-1', 'lone-surrogate');
    expect((await get('issue/AAA-1')).fields.summary.charCodeAt(5)).toBe(0xd83d);
  });
});

describe('A changelog', () => {
  it('may have entries of one millisecond that only their ids put in order.', async () => {
    site.corrupt('AAA-1', 'same-millisecond');
    const [log = []] = (await everyWay()).changelogs;
    const same = log.filter((entry) => entry.created === log[0].created).map((entry) => entry.id);
    expect([same.length, same.toSorted().join() === same.join()]).toEqual([3, false]);
  });

  it.runIf(hasOpenApi)(
    'has habits of the real service that are within what is described of it, and slips that are not.',
    async () => {
      const names = Object.keys(oddHistories) as (keyof typeof oddHistories)[];
      const [habits, slips] = [names.slice(0, 7), ['no-items', 'null-items', 'items-as-text', 'null-entry'] as const];
      for (const name of [...habits, ...slips]) {
        site.heal('AAA-1');
        site.corrupt('AAA-1', name);
        const answer = await get('issue/AAA-1/changelog');
        const problems = validateResponse('GET', `${jira}/issue/AAA-1/changelog`, 200, answer);
        // A missing member is no fault to the description, which demands none.
        const isWithin = (habits as readonly string[]).includes(name) || name === 'no-items';
        expect([name, problems.length === 0]).toEqual([name, isWithin]);
      }
    },
  );

  it('may be thousands of entries long, in order, and leave the issue where it is.', async () => {
    const began = performance.now();
    site.addHistories('AAA-1', 5001, 'status');
    site.addHistories('AAA-2', 3000);
    expect(performance.now() - began).toBeLessThan(1000);
    const seen: AnyJson[] = [];
    let nextPageToken: string | undefined;
    do {
      const page = await post('changelog/bulkfetch', { ...bulk, ...(nextPageToken && { nextPageToken }) });
      for (const log of page.issueChangeLogs) seen.push(...log.changeHistories);
      nextPageToken = page.nextPageToken;
    } while (nextPageToken !== undefined);
    expect([seen.length, new Set(seen.map(({ id }) => id)).size]).toEqual([5002, 5002]);
    const moves = seen.flatMap(({ items }) => items).filter(({ field }) => field === 'status');
    for (const [index, move] of moves.entries()) if (index > 0) expect(move.from).toBe(moves[index - 1].to);
    expect(moves.at(-1).to).toBe('2');
    expect((await get('issue/AAA-2/changelog')).total).toBe(3000);
  });

  it('may come out of order in time, and the pages of it still hold all of it.', async () => {
    for (const name of ['before-creation', 'in-the-future', 'the-year-99999', 'impossible-date'] as const)
      site.corrupt('AAA-1', name);
    sandbox.faults.set({ shortPages: 1 });
    let [count, nextPageToken]: [number, string | undefined] = [0, undefined];
    do {
      const page: AnyJson = await post('changelog/bulkfetch', { ...bulk, ...(nextPageToken && { nextPageToken }) });
      count += page.issueChangeLogs.length;
      nextPageToken = page.nextPageToken;
    } while (nextPageToken !== undefined && count < 20);
    expect(count).toBe(5);
  });
});
