import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { northwindId } from '../../sandbox/seeding/northwind.ts';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { accounts } from '../../sandbox/world/account.ts';
import { asObject, type JsonObject } from '../../sandbox/world/json.ts';
import type { SiteWorld } from '../../sandbox/world/site-world.ts';
import { type AnyJson, ask, letIn } from './authorized.ts';
import { steer } from './control-calls.ts';
import { smallSite } from './small-site.ts';
import { register, webhookScopes } from './webhook-calls.ts';
import { openReceiver } from './webhook-receiver.ts';

const start = Date.UTC(2026, 10, 23, 9);
let sandbox: Sandbox;
let site: SiteWorld;

beforeEach(async () => {
  sandbox = await startSandbox({ port: 0, sites: [smallSite(), smallSite('other', 'Other site')], clock: () => start });
  site = sandbox.world.site('Small');
});
afterEach(() => sandbox.close());

const act = (body: unknown, of = 'Small') => steer(sandbox, 'POST', `sites/${encodeURIComponent(of)}/acts`, body);
const nameOf = (idOrKey: string, field: string) => asObject(site.issue(idOrKey).fields[field])?.name;
const lastHistory = (idOrKey: string) => site.issue(idOrKey).histories.at(-1);
const lastItems = (idOrKey: string) => (lastHistory(idOrKey)?.items ?? []) as JsonObject[];

describe('An act over HTTP', () => {
  it('adds an issue with what is said, and with the first type, status and person of the site otherwise.', async () => {
    const added = await act({ act: 'add', project: 'BBB', summary: 'New' });
    expect(added).toEqual({ status: 200, body: { id: '10005', key: 'BBB-2' } });
    expect([nameOf('BBB-2', 'issuetype'), nameOf('BBB-2', 'status')]).toEqual(['Task', 'Finished']);
    const said = { summary: 'Second', description: 'Text', status: 'doing', assignee: 'bela', reporter: 'bela' };
    await act({
      act: 'add',
      project: 'AAA',
      ...said,
      priority: 'highest',
      labels: ['x'],
      parent: 'AAA-1',
      at: start - 5,
    });
    const { fields, createdAt, parentId } = site.issue('AAA-11');
    expect(fields).toMatchObject({
      summary: 'Second',
      status: { name: 'Doing' },
      priority: { name: 'Highest' },
      assignee: { accountId: 'bela' },
      labels: ['x'],
    });
    expect([createdAt, parentId]).toEqual([start - 5, '10001']);
  });

  it('edits, and the hand is whose it is said to be.', async () => {
    const edit = { issue: '10001', summary: 'Changed', assignee: null, priority: 'Highest', labels: ['new'] };
    expect(await act({ act: 'edit', by: 'bela', ...edit })).toEqual({
      status: 200,
      body: { id: '10001', key: 'AAA-1' },
    });
    expect(site.issue('AAA-1').fields).toMatchObject({ summary: 'Changed', assignee: null, labels: ['new'] });
    expect(asObject(lastHistory('AAA-1')?.author)?.accountId).toBe('bela');
    expect(lastItems('AAA-1').map(({ field }) => field)).toEqual(['assignee', 'priority', 'summary', 'labels']);
  });

  it('moves issues through statuses and projects, comments and deletes.', async () => {
    await act({ act: 'transition', issue: 'AAA-1', status: 'DOING' });
    expect(nameOf('AAA-1', 'status')).toBe('Doing');
    await act({ act: 'comment', issue: 'AAA-1', text: 'Hello', by: 'ari' });
    expect(asObject(site.issue('AAA-1').fields.comment)?.total).toBe(1);
    expect((await act({ act: 'move', issue: 'AAA-1', project: 'BBB' })).body).toEqual({ id: '10001', key: 'BBB-2' });
    expect((await act({ act: 'delete', issue: 'AAA-1' })).body).toEqual({ id: '10001', key: 'BBB-2' });
    expect(site.state.find('10001')).toBeUndefined();
  });

  it('archives, hides and takes people away.', async () => {
    const tokens = await letIn(sandbox, 'alice');
    const search = async (): Promise<string[]> => {
      const body = { jql: 'created >= 0 ORDER BY key', fields: ['summary'] };
      const answer = await ask(sandbox, tokens, 'small-site', '/rest/api/3/search/jql', body);
      return answer.body.issues.map(({ key }: { key: string }) => key);
    };
    expect((await act({ act: 'archive-project', project: 'BBB' })).body).toEqual({ id: '10001', key: 'BBB' });
    await act({ act: 'archive-issue', issue: 'AAA-2' });
    expect((await act({ act: 'hide', account: 'alice', what: { issue: 'AAA-10' } })).body).toEqual({
      id: '10004',
      key: 'AAA-10',
    });
    expect(await search()).toEqual(['AAA-1']);
    expect((await act({ act: 'hide', account: 'alice', what: { everything: true } })).body).toEqual({});
    expect(await search()).toEqual([]);
    await act({ act: 'show', account: 'alice', what: { everything: true } });
    await act({ act: 'show', account: 'alice', what: { issue: 'AAA-10' } });
    await act({ act: 'unarchive-issue', issue: 'AAA-2' });
    await act({ act: 'unarchive-project', project: '10001' });
    expect(await search()).toEqual(['AAA-1', 'AAA-2', 'AAA-10', 'BBB-1']);
    await act({ act: 'remove-user', accountId: 'ari' });
    const { assignee } = (await ask(sandbox, tokens, 'small-site', '/rest/api/3/issue/AAA-1')).body.fields;
    expect(assignee.displayName).toBe('Former user');
  });

  it('corrupts an issue, heals it, and makes its history long.', async () => {
    const tokens = await letIn(sandbox, 'alice');
    const summary = async () => {
      const { body } = await ask(sandbox, tokens, 'small-site', '/rest/api/3/issue/AAA-1?fields=summary');
      return body.fields?.summary;
    };
    await act({ act: 'corrupt', issue: 'AAA-1', oddity: 'number-summary' });
    expect(await summary()).toBe(42);
    await act({ act: 'heal', issue: 'AAA-1' });
    expect(await summary()).toBe('Issue 1');
    await act({ act: 'add-histories', issue: 'AAA-1', count: 3000 });
    expect(site.issue('AAA-1').histories).toHaveLength(3000);
    expect((await act({ act: 'corrupt', issue: 'AAA-1', oddity: 'nothing' })).status).toBe(400);
  });

  it('is told by webhooks.', async () => {
    const receiver = await openReceiver();
    const tokens = await letIn(sandbox, 'alice', [], webhookScopes);
    await register(sandbox, tokens, receiver.url);
    await act({ act: 'transition', issue: 'AAA-1', status: 'Doing', by: 'alice' });
    await sandbox.webhooks.settled();
    const alice = accounts[0]?.accountId;
    expect(receiver.received.map(({ query }) => query.get('triggeredByUser'))).toEqual([alice]);
    await receiver.close();
  });

  it('on a flag needs a site that has flags, and says why when there is a reason.', async () => {
    const living = await startSandbox({ port: 0, clock: () => start });
    const { id } = [...living.world.site(northwindId).state.issues.values()].at(-1) ?? { id: '' };
    const flagged = living.world.site(northwindId).state.fieldIds.flagged ?? '';
    const path = `sites/${northwindId}/acts`;
    expect((await steer(living, 'POST', path, { act: 'flag', issue: id, reason: 'Waiting' })).status).toBe(200);
    const { fields } = living.world.site(northwindId).issue(id);
    expect(fields[flagged]).toMatchObject([{ value: 'Impediment' }]);
    expect(JSON.stringify(fields.comment)).toContain('Waiting');
    await steer(living, 'POST', path, { act: 'unflag', issue: id });
    expect(living.world.site(northwindId).issue(id).fields[flagged]).toBeNull();
    await living.close();
  }, 30_000);
});

describe('An act that cannot be', () => {
  it.each([
    { act: 'explode' },
    { act: 'edit' },
    { act: 'edit', issue: 'AAA-1', colour: 'red' },
    { act: 'add', project: 'AAA' },
    { act: 'comment', issue: 'AAA-1', text: 7 },
    { act: 'hide', account: 'alice', what: {} },
    {},
    '{"act":',
  ])('is answered 400 with a message: %j.', async (body) => {
    const answer = await act(body);
    expect(answer.status).toBe(400);
    expect(answer.body.message).not.toBe('');
  });

  it.each([
    [{ act: 'delete', issue: 'AAA-99' }, 'The site Small has no issue AAA-99.'],
    [{ act: 'transition', issue: 'AAA-1', status: 'Flying' }, 'The site Small has no status Flying.'],
    [{ act: 'move', issue: 'AAA-1', project: 'CCC' }, 'The site Small has no project CCC.'],
    [{ act: 'edit', issue: 'AAA-1', assignee: 'zoe' }, 'The site Small has no user zoe.'],
    [{ act: 'edit', issue: 'AAA-1', assignee: 'alice' }, 'The site Small has no user alice.'],
    [{ act: 'edit', issue: 'AAA-1', priority: 'Dire' }, 'The site Small has no priority Dire.'],
    [{ act: 'edit', issue: 'AAA-1', by: 'zoe', summary: 'x' }, 'The site Small has no user zoe.'],
    [{ act: 'add', project: 'AAA', summary: 'x', type: 'Saga' }, 'The site Small has no issue type Saga.'],
    [{ act: 'hide', account: 'zoe', what: { everything: true } }, 'The site Small has no account zoe.'],
    [{ act: 'hide', account: 'bob', what: { project: 'CCC' } }, 'The site Small has no project CCC.'],
  ])('because there is no such thing is answered 404: %j.', async (body, message) => {
    const before = JSON.stringify([...site.state.issues.values()]);
    expect(await act(body)).toEqual({ status: 404, body: { message } });
    expect(JSON.stringify([...site.state.issues.values()])).toBe(before);
  });

  it('because there is no such site is answered 404.', async () => {
    expect((await act({ act: 'delete', issue: 'AAA-1' }, 'Nowhere')).status).toBe(404);
    expect((await act({ act: 'delete', issue: 'AAA-1' }, 'Other site')).status).toBe(200);
    expect(site.state.find('AAA-1')).toBeDefined();
  });
});

describe('The list of sites', () => {
  it('names what acts can name.', async () => {
    const { sites } = (await steer(sandbox, 'GET', 'sites')).body;
    expect(sites.map(({ id, name, issueCount }: AnyJson) => [id, name, issueCount])).toEqual([
      ['small-site', 'Small', 4],
      ['other', 'Other site', 4],
    ]);
    expect(sites[0].projects[0]).toEqual({
      id: '10000',
      key: 'AAA',
      name: 'AAA',
      issueTypes: [{ id: '7', name: 'Task' }],
      statuses: [
        { id: '1', name: 'To Do' },
        { id: '2', name: 'Doing' },
      ],
    });
    expect(sites[0].users).toContainEqual({ accountId: 'ari', displayName: 'Ari Alder' });
  });
});
