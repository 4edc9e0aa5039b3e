import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import type { JiraSourceOptions } from '../../server/jira/jira-source.ts';
import type { IssueSource } from '../../server/sync/source.ts';
import { consentToSite, readAll, sandboxOAuth, sourceOfSite } from '../support/read-site.ts';
import { signal } from './fake-jira.ts';

const start = Date.UTC(2026, 10, 23, 12);
const siteName = 'Northwind';
let sandbox: Sandbox;
let accessToken: string;
let cloudId: string;

const oauth = () => sandboxOAuth(sandbox);
const connect = () => consentToSite(sandbox, siteOf().state.catalog.name);
const siteOf = () => {
  const site =
    sandbox.world.sites.find(({ state }) => state.catalog.name.startsWith(siteName)) ?? sandbox.world.sites[0];
  if (!site) throw new Error('the sandbox has no site');
  return site;
};
const sourceOf = (options: Partial<JiraSourceOptions> = {}): IssueSource =>
  sourceOfSite(sandbox, accessToken, cloudId, options);

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, clock: () => start });
  const { grant } = await connect();
  accessToken = grant.accessToken;
  cloudId = (await oauth().sites(accessToken))[0]?.cloudId ?? '';
}, 30_000);
afterEach(() => sandbox.faults.clear());
afterAll(() => sandbox.close());

describe('a site of the sandbox', () => {
  it('is connected by consent, and its code works once.', async () => {
    const { code, state, grant } = await connect();
    expect(state).toBe('state-1');
    expect(grant.scopes).toContain('read:jira-work');
    expect(grant.refreshToken).not.toBeNull();
    expect(await oauth().sites(grant.accessToken)).toMatchObject([
      { cloudId: siteOf().id, name: siteOf().state.catalog.name },
    ]);
    await expect(oauth().exchangeCode({ code, codeVerifier: 'x' })).rejects.toMatchObject({ kind: 'REFUSED' });
    const next = await oauth().refresh(grant.refreshToken ?? '');
    expect(next.refreshToken).not.toBe(grant.refreshToken);
    sandbox.faults.set({ refuseRefresh: 'unauthorized_client' });
    await expect(oauth().refresh(next.refreshToken ?? '')).rejects.toMatchObject({ kind: 'REFUSED' });
  });

  it('is read whole: every issue, every changelog entry, nothing rejected.', async () => {
    const source = sourceOf();
    const { state } = siteOf();
    const { issues, histories, rejected } = await readAll(source);
    // What the sandbox itself holds.
    expect(issues.size).toBe(state.issues.size);
    expect(await source.countUpdatedSince(new Date(0), signal)).toBe(state.issues.size);
    expect(rejected).toEqual([]);
    for (const record of state.issues.values()) {
      expect(histories.get(record.id)?.length).toBe(record.histories.length);
      expect(issues.get(record.id)).toMatchObject({
        key: record.key,
        updatedAt: new Date(record.updatedAt),
        parentId: record.parentId ?? null,
      });
    }
    const found = [...histories.values()].flat().flatMap(({ items }) => items.map(({ field }) => field));
    expect(found).toEqual(expect.arrayContaining(['status', 'assignee', 'flagged', 'key', 'project']));
    expect([...issues.values()].some(({ flagged }) => flagged)).toBe(true);
    const { projects, statuses } = await source.catalog(signal);
    expect(projects.length).toBe(state.catalog.projects.length);
    expect(statuses.length).toBe(state.catalog.statuses.filter(({ deleted }) => !deleted).length);
  }, 60_000);

  it('gives all work that was logged on an issue, more than the issue itself shows too.', async () => {
    const record = [...siteOf().state.issues.values()][5];
    if (!record) throw new Error('the sandbox has no sixth issue');
    for (let logged = 1; logged <= 25; logged += 1) siteOf().editIssue(record.id, { worklogSeconds: 60 * logged });
    const { issues } = await readAll(sourceOf(), new Date(start - 60_000));
    const worklogs = issues.get(record.id)?.acts.filter(({ kind }) => kind === 'WORKLOG') ?? [];
    expect(
      worklogs
        .map(({ seconds }) => seconds)
        .toSorted((a, b) => a - b)
        .slice(-25),
    ).toEqual(Array.from({ length: 25 }, (_, index) => 60 * (index + 1)));
    expect(worklogs.every(({ authorId }) => authorId !== null)).toBe(true);
  });

  it('reads the same by epochs, in short pages, and through lost, cut and refused answers.', async () => {
    const since = new Date(
      [...siteOf().state.issues.values()].map(({ updatedAt }) => updatedAt).sort((a, b) => b - a)[60] ?? 0,
    );
    const plain = await readAll(sourceOf(), since);
    expect(plain.issues.size).toBeGreaterThan(60);
    sandbox.faults.set({
      shortPages: 7,
      bulkfetchCreated: 'epoch',
      rules: [
        {
          path: '/search/jql',
          times: 1,
          effect: { kind: 'refuse', status: 429, reason: 'jira-burst-based', retryAfter: 1 },
        },
        { path: '/changelog/bulkfetch', times: 2, effect: { kind: 'cut' } },
        { path: '/field', times: 1, effect: { kind: 'lose' } },
      ],
    });
    const source = sourceOf();
    expect(await readAll(source, since)).toEqual(plain);
    expect(source.usage.retries).toBe(4);
  }, 60_000);

  it('is left alone while its allowance is used up, and its old page tokens are known to be old.', async () => {
    const source = sourceOf();
    const { nextPageToken } = await source.page(new Date(0), null, signal);
    sandbox.faults.set({ expirePageTokens: true });
    await expect(source.page(new Date(0), nextPageToken, signal)).rejects.toMatchObject({ kind: 'TOKEN_EXPIRED' });
    sandbox.faults.set({
      rules: [{ effect: { kind: 'refuse', status: 429, reason: 'jira-quota-global-based', retryAfter: 900 } }],
    });
    await expect(source.catalog(signal)).rejects.toMatchObject({ kind: 'BUSY' });
  });
});
