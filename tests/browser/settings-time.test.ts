import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { until } from '../support/until.ts';
import { axeFindings } from './axe-findings.ts';
import { type BrowserWorld, openBrowserWorld } from './browser-world.ts';
import type { Visitor } from './visitor.ts';

let browser: BrowserWorld;
let person: Person;
let alice: Visitor;

beforeAll(async () => {
  browser = await openBrowserWorld();
  person = await browser.world.signUp('alice');
  await person.connectJira('Lakeside', 'bob');
  await person.synced();
  alice = await browser.visit();
  await alice.signIn(person);
});

afterAll(() => browser.close());

const field = (name: string) => alice.page.getByLabel(name, { exact: true });
const combo = (name: string) => alice.page.getByRole('combobox', { name });
const sentence = () => alice.page.getByRole('region', { name: 'What is entered' }).getByRole('status');
const settings = async () => {
  const read =
    '{ viewer { settings { timeZone locale workingCalendar { days { weekday start end } holidays extraWorkingDays hoursPerDay } } } }';
  return (await person.get(read)).viewer.settings;
};
const open = async (page = alice.page) => {
  await page.goto('/settings?tab=time');
  await page.getByRole('combobox', { name: 'Time zone' }).waitFor();
};

describe('The settings of time and calendar', () => {
  it('are changed by keyboard alone, say what they come to, and are used by every page without a reload.', async () => {
    const { page } = alice;
    await page.goto('/');
    const cycleTime = page
      .getByRole('region', { name: 'Key numbers' })
      .getByRole('button', { name: /^Cycle time p85/ });
    const before = (await cycleTime.textContent()) ?? '';
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('tab', { name: 'Time and calendar' }).click();
    await combo('Time zone').focus();
    await page.keyboard.type('new york');
    await page.keyboard.press('Enter');
    expect(await combo('Time zone').inputValue()).toBe('America/New York');
    await combo('Dates and numbers as in').focus();
    await page.keyboard.type('german germany');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await field('Friday').focus();
    await page.keyboard.press('Space');
    await field('Monday to').fill('18');
    await page.keyboard.press('Tab');
    expect(await field('Monday to').inputValue()).toBe('18:00');
    await field('Hours a day').fill('2');
    expect(await sentence().textContent()).toMatch(/^33 working hours a week \(16,5 days of 2 hours\); next day off: /);
    await alice.button('Save changes').focus();
    await page.keyboard.press('Enter');
    await page.getByText('Time and calendar saved').waitFor();
    expect(await settings()).toMatchObject({
      timeZone: 'America/New_York',
      locale: 'de-DE',
      workingCalendar: {
        days: { length: 4, 0: { weekday: 'MONDAY', start: '09:00', end: '18:00' } },
        hoursPerDay: 2,
      },
    });
    expect(await alice.button('Save changes').isDisabled()).toBe(true);
    // Written as in Germany at once: 26.11.2026 on the account's page.
    await page.getByRole('tab', { name: 'Account' }).click();
    await page
      .getByText(/\d{1,2}\.\d{1,2}\.\d{4}/)
      .first()
      .waitFor();
    await page.getByRole('link', { name: 'Overview' }).click();
    const daysOf = (text: string | null): number =>
      Number((/p85([\d.,]+) d/.exec(text ?? '')?.[1] ?? '').replace(',', '.'));
    expect(daysOf(before)).toBeGreaterThan(0);
    // A day that is a quarter as long makes some four times as many of them.
    await until(
      async () => daysOf(await cycleTime.textContent()),
      (days) => days > 3 * daysOf(before),
    );
  });

  it('take dates one by one and pasted, name what is no date, and let them go.', async () => {
    const { page } = alice;
    await open();
    const holidays = page.getByRole('group', { name: 'Holidays' });
    await field('Date of the holiday').fill('2027-05-01');
    await page.keyboard.press('Enter');
    await holidays.getByRole('button', { name: 'Paste several' }).click();
    await field('Dates of holidays').fill('2026-12-25; 26.12.2026\n12/31/2026 2026-12-25');
    await holidays.getByText('Not dates: 12/31/2026').waitFor();
    await alice.button('Add 2 dates').click();
    await field('Date of the extra day').fill('2026-12-19');
    await alice.button('Add extra day').click();
    await holidays.locator('section[aria-label="Holidays in 2027"] button').click();
    expect(await holidays.getByRole('listitem').count()).toBe(2);
    await alice.button('Save changes').click();
    await page.getByText('Time and calendar saved').waitFor();
    expect((await settings()).workingCalendar).toMatchObject({
      holidays: ['2026-12-25', '2026-12-26'],
      extraWorkingDays: ['2026-12-19'],
    });
  });

  it('are refused beside the field, which gets focus, and keep what was entered.', async () => {
    const { page } = alice;
    await open();
    const before = await settings();
    await field('Tuesday from').fill('18:00');
    await field('Hours a day').fill('25');
    await alice.button('Save changes').click();
    await page.getByText('Work has to end after it begins.').waitFor();
    await page.getByText('A working day has more than 0 and at most 24 hours.').waitFor();
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Tuesday to');
    expect(await axeFindings(alice, 'errors')).toEqual([]);
    await field('Hours a day').fill('');
    await alice.button('Save changes').click();
    await page.getByText('How many hours are a day?').waitFor();
    expect(await settings()).toEqual(before);
    await field('Tuesday from').fill('08:00');
    expect(await page.getByText('Work has to end after it begins.').count()).toBe(0);
    await alice.button('Undo').click();
    expect(await field('Tuesday from').inputValue()).toBe('09:00');
  });

  it('are not lost without a question, be it by a link or by another tab of the page.', async () => {
    const { page } = alice;
    await open();
    await field('Monday from').fill('07:00');
    await page.getByRole('tab', { name: 'Stages' }).click();
    const question = page.getByRole('dialog', { name: 'Leave without saving?' });
    await question.waitFor();
    await question.getByRole('button', { name: 'Stay here' }).click();
    expect(await field('Monday from').inputValue()).toBe('07:00');
    await page.getByRole('link', { name: 'Overview' }).click();
    await question.getByRole('button', { name: 'Leave without saving' }).click();
    await alice.heading('Overview').waitFor();
    await open();
    expect(await field('Monday from').inputValue()).toBe('09:00');
  });

  it('follow what is saved elsewhere while nothing has been touched.', async () => {
    await open();
    await person.get('mutation { updateSettings(input: { timeZone: "Asia/Tokyo" }) { userErrors { code } } }');
    await alice.page.getByRole('tab', { name: 'Account' }).click();
    await alice.page.goto('/');
    await alice.page.getByRole('link', { name: 'Settings' }).click();
    await alice.page.getByRole('tab', { name: 'Time and calendar' }).click();
    await until(
      () => combo('Time zone').inputValue(),
      (zone) => zone === 'Asia/Tokyo',
    );
  });

  it('fit a narrow screen, in the dark too, without anything serious for axe.', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const visitor = await browser.visit({ colorScheme, viewport: { width: 320, height: 700 } });
      await visitor.signIn(person);
      await open(visitor.page);
      expect(await visitor.page.evaluate<number>('document.documentElement.scrollWidth')).toBe(320);
      await visitor.page.getByRole('combobox', { name: 'Time zone' }).click();
      await visitor.page.getByRole('option').first().waitFor();
      expect(await axeFindings(visitor, `time, narrow, ${colorScheme}`)).toEqual([]);
    }
  });
});
