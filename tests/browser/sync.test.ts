import { MongoClient, ObjectId } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SiteWorld } from '../../sandbox/world/site-world.ts';
import type { Person } from '../support/person.ts';
import { until } from '../support/until.ts';
import { axeFindings } from './axe-findings.ts';
import { type BrowserWorld, openBrowserWorld } from './browser-world.ts';
import type { Visitor } from './visitor.ts';

let browser: BrowserWorld;
let site: SiteWorld;
let bob: Person;
let visitor: Visitor;
/** Lakeside's issues as the sandbox holds them, oldest first. */
let keys: readonly string[];

const key = (index: number): string => keys[index] ?? '';
const card = () => visitor.page.getByRole('region', { name: 'Sync', exact: true });
const proof = () => card().getByText(/^Compared /);

beforeAll(async () => {
  browser = await openBrowserWorld();
  const lakeside = browser.world.sandbox.world.sites.find(({ state }) => state.catalog.name === 'Lakeside');
  if (!lakeside) throw new Error('the sandbox has no Lakeside');
  site = lakeside;
  keys = [...site.state.issues.values()].map((issue) => issue.key);
  site.corrupt(key(4), 'null-fields');
  bob = await browser.world.signUp('bob');
  await bob.connectJira('Lakeside', 'bob');
  await bob.synced();
  visitor = await browser.visit();
  await visitor.signIn(bob);
});

afterAll(() => browser.close());

describe('The sync of a Jira, in its settings', () => {
  it('compares every issue, and proves what is there, what is gone and what is set aside.', async () => {
    const { page } = visitor;
    // What Jira tells by itself would come before the button.
    browser.world.sandbox.faults.change({ webhooks: { drop: 'all' } });
    await page.goto('/settings?tab=jira');
    await card()
      .getByText(/^Not compared yet/)
      .waitFor();
    site.deleteIssue(key(3));
    await visitor.button('Compare every issue').click();
    // 240 issues: how many the sandbox's Lakeside has; one was deleted, and one cannot be read.
    await proof().filter({ hasText: '239 issues in Jira, 238 here, 1 missing; 1 deleted one removed;' }).waitFor();
    expect(await proof().textContent()).toMatch(/^Compared just now: .* of changelogs whole\.$/);
    const aside = page.getByRole('region', { name: 'Issues set aside' }).first();
    const row = aside.getByRole('row').filter({ hasText: key(4) });
    await row.waitFor();
    expect(await row.getByRole('link').getAttribute('href')).toBe(
      `https://lakeside-works.atlassian.net/browse/${key(4)}`,
    );
    expect(await row.textContent()).toMatch(/fields.*Open it in Jira/);

    // Whoever puts it right in Jira edits it.
    site.heal(key(4));
    site.comment(key(4), 'Put right.');
    await visitor.button('Sync now').click();
    await aside.getByText('None. Every issue that was read could be stored.').waitFor();
    const runs = page.getByRole('region', { name: 'Run history, newest first' });
    await until(
      () => runs.getByRole('row').allTextContents(),
      (rows) => rows.length === 4,
    );
    expect(await runs.getByRole('row').nth(2).textContent()).toMatch(/ComparisonYouSucceeded/);
    browser.world.sandbox.faults.clear();
  });

  it('is stopped while it waits for Jira, and says so.', async () => {
    const { page } = visitor;
    const { faults } = browser.world.sandbox;
    faults.add({ path: '/search/jql', effect: { kind: 'refuse', status: 429, retryAfter: 300 } });
    await visitor.button('Read everything again').click();
    const question = page.getByRole('dialog', { name: 'Read everything again?' });
    await question.getByRole('button', { name: 'Leave it' }).click();
    await visitor.button('Read everything again').click();
    await question.getByRole('button', { name: 'Read everything', exact: true }).click();
    await question.waitFor({ state: 'detached' });
    await card()
      .getByText(/^Jira asks us to wait \d+ (s|min)\. What has been read so far is kept\.$/)
      .waitFor();
    await page.getByRole('link', { name: /^Waiting for Jira/ }).waitFor();
    expect(await axeFindings(visitor, 'waiting')).toEqual([]);
    await visitor.button('Stop the sync').click();
    await card()
      .getByText(/^The reading of everything was stopped\. What it has read is kept\./)
      .waitFor();
    await visitor.button('Sync now').waitFor();
    faults.clear();
  });

  it('tells why it failed, and goes well when it is tried again.', async () => {
    const { page } = visitor;
    const { faults } = browser.world.sandbox;
    faults.add({ path: '/search/jql', effect: { kind: 'refuse', status: 403 } });
    await visitor.button('Sync now').click();
    await card()
      .getByText(/^The sync of changes failed just now\. Jira does not allow .* \(403\)\. What is stored stays\./)
      .waitFor();
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator('html[data-theme=dark]').waitFor();
    expect(await axeFindings(visitor, 'failed, dark')).toEqual([]);
    faults.clear();
    await visitor.button('Try again').click();
    await card()
      .getByText(/^Up to date since /)
      .waitFor();
    expect(await visitor.button('Try again').count()).toBe(0);
  });

  it('is a history that is read page by page, on a phone too.', async () => {
    const { page } = visitor;
    await rememberRuns(25);
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto('/settings?tab=jira#set-aside');
    await page.locator('#set-aside:focus').waitFor();
    await page.reload();
    const runs = page.getByRole('region', { name: 'Run history, newest first' });
    const place = page.getByText(/^Runs \d+ to \d+$/);
    await place.waitFor();
    expect([await place.textContent(), await runs.getByRole('row').count()]).toEqual(['Runs 1 to 20', 21]);
    await visitor.button('Older runs').click();
    await page.getByText(/^Runs 21 to (2[5-9]|3\d)$/).waitFor();
    expect(await visitor.button('Older runs').isDisabled()).toBe(true);
    await visitor.button('Newer runs').click();
    await page.getByText('Runs 1 to 20').waitFor();
    expect(await axeFindings(visitor, 'history, dark, 320 px')).toEqual([]);
    const root = 'document.documentElement';
    expect(await page.evaluate(`${root}.scrollWidth - ${root}.clientWidth`)).toBe(0);
    await page.setViewportSize({ width: 1440, height: 900 });
  });
});

describe('An edit in Jira', () => {
  it('is on the open page within five seconds of the webhook, with nothing around it moved.', async () => {
    const { page } = visitor;
    await until(
      async () => (await bob.get(webhookQuery)).viewer.jiraConnection.syncStatus.webhooks.active,
      (active) => active,
    );
    await page.goto(`/issues/${key(8)}`);
    await visitor.heading(key(8)).waitFor();
    const table = page.locator('main table');
    await table.waitFor();
    await page.getByRole('main').evaluate((main) => main.querySelector('table')?.setAttribute('title', 'the same'));
    site.editIssue(key(8), { summary: 'Seen without a reload' });
    await page.getByText('Seen without a reload').first().waitFor({ timeout: 5_000 });
    expect(await table.getAttribute('title')).toBe('the same');
  });

  it('is in a list too, above the rows that were asked for last.', async () => {
    const { page } = visitor;
    await page.goto('/issues');
    await page.getByText('50 of 239 issues').waitFor();
    const first = page.locator('main table tbody tr').first();
    const edited = /^[A-Z]+-\d+/.exec((await first.textContent()) ?? '')?.[0] ?? '';
    await visitor.button('Show more issues').click();
    await page.getByText('100 of 239 issues').waitFor();
    site.editIssue(edited, { summary: 'Edited above the fold' });
    await first.getByText('Edited above the fold').waitFor();
    expect(await page.getByText('100 of 239 issues').count()).toBe(1);
  });
});

describe('A permission that Jira no longer accepts', () => {
  it('cuts the sync off, keeps what is stored, and is given again from there.', async () => {
    const { page } = visitor;
    await page.goto('/settings?tab=jira');
    await visitor.button('Sync now').waitFor();
    browser.world.sandbox.grants.revokeAccount('bob');
    await visitor.button('Sync now').click();
    await card().getByText('Cut off', { exact: true }).waitFor();
    await card()
      .getByText(/^Jira no longer accepts our access.* All 239 issues stay here/)
      .waitFor();
    await page.getByRole('link', { name: /^Connect again\./ }).waitFor();
    expect(await visitor.button('Sync now').count()).toBe(0);
    expect(await axeFindings(visitor, 'cut off, dark')).toEqual([]);
    await card().getByRole('button', { name: 'Connect again' }).click();
    await visitor.consent('bob', 'lakeside');
    await page.locator('#accept').click();
    await visitor.heading('Overview').waitFor();
    await visitor.synced();
    const { issueCount } = (await bob.get('{ viewer { jiraConnection { syncStatus { issueCount } } } }')).viewer
      .jiraConnection.syncStatus;
    expect(issueCount).toBe(239);
  });
});

const webhookQuery = '{ viewer { jiraConnection { syncStatus { webhooks { active } } } } }';

/** As if there had been so many more runs, each as the oldest one that is remembered and a minute before it. */
async function rememberRuns(count: number): Promise<void> {
  const database = await new MongoClient(browser.world.databaseUri).connect();
  const runs = database.db().collection('sync_runs');
  const [oldest] = await runs.find({}).sort({ requestedAt: 1 }).limit(1).toArray();
  if (!oldest) throw new Error('no run is remembered');
  const before = (minutes: number) => new Date(oldest.requestedAt.getTime() - minutes * 60_000);
  await runs.insertMany(
    Array.from({ length: count }, (_, index) => ({ ...oldest, _id: new ObjectId(), requestedAt: before(index + 1) })),
  );
  await database.close();
}
