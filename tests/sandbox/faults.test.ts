import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { ask, letIn, type Tokens } from './authorized.ts';
import { smallSite } from './small-site.ts';

let sandbox: Sandbox;
let tokens: Tokens;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, sites: [smallSite()] });
  tokens = await letIn(sandbox, 'alice');
});
beforeEach(() => sandbox.faults.clear());
afterAll(() => sandbox.close());

const statuses = () => ask(sandbox, tokens, 'small-site', '/rest/api/3/status');
const put = (plan: unknown) => fetch(`${sandbox.url}/sandbox/faults`, { method: 'PUT', body: JSON.stringify(plan) });

describe('Faults', () => {
  it('refuse the next requests on a path, with Retry-After or without, and then no more.', async () => {
    const path = '/status$';
    await put({
      rules: [
        { path, times: 1, effect: { kind: 'refuse', status: 429, retryAfter: 7, reason: 'jira-burst-based' } },
        { path, times: 2, effect: { kind: 'refuse', status: 429 } },
      ],
    });
    const first = await statuses();
    expect([first.status, first.headers.get('retry-after'), first.headers.get('ratelimit-reason')]).toEqual([
      429,
      '7',
      'jira-burst-based',
    ]);
    expect((await ask(sandbox, tokens, 'small-site', '/rest/api/3/myself')).status).toBe(200);
    const second = await statuses();
    expect([second.status, second.headers.get('retry-after')]).toEqual([429, null]);
    expect((await statuses()).status).toBe(200);
  });

  it('answer with HTML pages as gateways do.', async () => {
    sandbox.faults.add({ effect: { kind: 'refuse', status: 503, html: true } });
    const answer = await statuses();
    expect(answer.status).toBe(503);
    expect(answer.body).toMatch(/^<!DOCTYPE html>/);
  });

  it('cut bodies in the middle and lose answers after the work is done.', async () => {
    sandbox.faults.set({ rules: [{ path: '/status$', times: 1, effect: { kind: 'cut' } }] });
    await expect(statuses()).rejects.toThrow();
    sandbox.faults.set({ rules: [{ path: '/oauth/token$', times: 1, effect: { kind: 'lose' } }] });
    await expect(letIn(sandbox, 'alice')).rejects.toThrow();
    expect((await statuses()).status).toBe(200);
  });

  it('delay answers.', async () => {
    sandbox.faults.set({ rules: [{ path: '/status$', effect: { kind: 'delay', ms: 40 } }] });
    const began = performance.now();
    await statuses();
    expect(performance.now() - began).toBeGreaterThan(38);
  });

  it('make pages short.', async () => {
    sandbox.faults.set({ shortPages: 1 });
    const { body } = await ask(sandbox, tokens, 'small-site', '/rest/api/3/search/jql', { jql: 'project = AAA' });
    expect([body.issues.length, body.isLast]).toEqual([1, false]);
  });

  it('are refused as a whole when one of them makes no sense.', async () => {
    for (const plan of [{ rules: [{ path: '(', effect: { kind: 'lose' } }] }, { shortPage: 1 }]) {
      expect((await put(plan)).status).toBe(400);
    }
    expect(sandbox.faults.plan.rules).toEqual([]);
  });
});

describe('The journal', () => {
  it('lists requests with the names of their members, never a token, a code or a value of a body.', async () => {
    await fetch(`${sandbox.url}/sandbox/journal`, { method: 'DELETE' });
    const fresh = await letIn(sandbox, 'alice');
    await ask(sandbox, fresh, 'small-site', '/rest/api/3/search/jql', { jql: 'project = AAA', maxResults: 3 });
    const text = await (await fetch(`${sandbox.url}/sandbox/journal`)).text();
    const { entries } = JSON.parse(text);
    expect(entries.map((entry: { path: string; status: number }) => [entry.path, entry.status])).toEqual([
      ['/authorize', 302],
      ['/oauth/token', 200],
      ['/ex/jira/small-site/rest/api/3/search/jql', 200],
    ]);
    expect(entries[2].bodyKeys).toEqual(['jql', 'maxResults']);
    expect(text).not.toContain('sandbox-secret');
    expect(text).not.toContain('some state');
    expect(text).not.toContain(fresh.access_token);
    expect(sandbox.journal.matching('/search/jql', 'POST').length).toBe(1);
  });
});
