import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFormats } from '../../client/ui/format.ts';
import type { Person } from '../support/person.ts';
import { until } from '../support/until.ts';
import { axeFindings } from './axe-findings.ts';
import { type LookingBrowser, lookAt } from './browser-world.ts';
import type { Visitor } from './visitor.ts';

const stuckQuery = `query ($days: Int!, $first: Int!, $kinds: [StuckKind!], $order: StuckOrder) {
  viewer { settings { locale timeZone } jiraConnection { investigation(window: { days: $days }) {
    stuckWork(first: $first, kinds: $kinds, orderBy: $order) { totalCount basis { n } nodes {
      issue { key stage { name } } age { seconds days } timeInStage { seconds days } pacePercentile chanceToMissTarget costPerDay { amount currency } blockedReason suggestion
    } } } } } }`;

let browser: LookingBrowser;
let ada: Person;
let visitor: Visitor;

beforeAll(async () => {
  browser = await lookAt('Northwind Labs');
  ada = browser.person;
  visitor = await browser.visit();
  await visitor.signIn(ada);
});

afterAll(() => browser.close());

/** The cells of the list as the server's numbers have to read. */
async function told(variables: { days?: number; first?: number; kinds?: string[]; order?: string }) {
  const { viewer } = await ada.get(stuckQuery, { days: 90, first: 20, ...variables });
  const formats = createFormats(viewer.settings.locale, viewer.settings.timeZone);
  const { totalCount, nodes, basis } = viewer.jiraConnection.investigation.stuckWork;
  // biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is what tests are about
  const rows = nodes.map((item: any) => [
    item.issue.key,
    item.issue.stage.name,
    formats.span(item.age),
    formats.span(item.timeInStage),
    item.pacePercentile === null ? '–' : formats.percent(Math.floor(item.pacePercentile) / 100),
    item.chanceToMissTarget === null ? '–' : formats.percent(item.chanceToMissTarget),
    item.costPerDay === null ? '–' : formats.money(item.costPerDay),
  ]);
  return { totalCount, rows, basis, suggestions: nodes.map((item: { suggestion: string }) => item.suggestion), nodes };
}

const shownRows = async (): Promise<string[][]> => {
  const table = visitor.page.getByRole('table', { name: 'Stuck issues' });
  const rows = await table.locator('tbody tr').all();
  return Promise.all(
    rows.map(async (row) => [
      (await row.getByRole('link').first().locator('span').first().textContent()) ?? '',
      (await row.locator('td').nth(1).locator(':scope > *').first().textContent()) ?? '',
      ...(await row.locator('td').allTextContents()).slice(2),
    ]),
  );
};

describe('The stuck work', () => {
  it('is what the server says to the same question, with what to do about each.', async () => {
    const { page } = visitor;
    await page.goto('/investigate?view=stuck');
    const { totalCount, rows, basis, suggestions, nodes } = await told({});
    expect(totalCount).toBeGreaterThan(20);
    await page.getByText(`20 of ${totalCount} stuck issues`).waitFor();
    expect(await shownRows()).toEqual(rows);
    const text = (await page.getByRole('table', { name: 'Stuck issues' }).textContent()) ?? '';
    for (const suggestion of suggestions) expect(text).toContain(suggestion);
    for (const { blockedReason } of nodes) expect(text).toContain(blockedReason ?? '');
    expect(await page.getByText(`n = ${basis.n}`).count()).toBe(1);
    await visitor.button('Show more stuck issues').click();
    const more = Math.min(totalCount, 50);
    await page.getByText(`${more} of ${totalCount} stuck issues`).waitFor();
    expect(await shownRows()).toEqual((await told({ first: 50 })).rows);
  });

  it('is narrowed and put in order by the keyboard, and a reload shows the same.', async () => {
    const { page } = visitor;
    await page.goto('/investigate?view=stuck&days=30');
    await visitor.button('Stale').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/kind=stale/);
    await page.getByRole('radio', { name: 'Costs most a day' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/order=age/);
    const { totalCount, rows } = await told({ days: 30, kinds: ['STALE'], order: 'AGE' });
    expect(rows.length).toBeGreaterThan(1);
    const place = `${rows.length} of ${totalCount} stuck issues that are stale`;
    await page.getByText(place).waitFor();
    await until(shownRows, (shown) => JSON.stringify(shown) === JSON.stringify(rows));
    await page.reload();
    await page.getByText(place).waitFor();
    expect(await shownRows()).toEqual(rows);
    expect(new URL(page.url()).search).toBe('?view=stuck&days=30&kind=stale&order=age');

    await page.getByRole('link', { name: rows[0]?.[0] ?? '' }).focus();
    await page.keyboard.press('Enter');
    await visitor.heading(rows[0]?.[0] ?? '').waitFor();
    expect(new URL(page.url()).search).toBe('?days=30');
    await page.goBack();
    await page.getByText(place).waitFor();
  });

  it('has its first five on the overview, which lead to the issue and to all of them.', async () => {
    const { page } = visitor;
    await page.goto('/?days=30');
    const five = page.getByRole('list', { name: 'The most stuck issues' });
    await five.waitFor();
    const { totalCount, rows } = await told({ days: 30, first: 5 });
    const lines = await five.getByRole('link').allTextContents();
    expect(lines.map((line) => /^[A-Z]+-\d+/.exec(line)?.[0])).toEqual(rows.map(([key]: string[]) => key));
    for (const [index, [, stage, age, , , , costPerDay = '']] of rows.entries()) {
      expect(lines[index]).toContain(age);
      expect(lines[index]).toContain(stage);
      if (costPerDay !== '–') expect(lines[index]).toContain(`${costPerDay} a day`);
    }
    await page.getByRole('link', { name: `All ${totalCount} stuck issues` }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(`of ${totalCount} stuck issues`).waitFor();
    expect(new URL(page.url()).search).toBe('?days=30&view=stuck');
  });

  it('says so when nothing is stuck in a way, and leads back to all of it.', async () => {
    const { page } = visitor;
    await page.goto('/investigate?view=stuck&label=no-such-label&kind=blocked');
    await page.getByText('Nothing is stuck in this way').waitFor();
    await visitor.button('Show all kinds').click();
    await page.getByText('Nothing is stuck', { exact: true }).waitFor();
    expect(new URL(page.url()).search).toBe('?view=stuck&label=no-such-label');
  });

  it('is a part of the page that arrow keys lead to, and the command palette too.', async () => {
    const { page } = visitor;
    await page.goto('/investigate?days=30');
    await page.getByRole('tab', { name: 'Bottlenecks' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('[role=tab]:focus', { hasText: 'Stuck work' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/investigate?days=30&view=stuck');
    await page.getByText(/^\d+ of \d+ stuck issues$/).waitFor();
    expect(await page.locator(':focus').textContent()).toBe('Stuck work');
    await page.goto('/flow?days=30');
    await visitor.heading('Flow').waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await page.keyboard.type('stuck');
    await page.getByRole('option', { name: 'Stuck work' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/investigate?days=30&view=stuck');
  });

  it.each(['light', 'dark'] as const)('keeps nobody out on the %s theme, nor on a phone.', async (colorScheme) => {
    const { page } = visitor;
    await page.emulateMedia({ colorScheme });
    await page.goto('/investigate?view=stuck');
    await page.getByText(/^\d+ of \d+ stuck issues$/).waitFor();
    expect(await axeFindings(visitor, colorScheme)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await axeFindings(visitor, `${colorScheme}, 320 px`)).toEqual([]);
    const root = 'document.documentElement';
    expect(await page.evaluate(`${root}.scrollWidth - ${root}.clientWidth`)).toBe(0);
    await page.setViewportSize({ width: 1440, height: 900 });
  });
});
