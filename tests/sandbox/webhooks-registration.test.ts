import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { hasOpenApi, validateRequest, validateResponse } from '../support/openapi.ts';
import { ask, letIn, type Tokens } from './authorized.ts';
import { smallSite } from './small-site.ts';
import { askWebhooks, issueEvents, register, webhookScopes } from './webhook-calls.ts';

const start = Date.UTC(2026, 10, 23, 9);
const day = 86_400_000;
const url = 'http://localhost:4000/webhooks/jira/secret';
const path = '/rest/api/3/webhook';
const sites = [smallSite(), smallSite('other-site', 'Other')];
let sandbox: Sandbox;
let alice: Tokens;

beforeEach(async () => {
  sandbox = await startSandbox({ port: 0, sites, clock: () => start });
  alice = await letIn(sandbox, 'alice', [], webhookScopes);
});
afterEach(() => sandbox.close());

const errorsOf = async (details: Record<string, unknown>) => (await register(sandbox, alice, url, details)).errors;
const listed = async (tokens = alice, siteId = 'small-site') =>
  (await askWebhooks(sandbox, tokens, 'GET', '', undefined, siteId)).body.values;

describe('Registering webhooks', () => {
  it('answers 200 with an id or errors for each, in their order.', async () => {
    const webhooks = [
      { events: issueEvents, jqlFilter: 'project = AAA', fieldIdsFilter: ['status'] },
      { events: ['jira:issue_created'], jqlFilter: 'watchCount = 3' },
      { events: ['comment_created'], jqlFilter: 'project = BBB' },
    ];
    const { status, body } = await askWebhooks(sandbox, alice, 'POST', '', { url, webhooks });
    expect([status, body]).toEqual([
      200,
      {
        webhookRegistrationResult: [
          { createdWebhookId: 1 },
          { errors: ['The clause watchCount is unsupported'] },
          { createdWebhookId: 2 },
        ],
      },
    ]);
    expect(await listed()).toEqual([
      { id: 1, url, ...webhooks[0], expirationDate: start + 30 * day },
      { id: 2, url, ...webhooks[2], expirationDate: start + 30 * day },
    ]);
  });

  it('refuses the sixth of an app, a user and a site, and no other user’s first.', async () => {
    for (let count = 1; count <= 5; count += 1)
      expect(await register(sandbox, alice, url)).toHaveProperty('createdWebhookId');
    expect(await register(sandbox, alice, url)).toHaveProperty('errors');
    expect(await register(sandbox, alice, url, {}, 'other-site')).toEqual({ createdWebhookId: 1 });
    const bob = await letIn(sandbox, 'bob', [], webhookScopes);
    expect(await register(sandbox, bob, url)).toEqual({ createdWebhookId: 1 });
    await askWebhooks(sandbox, alice, 'DELETE', '', { webhookIds: [2] });
    expect(await register(sandbox, alice, url)).toEqual({ createdWebhookId: 6 });
  });

  it('refuses a second base of addresses for an app, though not another path on the first.', async () => {
    await register(sandbox, alice, url);
    expect(await register(sandbox, alice, 'http://localhost:4000/webhooks/jira/other')).toEqual({
      createdWebhookId: 2,
    });
    for (const elsewhere of ['http://localhost:4001/webhooks/jira/secret', 'https://app.example/hook']) {
      expect((await register(sandbox, alice, elsewhere)).errors).toEqual([
        'Only a single URL per app is allowed to be registered',
      ]);
    }
    sandbox.faults.set({ webhooks: { oneUrl: 'whole' } });
    expect(await register(sandbox, alice, url)).toHaveProperty('errors');
  });

  it('refuses events that there are not, and a payload that is none.', async () => {
    expect(await errorsOf({ events: ['jira:worklog_updated'] })).toEqual([
      'The event jira:worklog_updated is unsupported',
    ]);
    expect(await errorsOf({ events: [] })).toHaveLength(1);
    for (const wrong of [
      { webhooks: [] },
      { url: 'nowhere', webhooks: [] },
      { url, webhooks: [{ events: [] }] },
      'x',
    ]) {
      expect((await askWebhooks(sandbox, alice, 'POST', '', wrong)).status).toBe(400);
    }
  });

  it('needs read:jira-work and manage:jira-webhook.', async () => {
    for (const scope of ['read:jira-work', 'manage:jira-webhook']) {
      const tokens = await letIn(sandbox, 'alice', [], scope);
      expect((await askWebhooks(sandbox, tokens, 'GET')).body.message).toBe('Unauthorized; scope does not match');
    }
  });
});

describe('The filter of a webhook', () => {
  it.each([
    'project IN (AAA, BBB)',
    'issueKey != NULL-5',
    'project != null',
    'issuetype = Task AND (status NOT IN (Done, "To Do") OR priority = 3)',
    'assignee = "ari" AND reporter != EMPTY',
    'issue.property[key].path = "x"',
  ])('may be %s.', async (jqlFilter) => {
    expect(await errorsOf({ jqlFilter })).toBeUndefined();
  });

  it.each([
    ['labels = red', 'The clause labels is unsupported'],
    ['project = AAA AND Created > 0', 'The clause Created is unsupported'],
    ['cf[10016] = 3', 'The clause cf[10016] is unsupported'],
    ['project is not EMPTY', 'Operator is not is unsupported'],
    ['status ~ Done', 'Operator ~ is unsupported'],
    ['NOT project = AAA', 'Operator not is unsupported'],
    ['assignee = currentUser()', 'Function currentuser is unsupported'],
    ['project = AAA ORDER BY key', 'Order by is unsupported'],
    [
      'project = AAA sort',
      "Error in the JQL Query: Expecting either 'OR' or 'AND' but got 'sort'. (line 1, character 15)",
    ],
    ['', 'The JQL filter is empty'],
  ])('may not be %s.', async (jqlFilter, error) => {
    expect(await errorsOf({ jqlFilter })).toEqual([error]);
  });
});

describe('A registered webhook', () => {
  it('is seen, refreshed and deleted by its own user alone.', async () => {
    const bob = await letIn(sandbox, 'bob', [], webhookScopes);
    await register(sandbox, alice, url);
    expect(await listed(bob)).toEqual([]);
    expect(await listed(alice, 'other-site')).toEqual([]);
    sandbox.clock.advance(1000);
    await askWebhooks(sandbox, bob, 'PUT', '/refresh', { webhookIds: [1] });
    await askWebhooks(sandbox, bob, 'DELETE', '', { webhookIds: [1] });
    expect((await listed())[0].expirationDate).toBe(start + 30 * day);
    const deleted = await askWebhooks(sandbox, alice, 'DELETE', '', { webhookIds: [1, 77] });
    expect([deleted.status, deleted.body]).toEqual([202, undefined]);
    expect(await listed()).toEqual([]);
    expect((await askWebhooks(sandbox, alice, 'DELETE', '', {})).status).toBe(400);
  });

  it('ends after 30 days unless it is refreshed; refreshing ignores unknown ids.', async () => {
    for (let count = 1; count <= 2; count += 1) await register(sandbox, alice, url);
    sandbox.clock.advance(29 * day);
    alice = await letIn(sandbox, 'alice', [], webhookScopes);
    const refreshed = await askWebhooks(sandbox, alice, 'PUT', '/refresh', { webhookIds: [2, 5_000] });
    expect(refreshed.body).toEqual({ expirationDate: start + 59 * day });
    sandbox.clock.advance(day);
    alice = await letIn(sandbox, 'alice', [], webhookScopes);
    expect((await listed()).map((entry: { id: number }) => entry.id)).toEqual([2]);
    expect((await askWebhooks(sandbox, alice, 'PUT', '/refresh', { webhookIds: [1] })).status).toBe(200);
    expect(await listed()).toHaveLength(1);
  });

  it('writes its end as a date-time when told to.', async () => {
    await register(sandbox, alice, url);
    sandbox.faults.set({ webhooks: { expirationDate: 'date-time' } });
    expect((await listed())[0].expirationDate).toBe('2026-12-23T10:00:00.000+0100');
  });

  it('has no list of failures for an OAuth app.', async () => {
    expect((await askWebhooks(sandbox, alice, 'GET', '/failed')).status).toBe(403);
  });

  it('survives a restart with the same state folder, and its id is not given again.', async () => {
    const stateFolder = mkdtempSync(join(tmpdir(), 'sandbox-'));
    const before = await startSandbox({ port: 0, sites, stateFolder, clock: () => start });
    const tokens = await letIn(before, 'alice', [], webhookScopes);
    await register(before, tokens, url);
    await register(before, tokens, url);
    await askWebhooks(before, tokens, 'DELETE', '', { webhookIds: [2] });
    await before.close();
    const after = await startSandbox({ port: 0, sites, stateFolder, clock: () => start });
    expect((await askWebhooks(after, tokens, 'GET')).body.total).toBe(1);
    expect(await register(after, tokens, url)).toEqual({ createdWebhookId: 3 });
    await after.close();
    rmSync(stateFolder, { recursive: true });
  });
});

describe.runIf(hasOpenApi)('Atlassian’s description', () => {
  it('fits every request and answer of these endpoints.', async () => {
    const webhooks = [{ events: issueEvents, jqlFilter: 'project = AAA', fieldIdsFilter: ['status'] }];
    for (const [method, rest, body, status] of [
      ['POST', '', { url, webhooks: [...webhooks, { ...webhooks[0], jqlFilter: 'x = 1' }] }, 200],
      ['GET', '', undefined, 200],
      ['PUT', '/refresh', { webhookIds: [1] }, 200],
      ['DELETE', '', { webhookIds: [1] }, 202],
      ['GET', '/failed', undefined, 403],
    ] as const) {
      const reply = await askWebhooks(sandbox, alice, method, rest, body);
      expect(reply.status).toBe(status);
      expect(validateRequest(method, `${path}${rest}`, {}, body)).toEqual([]);
      expect(validateResponse(method, `${path}${rest}`, status, reply.body)).toEqual([]);
    }
    const paged = await ask(sandbox, alice, 'small-site', `${path}?startAt=0&maxResults=1`);
    expect(validateResponse('GET', path, 200, paged.body)).toEqual([]);
  });
});
