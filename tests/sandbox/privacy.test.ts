import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { letIn, type Tokens } from './authorized.ts';
import { steer } from './control-calls.ts';
import { smallSite } from './small-site.ts';

const start = Date.UTC(2026, 10, 23, 9);
const now = new Date(start).toISOString();
/** Atlassian's own, for trying this out (JIRA-CLOUD.md 3). */
const [activeId, closedId] = ['5be24ad8b1653240376955d2', '5be24ba3f91c106033269289'];
let sandbox: Sandbox;
let tokens: Tokens;

beforeEach(async () => {
  sandbox = await startSandbox({ port: 0, sites: [smallSite()], clock: () => start });
  tokens = await letIn(sandbox, 'alice', [], 'report:personal-data');
});
afterEach(() => sandbox.close());

async function report(accounts: unknown, token = tokens.access_token, path = '/app/report-accounts/') {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answer = await fetch(`${sandbox.url}${path}`, { method: 'POST', headers, body: JSON.stringify({ accounts }) });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text === '' ? undefined : JSON.parse(text) };
}
const entry = (accountId: string, updatedAt = now) => ({ accountId, updatedAt });
const set = (accountId: string, status: string) => steer(sandbox, 'POST', 'accounts', { accountId, status });

describe('A report of stored personal data', () => {
  it('is answered 204 without a body when there is nothing to do.', async () => {
    const { status, body, headers } = await report([entry(activeId), entry('ari')]);
    expect([status, body, headers.get('cycle-period')]).toEqual([204, undefined, null]);
  });

  it('names the closed and the updated accounts among those reported, and no other.', async () => {
    await set('ari', 'closed');
    await set('not-reported', 'closed');
    sandbox.clock.advance(1000);
    await set('bela', 'updated');
    expect(await report([entry('ari'), entry('bela'), entry(activeId), entry(closedId)])).toMatchObject({
      status: 200,
      body: {
        accounts: [
          { accountId: 'ari', status: 'closed' },
          { accountId: 'bela', status: 'updated' },
          { accountId: closedId, status: 'closed' },
        ],
      },
    });
  });

  it('names an updated account until its data were fetched again, a closed one always.', async () => {
    await set('bela', 'updated');
    expect((await report([entry('bela', new Date(start - 1).toISOString())])).status).toBe(200);
    expect((await report([entry('bela', '2026-11-23T10:00:00.000+01:00')])).status).toBe(204);
    await set('bela', 'closed');
    expect((await report([entry('bela', new Date(start + 1).toISOString())])).status).toBe(200);
    await set('bela', 'active');
    expect((await report([entry('bela')])).status).toBe(204);
  });

  it('has 90 accounts at most, each with an RFC 3339 date.', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => entry(`person-${index}`));
    expect((await report(many(90))).status).toBe(204);
    expect((await report(many(91))).status).toBe(400);
    for (const wrong of [entry('ari', 'yesterday'), entry('ari', '2026-11-23'), { accountId: 'ari' }, 'ari']) {
      expect((await report([wrong])).status).toBe(400);
    }
  });

  it('needs a token with report:personal-data, and the slash at the end.', async () => {
    const other = await letIn(sandbox, 'alice', [], 'read:jira-work');
    expect((await report([entry('ari')], other.access_token)).status).toBe(403);
    expect((await report([entry('ari')], 'made up')).status).toBe(401);
    expect((await report([entry('ari')], tokens.access_token, '/app/report-accounts')).status).toBe(404);
  });

  it('is put off with Retry-After, and told its cycle, when that is switched on.', async () => {
    sandbox.faults.set({ reportAccounts: { retryAfterSeconds: 30, cyclePeriod: '604800' } });
    const refused = await report([entry('ari')]);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '30']);
    sandbox.faults.set({ reportAccounts: { cyclePeriod: '7' } });
    const taken = await report([entry(closedId)]);
    expect([taken.status, taken.headers.get('cycle-period')]).toEqual([200, '7']);
  });
});

describe('The switch for accounts', () => {
  it('shows what is set, and takes nothing but the three states.', async () => {
    await set('ari', 'closed');
    await set('bela', 'updated');
    await set('bela', 'active');
    expect((await steer(sandbox, 'GET', 'accounts')).body).toEqual({
      accounts: [{ accountId: 'ari', status: 'closed' }],
    });
    expect((await set('ari', 'asleep')).status).toBe(400);
    expect((await steer(sandbox, 'POST', 'accounts', { status: 'closed' })).status).toBe(400);
  });
});
