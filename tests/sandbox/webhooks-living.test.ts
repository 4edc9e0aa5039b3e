import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { northwindId } from '../../sandbox/seeding/northwind.ts';
import { startSandbox } from '../../sandbox/start-sandbox.ts';
import { until } from '../support/until.ts';
import { letIn } from './authorized.ts';
import { register, webhookScopes } from './webhook-calls.ts';
import { openReceiver, type WebhookReceiver } from './webhook-receiver.ts';

const anchor = Date.UTC(2026, 8, 14, 13);
const day = 86_400_000;
let receiver: WebhookReceiver;
let stateFolder: string;

beforeEach(async () => {
  receiver = await openReceiver();
  stateFolder = mkdtempSync(join(tmpdir(), 'sandbox-'));
});
afterEach(async () => {
  await receiver.close();
  rmSync(stateFolder, { recursive: true });
});

describe('The webhooks of a living site', () => {
  it('tell of what happens by its schedule, and after a restart nothing of what happened in between.', async () => {
    const first = await startSandbox({ port: 0, clock: () => anchor, live: true, stateFolder });
    const tokens = await letIn(first, 'alice', [], webhookScopes);
    await register(first, tokens, receiver.url, { jqlFilter: 'project != null' }, northwindId);
    await first.webhooks.settled();
    expect(receiver.take()).toEqual([]);
    first.clock.advance(2 * day);
    await first.webhooks.settled();
    const told = receiver.take().map(({ body }) => body);
    const updates = told.filter(({ webhookEvent }) => webhookEvent === 'jira:issue_updated');
    expect(updates.length).toBeGreaterThan(20);
    const { state } = first.world.site(northwindId);
    for (const { issue, changelog, timestamp } of updates) {
      const at = state.need(issue.id).histories.findIndex(({ id }) => id === changelog.id);
      expect(state.need(issue.id).historyAt[at]).toBe(timestamp);
      expect(timestamp > anchor && timestamp <= anchor + 2 * day).toBe(true);
    }
    await first.close();

    const second = await startSandbox({ port: 0, clock: () => anchor + 10 * day, live: true, stateFolder });
    expect(second.webhooks.registrations).toHaveLength(1);
    await second.webhooks.settled();
    expect(receiver.take()).toEqual([]);
    second.clock.advance(day);
    await second.webhooks.settled();
    const later = receiver.take().map(({ body }) => body.timestamp);
    expect(later.length).toBeGreaterThan(5);
    expect(Math.min(...later)).toBeGreaterThan(anchor + 10 * day);
    await second.close();
  }, 30_000);

  it('come in time although nobody asks the sandbox for anything.', async () => {
    let now = anchor;
    const sandbox = await startSandbox({ port: 0, clock: () => now, live: true });
    const tokens = await letIn(sandbox, 'alice', [], webhookScopes);
    await register(sandbox, tokens, receiver.url, { jqlFilter: 'project != null' }, northwindId);
    now += 2 * day;
    await until(
      async () => receiver.received.length,
      (count) => count > 0,
    );
    await sandbox.close();
  }, 30_000);
});
