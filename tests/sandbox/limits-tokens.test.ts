import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { ask, askToken, letIn, refresh, type Tokens } from './authorized.ts';
import { smallSite } from './small-site.ts';

let sandbox: Sandbox;
let tokens: Tokens;

beforeEach(async () => {
  sandbox = await startSandbox({ port: 0, sites: [smallSite()], clock: () => Date.UTC(2026, 4, 1) });
  tokens = await letIn(sandbox, 'alice');
});
afterEach(() => sandbox.close());

const read = async (by: Tokens) => (await ask(sandbox, by, 'small-site', '/rest/api/3/field')).status;
const put = (plan: object) => fetch(`${sandbox.url}/sandbox/faults`, { method: 'PUT', body: JSON.stringify(plan) });

describe('Access tokens', () => {
  it('can all end before their hour is over, for good, while refresh tokens go on.', async () => {
    await put({ voidAccessTokens: true });
    expect(await read(tokens)).toBe(401);
    const fresh = await refresh(sandbox, tokens.refresh_token);
    expect([fresh.status, await read(fresh)]).toEqual([200, 200]);
    sandbox.faults.clear();
    expect([await read(tokens), await read(fresh)]).toEqual([401, 200]);
    sandbox.faults.change({ voidAccessTokens: true });
    expect(await read(fresh)).toBe(401);
    sandbox.faults.change({ shortPages: 1 });
    expect(await read(await refresh(sandbox, fresh.refresh_token))).toBe(200);
  });
});

describe('A refresh', () => {
  it('is refused so many times, and then granted with the same token.', async () => {
    await put({ refuseRefresh: { spelling: 'unauthorized_client', times: 2 } });
    const tries = [1, 2, 3].map(() => () => refresh(sandbox, tokens.refresh_token));
    const seen: (string | number)[] = [];
    for (const attempt of tries) {
      const { status, error } = await attempt();
      seen.push(error ?? status);
    }
    expect(seen).toEqual(['unauthorized_client', 'unauthorized_client', 200]);
    expect((await put({ refuseRefresh: { spelling: 'no', times: 2 } })).status).toBe(400);
  });

  it('can lose its answer, and the same token is good for another within the leeway.', async () => {
    sandbox.faults.add({ grantType: 'refresh_token', times: 1, effect: { kind: 'lose' } });
    const others = await letIn(sandbox, 'bob');
    await expect(refresh(sandbox, tokens.refresh_token)).rejects.toThrow();
    expect((await refresh(sandbox, tokens.refresh_token)).status).toBe(200);
    expect(await read(others)).toBe(200);
  });

  it.each([
    [{ kind: 'refuse', status: 429, retryAfter: 5 }, 429, /Rate limit/],
    [{ kind: 'refuse', status: 503 }, 503, /unavailable/],
    [{ kind: 'refuse', status: 502, html: true }, 502, /^<!DOCTYPE html>/],
  ] as const)('can meet a token endpoint that has %j.', async (effect, status, text) => {
    sandbox.faults.add({ path: '/oauth/token$', grantType: 'refresh_token', effect });
    const members = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token };
    const answer = await fetch(`${sandbox.url}/oauth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(members),
    });
    expect([answer.status, await answer.text()]).toEqual([status, expect.stringMatching(text)]);
  });

  it('can be slow while other requests are not.', async () => {
    sandbox.faults.add({ grantType: 'refresh_token', effect: { kind: 'delay', ms: 120 } });
    const began = performance.now();
    const slow = refresh(sandbox, tokens.refresh_token).then(() => performance.now() - began);
    await letIn(sandbox, 'bob');
    const quick = performance.now() - began;
    expect(await slow).toBeGreaterThan(118);
    expect(quick).toBeLessThan(await slow);
  });
});

describe('The journal', () => {
  it('says how tokens were asked for, and counts it, without any of them.', async () => {
    sandbox.journal.clear();
    const fresh = await letIn(sandbox, 'bob');
    await refresh(sandbox, fresh.refresh_token);
    await askToken(sandbox, { grant_type: 'password' });
    const form = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: 'made up' });
    await fetch(`${sandbox.url}/oauth/token`, { method: 'POST', body: form });
    const entries = sandbox.journal.matching('/oauth/token', 'POST');
    expect(entries.map(({ grantType }) => grantType)).toEqual([
      'authorization_code',
      'refresh_token',
      undefined,
      'refresh_token',
    ]);
    expect([sandbox.journal.countGrants('refresh_token'), sandbox.journal.countGrants('client_credentials')]).toEqual([
      2, 0,
    ]);
    const text = await (await fetch(`${sandbox.url}/sandbox/journal`)).text();
    expect(text).toContain('"grantType":"refresh_token"');
    for (const secret of [fresh.refresh_token, fresh.access_token, 'made up', 'password']) {
      expect(text).not.toContain(secret);
    }
  });
});
