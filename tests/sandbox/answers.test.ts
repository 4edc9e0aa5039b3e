/** Needs the shared folder (Atlassian's OpenAPI files); reported as skipped without it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { harborId } from '../../sandbox/seeding/harbor.ts';
import { lakesideId } from '../../sandbox/seeding/lakeside.ts';
import { northwindId } from '../../sandbox/seeding/northwind.ts';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { hasOpenApi, validateRequest, validateResponse } from '../support/openapi.ts';
import { type AnyJson, ask, letIn, type Tokens } from './authorized.ts';

let sandbox: Sandbox;
const tokens = new Map<string, Tokens>();

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, clock: () => Date.UTC(2026, 10, 20, 15) });
  for (const account of ['alice', 'bob']) tokens.set(account, await letIn(sandbox, account));
}, 30_000);
afterAll(() => sandbox.close());

const sites = [
  { name: 'Northwind Labs', account: 'alice', id: northwindId, project: 'PAY' },
  { name: 'Lakeside', account: 'bob', id: lakesideId, project: 'OPS' },
  { name: 'Harbor', account: 'alice', id: harborId, project: 'KAI' },
];

async function checked(site: (typeof sites)[number], path: string, body?: unknown): Promise<AnyJson> {
  const token = tokens.get(site.account);
  if (!token) throw new Error(`nobody signed in as ${site.account}`);
  const reply = await ask(sandbox, token, site.id, path, body);
  const url = new URL(path, 'http://site');
  const method = body === undefined ? 'GET' : 'POST';
  expect(reply.status, `${method} ${path}: ${JSON.stringify(reply.body).slice(0, 300)}`).toBe(200);
  expect(validateRequest(method, url.pathname, url.searchParams, body)).toEqual([]);
  expect(validateResponse(method, url.pathname, 200, reply.body).slice(0, 5), `${method} ${path}`).toEqual([]);
  return reply.body;
}

describe.runIf(hasOpenApi)('Every answer of the sandbox is as Atlassian describes it', () => {
  const paths = [
    '/rest/api/3/status',
    '/rest/api/3/statuscategory',
    '/rest/api/3/priority',
    '/rest/api/3/field',
    '/rest/api/3/myself',
    '/rest/api/3/serverInfo',
    '/rest/api/3/users/search?maxResults=7&startAt=3',
    '/rest/api/3/project/search?maxResults=1',
    '/rest/api/3/issue/10001',
    '/rest/api/3/issue/10042?expand=changelog&fields=summary,status',
    '/rest/api/3/issue/10042/changelog?maxResults=2',
    '/rest/api/3/issue/10042/worklog',
    '/rest/api/3/search/jql?jql=updated%20%3E%3D%200&fields=*all&maxResults=20&expand=changelog',
    '/rest/agile/1.0/board',
    '/rest/agile/1.0/board/1/configuration',
  ];
  for (const site of sites) {
    it.each(paths)(`${site.name} answers GET %s.`, async (path) => {
      await checked(site, path);
    });

    it(`${site.name} answers for a project, its people and its searches.`, async () => {
      await checked(site, `/rest/api/3/project/${site.project}/statuses`);
      const people = await checked(site, '/rest/api/3/users/search');
      await checked(site, `/rest/api/3/user/bulk?accountId=${encodeURIComponent(people[0].accountId)}`);
      await checked(site, '/rest/api/3/search/approximate-count', { jql: `project = ${site.project}` });
      await checked(site, '/rest/api/3/issue/bulkfetch', { issueIdsOrKeys: ['10003', '10001'], fields: ['summary'] });
    });

    it(`${site.name} answers for all its issues and all their history.`, async () => {
      const ids: string[] = [];
      let nextPageToken: string | undefined;
      do {
        const token = nextPageToken === undefined ? {} : { nextPageToken };
        const body = { jql: `created >= 0 ORDER BY key`, maxResults: 100, fields: ['*all'], ...token };
        const page = await checked(site, '/rest/api/3/search/jql', body);
        ids.push(...page.issues.map((issue: AnyJson) => issue.id));
        nextPageToken = page.nextPageToken;
      } while (nextPageToken !== undefined);
      expect(new Set(ids).size).toBe(sandbox.world.site(site.id).state.issues.size);
      for (let from = 0; from < ids.length; from += 1000) {
        const issueIdsOrKeys = ids.slice(from, from + 1000);
        await checked(site, '/rest/api/3/changelog/bulkfetch', { issueIdsOrKeys, maxResults: 10_000 });
      }
    }, 60_000);
  }

  it('The judge itself refuses what is wrong.', () => {
    expect(validateResponse('GET', '/rest/api/3/status', 200, [{ id: 3 }])).not.toEqual([]);
    expect(validateResponse('GET', '/rest/api/3/nothing', 200, {})).not.toEqual([]);
    expect(validateRequest('GET', '/rest/api/3/users/search', { maxResults: 'many' })).not.toEqual([]);
    expect(validateRequest('POST', '/rest/api/3/search/jql', {}, { jql: 'a = b', total: true })).not.toEqual([]);
    expect(validateRequest('POST', '/rest/api/3/changelog/bulkfetch', {}, { issueIdsOrKeys: [] })).not.toEqual([]);
  });
});
