import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFormats, type Formats } from '../../client/ui/format.ts';
import type { Person } from '../support/person.ts';
import { axeFindings } from './axe-findings.ts';
import { type LookingBrowser, lookAt } from './browser-world.ts';
import type { Visitor } from './visitor.ts';

const stay = 'stay { n p50 { seconds days } p85 { seconds days } p95 { seconds days } }';
const stageQuery = `query ($id: ID!, $days: Int!) { viewer { settings { locale timeZone } jiraConnection {
  investigation(window: { days: $days }) {
    bottlenecks(limit: 50) { bottlenecks { stage { id } state sentence shareOfLeadTime } }
    stage(id: $id) { stage { id name } ${stay} handoffs
      inflow { date value } outflow { date value } occupancy { date value } stayHistogram { fromDays toDays count }
      byType { name n share ${stay} } byPriority { name n share ${stay} }
      reentries { from { id name } count time { seconds days } } worst(first: 20) { totalCount nodes { key } } } } } } }`;

let browser: LookingBrowser;
let ada: Person;
let visitor: Visitor;
let stages: { id: string; name: string; kind: string }[];
let formats: Formats;

beforeAll(async () => {
  browser = await lookAt('Harbor');
  ada = browser.person;
  const { viewer } = await ada.get(
    '{ viewer { settings { locale timeZone } jiraConnection { stages { id name kind } } } }',
  );
  formats = createFormats(viewer.settings.locale, viewer.settings.timeZone);
  stages = viewer.jiraConnection.stages;
  visitor = await browser.visit();
  await visitor.signIn(ada);
});

afterAll(() => browser.close());

const stageCalled = (name: string) => {
  const stage = stages.find((one) => one.name === name);
  if (!stage) throw new Error(`the site has no stage ${name}`);
  return stage;
};

async function told(id: string, days: number) {
  const { investigation } = (await ada.get(stageQuery, { id, days })).viewer.jiraConnection;
  const bottleneck = investigation.bottlenecks.bottlenecks.find(
    (one: { stage: { id: string } }) => one.stage.id === id,
  );
  return { ...investigation.stage, bottleneck };
}

const sum = (days: readonly { value: number }[]): number => days.reduce((total, day) => total + day.value, 0);

/** The big figure of a key number. */
const figure = async (name: string): Promise<string | null> => {
  const numbers = visitor.page.getByRole('region', { name: 'Key numbers' });
  return numbers.getByText(name, { exact: true }).locator('xpath=following-sibling::*[1]').textContent();
};

const rowsOf = async (caption: string): Promise<string[][]> => {
  const rows = await visitor.page.getByRole('table', { name: caption }).locator('tbody tr').all();
  return Promise.all(rows.map((row) => row.locator('td').allTextContents()));
};

/** A chart's own numbers, as its table has them. */
async function chartRows(title: string): Promise<string[][]> {
  const figureOf = visitor.page.getByRole('figure', { name: title });
  await figureOf.getByRole('button', { name: 'View as table' }).click();
  const rows = await rowsOf(`${title}, as a table`);
  await figureOf.getByRole('button', { name: 'View as chart' }).click();
  return rows;
}

// biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is what tests are about
const splitCells = (rows: readonly any[]): string[][] =>
  rows.map((row) => [
    row.name,
    formats.number(row.n),
    formats.percent(row.share),
    ...[row.stay.p50, row.stay.p85, row.stay.p95].map((span) => formats.span(span)),
  ]);

describe('The page of a stage', () => {
  it('shows what the server says to the same question.', async () => {
    const { page } = visitor;
    const { id, name } = stageCalled('In Progress');
    const from = await told(id, 180);
    expect(sum(from.inflow)).toBeGreaterThan(20);
    await page.goto(`/investigate/stages/${encodeURIComponent(id)}?days=180`);
    await visitor.heading(name).waitFor();
    await page.getByText(from.bottleneck.sentence, { exact: true }).waitFor();
    expect(
      await Promise.all(['In it now', 'Came in', 'Left', 'Stay p85', 'Share of lead time', 'Handoffs'].map(figure)),
    ).toEqual([
      formats.number(from.occupancy.at(-1).value),
      formats.number(sum(from.inflow)),
      formats.number(sum(from.outflow)),
      formats.span(from.stay.p85),
      formats.percent(from.bottleneck.shareOfLeadTime),
      formats.number(from.handoffs),
    ]);
    expect(await rowsOf('Stays by type')).toEqual(splitCells(from.byType));
    expect(await rowsOf('Stays by priority')).toEqual(splitCells(from.byPriority));
    expect(await rowsOf(`Issues longest in ${name}`)).toHaveLength(from.worst.nodes.length);
    await page.getByText(`${from.worst.nodes.length} of ${formats.number(from.worst.totalCount)} issues`).waitFor();
    expect(await chartRows('In and out, a day')).toEqual(
      from.inflow.map((day: { date: string; value: number }, index: number) => [
        day.date,
        String(day.value),
        String(from.outflow[index].value),
      ]),
    );
    expect(await chartRows('In it at the end of each day')).toEqual(
      from.occupancy.map((day: { date: string; value: number }) => [day.date, String(day.value)]),
    );
    expect(await chartRows('How long stays were')).toEqual(
      from.stayHistogram.map((bin: { fromDays: number; toDays: number; count: number }) =>
        [bin.fromDays, bin.toDays, bin.count].map(String),
      ),
    );
    await page.reload();
    await page.getByText(from.bottleneck.sentence, { exact: true }).waitFor();
    expect(await figure('Came in')).toBe(formats.number(sum(from.inflow)));
  });

  it('tells where work came back from, and leads there with the same question.', async () => {
    const { page } = visitor;
    const all = await Promise.all(stages.map((stage) => told(stage.id, 180)));
    const from = all.find((one) => one.reentries.length > 0);
    await page.goto(`/investigate/stages/${encodeURIComponent(from.stage.id)}?days=180`);
    await page.getByRole('table', { name: `Returns to ${from.stage.name}` }).waitFor();
    expect(await rowsOf(`Returns to ${from.stage.name}`)).toEqual(
      from.reentries.map((loop: { from: { name: string }; count: number; time: { seconds: number; days: number } }) => [
        loop.from.name,
        formats.number(loop.count),
        formats.span(loop.time),
      ]),
    );
    await page.getByRole('link', { name: from.reentries[0].from.name, exact: true }).focus();
    await page.keyboard.press('Enter');
    await visitor.heading(from.reentries[0].from.name).waitFor();
    expect(new URL(page.url()).search).toBe('?days=180');
  });

  it('is reached from the bottlenecks and from the command palette without a mouse.', async () => {
    const { page } = visitor;
    await page.goto('/investigate?days=30');
    const table = page.getByRole('table', { name: 'Bottlenecks, worst first' });
    const link = table.getByRole('link').first();
    const name = (await link.textContent()) ?? '';
    await link.focus();
    await page.keyboard.press('Enter');
    await visitor.heading(name).waitFor();
    expect(await page.locator('h1:focus').textContent()).toBe(name);
    const chart = page.getByRole('application', { name: /^In and out, a day/ });
    await chart.focus();
    await page.keyboard.press('End');
    const last = (await told(stageCalled(name).id, 30)).inflow.at(-1);
    await chart
      .locator('[aria-live]')
      .getByText(`${formats.date(last.date)}: ${formats.number(last.value)} in`)
      .waitFor();

    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await page.keyboard.type('in accept');
    await page.getByRole('option', { name: 'Stage: In Acceptance' }).waitFor();
    await page.keyboard.press('Enter');
    await visitor.heading('In Acceptance').waitFor();
    expect(new URL(page.url()).search).toBe('?days=30');
  });

  it('says so when there is no such stage, and leads to those that there are.', async () => {
    const { page } = visitor;
    await page.goto('/investigate/stages/none?days=30');
    await page.getByText('There is no such stage').waitFor();
    expect(await axeFindings(visitor, 'no such stage')).toEqual([]);
    await page.getByRole('link', { name: 'See all stages' }).click();
    await visitor.heading('Investigate').waitFor();
    expect(new URL(page.url()).search).toBe('?days=30');
  });

  it('is there for a stage that nobody waits in.', async () => {
    const done = stages.find((stage) => stage.kind === 'DONE');
    await visitor.page.goto(`/investigate/stages/${encodeURIComponent(done?.id ?? '')}`);
    await visitor.page.getByText('Work that is finished.').waitFor();
    expect(await figure('Came in')).toBe(formats.number(sum((await told(done?.id ?? '', 90)).inflow)));
  });

  it.each(['light', 'dark'] as const)('keeps nobody out on the %s theme, nor on a phone.', async (colorScheme) => {
    const { page } = visitor;
    await page.emulateMedia({ colorScheme });
    await page.goto(`/investigate/stages/${encodeURIComponent(stageCalled('In Progress').id)}`);
    await page.locator('figure canvas').nth(2).waitFor();
    expect(await axeFindings(visitor, colorScheme)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await axeFindings(visitor, `${colorScheme}, 320 px`)).toEqual([]);
    const root = 'document.documentElement';
    expect(await page.evaluate(`${root}.scrollWidth - ${root}.clientWidth`)).toBe(0);
    await page.setViewportSize({ width: 1440, height: 900 });
  });
});
