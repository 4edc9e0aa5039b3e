import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { axeFindings } from './axe-findings.ts';
import { type LookingBrowser, lookAt } from './browser-world.ts';
import type { Visitor } from './visitor.ts';

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

describe('The page of money', () => {
  it('says so when nothing is in the scope.', async () => {
    const { page } = visitor;
    await page.goto('/money?label=no-such-label');
    await page.getByText('Nobody owned an issue of this scope in this window.').waitFor();
    await page.goto('/money?view=delay&label=no-such-label');
    await page.getByText('Nothing under way has a value').waitFor();
    await page.goto('/money?view=stages&label=no-such-label');
    await page.getByText(/^No (stage held work|delay cost)/).waitFor();
  });

  it('is found by the command palette, and its parts by arrow keys.', async () => {
    const { page } = visitor;
    await page.goto('/flow?days=30');
    await visitor.heading('Flow').waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await page.keyboard.type('money');
    await page.getByRole('option', { name: 'Money' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/money?days=30');
    await visitor.heading('Money').waitFor();
    expect(await page.title()).toBe('Money · Quantum Sprout');
    await page.locator('h1:focus').waitFor();
    await page.getByRole('tab', { name: 'Impact' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('[role=tab]:focus', { hasText: 'Cost of delay' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/money?days=30&view=delay');
    await page.getByRole('table', { name: 'Cost of delay, issue by issue' }).waitFor();
  });

  it('leads from a swap to the issue, in the same window.', async () => {
    const { page } = visitor;
    await page.goto('/money?view=delay&days=30');
    const swap = page.getByRole('list', { name: 'The best changes of order' }).getByRole('link').first();
    const key = (await swap.textContent()) ?? '';
    await swap.focus();
    await page.keyboard.press('Enter');
    await visitor.heading(key).waitFor();
    expect(new URL(page.url()).search).toBe('?days=30');
  });

  it('never names a person.', async () => {
    const { page } = visitor;
    const query = '{ viewer { jiraConnection { people(first: 100) { nodes { displayName } } } } }';
    const { nodes } = (await ada.get(query)).viewer.jiraConnection.people;
    expect(nodes.length).toBeGreaterThan(10);
    for (const view of ['impact', 'delay', 'stages', 'teams', 'statuses']) {
      await page.goto(`/money?view=${view}`);
      await page.getByRole('tabpanel').getByText('How this is computed').first().waitFor();
      const text = (await page.getByRole('tabpanel').textContent()) ?? '';
      for (const { displayName } of nodes) expect(text).not.toContain(displayName);
    }
  });

  it.each(['light', 'dark'] as const)('keeps nobody out on the %s theme, nor on a phone.', async (colorScheme) => {
    const { page } = visitor;
    await page.emulateMedia({ colorScheme });
    const root = 'document.documentElement';
    for (const view of ['impact', 'delay', 'stages', 'teams', 'statuses']) {
      await page.goto(`/money?view=${view}`);
      await page.getByRole('tabpanel').getByText('How this is computed').first().waitFor();
      for (const details of await page.getByText(/^(What it is made of|How this is computed)$/).all())
        await details.click();
      expect(await axeFindings(visitor, `${view}, ${colorScheme}`)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 700 });
      expect(await axeFindings(visitor, `${view}, ${colorScheme}, 320 px`)).toEqual([]);
      expect(await page.evaluate(`${root}.scrollWidth - ${root}.clientWidth`)).toBe(0);
      await page.setViewportSize({ width: 1440, height: 900 });
    }
  });
});
