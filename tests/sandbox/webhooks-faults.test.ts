import { createServer, type Socket } from 'node:net';
import { jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultClientSecret } from '../../sandbox/oauth/default-client.ts';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import type { SiteWorld } from '../../sandbox/world/site-world.ts';
import { until } from '../support/until.ts';
import { ask, letIn, type Tokens } from './authorized.ts';
import { smallSite } from './small-site.ts';
import { register, webhookScopes } from './webhook-calls.ts';
import { openReceiver, type Received, type WebhookReceiver } from './webhook-receiver.ts';

const start = Date.UTC(2026, 10, 23, 9);
let sandbox: Sandbox;
let site: SiteWorld;
let receiver: WebhookReceiver;
let alice: Tokens;

async function open(webhooks = {}) {
  receiver = await openReceiver();
  sandbox = await startSandbox({ port: 0, sites: [smallSite()], clock: () => start, webhooks });
  site = sandbox.world.site('Small');
  alice = await letIn(sandbox, 'alice', [], webhookScopes);
  await register(sandbox, alice, receiver.url);
}
async function shut() {
  await sandbox.close();
  await receiver.close();
}

async function delivered() {
  await sandbox.webhooks.settled();
  return receiver.take();
}
const identifier = ({ headers }: Received) => headers['x-atlassian-webhook-identifier'];
const summaries = (told: readonly Received[]) => told.map(({ body }) => body.issue.fields.summary);
const rename = (summary: string) => site.editIssue('AAA-1', { summary });

describe('Webhooks by the plan', () => {
  beforeEach(() => open());
  afterEach(shut);

  it('come several times with one identifier.', async () => {
    sandbox.faults.set({ webhooks: { duplicates: 2 } });
    rename('A');
    const told = await delivered();
    expect(summaries(told)).toEqual(['A', 'A', 'A']);
    expect(new Set(told.map(identifier)).size).toBe(1);
  });

  it('come in reverse, so many at a time, and those that wait for others in vain after half a minute.', async () => {
    sandbox.faults.set({ webhooks: { reorder: 3 } });
    const sent = () => sandbox.webhooks.deliveries.length;
    for (const summary of ['A', 'B']) rename(summary);
    expect(await delivered()).toEqual([]);
    for (const summary of ['C', 'D']) rename(summary);
    const reversed = await delivered();
    expect(summaries(reversed)).toEqual(['C', 'B', 'A']);
    sandbox.clock.advance(29_999);
    expect(await delivered()).toEqual([]);
    sandbox.clock.advance(1);
    expect(summaries(await delivered())).toEqual(['D']);
    expect(sent()).toBe(4);
  });

  it('are lost by a share, which ones a seed decides, or all; the log says so.', async () => {
    const lostOnes = async (seed: number) => {
      sandbox.faults.set({ webhooks: { drop: 0.5, seed } });
      const before = sandbox.webhooks.deliveries.length;
      for (let count = 0; count < 20; count += 1) rename(`${count} after ${before}`);
      const arrived = summaries(await delivered()).map((summary) => Number.parseInt(summary, 10));
      const lost = sandbox.webhooks.deliveries.slice(before).filter(({ outcome }) => outcome === 'dropped');
      expect(arrived.length + lost.length).toBe(20);
      return Array.from({ length: 20 }, (_, count) => count).filter((count) => !arrived.includes(count));
    };
    const lost = [await lostOnes(1), await lostOnes(2), await lostOnes(3)];
    expect([await lostOnes(1), await lostOnes(2), await lostOnes(3)]).toEqual(lost);
    expect(new Set(lost.map(String)).size).toBe(3);
    for (const { length } of lost) expect(length > 2 && length < 18).toBe(true);
    sandbox.faults.set({ webhooks: { drop: 'all' } });
    rename('Nobody hears');
    expect(await delivered()).toEqual([]);
  });

  it('come later.', async () => {
    sandbox.faults.set({ webhooks: { delayMs: 60_000 } });
    rename('A');
    sandbox.clock.advance(59_999);
    expect(await delivered()).toEqual([]);
    sandbox.clock.advance(1);
    expect(summaries(await delivered())).toEqual(['A']);
  });

  it('are repeated sooner, by the time that really passes too.', async () => {
    sandbox.faults.set({ webhooks: { retrySpacingMs: 5 } });
    receiver.statuses.push(503, 503);
    rename('A');
    await until(
      async () => receiver.received.length,
      (count) => count === 3,
    );
    expect((await delivered()).map(({ headers }) => headers['x-atlassian-webhook-retry'])).toEqual([
      undefined,
      '1',
      '2',
    ]);
  });

  it('are signed with another secret, too long ago, or not at all.', async () => {
    const verify = async () => {
      rename(`${receiver.received.length} ${sandbox.webhooks.deliveries.length}`);
      const token = (await delivered())[0]?.headers.authorization?.slice('Bearer '.length);
      if (token === undefined) return 'no signature';
      const options = { algorithms: ['HS256'], currentDate: new Date(start), clockTolerance: 60 };
      return jwtVerify(token, new TextEncoder().encode(defaultClientSecret), options).then(
        () => 'good',
        (error: { code: string }) => error.code,
      );
    };
    expect(await verify()).toBe('good');
    sandbox.faults.set({ webhooks: { badSignature: true } });
    expect(await verify()).toBe('ERR_JWS_SIGNATURE_VERIFICATION_FAILED');
    sandbox.faults.set({ webhooks: { signedSecondsAgo: 239 } });
    expect(await verify()).toBe('good');
    sandbox.faults.set({ webhooks: { signedSecondsAgo: 241 } });
    expect(await verify()).toBe('ERR_JWT_EXPIRED');
    sandbox.faults.set({ webhooks: { noSignature: true } });
    expect(await verify()).toBe('no signature');
  });
});

describe('An endpoint that never answers', () => {
  const sockets = new Set<Socket>();
  const hole = createServer((socket) => sockets.add(socket));
  let address: string;

  beforeEach(async () => {
    await new Promise<void>((resolve) => hole.listen(0, '127.0.0.1', resolve));
    const bound = hole.address();
    address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}/hook`;
  });
  afterEach(async () => {
    await shut();
    for (const socket of sockets) socket.destroy();
    sockets.clear();
    await new Promise((resolve) => hole.close(resolve));
  });

  async function registerHole() {
    await fetch(`${sandbox.url}/ex/jira/small-site/rest/api/3/webhook`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${alice.access_token}` },
      body: JSON.stringify({ webhookIds: [1] }),
    });
    expect(await register(sandbox, alice, address)).toEqual({ createdWebhookId: 2 });
  }

  it('is given up after the time it has, and tried again.', async () => {
    await open({ answerMs: 20, retrySpacingMs: [1000, 1000] });
    await registerHole();
    rename('A');
    await sandbox.webhooks.settled();
    sandbox.clock.advance(1000);
    await sandbox.webhooks.settled();
    const outcomes = sandbox.webhooks.deliveries.map(({ outcome, status, attempt }) => [outcome, status, attempt]);
    expect(outcomes).toEqual([
      ['unanswered', 0, 1],
      ['unanswered', 0, 2],
    ]);
  });

  it('keeps nobody waiting, and closing drops what is under way and what was to come.', async () => {
    await open();
    await registerHole();
    for (let count = 0; count < 50; count += 1) rename(`${count}`);
    expect((await ask(sandbox, alice, 'small-site', '/rest/api/3/issue/AAA-1')).body.fields.summary).toBe('49');
    await until(
      async () => sockets.size,
      (count) => count === 20,
    );
    await sandbox.webhooks.close();
    expect(sandbox.webhooks.deliveries).toEqual([]);
    sandbox.clock.advance(3_600_000);
    await sandbox.webhooks.settled();
    expect(sockets.size).toBe(20);
  });
});
