import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { ask, letIn, type Reply, type Tokens } from './authorized.ts';
import { smallSite } from './small-site.ts';

let sandbox: Sandbox;
let alice: Tokens;
let bob: Tokens;
let now: number;

beforeEach(async () => {
  now = Date.UTC(2026, 4, 1, 10, 20, 30);
  const sites = [smallSite(), smallSite('other-site', 'Other')];
  sandbox = await startSandbox({ port: 0, sites, clock: () => now });
  [alice, bob] = [await letIn(sandbox, 'alice'), await letIn(sandbox, 'bob')];
});
afterEach(() => sandbox.close());

const v3 = '/rest/api/3';
const get = (path: string, tokens = alice, site = 'small-site') => ask(sandbox, tokens, site, `${v3}/${path}`);
const post = (path: string, body: object) => ask(sandbox, alice, 'small-site', `${v3}/${path}`, body);
const header = ({ headers }: Reply, name: string) => headers.get(name);
const remaining = (reply: Reply) => Number(header(reply, 'x-ratelimit-remaining'));

describe('The allowance of points', () => {
  it('is told with every answer, and not with any while it is off.', async () => {
    expect(header(await get('status'), 'x-ratelimit-limit')).toBeNull();
    sandbox.faults.set({ points: { perHour: 20 } });
    const reply = await get('status');
    // 39 minutes and 30 seconds are left of the hour: 2,370 s.
    expect([
      reply.status,
      Object.fromEntries([...reply.headers].filter(([name]) => name.includes('ratelimit'))),
    ]).toEqual([
      200,
      {
        'x-ratelimit-limit': '20',
        'x-ratelimit-remaining': '19',
        'x-ratelimit-reset': '2026-05-01T11:00:00.000Z',
        'x-ratelimit-nearlimit': 'false',
        'ratelimit-policy': '"global-app-quota";q=20;w=3600',
        ratelimit: '"global-app-quota";r=19;t=2370',
      },
    ]);
  });

  // 1 point a request; issues and projects 1 each, people 2 (JIRA-CLOUD.md 2.7). The site has 4 issues, 2 projects, 2 people.
  it.each([
    ['search/jql', { jql: 'created >= 0' }, 5],
    ['search/jql', { jql: 'created >= 0', maxResults: 3 }, 4],
    ['search/approximate-count', { jql: 'created >= 0' }, 1],
    ['issue/bulkfetch', { issueIdsOrKeys: ['10001', '10002', '99999'] }, 3],
    ['changelog/bulkfetch', { issueIdsOrKeys: ['10001', '10002'] }, 2],
    ['issue/10001', undefined, 2],
    ['issue/10001/changelog', undefined, 2],
    ['issue/99999', undefined, 1],
    ['project/search', undefined, 3],
    ['users/search', undefined, 5],
    ['user/bulk?accountId=ari', undefined, 3],
    ['myself', undefined, 3],
    ['field', undefined, 1],
  ])('is spent on what %s %j returns: %i.', async (path, body, cost) => {
    sandbox.world.site('Small').transition('10001', 'Doing');
    sandbox.faults.set({ points: { perHour: 100 } });
    expect(remaining(body ? await post(path, body) : await get(path))).toBe(100 - cost);
  });

  it('is shared by all tenants of the app, refuses when it is used up, and is whole at the full hour.', async () => {
    sandbox.faults.set({ points: { perHour: 6 } });
    expect(remaining(await get('field', bob, 'other-site'))).toBe(5);
    const near = await post('search/jql', { jql: 'project = AAA' });
    expect([remaining(near), header(near, 'x-ratelimit-nearlimit')]).toEqual([1, 'true']);
    // The last answer may cost more than is left.
    expect((await post('search/jql', { jql: 'created >= 0' })).status).toBe(200);
    const refused = await get('field', bob, 'other-site');
    expect(refused).toMatchObject({ status: 429, body: { code: 429 } });
    const names = ['retry-after', 'ratelimit-reason', 'x-ratelimit-remaining', 'x-ratelimit-reset', 'ratelimit'];
    expect(names.map((name) => header(refused, name))).toEqual([
      '2370',
      'jira-quota-global-based',
      '0',
      '2026-05-01T11:00:00.000Z',
      '"global-app-quota";r=0;t=2370',
    ]);
    now = Date.UTC(2026, 4, 1, 10, 59, 59, 900);
    expect(header(await get('field'), 'retry-after')).toBe('1');
    now += 100;
    expect(remaining(await get('field'))).toBe(5);
  });

  it('can be each tenant’s own.', async () => {
    sandbox.faults.set({ points: { perHour: 1, per: 'tenant' } });
    await get('field');
    const [refused, other] = [await get('field'), await get('field', alice, 'other-site')];
    expect([refused.status, header(refused, 'ratelimit-reason')]).toEqual([429, 'jira-quota-tenant-based']);
    expect([other.status, header(other, 'ratelimit-policy')]).toEqual([200, null]);
  });

  it('can be announced without being enforced.', async () => {
    sandbox.faults.set({ points: { perHour: 1, enforced: false } });
    await get('field');
    const reply = await get('field');
    expect([reply.status, remaining(reply), header(reply, 'beta-ratelimit')]).toEqual([
      200,
      0,
      '"global-app-quota";r=0;t=2370',
    ]);
    expect(header(reply, 'ratelimit-policy')).toBeNull();
  });

  it('is whole again when it is switched on anew, and not when another switch changes.', async () => {
    sandbox.faults.set({ points: { perHour: 9 } });
    await get('field');
    sandbox.faults.change({ shortPages: 1 });
    sandbox.faults.add({ path: 'nowhere', effect: { kind: 'lose' } });
    expect(remaining(await get('field'))).toBe(7);
    sandbox.faults.set({ points: { perHour: 9 } });
    expect(remaining(await get('field'))).toBe(8);
  });
});

describe('A burst', () => {
  it('is refused by tenant, endpoint and method, and the bucket fills with time.', async () => {
    sandbox.faults.set({ burst: { perSecond: 2 } });
    const statuses = async (times: number, read: () => Promise<Reply>) => {
      const seen: number[] = [];
      for (let time = 0; time < times; time += 1) seen.push((await read()).status);
      return seen;
    };
    // Two issues are one endpoint.
    const issues = ['issue/10001', 'issue/10002', 'issue/10001'];
    expect(await statuses(3, () => get(issues.pop() ?? ''))).toEqual([200, 200, 429]);
    expect(await statuses(1, () => get('status'))).toEqual([200]);
    expect(await statuses(1, () => get('issue/10001', bob, 'other-site'))).toEqual([200]);
    const search = { jql: 'project = AAA' };
    await statuses(2, () => post('search/jql', search));
    expect((await get('search/jql?jql=project=AAA')).status).toBe(200);
    const refused = await post('search/jql', search);
    expect([refused.status, header(refused, 'ratelimit-reason'), header(refused, 'retry-after')]).toEqual([
      429,
      'jira-burst-based',
      '1',
    ]);
    expect(header(refused, 'x-ratelimit-reset')).toBe('2026-05-01T10:20:30.500Z');
    now += 500;
    expect(await statuses(2, () => post('search/jql', search))).toEqual([200, 429]);
    now += 60_000;
    expect(await statuses(3, () => post('search/jql', search))).toEqual([200, 200, 429]);
  });

  it('costs nothing of the allowance, which is told beside it.', async () => {
    sandbox.faults.set({ burst: { perSecond: 1 }, points: { perHour: 10 } });
    await get('field');
    const refused = await get('field');
    expect([refused.status, header(refused, 'ratelimit-reason'), header(refused, 'ratelimit')]).toEqual([
      429,
      'jira-burst-based',
      '"global-app-quota";r=9;t=2370',
    ]);
    expect(remaining(await get('status'))).toBe(8);
  });
});

describe('Too many requests at once', () => {
  it('are refused without a word of how long to wait, and others meanwhile are not.', async () => {
    const rules = [{ path: '/field$', effect: { kind: 'delay' as const, ms: 300 } }];
    sandbox.faults.set({ concurrency: { most: 2 }, rules });
    const slow = [get('field'), get('field')];
    const early = Promise.race(slow);
    let third = await get('status');
    // The slow ones may have come in after the first try; none of them is over before 300 ms.
    while (third.status === 200) third = await get('status');
    expect([third.status, header(third, 'retry-after'), header(third, 'ratelimit-reason')]).toEqual([429, null, null]);
    expect((await get('status', bob, 'other-site')).status).toBe(200);
    expect((await early).status).toBe(200);
    await Promise.all(slow);
    expect((await get('status')).status).toBe(200);
  });
});

describe('A refusal by rule', () => {
  const refusal = async (effect: object): Promise<Reply> => {
    const rules = [{ path: '/field$', effect: { kind: 'refuse', ...effect } }];
    const body = JSON.stringify({ rules });
    const put = await fetch(`${sandbox.url}/sandbox/faults`, { method: 'PUT', body });
    expect(put.status).toBe(200);
    return get('field');
  };

  it.each([
    [0, '0'],
    [86_400_000, '86400000'],
    [{ date: 90 }, 'Fri, 01 May 2026 10:22:00 GMT'],
    [{ date: -90 }, 'Fri, 01 May 2026 10:19:00 GMT'],
    [undefined, null],
  ])('says Retry-After %j as %s.', async (retryAfter, text) => {
    expect(header(await refusal({ status: 429, retryAfter }), 'retry-after')).toBe(text);
  });

  it('carries any header, and any body.', async () => {
    const headers = { 'X-RateLimit-Reset': 'soon', 'Content-Type': 'text/plain' };
    const answer = await fetch(`${sandbox.url}/nowhere`);
    expect(answer.status).toBe(404);
    sandbox.faults.add({ effect: { kind: 'refuse', status: 503, headers, body: '{"half":' } });
    const odd = await fetch(`${sandbox.url}/nowhere`);
    expect([
      odd.status,
      odd.headers.get('x-ratelimit-reset'),
      odd.headers.get('content-type'),
      await odd.text(),
    ]).toEqual([503, 'soon', 'text/plain', '{"half":']);
  });
});
