import { jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultClientId, defaultClientSecret } from '../../sandbox/oauth/default-client.ts';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { oddityNames } from '../../sandbox/world/oddities.ts';
import type { SiteWorld } from '../../sandbox/world/site-world.ts';
import { letIn, type Tokens } from './authorized.ts';
import { smallSite } from './small-site.ts';
import { register, webhookScopes } from './webhook-calls.ts';
import { openReceiver, type WebhookReceiver } from './webhook-receiver.ts';

const start = Date.UTC(2026, 10, 23, 9);
const minute = 60_000;
const day = 86_400_000;
let sandbox: Sandbox;
let site: SiteWorld;
let receiver: WebhookReceiver;
let alice: Tokens;

beforeEach(async () => {
  receiver = await openReceiver();
  sandbox = await startSandbox({ port: 0, sites: [smallSite()], clock: () => start });
  site = sandbox.world.site('Small');
  alice = await letIn(sandbox, 'alice', [], webhookScopes);
});
afterEach(async () => {
  await sandbox.close();
  await receiver.close();
});

async function delivered() {
  await sandbox.webhooks.settled();
  return receiver.take();
}
const byText = (a: unknown, b: unknown) => JSON.stringify(a).length - JSON.stringify(b).length;
const bodies = async () => (await delivered()).map(({ body }) => body);

describe('A webhook tells', () => {
  beforeEach(() => register(sandbox, alice, receiver.url));

  it('of an update with the changelog entry that was written, the issue as REST v2 shows it and no e-mail.', async () => {
    site.transition('AAA-1', 'Doing', { by: 'bela' });
    const [delivery] = await delivered();
    const { id, items } = site.issue('AAA-1').histories.at(-1) ?? {};
    expect(delivery?.body).toMatchObject({
      timestamp: start,
      webhookEvent: 'jira:issue_updated',
      issue_event_type_name: 'issue_generic',
      user: { accountId: 'bela', displayName: 'Bela Birch' },
      issue: { id: '10001', key: 'AAA-1', self: 'https://small-site.example/rest/api/2/issue/10001' },
      changelog: { id, items },
      matchedWebhookIds: [1],
    });
    expect(delivery?.body.issue.fields.status).toMatchObject({
      name: 'Doing',
      self: 'https://small.example/rest/api/2/status/2',
    });
    expect(delivery?.path).toBe('/hook/secret-of-the-app');
    expect(delivery?.query.get('triggeredByUser')).toBe('bela');
  });

  it('of a birth with its description as plain text, and of a deletion, both without a changelog.', async () => {
    const description = 'First line\nsecond line';
    const by = 'ari';
    const fresh = { project: '10000', type: '7', status: '1', summary: 'New', reporter: 'bela', description };
    const { id, key } = site.addIssue(fresh, { by });
    site.deleteIssue(key, { by });
    const [created, deleted] = await bodies();
    expect([created.webhookEvent, created.issue_event_type_name]).toEqual(['jira:issue_created', 'issue_created']);
    expect(created.issue.fields.description).toBe(description);
    expect(deleted).toMatchObject({ webhookEvent: 'jira:issue_deleted', issue: { id, key }, user: { accountId: by } });
    for (const body of [created, deleted]) expect(body).not.toHaveProperty('changelog');
    for (const body of [created, deleted]) expect(body.issue.fields).not.toHaveProperty('comment');
  });

  it('of a comment with the issue cut down.', async () => {
    site.comment('AAA-2', 'Hello\nthere', { by: 'ari' });
    const told = await bodies();
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      webhookEvent: 'comment_created',
      comment: { body: 'Hello\nthere', author: { accountId: 'ari' } },
      issue: { id: '10002', key: 'AAA-2' },
    });
    const cut = ['assignee', 'issuetype', 'priority', 'project', 'status', 'summary'];
    expect(Object.keys(told[0].issue.fields).toSorted()).toEqual(cut);
  });

  it('of a move with the old and the new key.', async () => {
    site.moveIssue('AAA-2', 'BBB');
    const [moved] = await bodies();
    expect([moved.issue.key, moved.issue_event_type_name]).toEqual(['BBB-2', 'issue_moved']);
    expect(moved.changelog.items).toContainEqual(expect.objectContaining({ field: 'Key', fromString: 'AAA-2' }));
  });

  it('nothing of an edit that changes nothing.', async () => {
    site.editIssue('AAA-2', { assignee: 'bela' });
    expect(await delivered()).toEqual([]);
  });

  it('of an issue whose payload is corrupted in any way there is.', async () => {
    for (const oddity of oddityNames) {
      site.corrupt('AAA-1', oddity);
      site.editIssue('AAA-1', { summary: oddity });
      expect(await bodies(), oddity).toHaveLength(1);
      site.heal('AAA-1');
    }
  });
});

it('A webhook never tells an e-mail, neither of who acts nor of anybody in the issue, the comment or the changelog.', async () => {
  const named = '"accountId":"ari"';
  const text = JSON.stringify(smallSite()).replaceAll(named, `${named},"emailAddress":"ari@example.com"`);
  const open = await startSandbox({ port: 0, sites: [JSON.parse(text)], clock: () => start });
  await register(open, await letIn(open, 'alice', [], webhookScopes), receiver.url);
  const small = open.world.site('Small');
  expect(JSON.stringify(small.issue('AAA-1').fields)).toContain('ari@example.com');
  small.editIssue('AAA-1', { summary: 'Changed', assignee: 'bela' }, { by: 'ari' });
  small.comment('AAA-1', 'Hello', { by: 'ari' });
  await open.webhooks.settled();
  const told = receiver.take();
  expect(told).toHaveLength(2);
  for (const word of ['emailAddress', 'ari@example.com']) expect(JSON.stringify(told)).not.toContain(word);
  await open.close();
});

describe('A delivery', () => {
  it('is signed with the app’s secret for three minutes, over nothing but itself.', async () => {
    await register(sandbox, alice, receiver.url);
    site.editIssue('AAA-1', { summary: 'Changed' });
    const [delivery] = await delivered();
    const token = /^Bearer (.+)$/.exec(delivery?.headers.authorization ?? '')?.[1] ?? '';
    const secret = new TextEncoder().encode(defaultClientSecret);
    const verified = await jwtVerify(token, secret, { algorithms: ['HS256'], currentDate: new Date(start) });
    const iat = start / 1000;
    expect(verified.payload).toEqual({ iss: defaultClientId, iat, exp: iat + 180 });
    expect(delivery?.headers).toMatchObject({
      'x-atlassian-webhook-flow': 'Primary',
      'x-atlassian-webhook-identifier': expect.stringMatching(/^[\da-f-]{36}$/),
    });
    expect(delivery?.headers).not.toHaveProperty('x-atlassian-webhook-retry');
  });

  it('keeps the query of the address it goes to.', async () => {
    await register(sandbox, alice, `${receiver.url}?a=b%20c`);
    site.editIssue('AAA-1', { summary: 'Changed' }, { by: 'ari' });
    expect([...((await delivered())[0]?.query ?? [])]).toEqual([
      ['a', 'b c'],
      ['triggeredByUser', 'ari'],
    ]);
  });

  it('is one for all webhooks with its address, and one more for each other address and user.', async () => {
    await register(sandbox, alice, receiver.url);
    await register(sandbox, alice, receiver.url, { jqlFilter: 'status = Doing' });
    await register(sandbox, alice, `${receiver.url}-too`);
    await register(sandbox, await letIn(sandbox, 'bob', [], webhookScopes), receiver.url);
    site.transition('AAA-1', 'Doing');
    const told = await delivered();
    expect(told.map(({ path, body }) => [path, body.matchedWebhookIds]).toSorted(byText)).toEqual([
      ['/hook/secret-of-the-app', [1]],
      ['/hook/secret-of-the-app', [1, 2]],
      ['/hook/secret-of-the-app-too', [3]],
    ]);
    expect(new Set(told.map(({ headers }) => headers['x-atlassian-webhook-identifier'])).size).toBe(3);
  });

  it('is made only for events, issues and fields that were asked for, by the issue as it is after the event.', async () => {
    const details = { events: ['jira:issue_updated'], jqlFilter: 'project = BBB', fieldIdsFilter: ['assignee'] };
    await register(sandbox, alice, receiver.url, details);
    site.comment('BBB-1', 'Hello');
    site.editIssue('BBB-1', { summary: 'Changed' });
    site.editIssue('AAA-1', { assignee: 'bela' });
    expect(await delivered()).toEqual([]);
    site.editIssue('BBB-1', { assignee: 'bela' });
    site.editIssue('AAA-2', { project: '10001', assignee: 'ari' });
    expect((await bodies()).map((body) => body.issue.id)).toEqual(['10003', '10002']);
  });

  it('is made no more once the webhook has ended, is deleted, or the person has taken the grant back.', async () => {
    await register(sandbox, alice, receiver.url);
    sandbox.clock.advance(30 * day - 1);
    site.editIssue('AAA-1', { summary: 'Still' });
    expect(await delivered()).toHaveLength(1);
    sandbox.clock.advance(1);
    site.editIssue('AAA-1', { summary: 'Over' });
    expect(await delivered()).toEqual([]);
    site.editIssue('AAA-1', { summary: 'Told late of the time before' }, { at: start + 30 * day - 1 });
    expect(await delivered()).toHaveLength(1);
    await register(sandbox, await letIn(sandbox, 'alice', [], webhookScopes), receiver.url);
    sandbox.grants.revokeAccount('alice');
    site.editIssue('AAA-1', { summary: 'Revoked' });
    expect(await delivered()).toEqual([]);
    expect(sandbox.webhooks.deliveries.map(({ outcome }) => outcome)).toEqual(['answered', 'answered', 'revoked']);
  });

  it('is made only of what its user sees, by the site and by the plan.', async () => {
    await register(sandbox, alice, receiver.url);
    await register(sandbox, await letIn(sandbox, 'bob', [], webhookScopes), `${receiver.url}-of-bob`);
    site.hide('alice', { project: 'AAA' });
    sandbox.faults.set({ permissions: [{ account: 'bob', issue: 'BBB-1' }] });
    site.editIssue('AAA-1', { summary: 'A' });
    site.editIssue('BBB-1', { summary: 'B' });
    expect((await delivered()).map(({ path, body }) => [path, body.issue.key])).toEqual([
      ['/hook/secret-of-the-app-of-bob', 'AAA-1'],
      ['/hook/secret-of-the-app', 'BBB-1'],
    ]);
  });

  it('goes to no other machine.', async () => {
    await register(sandbox, alice, 'https://app.example/hook');
    site.editIssue('AAA-1', { summary: 'Changed' });
    await sandbox.webhooks.settled();
    expect(sandbox.webhooks.deliveries.map(({ outcome, status }) => [outcome, status])).toEqual([['foreign', 0]]);
  });
});

describe('A delivery that failed', () => {
  beforeEach(() => register(sandbox, alice, receiver.url));

  it.each([408, 409, 425, 429, 500, 503])(
    'with %s is repeated at most five times, with its identifier.',
    async (status) => {
      receiver.statuses.push(...Array(10).fill(status));
      site.editIssue('AAA-1', { summary: 'Changed' });
      await sandbox.webhooks.settled();
      for (let retry = 1; retry <= 7; retry += 1) {
        // The spacing is five to fifteen minutes.
        sandbox.clock.advance(5 * minute - 1);
        await sandbox.webhooks.settled();
        expect(receiver.received).toHaveLength(Math.min(retry, 6));
        sandbox.clock.advance(10 * minute + 1);
        await sandbox.webhooks.settled();
      }
      const told = receiver.take();
      expect(told.map(({ headers }) => headers['x-atlassian-webhook-retry'])).toEqual([
        undefined,
        '1',
        '2',
        '3',
        '4',
        '5',
      ]);
      expect(new Set(told.map(({ headers }) => headers['x-atlassian-webhook-identifier'])).size).toBe(1);
    },
  );

  it.each([302, 400, 401, 404, 410])('with %s is not repeated, and a redirect is not followed.', async (status) => {
    receiver.statuses.push(status);
    site.editIssue('AAA-1', { summary: 'Changed' });
    await sandbox.webhooks.settled();
    sandbox.clock.advance(15 * minute);
    expect((await delivered()).map(({ path }) => path)).toEqual(['/hook/secret-of-the-app']);
  });

  it('because nobody listens is repeated.', async () => {
    const { url } = receiver;
    await receiver.close();
    site.editIssue('AAA-1', { summary: 'Changed' });
    await sandbox.webhooks.settled();
    sandbox.clock.advance(15 * minute);
    await sandbox.webhooks.settled();
    receiver = await openReceiver();
    expect(sandbox.webhooks.deliveries.map(({ outcome, attempt }) => [outcome, attempt])).toEqual([
      ['unanswered', 1],
      ['unanswered', 2],
    ]);
    expect(JSON.stringify(sandbox.webhooks.deliveries)).not.toContain(new URL(url).pathname);
  });

  it('is not repeated when the endpoint has only failed for more than half an hour.', async () => {
    receiver.statuses.push(...Array(20).fill(500));
    site.editIssue('AAA-1', { summary: 'First' });
    await sandbox.webhooks.settled();
    sandbox.clock.advance(31 * minute);
    await sandbox.webhooks.settled();
    receiver.take();
    site.editIssue('AAA-2', { summary: 'Second' });
    await sandbox.webhooks.settled();
    sandbox.clock.advance(15 * minute);
    expect((await bodies()).filter((body) => body.issue.id === '10002')).toHaveLength(1);
  });
});
