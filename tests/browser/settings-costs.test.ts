import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
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

const field = (name: string | RegExp) => alice.page.getByLabel(name, { exact: true });
const open = async () => {
  await alice.page.goto('/settings?tab=costs');
  await field('Burden').waitFor();
};
const model = async () => {
  const read = `{ viewer { settings { costModel { version currency defaultHourlyRate { amount } burden paybackWeeks
    roleRates { role hourlyRate { amount } validFrom } valueClasses { match perWeek { amount } } } } } }`;
  return (await person.get(read)).viewer.settings.costModel;
};
/** As another tab of the same viewer would. */
const saveElsewhere = async (input: Record<string, unknown>) => {
  const { version } = await model();
  const change = 'mutation ($input: UpdateCostModelInput!) { updateCostModel(input: $input) { userErrors { code } } }';
  const { updateCostModel } = await person.get(change, { input: { version, ...input } });
  expect(updateCostModel.userErrors).toEqual([]);
};

describe('The cost model in the settings', () => {
  it('is changed by keyboard alone, all of it at once, and is there after a reload.', async () => {
    const { page } = alice;
    await open();
    await page.getByRole('combobox', { name: 'Currency' }).focus();
    await page.keyboard.type('swiss franc');
    await page.keyboard.press('Enter');
    await field('Hourly rate (CHF)').fill('85,50');
    await field('Burden').fill('1.45');
    // 123.975, exactly.
    await page.getByText(/An hour comes to CHF\s123\.98, burden included\./).waitFor();
    await alice.button('Add a value class').focus();
    await page.keyboard.press('Enter');
    await page.locator('input:focus').waitFor();
    await page.keyboard.type('Highest');
    // What open issues bear is offered.
    await page.locator('datalist option').first().waitFor({ state: 'attached' });
    const offered = '[...document.activeElement.list.options].map((option) => option.value)';
    expect(await page.evaluate<string[]>(offered)).toEqual(expect.arrayContaining(['Urgent', 'expedite']));
    await page.keyboard.press('Tab');
    await page.keyboard.type('1200');
    await alice.button('Add a rate').focus();
    await page.keyboard.press('Enter');
    await field('Role, rate 1').fill('Engineer');
    await field('An hour (CHF), rate 1').fill('90');
    await field('From, rate 1').fill('2026-01-01');
    await alice.button('Save changes').focus();
    await page.keyboard.press('Enter');
    await page.getByText('Cost model saved').waitFor();
    expect(await model()).toEqual({
      version: 2,
      currency: 'CHF',
      defaultHourlyRate: { amount: '85.50' },
      burden: 1.45,
      paybackWeeks: 26,
      roleRates: [{ role: 'Engineer', hourlyRate: { amount: '90.00' }, validFrom: '2026-01-01' }],
      valueClasses: [{ match: 'Highest', perWeek: { amount: '1200.00' } }],
    });
    await page.reload();
    await field('Priority or label, value class 1').waitFor();
    expect(await field('Hourly rate (CHF)').inputValue()).toBe('85.50');
    expect(await alice.button('Save changes').isDisabled()).toBe(true);
  });

  it('says at its place what does not fit, the server too.', async () => {
    const { page } = alice;
    await open();
    await field('Burden').fill('much');
    await alice.button('Save changes').click();
    await page.getByText('A number of 1 or more, like 1.3.').waitFor();
    await field('Burden').fill('0.9');
    await alice.button('Add a value class').click();
    await field('Priority or label, value class 2').fill('highest');
    await field('A week (CHF), value class 2').fill('7.125');
    await alice.button('Save changes').click();
    await page.getByText(/^The burden is a number from 1/).waitFor();
    await page.getByText('"highest" is listed twice.').waitFor();
    await page.getByText(/^7\.125 has more digits than an amount of CHF/).waitFor();
    expect(await page.locator(':focus').getAttribute('aria-invalid')).toBe('true');
    expect(await axeFindings(alice, 'errors')).toEqual([]);
    expect(await field('Priority or label, value class 2').getAttribute('aria-invalid')).toBe('true');
    await field('Hourly rate (CHF)').fill('1,200');
    await alice.button('Save changes').click();
    await page.getByText(/with no mark between thousands/).waitFor();
    await alice.button('Undo').click();
    expect(await field('Priority or label, value class 2').count()).toBe(0);
  });

  it('goes over nobody: who has saved meanwhile is told of, what is typed stays, and what is not is theirs.', async () => {
    const { page } = alice;
    await open();
    await field('Burden').fill('1.6');
    await saveElsewhere({ paybackWeeks: 13 });
    const { version } = await model();
    await alice.button('Save changes').click();
    await page
      .getByText(`The cost model was changed meanwhile, to version ${version}, and nothing was overwritten.`)
      .waitFor();
    expect(await field('Burden').inputValue()).toBe('1.6');
    expect(await field('Payback in weeks, of all other issues').inputValue()).toBe('13');
    expect((await model()).burden).toBe(1.45);
    await alice.button('Save changes').click();
    await page.getByText('Cost model saved').waitFor();
    expect(await model()).toMatchObject({ version: version + 1, burden: 1.6, paybackWeeks: 13 });
  });

  it('is undone to what was saved elsewhere, when that is chosen.', async () => {
    const { page } = alice;
    await open();
    await field('Burden').fill('2');
    await saveElsewhere({ burden: 1.7 });
    await alice.button('Save changes').click();
    await page.getByText('The cost model was changed meanwhile').waitFor();
    await alice.button('Undo').click();
    expect(await field('Burden').inputValue()).toBe('1.7');
    expect(await page.getByText('The cost model was changed meanwhile').count()).toBe(0);
    expect((await model()).burden).toBe(1.7);
  });

  it('shows all its versions, and what each has changed.', async () => {
    await open();
    const { version } = await model();
    const rows = alice.page.getByRole('region', { name: 'Versions of the cost model' }).locator('tbody tr');
    await rows.nth(version - 1).waitFor();
    expect(await rows.count()).toBe(version);
    expect(await rows.first().textContent()).toMatch(/by you.*burden 1\.6 → 1\.7$/);
    expect(await rows.nth(version - 2).textContent()).toContain('currency EUR → CHF');
    expect(await rows.last().textContent()).toContain('What everybody begins with');
  });

  it('is kept for months that are locked, whose currency stays until they are unlocked.', async () => {
    const { page } = alice;
    await open();
    const months = page.getByRole('list', { name: 'Locked months' }).getByRole('listitem');
    const name = (await field('Month to lock').locator('option').first().textContent()) ?? '';
    await alice.button('Lock month').focus();
    await page.keyboard.press('Enter');
    await months.first().waitFor();
    const { version } = await model();
    expect(await months.first().textContent()).toMatch(
      new RegExp(`^${name}Cost model version ${version}, CHF\\s85\\.50 an hour; locked on `),
    );
    expect(await field('Month to lock').locator('option').first().textContent()).not.toBe(name);
    await page.getByRole('combobox', { name: 'Currency' }).fill('EUR');
    await page.keyboard.press('Enter');
    await alice.button('Save changes').click();
    await page.getByText(`${name} is locked in CHF. Unlock every month before you change the currency.`).waitFor();
    expect(await page.getByRole('combobox', { name: 'Currency' }).getAttribute('aria-invalid')).toBe('true');
    await alice.button('Undo').click();
    await saveElsewhere({ defaultHourlyRate: '90' });
    await open();
    expect(await months.first().textContent()).toContain('85.50');
    await alice.button(`Unlock ${name}`).click();
    await alice.button('Unlock month').click();
    await page.getByText('No month is locked').waitFor();
    await field('Month to lock').and(page.locator(':focus')).waitFor();
  });

  it.each(['light', 'dark'] as const)('keeps nobody out on the %s theme, nor on a phone.', async (colorScheme) => {
    const { page } = alice;
    await page.emulateMedia({ colorScheme });
    await open();
    await page.getByRole('region', { name: 'Versions of the cost model' }).waitFor();
    expect(await axeFindings(alice, colorScheme)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await axeFindings(alice, `${colorScheme}, 320 px`)).toEqual([]);
    const root = 'document.documentElement';
    expect(await page.evaluate(`${root}.scrollWidth - ${root}.clientWidth`)).toBe(0);
    await page.setViewportSize({ width: 1440, height: 900 });
  });
});
