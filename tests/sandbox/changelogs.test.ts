import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { type AnyJson, ask, letIn, type Tokens } from './authorized.ts';
import { smallSite } from './small-site.ts';

let sandbox: Sandbox;
let tokens: Tokens;
const start = Date.UTC(2026, 5, 1, 8);

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, sites: [smallSite()], clock: () => start + 3_600_000 });
  tokens = await letIn(sandbox, 'alice');
  const site = sandbox.world.site('Small');
  const names = ['Doing', 'To Do'];
  for (let turn = 0; turn < 45; turn += 1) {
    site.transition('AAA-1', names[turn % 2] ?? '', { at: start + turn * 1000, by: 'ari' });
    if (turn < 3) site.editIssue('BBB-1', { labels: [`l${turn}`] }, { at: start + turn * 1000, by: 'bela' });
  }
});
beforeEach(() => sandbox.faults.clear());
afterAll(() => sandbox.close());

const bulk = async (body: object) =>
  (await ask(sandbox, tokens, 'small-site', '/rest/api/3/changelog/bulkfetch', body)).body;

describe('changelog/bulkfetch', () => {
  it('gives entries oldest first over all issues, so that one issue shows on several pages; all of them exactly once.', async () => {
    const query = { issueIdsOrKeys: ['BBB-1', '10001'], maxResults: 4 };
    const first = await bulk(query);
    const shown = (page: AnyJson) =>
      page.issueChangeLogs.map((log: AnyJson) => [log.issueId, log.changeHistories.length]);
    expect(shown(first)).toEqual([
      ['10001', 2],
      ['10003', 2],
    ]);
    const seen: string[] = [];
    let page = first;
    for (;;) {
      for (const log of page.issueChangeLogs) seen.push(...log.changeHistories.map((entry: AnyJson) => entry.id));
      if (page.nextPageToken === undefined) break;
      page = await bulk({ ...query, nextPageToken: page.nextPageToken });
    }
    expect([seen.length, new Set(seen).size]).toEqual([48, 48]);
  });

  it('leaves out what cannot be seen, and entries without the wanted fields.', async () => {
    const page = await bulk({ issueIdsOrKeys: ['10001', '99999', 'BBB-1'], fieldIds: ['labels'] });
    expect(page.issueChangeLogs.map((log: AnyJson) => log.issueId)).toEqual(['10003']);
  });

  it('writes dates in the zone of the site, or as epoch milliseconds when switched.', async () => {
    const created = async () =>
      (await bulk({ issueIdsOrKeys: ['BBB-1'] })).issueChangeLogs[0].changeHistories[0].created;
    expect(await created()).toBe('2026-06-01T10:00:00.000+0200');
    sandbox.faults.set({ bulkfetchCreated: 'epoch' });
    expect(await created()).toBe(start);
  });

  it('refuses no issues and more than a thousand.', async () => {
    for (const issueIdsOrKeys of [[], Array(1001).fill('10001')]) {
      expect((await bulk({ issueIdsOrKeys })).errorMessages[0]).toMatch(/^Invalid request payload/);
    }
  });
});

describe('Other ways to a changelog', () => {
  it('are cut to the forty newest in a search, newest first, with the true total.', async () => {
    const query = { jql: 'key = AAA-1', fields: ['status'], expand: 'changelog' };
    const { changelog } = (await ask(sandbox, tokens, 'small-site', '/rest/api/3/search/jql', query)).body.issues[0];
    expect([changelog.histories.length, changelog.total]).toEqual([40, 45]);
    expect(Number(changelog.histories[0].id)).toBeGreaterThan(Number(changelog.histories[39].id));
  });

  it('are pages from the oldest on for one issue.', async () => {
    const path = '/rest/api/3/issue/AAA-1/changelog?startAt=40&maxResults=3';
    const { body } = await ask(sandbox, tokens, 'small-site', path);
    expect([body.values.length, body.total, body.isLast]).toEqual([3, 45, false]);
    const last = await ask(sandbox, tokens, 'small-site', path.replace('=40', '=43'));
    expect([last.body.values.length, last.body.isLast]).toEqual([2, true]);
  });
});
