import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import type { SiteWorld } from '../../sandbox/world/site-world.ts';
import { hasOpenApi, validateResponse } from '../support/openapi.ts';
import { type AnyJson, ask, letIn, type Reply, type Tokens } from './authorized.ts';
import { smallSite } from './small-site.ts';

let sandbox: Sandbox;
let site: SiteWorld;
let alice: Tokens;
let bob: Tokens;

beforeEach(async () => {
  const boards = [{ id: 1, type: 'kanban', name: 'All of B', location: { projectId: 10001, projectKey: 'BBB' } }];
  const clock = () => Date.UTC(2026, 4, 1);
  sandbox = await startSandbox({ port: 0, sites: [{ ...smallSite(), boards }], clock });
  site = sandbox.world.site('Small');
  [alice, bob] = [await letIn(sandbox, 'alice'), await letIn(sandbox, 'bob')];
});
afterEach(() => sandbox.close());

async function reply(tokens: Tokens, path: string, body?: object): Promise<Reply> {
  const answer = await ask(sandbox, tokens, 'small-site', path, body);
  if (answer.status === 200 && hasOpenApi) {
    const method = body === undefined ? 'GET' : 'POST';
    expect(validateResponse(method, path, 200, answer.body), path).toEqual([]);
  }
  return answer;
}

async function found(tokens: Tokens, jql = 'created >= 0 ORDER BY key ASC'): Promise<string[]> {
  const { body } = await reply(tokens, '/rest/api/3/search/jql', { jql, fields: ['summary'] });
  return body.issues?.map((issue: AnyJson) => issue.key) ?? body.errorMessages;
}
const count = async (tokens: Tokens) =>
  (await reply(tokens, '/rest/api/3/search/approximate-count', { jql: 'created >= 0' })).body.count;
const projects = async (tokens: Tokens, query = '') =>
  (await reply(tokens, `/rest/api/3/project/search${query}`)).body.values.map((entry: AnyJson) => entry.key);
const bulk = async (tokens: Tokens) => {
  const { body } = await reply(tokens, '/rest/api/3/issue/bulkfetch', { issueIdsOrKeys: ['AAA-1', '10003'] });
  return body.issues.map((issue: AnyJson) => issue.key);
};
const noIssue = ['Issue does not exist or you do not have permission to see it.'];
const all = ['AAA-1', 'AAA-2', 'AAA-10', 'BBB-1'];

describe('A hidden project', () => {
  beforeEach(() => {
    site.transition('BBB-1', 'Doing');
    site.hide('alice', { project: 'BBB' });
  });

  it('is gone from searches, lists and bulk answers of that account, and of no other.', async () => {
    expect([await found(alice), await count(alice)]).toEqual([all.slice(0, 3), 3]);
    expect([await projects(alice), await bulk(alice)]).toEqual([['AAA'], ['AAA-1']]);
    expect((await reply(alice, '/rest/agile/1.0/board')).body.values).toEqual([]);
    const changelogs = { issueIdsOrKeys: ['10003'] };
    expect((await reply(alice, '/rest/api/3/changelog/bulkfetch', changelogs)).body.issueChangeLogs).toEqual([]);
    expect([await found(bob), await projects(bob), await bulk(bob)]).toEqual([all, ['AAA', 'BBB'], ['AAA-1', 'BBB-1']]);
    expect((await reply(bob, '/rest/agile/1.0/board')).body.values.length).toBe(1);
  });

  it('looks as if it did not exist to whoever names it.', async () => {
    for (const path of ['/rest/api/3/issue/BBB-1', '/rest/api/3/issue/10003', '/rest/api/3/issue/10003/changelog']) {
      expect(await reply(alice, path)).toMatchObject({ status: 404, body: { errorMessages: noIssue } });
    }
    for (const path of ['/rest/api/3/project/BBB/statuses', '/rest/agile/1.0/board/1/configuration']) {
      expect([(await reply(alice, path)).status, (await reply(bob, path)).status]).toEqual([404, 200]);
    }
    expect(await found(alice, 'project = BBB')).toEqual(["The value 'BBB' does not exist for the field 'project'."]);
    expect(await found(alice, 'key = BBB-1')).toEqual(["An issue with key 'BBB-1' does not exist for field 'key'."]);
    expect((await reply(alice, '/rest/api/3/search/jql', { jql: 'project in (AAA, BBB)' })).status).toBe(400);
  });

  it('comes back when it is shown again.', async () => {
    expect((await found(alice)).length).toBe(3);
    site.show('alice', { project: '10001' });
    expect([await found(alice), await projects(alice)]).toEqual([all, ['AAA', 'BBB']]);
  });
});

describe('A hidden issue', () => {
  it('is not even seen as the parent, child or blocker of another.', async () => {
    const [parent, child] = ['10001', '10002'];
    site.editIssue(child, { parent, blockedBy: '10004' });
    Object.assign(site.issue(child).fields, { parent: null, issuelinks: [] });
    const shown = async (tokens: Tokens) => {
      const { fields } = (await reply(tokens, `/rest/api/3/issue/${child}?fields=parent,issuelinks`)).body;
      return [fields.parent?.key ?? null, fields.issuelinks.length];
    };
    expect(await shown(alice)).toEqual(['AAA-1', 1]);
    site.hide('alice', { issue: 'AAA-1' });
    site.hide('alice', { issue: 'AAA-10' });
    expect([await shown(alice), await shown(bob)]).toEqual([
      [null, 0],
      ['AAA-1', 1],
    ]);
    expect(await found(alice)).toEqual(['AAA-2', 'BBB-1']);
  });
});

describe('All permissions', () => {
  it('when lost leave searches that succeed and find nothing.', async () => {
    site.hide('alice', { everything: true });
    const { status, body } = await reply(alice, '/rest/api/3/search/jql', { jql: 'updated >= 0' });
    expect([status, body]).toEqual([200, { issues: [], isLast: true }]);
    expect([await count(alice), await projects(alice)]).toEqual([0, []]);
    expect(await found(bob)).toEqual(all);
  });

  it('can be lost in the middle of a sync, by a plan, and be back with the next plan.', async () => {
    const plan = { permissions: [{ account: 'alice', site: 'Small', project: 'BBB', afterRequests: 2 }] };
    const answer = await fetch(`${sandbox.url}/sandbox/faults`, { method: 'PUT', body: JSON.stringify(plan) });
    expect(answer.status).toBe(200);
    await found(bob);
    expect([(await found(alice)).length, (await found(alice)).length, (await found(alice)).length]).toEqual([4, 4, 3]);
    expect([await found(bob), await bulk(alice)]).toEqual([all, ['AAA-1']]);
    sandbox.faults.set({
      permissions: [
        { account: 'alice', issue: '10001' },
        { account: 'bob', site: 'Other' },
      ],
    });
    expect([await found(alice), await found(bob)]).toEqual([all.slice(1), all]);
    sandbox.faults.set({ permissions: [{ account: 'alice' }] });
    expect([await found(alice), (await found(bob)).length]).toEqual([[], 4]);
    sandbox.faults.clear();
    expect(await found(alice)).toEqual(all);
  });

  it('are those of known accounts.', () => {
    expect(() => site.hide('mallory', { project: 'AAA' })).toThrow('mallory');
    expect(() => site.hide('alice', { project: 'ZZZ' })).toThrow('ZZZ');
  });
});

describe('What is archived', () => {
  it('vanishes from searches and is still there by id.', async () => {
    site.archiveIssue('AAA-1');
    expect(await found(alice)).toEqual(all.slice(1));
    site.archiveProject('BBB');
    expect([await found(alice), await count(alice)]).toEqual([['AAA-2', 'AAA-10'], 2]);
    expect(await found(alice, 'project = BBB')).toEqual([]);
    expect([await projects(alice), await projects(alice, '?status=archived')]).toEqual([['AAA'], ['BBB']]);
    expect((await reply(alice, '/rest/api/3/issue/BBB-1')).body.key).toBe('BBB-1');
    expect(await bulk(alice)).toEqual(['AAA-1', 'BBB-1']);
    site.unarchiveIssue('AAA-1');
    site.unarchiveProject('BBB');
    expect([await found(alice), await projects(alice)]).toEqual([all, ['AAA', 'BBB']]);
  });
});

describe('People who have left', () => {
  const people = async () => (await reply(alice, '/rest/api/3/users/search')).body;

  it('are former users wherever they stand.', async () => {
    site.transition('AAA-2', 'To Do', { by: 'bela' });
    await found(alice);
    site.removeUser('bela');
    const { fields, changelog } = (await reply(alice, '/rest/api/3/issue/AAA-2?expand=changelog')).body;
    const former = { accountId: 'bela', accountType: 'atlassian', displayName: 'Former user', active: false };
    expect([fields.assignee, changelog.histories[0].author]).toEqual([former, former]);
    const entries = (await reply(alice, '/rest/api/3/changelog/bulkfetch', { issueIdsOrKeys: ['AAA-2'] })).body;
    expect(entries.issueChangeLogs[0].changeHistories[0].author).toEqual(former);
    expect((await people()).find((user: AnyJson) => user.accountId === 'bela')).toEqual(former);
  });

  it('can leave no trace but the word unknown.', async () => {
    sandbox.faults.set({ formerUsers: [{ accountId: 'ari', as: 'unknown' }] });
    const { fields } = (await reply(alice, '/rest/api/3/issue/AAA-1')).body;
    expect([fields.assignee.accountId, fields.reporter.displayName]).toEqual(['unknown', 'Former user']);
    expect((await people()).map((user: AnyJson) => user.accountId)).toEqual(['bela']);
    expect((await reply(alice, '/rest/api/3/user/bulk?accountId=ari')).body.values).toEqual([]);
    sandbox.faults.clear();
    expect((await reply(alice, '/rest/api/3/issue/AAA-1')).body.fields.assignee.accountId).toBe('ari');
  });

  it('and others may keep their e-mail to themselves.', async () => {
    const email = async () => (await reply(alice, '/rest/api/3/myself')).body.emailAddress;
    expect(await email()).toBe('alice@example.com');
    sandbox.faults.set({ withoutEmail: true });
    expect(await email()).toBeUndefined();
  });
});
