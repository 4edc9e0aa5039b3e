import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFormats } from '../../client/ui/format.ts';
import type { Person } from '../support/person.ts';
import { until } from '../support/until.ts';
import { axeFindings } from './axe-findings.ts';
import { type LookingBrowser, lookAt } from './browser-world.ts';
import type { Visitor } from './visitor.ts';

const amount = 'amount currency';
const overviewQuery = `query ($window: WindowInput, $clock: Clock, $granularity: Granularity, $scope: ScopeInput) { viewer { settings { locale timeZone }
  jiraConnection { investigation(window: $window, clock: $clock, scope: $scope) { bottlenecks { sentence } }
    analytics(window: $window, clock: $clock, scope: $scope) { inProgress(first: 1) { totalCount } flowOverview(granularity: $granularity) {
      cycleTime { current { p85 { seconds days } } previous { p85 { seconds days } } signal }
      throughput { current previous signal } wip { current previous signal }
      throughputSeries { date value } arrivalSeries { date value } wipSeries { date value } controlLimits { mean signals }
      littlesLaw { ratio ok failedAssumptions } } }
    financial(window: $window, scope: $scope) { impact { delay { low { ${amount} } base { ${amount} } high { ${amount} } }
      reconciliation { paidCapacity { ${amount} } attributed { ${amount} } unattributed { ${amount} } } } } } } }`;

const signalLabels: Readonly<Record<string, string>> = {
  IMPROVED: 'Improved',
  WORSE: 'Worse',
  NOISE: 'Within chance',
  TOO_FEW: 'Too few to tell',
};

let browser: LookingBrowser;
let ada: Visitor;
let person: Person;

beforeAll(async () => {
  browser = await lookAt('Northwind Labs');
  ({ person } = browser);
  ada = await browser.visit();
  await ada.signIn(person);
});

afterAll(() => browser.close());

const tiles = () => ada.page.getByRole('region', { name: 'Key numbers' });
const chart = () => ada.page.getByRole('figure', { name: 'Flow over time' });

/** What the API says to the question of the page, and how the viewer writes numbers. */
async function told(question: Record<string, unknown> = {}) {
  const variables = { window: { days: 90 }, clock: 'WORKING', granularity: 'WEEK', ...question };
  const { viewer } = await person.get(overviewQuery, variables);
  const { investigation, analytics, financial } = viewer.jiraConnection;
  return {
    sentence: investigation.bottlenecks.sentence,
    overview: analytics.flowOverview,
    impact: financial.impact,
    inProgress: analytics.inProgress.totalCount,
    formats: createFormats(viewer.settings.locale, viewer.settings.timeZone),
  };
}

/** Opens what is behind something, reads how many issues there are, and closes it again. */
async function issuesBehind(open: () => Promise<void>): Promise<number> {
  const { page } = ada;
  await open();
  const dialog = page.getByRole('dialog');
  const counted = await dialog.getByText(/^[\d,]+ of [\d,]+ issues$/).textContent();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await dialog.waitFor({ state: 'detached' });
  return Number(/of ([\d,]+)/.exec(counted ?? '')?.[1]?.replaceAll(',', ''));
}

describe('the overview', () => {
  it('shows the sentence and the four numbers of the API, what they were, and what the change is worth.', async () => {
    const { page } = ada;
    await page.goto('/');
    await chart().locator('canvas').first().waitFor();
    const { sentence, overview, impact, formats } = await told();
    await page.getByText(sentence, { exact: true }).waitFor();
    const { cycleTime, throughput, wip } = overview;
    const expected = [
      ['Cycle time p85', formats.span(cycleTime.current.p85), formats.span(cycleTime.previous.p85), cycleTime.signal],
      ['Throughput', formats.number(throughput.current), formats.number(throughput.previous), throughput.signal],
      ['Work in progress, average', formats.number(wip.current), formats.number(wip.previous), wip.signal],
    ];
    for (const [name, current, previous, signal] of expected) {
      const text = await tiles()
        .getByRole('button', { name: new RegExp(`^${name}`) })
        .textContent();
      expect(text).toContain(`${name}${current}`);
      expect(text).toContain(`was ${previous} in the 90 days before`);
      expect(text).toContain(signalLabels[signal]);
    }
    const { low, base, high } = impact.delay;
    const delay = await tiles()
      .getByRole('link', { name: /^Delay cost/ })
      .textContent();
    expect(delay).toContain(`Delay cost${formats.shortMoney(base)}`);
    expect(delay).toContain(`${formats.moneyRange(low, high)}; opportunity, not paid`);
    const law = overview.littlesLaw.ok ? "Little's law applies" : "Little's law does not apply";
    await chart()
      .getByText(new RegExp(`^${law} \\(ratio ${formats.ratio(overview.littlesLaw.ratio)}\\)`))
      .waitFor();
  });

  it('opens the issues behind each of the numbers, as many as it says.', async () => {
    const { overview, inProgress } = await told();
    const behind = (name: string) =>
      issuesBehind(() =>
        tiles()
          .getByRole('button', { name: new RegExp(`^${name}`) })
          .click(),
      );
    expect(await behind('Throughput')).toBe(overview.throughput.current);
    expect(await behind('Cycle time p85')).toBe(overview.throughput.current);
    expect(await behind('Work in progress')).toBe(inProgress);
  });

  it('pictures where paid time went, with the delay apart from it, and leads to all of the money.', async () => {
    const { page } = ada;
    await page.goto('/?days=30');
    const waterfall = page.getByRole('figure', { name: 'Where paid time went' });
    await waterfall.locator('canvas').first().waitFor();
    const { impact, formats } = await told({ window: { days: 30 } });
    const { paidCapacity, attributed, unattributed } = impact.reconciliation;
    const text = await waterfall.textContent();
    for (const part of [paidCapacity, attributed, unattributed]) expect(text).toContain(formats.shortMoney(part));
    expect(text).toContain(`Apart from it, delay cost ${formats.shortMoney(impact.delay.base)}`);
    await waterfall.getByRole('link', { name: 'All of the money' }).focus();
    await page.keyboard.press('Enter');
    await ada.heading('Money').waitFor();
    expect(new URL(page.url()).search).toBe('?days=30');
  });

  it('draws week by week what the API counts, and keys walk to a week and open its issues.', async () => {
    const { page } = ada;
    await page.goto('/');
    const { overview, formats } = await told();
    const plot = chart().getByRole('application');
    const reader = plot.locator('[aria-live]');
    const read = () =>
      until(
        async () => (await reader.textContent()) ?? '',
        (text) => text !== '',
      );
    await plot.focus();
    await page.keyboard.press('Home');
    const weeks = overview.throughputSeries;
    expect(await read()).toContain(
      `Week of ${formats.date(weeks[0].date)}, ${formats.number(weeks[0].value)} delivered`,
    );
    expect(await issuesBehind(() => page.keyboard.press('Enter'))).toBe(weeks[0].value);
    await plot.focus();
    await page.keyboard.press('End');
    expect(await read()).toContain(`${formats.number(overview.wipSeries.at(-1).value)} in progress at the end`);
    expect(await issuesBehind(() => page.keyboard.press('Enter'))).toBe(overview.wipSeries.at(-1).value);

    await chart().getByRole('button', { name: 'View as table' }).click();
    const rows = await chart().getByRole('row').allTextContents();
    expect(rows.slice(1).map((row) => row.slice(0, 10))).toEqual(weeks.map((week: { date: string }) => week.date));
    const cells = await chart().getByRole('row').nth(1).getByRole('cell').allTextContents();
    expect(cells.slice(0, 4)).toEqual(
      [weeks[0].date, weeks[0].value, overview.arrivalSeries[0].value, overview.wipSeries[0].value].map(String),
    );
    await chart().getByRole('button', { name: 'View as chart' }).click();
  });

  it('opens the issues of the column that is clicked.', async () => {
    const { overview } = await told();
    const surface = chart().locator('canvas').first();
    const box = await surface.boundingBox();
    if (!box) throw new Error('the chart has no size');
    const last = overview.throughputSeries.at(-1);
    // Well inside of the last column of the upper grid, above its bar: 40 px of scale at the left, 76 at the right.
    const column = (box.width - 40 - 76) / overview.throughputSeries.length;
    const position = { x: box.width - 76 - column / 2, y: 34 };
    const dialog = ada.page.getByRole('dialog');
    // A canvas is there a moment before it listens.
    const click = async (): Promise<void> => {
      await surface.click({ position, force: true });
      await dialog.waitFor({ timeout: 3_000 }).catch(() => surface.click({ position, force: true }));
    };
    expect(await issuesBehind(click)).toBe(last.value);
  });

  it('carries everything it asks in its address: a reload shows the same, and so does the link to another page.', async () => {
    const { page } = ada;
    await page.goto('/?days=180&clock=calendar&subtasks=yes&step=month');
    const { overview, formats } = await told({
      window: { days: 180 },
      clock: 'CALENDAR',
      granularity: 'MONTH',
      scope: { includeSubtasks: true },
    });
    const cycleTime = () =>
      tiles()
        .getByRole('button', { name: /^Cycle time p85/ })
        .textContent();
    await tiles().waitFor();
    expect(await cycleTime()).toContain(formats.span(overview.cycleTime.current.p85));
    const whole = async () => [await tiles().textContent(), await chart().locator('figcaption').textContent()];
    const before = await whole();
    await page.reload();
    await tiles().waitFor();
    expect(await whole()).toEqual(before);
    await page.getByRole('link', { name: 'Flow', exact: true }).click();
    await ada.heading('Flow').waitFor();
    expect(new URL(page.url()).search).toBe('?subtasks=yes&days=180&clock=calendar');
    await page.goBack();
    await tiles().waitFor();
    await chart().getByText('Week', { exact: true }).click();
    await until(
      async () => new URL(page.url()).searchParams.get('step'),
      (step) => step === null,
    );
  });

  it('says when there is nothing to tell, instead of zeros.', async () => {
    const { page } = ada;
    await page.goto('/?label=nobody-uses-this');
    await page.getByText('Nothing to show for this question').waitFor();
    expect(await tiles().count()).toBe(0);
    await page.getByRole('button', { name: 'More of the scope: label nobody-uses-this' }).click();
    await page.getByRole('button', { name: 'Remove nobody-uses-this' }).click();
    await tiles().waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  it.each([320, 2560])('fits a screen of %i px without scrolling sideways.', async (width) => {
    const visitor = await browser.visit({ viewport: { width, height: 900 } });
    await visitor.signIn(person);
    await visitor.page.goto('/');
    await visitor.page.locator('figure canvas').first().waitFor();
    expect(await visitor.page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  });

  it.each(['light', 'dark'] as const)('keeps nobody out with what it opens, on the %s theme.', async (colorScheme) => {
    const visitor = await browser.visit({ colorScheme });
    await visitor.signIn(person);
    const { page } = visitor;
    await page.goto('/?label=api&step=day');
    await page.locator('figure canvas').first().waitFor();
    await page.getByText('Why', { exact: true }).first().click();
    for (const name of ['Where paid time went', 'Flow over time'])
      await page.getByRole('figure', { name }).getByRole('button', { name: 'View as table' }).click();
    expect(await axeFindings(visitor, 'overview with its tables')).toEqual([]);
    await page.getByRole('button', { name: /^More of the scope/ }).click();
    await page.getByRole('textbox', { name: 'Labels' }).waitFor();
    expect(await axeFindings(visitor, 'more of the scope')).toEqual([]);
  });
});
