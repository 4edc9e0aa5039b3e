import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFormats } from '../../client/ui/format.ts';
import type { Person } from '../support/person.ts';
import { axeFindings } from './axe-findings.ts';
import { type BrowserWorld, openBrowserWorld } from './browser-world.ts';
import type { Visitor } from './visitor.ts';

let browser: BrowserWorld;
let person: Person;
let carla: Visitor;

beforeAll(async () => {
  browser = await openBrowserWorld();
  person = await browser.world.signUp('carla');
  await person.connectJira('Harbor', 'carla');
  await person.synced();
  carla = await browser.visit();
  await carla.signIn(person);
});

afterAll(() => browser.close());

const dateBefore = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
/** Days that are over wherever one is: in working hours today's pay grows from minute to minute. */
const past = { from: dateBefore(92), to: dateBefore(2) };

/** Paid capacity as the server tells it, and how the viewer writes it. */
async function paid() {
  const { viewer } = await person.get(
    'query ($window: WindowInput) { viewer { settings { locale timeZone costModel { version } } jiraConnection { financial(window: $window) { costByTeam { total { amount currency } } } } } }',
    { window: past },
  );
  const formats = createFormats(viewer.settings.locale, viewer.settings.timeZone);
  const { total } = viewer.jiraConnection.financial.costByTeam;
  return { version: viewer.settings.costModel.version, total, shown: formats.money(total) };
}

const field = (name: string) => carla.page.getByLabel(name, { exact: true });
const change = () => carla.button('Change the assumptions');
const open = async () => {
  await carla.page.goto(`/money?view=teams&from=${past.from}&to=${past.to}`);
  await carla.page.getByRole('table', { name: 'Labour by team' }).waitFor();
};

describe('The assumptions of the money', () => {
  it('are changed where they are read, by keyboard, and every amount follows without a reload.', async () => {
    const { page } = carla;
    await open();
    const before = await paid();
    await page.getByRole('cell', { name: before.shown, exact: true }).waitFor();
    await change().focus();
    await page.keyboard.press('Enter');
    await field('Hourly rate (EUR)').fill('120');
    await page.keyboard.press('Enter');
    await page.getByText('Assumptions saved').waitFor();
    const after = await paid();
    // Twice the rate is twice the pay, to the cent.
    expect(BigInt(after.total.amount.replace('.', ''))).toBe(2n * BigInt(before.total.amount.replace('.', '')));
    await page.getByRole('cell', { name: after.shown, exact: true }).waitFor();
    await page.getByText(`Cost model version ${before.version + 1}`, { exact: true }).waitFor();
    expect(await page.getByRole('region', { name: 'Assumptions' }).textContent()).toContain('€120.00');
  });

  it('say at its field what does not fit.', async () => {
    const { page } = carla;
    await open();
    await change().click();
    await field('Payback in weeks').fill('2.5');
    await carla.button('Save').click();
    await page.getByText('A whole number of weeks, like 26.').waitFor();
    await field('Payback in weeks').fill('2000');
    await carla.button('Save').click();
    await page.getByText('Payback takes from 1 to 520 whole weeks.').waitFor();
    expect(await field('Payback in weeks').getAttribute('aria-invalid')).toBe('true');
    expect(await axeFindings(carla, 'the form with its error')).toEqual([]);
  });

  it('are not written over what somebody else has saved meanwhile, unless that is meant.', async () => {
    const { page } = carla;
    await open();
    await change().click();
    await field('Burden').fill('1.5');
    const { version } = await paid();
    const save = 'mutation ($input: UpdateCostModelInput!) { updateCostModel(input: $input) { userErrors { code } } }';
    const elsewhere = await person.get(save, { input: { version, defaultHourlyRate: '90' } });
    expect(elsewhere.updateCostModel.userErrors).toEqual([]);
    await carla.button('Save').click();
    await page.getByText('The cost model was changed meanwhile').waitFor();
    await page.getByText(`Cost model version ${version + 1}`, { exact: true }).waitFor();
    expect(await page.getByRole('region', { name: 'Assumptions' }).textContent()).toContain('€90.00');
    expect(await field('Burden').inputValue()).toBe('1.5');
    await carla.button('Save over it').click();
    await page.getByText('Assumptions saved').waitFor();
    const { costModel } = (
      await person.get('{ viewer { settings { costModel { version burden defaultHourlyRate { amount } } } } }')
    ).viewer.settings;
    // What was not touched here stays as the other saved it.
    expect(costModel).toEqual({ version: version + 2, burden: 1.5, defaultHourlyRate: { amount: '90.00' } });
  });
});
