import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFormats } from '../../client/ui/format.ts';
import type { Person } from '../support/person.ts';
import { axeFindings } from './axe-findings.ts';
import { type LookingBrowser, lookAt } from './browser-world.ts';
import type { Visitor } from './visitor.ts';

const change = 'current previous signal';
const teamQuery = `query ($days: Int!) { viewer { settings { locale timeZone } jiraConnection {
  investigation(window: { days: $days }) { teamComparison { days rows {
    team { id name } comparable reasons trend { date value }
    throughputPerWeek { ${change} } flowEfficiency { ${change} } wip { ${change} } reworkRate { ${change} }
    delayCost { confidence low { amount currency } base { amount currency } high { amount currency } }
    cycleTime { signal current { p85 { seconds days } } previous { p85 { seconds days } } }
  } } } } } }`;

/** The house's words for the schema's signals. */
const words: Record<string, string> = {
  IMPROVED: 'Better',
  WORSE: 'Worse',
  NOISE: 'No clear change',
  TOO_FEW: 'Too few to tell',
};

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

async function told(days: number) {
  const { viewer } = await ada.get(teamQuery, { days });
  const formats = createFormats(viewer.settings.locale, viewer.settings.timeZone);
  const number = (value: number | null) => (value === null ? '–' : formats.number(value));
  const percent = (value: number | null) => (value === null ? '–' : formats.percent(value));
  type Change = { current: number | null; previous: number | null; signal: string };
  const cell = (of: Change, write: (value: number | null) => string) =>
    `${write(of.current)} from ${write(of.previous)}${words[of.signal]}`;
  // biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is what tests are about
  const estimate = (of: any) =>
    of
      ? `${formats.money(of.base)}${formats.moneyRange(of.low, of.high)}${of.confidence === 'LOW' ? ', low confidence' : ''}`
      : '–';
  const { rows } = viewer.jiraConnection.investigation.teamComparison;
  return {
    rows,
    // biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is what tests are about
    cells: rows.map((row: any) => [
      row.comparable ? row.team.name : `${row.team.name}Not comparable${row.reasons.join('')}`,
      cell(row.throughputPerWeek, number),
      `${formats.span(row.cycleTime.current.p85)} from ${formats.span(row.cycleTime.previous.p85)}${words[row.cycleTime.signal]}`,
      cell(row.flowEfficiency, percent),
      cell(row.wip, number),
      cell(row.reworkRate, percent),
      estimate(row.delayCost),
    ]),
  };
}

const table = () => visitor.page.getByRole('table', { name: 'Teams, by name' });

async function shown(): Promise<string[][]> {
  const rows = await table().locator('tbody tr').all();
  const cells = await Promise.all(rows.map((row) => row.locator('td').allTextContents()));
  return cells.map(([name = '', _trend, ...rest]) => [name, ...rest]);
}

describe('The teams', () => {
  it('stand in the order of their names, each against its own past, as the server says to the same question.', async () => {
    const { page } = visitor;
    await page.goto('/investigate?view=teams&days=180');
    await table().waitFor();
    const { rows, cells } = await told(180);
    expect(cells.length).toBeGreaterThan(2);
    expect(await shown()).toEqual(cells);
    // The names are unaccented and begin with capitals: the order of code units is the order of names.
    const names = rows.map((row: { team: { name: string } }) => row.team.name);
    expect(names).toEqual(names.toSorted());
    const trends = await table().getByRole('img').all();
    const labels = await Promise.all(trends.map((trend) => trend.getAttribute('aria-label')));
    for (const [index, row] of rows.entries()) {
      expect(labels[index]).toContain(`Finished by ${row.team.name} a week: ${row.trend[0].value} in the week of`);
      expect(labels[index]).toContain(`, ${row.trend.at(-1).value} in the week of`);
    }
  });

  it('that cannot be compared say why, and a reload shows the same.', async () => {
    const { page } = visitor;
    await page.goto('/investigate?view=teams&days=7');
    await table().waitFor();
    const { rows, cells } = await told(7);
    const apart = rows.filter((row: { comparable: boolean }) => !row.comparable);
    expect(apart.length).toBeGreaterThan(0);
    expect(await shown()).toEqual(cells);
    expect(await page.getByText('Not comparable').count()).toBe(apart.length);
    await page.reload();
    await table().waitFor();
    expect(await shown()).toEqual(cells);
  });

  it('lead by the keyboard to the issues that a team has finished, asked the same question.', async () => {
    const { page } = visitor;
    await page.goto('/investigate?view=teams&days=30');
    await table().waitFor();
    const { rows } = await told(30);
    await table().locator('tbody tr').first().locator('td').nth(3).getByRole('link').focus();
    await page.keyboard.press('Enter');
    await visitor.heading('Flow').waitFor();
    const search = new URL(page.url()).searchParams;
    expect([search.get('days'), search.getAll('team')]).toEqual(['30', [rows[0].team.id]]);
    await page.goBack();
    await table().waitFor();
  });

  it('never name a person.', async () => {
    const { page } = visitor;
    await page.goto('/investigate?view=teams');
    await table().waitFor();
    const query = '{ viewer { jiraConnection { people(first: 100) { nodes { displayName } } } } }';
    const { nodes } = (await ada.get(query)).viewer.jiraConnection.people;
    const text = (await page.getByRole('tabpanel').textContent()) ?? '';
    expect(nodes.length).toBeGreaterThan(10);
    for (const { displayName } of nodes) expect(text).not.toContain(displayName);
  });

  it.each(['light', 'dark'] as const)('keep nobody out on the %s theme, nor on a phone.', async (colorScheme) => {
    const { page } = visitor;
    await page.emulateMedia({ colorScheme });
    await page.goto('/investigate?view=teams&days=7');
    await table().waitFor();
    expect(await axeFindings(visitor, colorScheme)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await axeFindings(visitor, `${colorScheme}, 320 px`)).toEqual([]);
    const root = 'document.documentElement';
    expect(await page.evaluate(`${root}.scrollWidth - ${root}.clientWidth`)).toBe(0);
    await page.setViewportSize({ width: 1440, height: 900 });
  });
});
