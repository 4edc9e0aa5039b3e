import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { ask, letIn, refresh } from './authorized.ts';
import { steer } from './control-calls.ts';
import { smallSite } from './small-site.ts';
import { askWebhooks, register, webhookScopes } from './webhook-calls.ts';
import { openReceiver } from './webhook-receiver.ts';

const start = Date.UTC(2026, 10, 23, 9);
const minute = 60_000;
let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox({ port: 0, sites: [smallSite()], clock: () => start });
});
afterEach(() => sandbox.close());

describe('The clock', () => {
  it('is put forward over HTTP and in the process alike, and never back.', async () => {
    expect((await steer(sandbox, 'GET', 'clock')).body).toEqual({
      now: start,
      iso: '2026-11-23T09:00:00.000Z',
      offsetMs: 0,
    });
    expect((await steer(sandbox, 'POST', 'clock', { advanceMs: 5 * minute })).body.now).toBe(start + 5 * minute);
    sandbox.clock.advance(minute);
    expect((await steer(sandbox, 'GET', 'clock')).body.offsetMs).toBe(6 * minute);
    for (const wrong of [{ advanceMs: -1 }, { advanceMs: 'much' }, {}, 'soon', { advanceMs: 1, back: true }]) {
      expect((await steer(sandbox, 'POST', 'clock', wrong)).status).toBe(400);
    }
    expect(() => sandbox.clock.advance(-1)).toThrow(RangeError);
    expect(sandbox.clock.now()).toBe(start + 6 * minute);
  });

  it('is what tokens, stamps and the server’s time go by.', async () => {
    const tokens = await letIn(sandbox, 'alice');
    await steer(sandbox, 'POST', 'clock', { advanceMs: 59 * minute });
    sandbox.world.site('Small').editIssue('AAA-1', { summary: 'Later' });
    const { body } = await ask(sandbox, tokens, 'small-site', '/rest/api/3/issue/AAA-1?fields=updated');
    expect(body.fields.updated).toBe('2026-11-23T10:59:00.000+0100');
    const { serverTime } = (await ask(sandbox, tokens, 'small-site', '/rest/api/3/serverInfo')).body;
    expect(Date.parse(serverTime)).toBe(start + 59 * minute);
    await steer(sandbox, 'POST', 'clock', { advanceMs: minute });
    expect((await ask(sandbox, tokens, 'small-site', '/rest/api/3/myself')).status).toBe(401);
    expect((await refresh(sandbox, tokens.refresh_token)).status).toBe(200);
    sandbox.clock.advance(90 * 24 * 60 * minute + 1);
    expect((await refresh(sandbox, tokens.refresh_token)).status).toBe(403);
  });
});

describe('The switches', () => {
  it('revoke the grants of an account.', async () => {
    const tokens = await letIn(sandbox, 'alice');
    expect(await steer(sandbox, 'POST', 'grants/revoke', { account: 'alice' })).toEqual({
      status: 200,
      body: { account: 'alice' },
    });
    expect((await ask(sandbox, tokens, 'small-site', '/rest/api/3/myself')).status).toBe(401);
    expect((await steer(sandbox, 'POST', 'grants/revoke', { account: 'nobody' })).status).toBe(404);
    expect((await steer(sandbox, 'POST', 'grants/revoke', {})).status).toBe(400);
  });

  it('show webhooks and their deliveries, but no token, no body and no address.', async () => {
    const receiver = await openReceiver();
    const tokens = await letIn(sandbox, 'alice', [], webhookScopes);
    await register(sandbox, tokens, receiver.url);
    sandbox.world.site('Small').editIssue('AAA-1', { summary: 'A summary' });
    await sandbox.webhooks.settled();
    const { body } = await steer(sandbox, 'GET', 'webhooks');
    const identifier = receiver.received[0]?.headers['x-atlassian-webhook-identifier'];
    expect(body.registrations).toMatchObject([
      { id: 1, siteId: 'small-site', account: 'alice', origin: new URL(receiver.url).origin },
    ]);
    const event = 'jira:issue_updated';
    expect(body.deliveries).toEqual([
      {
        identifier,
        event,
        siteId: 'small-site',
        account: 'alice',
        issueId: '10001',
        attempt: 1,
        status: 200,
        outcome: 'answered',
        at: start,
      },
    ]);
    for (const secret of ['secret-of-the-app', 'A summary', 'Bearer'])
      expect(JSON.stringify(body)).not.toContain(secret);
    await receiver.close();
  });

  it('keep the last thousand deliveries.', async () => {
    const tokens = await letIn(sandbox, 'alice', [], webhookScopes);
    await register(sandbox, tokens, 'http://localhost:9/hook');
    sandbox.faults.set({ webhooks: { drop: 'all' } });
    const site = sandbox.world.site('Small');
    for (let count = 0; count < 1100; count += 1)
      site.editIssue(count < 100 ? 'AAA-1' : 'AAA-2', { summary: `${count}` });
    const { deliveries } = (await steer(sandbox, 'GET', 'webhooks')).body;
    expect(deliveries).toHaveLength(1000);
    expect(new Set(deliveries.map((entry: { issueId: string }) => entry.issueId))).toEqual(new Set(['10002']));
  });

  it('change some faults and keep the others; a reset forgets faults and journal and nothing else.', async () => {
    const tokens = await letIn(sandbox, 'alice', [], webhookScopes);
    await steer(sandbox, 'PUT', 'faults', { shortPages: 3 });
    const changed = await steer(sandbox, 'PATCH', 'faults', { webhooks: { duplicates: 2 } });
    expect(changed.body).toMatchObject({ shortPages: 3, webhooks: { duplicates: 2, drop: 0 } });
    expect((await steer(sandbox, 'PATCH', 'faults', { webhooks: { duplicates: -2 } })).status).toBe(400);
    expect((await steer(sandbox, 'PATCH', 'faults', '[')).body.message).toBe('The body is not JSON.');
    sandbox.clock.advance(minute);
    expect((await steer(sandbox, 'POST', 'reset')).body).toEqual({ entries: [] });
    expect(sandbox.faults.plan).toMatchObject({ shortPages: null, webhooks: { duplicates: 0 } });
    expect(sandbox.clock.offsetMs).toBe(minute);
    expect((await askWebhooks(sandbox, tokens, 'GET')).status).toBe(200);
    expect((await steer(sandbox, 'GET', 'journal')).body.entries).toHaveLength(1);
  });

  it('say which there are not, which methods they take, and nothing to pages from elsewhere.', async () => {
    expect((await steer(sandbox, 'GET', 'nothing')).status).toBe(404);
    expect(await steer(sandbox, 'PUT', 'clock', {})).toEqual({
      status: 405,
      body: { message: 'This switch takes GET, POST.' },
    });
    for (const origin of ['https://evil.example', 'null']) {
      expect((await steer(sandbox, 'POST', 'reset', {}, { origin })).status).toBe(403);
    }
    expect((await steer(sandbox, 'POST', 'reset', {}, { origin: sandbox.url })).status).toBe(200);
  });
});
