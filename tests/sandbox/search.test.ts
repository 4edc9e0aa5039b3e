import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { type AnyJson, ask, letIn, type Tokens } from './authorized.ts';
import { smallSite } from './small-site.ts';

let sandbox: Sandbox;
let tokens: Tokens;
let now = Date.UTC(2026, 4, 1);

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, sites: [smallSite()], clock: () => now });
  tokens = await letIn(sandbox, 'alice', [], 'read:jira-work');
});
beforeEach(() => sandbox.faults.clear());
afterAll(() => sandbox.close());

const get = (path: string) => ask(sandbox, tokens, 'small-site', path);
const search = (body: object) => ask(sandbox, tokens, 'small-site', '/rest/api/3/search/jql', body);
const keys = (body: AnyJson): string[] => body.issues.map((issue: AnyJson) => issue.key);

describe('Searching', () => {
  it('gives ids only unless fields are asked for.', async () => {
    const { body } = await search({ jql: 'project = BBB' });
    expect(body).toEqual({ issues: [{ id: '10003' }], isLast: true });
    const picked = await search({ jql: 'project = BBB', fields: ['summary', 'status'] });
    expect(Object.keys(picked.body.issues[0].fields).sort()).toEqual(['status', 'summary']);
    const without = await search({ jql: 'project = BBB', fields: ['*all', '-summary'] });
    expect(Object.keys(without.body.issues[0].fields)).not.toContain('summary');
  });

  it('pages by token, and an issue that changes meanwhile comes again at the end, none is missed.', async () => {
    const query = { jql: 'updated >= 1 ORDER BY updated ASC', maxResults: 2, fields: ['summary'] };
    const first = await search(query);
    expect([keys(first.body), first.body.isLast]).toEqual([['AAA-1', 'AAA-2'], false]);
    now += 60_000;
    sandbox.world.site('Small').editIssue('AAA-1', { summary: 'Changed during the walk' });
    const second = await search({ ...query, nextPageToken: first.body.nextPageToken });
    expect(keys(second.body)).toEqual(['BBB-1', 'AAA-10']);
    const third = await search({ ...query, nextPageToken: second.body.nextPageToken });
    expect([keys(third.body), third.body.isLast, third.body.nextPageToken]).toEqual([['AAA-1'], true, undefined]);
  });

  it('refuses tokens that are foreign, of another query, too old, or expired by a switch.', async () => {
    const query = { jql: 'updated >= 1', maxResults: 1 };
    const { nextPageToken } = (await search(query)).body;
    const message = 'The provided next page token is invalid or expired.';
    for (const wrong of [
      { ...query, nextPageToken: 'made up' },
      { jql: 'updated >= 2', nextPageToken },
    ]) {
      expect(await search(wrong)).toMatchObject({ status: 400, body: { errorMessages: [message] } });
    }
    expect((await search({ ...query, nextPageToken })).status).toBe(200);
    sandbox.faults.set({ expirePageTokens: true });
    expect((await search({ ...query, nextPageToken })).status).toBe(400);
    sandbox.faults.clear();
    now += 7 * 86_400_000 + 1;
    tokens = await letIn(sandbox, 'alice', [], 'read:jira-work');
    expect((await search({ ...query, nextPageToken })).status).toBe(400);
  });

  it('refuses unbounded queries, strange sizes and strange members in the recorded words.', async () => {
    for (const jql of ['', 'ORDER BY created']) {
      expect((await search({ jql })).body.errorMessages[0]).toMatch(/^Unbounded JQL queries are not allowed here\./);
    }
    const size = await search({ jql: 'project = AAA', maxResults: 5001 });
    expect(size.body.errorMessages).toEqual(['The max results parameter has to be between 1 and 5,000.']);
    const strange = await search({ jql: 'project = AAA', total: true });
    expect(strange.body).toEqual({
      errorMessages: ['Invalid request payload. Refer to the REST API documentation and try again.'],
    });
  });

  it('answers 410 where the old search was.', async () => {
    expect((await get('/rest/api/3/search?jql=project=AAA')).status).toBe(410);
  });
});

describe('The zone of the caller', () => {
  it('can be any, and decides what a quoted date means, whatever was asked in another one before.', async () => {
    const reader = await letIn(sandbox, 'alice');
    // AAA-10 was created at 2026-04-01 07:00 UTC.
    const found = async () => keys((await search({ jql: 'created >= "2026-04-01 03:00"', fields: ['summary'] })).body);
    const zone = async () => (await ask(sandbox, reader, 'small-site', '/rest/api/3/myself')).body.timeZone;
    expect([await zone(), await found()]).toEqual(['America/New_York', ['AAA-10']]);
    sandbox.faults.set({ accountTimeZone: 'Pacific/Pago_Pago' });
    expect([await zone(), await found()]).toEqual(['Pacific/Pago_Pago', []]);
    sandbox.faults.set({ accountTimeZone: 'Pacific/Kiritimati' });
    expect([await zone(), await found()]).toEqual(['Pacific/Kiritimati', ['AAA-10']]);
    expect(() => sandbox.faults.set({ accountTimeZone: 'Nowhere/Land' })).toThrow();
  });
});

describe('The gateway', () => {
  it('answers 401 without a token and for a missing scope, 404 for a foreign site, a wrong path and a hidden issue.', async () => {
    const nobody = { ...tokens, access_token: 'nothing' };
    expect((await ask(sandbox, nobody, 'small-site', '/rest/api/3/status')).status).toBe(401);
    expect(await get('/rest/api/3/myself')).toMatchObject({
      status: 401,
      body: { code: 401, message: 'Unauthorized; scope does not match' },
    });
    expect((await get('/rest/agile/1.0/board')).status).toBe(401);
    const foreign = await ask(sandbox, tokens, 'another-site', '/rest/api/3/status');
    expect([foreign.status, foreign.headers.get('x-failure-category')]).toEqual([404, 'FAILURE_CLIENT_TCS']);
    const unknown = await get('/rest/api/3/nonsense');
    expect([unknown.status, unknown.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    const wrongMethod = await ask(sandbox, tokens, 'small-site', '/rest/api/3/status', {});
    expect([wrongMethod.status, wrongMethod.headers.get('allow')]).toEqual([405, 'GET']);
    expect((await get('/rest/api/3/issue/AAA-99')).body.errorMessages).toEqual([
      'Issue does not exist or you do not have permission to see it.',
    ]);
  });
});
