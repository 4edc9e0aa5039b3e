import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import type { SiteWorld } from '../../sandbox/world/site-world.ts';
import { hasOpenApi, validateRequest, validateResponse } from '../support/openapi.ts';
import { type AnyJson, ask, letIn, type Tokens } from './authorized.ts';
import { smallSite } from './small-site.ts';

let sandbox: Sandbox;
let site: SiteWorld;
let tokens: Tokens;
let now: number;

beforeEach(async () => {
  now = Date.UTC(2026, 4, 1);
  sandbox = await startSandbox({ port: 0, sites: [smallSite()], clock: () => now });
  site = sandbox.world.site('Small');
  tokens = await letIn(sandbox, 'alice');
  sandbox.faults.set({ indexLagSeconds: 30 });
});
afterEach(() => sandbox.close());

const path = '/rest/api/3/search/jql';
async function search(body: object): Promise<AnyJson> {
  const answer = await ask(sandbox, tokens, 'small-site', path, body);
  if (hasOpenApi) {
    expect(validateRequest('POST', path, {}, body)).toEqual([]);
    expect(validateResponse('POST', path, answer.status, answer.body)).toEqual([]);
  }
  return answer.body;
}
const updatedSince = async (at: number, more: object = {}): Promise<string[]> => {
  const body = await search({ jql: `updated >= ${at} ORDER BY updated ASC`, fields: ['summary'], ...more });
  return body.issues.map((issue: AnyJson) => `${issue.key} ${issue.fields.summary}`);
};
const count = async () => {
  const body = { jql: 'created >= 0' };
  return (await ask(sandbox, tokens, 'small-site', '/rest/api/3/search/approximate-count', body)).body.count;
};
const read = (key: string) => ask(sandbox, tokens, 'small-site', `/rest/api/3/issue/${key}`);
const fresh = { project: '10000', type: '7', status: '1', summary: 'New', reporter: 'ari' };

describe('An index that is behind', () => {
  it('shows an edited issue as it was, in every respect, until it has noticed.', async () => {
    const start = now;
    site.editIssue('AAA-1', { summary: 'Edited', status: '2' });
    now += 29_999;
    expect(await updatedSince(start)).toEqual([]);
    const jql = 'status = "To Do" AND key = AAA-1';
    expect((await search({ jql, fields: ['*all'] })).issues[0].fields).toMatchObject({ summary: 'Issue 1' });
    now += 1;
    expect(await updatedSince(start)).toEqual(['AAA-1 Edited']);
    expect((await search({ jql })).issues).toEqual([]);
  });

  it('goes through all states of an issue that is edited again and again.', async () => {
    const seen: string[] = [];
    for (let step = 0; step < 6; step += 1) {
      if (step < 3) site.editIssue('AAA-1', { summary: `Edit ${step}` });
      now += 10_000;
      const { issues } = await search({ jql: 'key = AAA-1', fields: ['summary'] });
      seen.push(issues[0].fields.summary);
    }
    expect(seen).toEqual(['Issue 1', 'Issue 1', 'Edit 0', 'Edit 1', 'Edit 2', 'Edit 2']);
  });

  it('does not know a new issue, and still knows a deleted one.', async () => {
    const { key } = site.addIssue(fresh);
    site.deleteIssue('AAA-10');
    const known = await updatedSince(0);
    expect(known.map((line) => line.split(' ')[0])).toEqual(['AAA-1', 'AAA-2', 'BBB-1', 'AAA-10']);
    expect(await count()).toBe(4);
    now += 30_000;
    expect((await updatedSince(0)).map((line) => line.split(' ')[0])).toEqual(['AAA-1', 'AAA-2', 'BBB-1', key]);
    site.deleteIssue(key);
    expect(await count()).toBe(4);
    now += 30_000;
    expect(await count()).toBe(3);
  });

  it('knows an issue that came and went late, and for as long as it lived.', async () => {
    const { key } = site.addIssue(fresh);
    now += 5_000;
    site.deleteIssue(key);
    const counts: number[] = [];
    for (const wait of [0, 24_999, 1, 4_999, 1]) {
      now += wait;
      counts.push(await count());
    }
    expect(counts).toEqual([4, 4, 5, 5, 4]);
  });

  it('goes by when an edit was made, not by the date it bears.', async () => {
    site.editIssue('AAA-1', { summary: 'Late import' }, { at: now - 3_600_000 });
    expect(await updatedSince(0)).toContain('AAA-1 Issue 1');
  });

  it('does not concern reads by id.', async () => {
    site.editIssue('AAA-1', { summary: 'Edited' });
    const { key } = site.addIssue(fresh);
    site.deleteIssue('AAA-10');
    expect((await read('AAA-1')).body.fields.summary).toBe('Edited');
    expect([(await read(key)).status, (await read('AAA-10')).status]).toEqual([200, 404]);
    const bulk = { issueIdsOrKeys: ['AAA-1', key, 'AAA-10'], fields: ['summary'] };
    const { issues } = (await ask(sandbox, tokens, 'small-site', '/rest/api/3/issue/bulkfetch', bulk)).body;
    expect(issues.map((issue: AnyJson) => issue.fields.summary)).toEqual(['Edited', 'New']);
    const logs = { issueIdsOrKeys: ['AAA-1'] };
    const changes = (await ask(sandbox, tokens, 'small-site', '/rest/api/3/changelog/bulkfetch', logs)).body;
    expect(changes.issueChangeLogs[0].changeHistories.length).toBe(1);
  });

  it('is up to date on the issues to reconcile: edited, new and deleted ones.', async () => {
    site.editIssue('AAA-1', { summary: 'Edited' });
    site.editIssue('AAA-2', { summary: 'Edited too' });
    const { id, key } = site.addIssue(fresh);
    site.deleteIssue('AAA-10');
    const reconcileIssues = [10_001, Number(id), 10_004];
    expect(await updatedSince(0, { reconcileIssues })).toEqual([
      'AAA-2 Issue 2',
      'BBB-1 Issue 3',
      'AAA-1 Edited',
      `${key} New`,
    ]);
    const query = `jql=${encodeURIComponent('updated >= 0')}&fields=summary&reconcileIssues=10001&reconcileIssues=10004`;
    const { body } = await ask(sandbox, tokens, 'small-site', `${path}?${query}`);
    expect(body.issues.map((issue: AnyJson) => issue.fields.summary).sort()).toEqual(['Edited', 'Issue 2', 'Issue 3']);
  });

  it('wants the same list on every page, and no more than fifty.', async () => {
    const body = { jql: 'updated >= 0', maxResults: 1, reconcileIssues: [10_001] };
    const { nextPageToken } = await search(body);
    expect((await search({ ...body, nextPageToken })).issues.length).toBe(1);
    const other = { ...body, reconcileIssues: [10_002], nextPageToken };
    expect((await ask(sandbox, tokens, 'small-site', path, other)).status).toBe(400);
    const many = { ...body, reconcileIssues: Array.from({ length: 51 }, (_, index) => index) };
    expect((await ask(sandbox, tokens, 'small-site', path, many)).status).toBe(400);
  });

  it('is no longer behind when the switch is off.', async () => {
    site.editIssue('AAA-1', { summary: 'Edited' });
    sandbox.faults.clear();
    expect(await updatedSince(now)).toEqual(['AAA-1 Edited']);
    expect(() => sandbox.faults.set({ indexLagSeconds: 301 })).toThrow();
  });

  it('remembers enough after thousands of changes, whenever it forgets.', async () => {
    for (let edits = 1; edits <= 2500; edits += 1) {
      site.editIssue('AAA-1', { summary: `Edit ${edits}` });
      now += 1000;
      // It forgets when it holds a thousand: after 1000, and then every 699 edits, since 301 of them are young enough.
      if (edits !== 1000 && edits !== 1699 && edits !== 2500) continue;
      const { issues } = await search({ jql: 'key = AAA-1', fields: ['summary'] });
      // Edits stand 1 s apart and the last was 1 s ago: what was so 30 s ago had been written 29 edits before it.
      expect(issues[0].fields.summary).toBe(`Edit ${edits - 29}`);
    }
  });
});
