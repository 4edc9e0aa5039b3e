import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../support/until.ts';
import { type BrowserWorld, openBrowserWorld } from './browser-world.ts';
import type { Visitor } from './visitor.ts';

const bottleneckQuery = `{ viewer { jiraConnection { site { name } syncStatus { issueCount } investigation(window: { days: 90 }, clock: WORKING) {
  bottlenecks { sentence bottlenecks { stage { name } } } } } } }`;

let browser: BrowserWorld;
let ada: Visitor;

beforeAll(async () => {
  browser = await openBrowserWorld();
  ada = await browser.visit();
});

afterAll(() => browser.close());

describe('the first minutes of a newcomer', () => {
  it('lead from sign-up over the consent to the bottleneck, its issues and one timeline, and back to another Jira.', async () => {
    const { page } = ada;
    await ada.signUp('ada');

    // UX.md, "No connection": its very words, and nothing else of the product.
    const main = page.getByRole('main');
    expect(await main.textContent()).toBe(
      'Connect Your Jira' +
        'Get started by connecting your Jira account to see bottlenecks and financial impact' +
        'Connect Jira Account',
    );
    expect(await page.getByRole('navigation').count()).toBe(0);
    await page.goto('/investigate');
    await ada.heading('Connect Your Jira').waitFor();

    // Slow enough to be watched.
    browser.world.sandbox.faults.add({ path: '/search/jql', effect: { kind: 'delay', ms: 900 } });
    await ada.connect('alice', 'northwind-labs', 'Northwind Labs');
    await page.getByText('Jira connected').waitFor();
    const progress = page.getByRole('progressbar', { name: 'Sync progress' });
    await progress.waitFor();
    const figures = page.getByText(/^[\d,]+ of [\d,]+ issues$/);
    const seen = new Set<string>();
    await until(
      async () => seen.add((await figures.allTextContents()).join()).size,
      (different) => different >= 3,
      60,
    );
    // What is ready is shown while the rest is still being read.
    await page.getByRole('region', { name: 'Where work waits' }).waitFor();
    const underWay = async () =>
      Number(/n = ([\d,]+)/.exec((await main.textContent()) ?? '')?.[1]?.replace(',', '') ?? 0);
    const early = await underWay();
    await until(underWay, (later) => later > early, 30);
    expect(await progress.count()).toBe(1);
    expect(await page.getByText('No issues yet').count()).toBe(0);

    browser.world.sandbox.faults.clear();
    await ada.synced();
    await progress.waitFor({ state: 'detached' });
    const adaAtTheApi = await ada.atTheApi('ada');
    const told = async () => (await adaAtTheApi.get(bottleneckQuery)).viewer.jiraConnection;
    const { sentence, bottlenecks } = (await told()).investigation.bottlenecks;
    expect(sentence).toMatch(/\w+ .*\.$/);
    const where = page.getByRole('region', { name: 'Where work waits' });
    await until(
      () => where.textContent(),
      (shown) => shown?.includes(sentence) === true,
    );
    // 2,664 issues: how many the sandbox's Northwind Labs has.
    expect((await told()).syncStatus.issueCount).toBe(2664);

    const worst = bottlenecks[0].stage.name;
    await ada.button(`Issues behind ${worst}`).click();
    const dialog = page.getByRole('dialog', { name: `Issues behind ${worst}` });
    await dialog
      .getByRole('link', { name: /^[A-Z]+-\d+/ })
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    await page.getByRole('link', { name: 'Flow', exact: true }).click();
    await ada.heading('Flow').waitFor();
    const scatter = page.getByRole('application', { name: /^Cycle time of finished issues/ });
    await scatter.focus();
    await page.keyboard.press('End');
    const reader = scatter.locator('[aria-live]');
    await until(
      () => reader.textContent(),
      (text) => text !== '',
    );
    const key = /^[A-Z]+-\d+/.exec((await reader.textContent()) ?? '')?.[0];
    expect(key).toBeDefined();
    await page.keyboard.press('Enter');
    await ada.heading(key ?? '').waitFor();
    expect(new URL(page.url()).pathname).toBe(`/issues/${key}`);
    const ribbon = page.getByRole('list', { name: `Timeline of ${key}` });
    await ribbon.waitFor();
    const segments = await ribbon.getByRole('link').count();
    expect(segments).toBeGreaterThan(1);
    expect(await page.getByRole('row').count()).toBe(segments + 1);
  });

  it('end with a disconnect that leaves nothing but the account, and another site shows only its own.', async () => {
    const { page } = ada;
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('tab', { name: 'Jira' }).click();
    await ada.button('Disconnect').click();
    const question = page.getByRole('dialog', { name: 'Disconnect Jira?' });
    await question.getByRole('button', { name: 'Disconnect', exact: true }).click();
    await page.getByText('Jira disconnected', { exact: true }).waitFor();
    await page.getByText('You can connect a different Jira account anytime').waitFor();
    await ada.heading('Connect Your Jira').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.reload();
    await ada.heading('Connect Your Jira').waitFor();
    await page.getByRole('button', { name: 'Account menu of ada' }).waitFor();

    await ada.connect('bob', 'lakeside', 'Lakeside');
    await ada.synced();
    const adaAtTheApi = await ada.atTheApi('ada');
    const { jiraConnection } = (await adaAtTheApi.get(bottleneckQuery)).viewer;
    expect(jiraConnection.site.name).toBe('Lakeside');
    // 240 issues: how many the sandbox's Lakeside has.
    expect(jiraConnection.syncStatus.issueCount).toBe(240);
    await page.getByText(jiraConnection.investigation.bottlenecks.sentence, { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Issues', exact: true }).click();
    await page.getByText('50 of 240 issues').waitFor();
  });
});
