import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFormats, type Formats } from '../../client/ui/format.ts';
import type { Person } from '../support/person.ts';
import { until } from '../support/until.ts';
import { axeFindings } from './axe-findings.ts';
import { type LookingBrowser, lookAt } from './browser-world.ts';
import type { Visitor } from './visitor.ts';

let browser: LookingBrowser;
let ada: Visitor;
let person: Person;
let formats: Formats;

beforeAll(async () => {
  browser = await lookAt('Northwind Labs');
  ({ person } = browser);
  const { settings } = (await person.get('{ viewer { settings { locale timeZone } } }')).viewer;
  formats = createFormats(settings.locale, settings.timeZone);
  ada = await browser.visit();
  await ada.signIn(person);
});

afterAll(() => browser.close());

/** What the API says of the last 90 days on the working clock, as the page asks when its address says nothing. */
// biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is what tests are about
async function told(fields: string): Promise<any> {
  const query = `{ viewer { jiraConnection { analytics(window: { days: 90 }, clock: WORKING) { ${fields} } } } }`;
  return (await person.get(query)).viewer.jiraConnection.analytics;
}

/** What is read out of the point of the chart that has been walked to. */
async function readOut(): Promise<string> {
  const reader = ada.page.getByRole('application').locator('[aria-live]');
  return until(
    async () => (await reader.textContent()) ?? '',
    (text) => text !== '',
  );
}

/** How many issues the open dialog tells of; closes it. */
async function countInDialog(): Promise<number> {
  const dialog = ada.page.getByRole('dialog');
  const words = await dialog.getByText(/^[\d,]+ of [\d,]+ issues$/).textContent();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await dialog.waitFor({ state: 'detached' });
  return Number(/of ([\d,]+)/.exec(words ?? '')?.[1]?.replaceAll(',', ''));
}

const openTab = async (name: string, ready: string) => {
  await ada.page.getByRole('tab', { name, exact: true }).click();
  await ada.page.locator(ready).first().waitFor();
};

describe('the flow page', () => {
  it('asks the server only for what the open tab shows.', async () => {
    const { page } = ada;
    const asked: string[] = [];
    page.on('request', (request) => {
      const body = request.postData() ?? '';
      if (!body.includes('query Flow(')) return;
      const { variables } = JSON.parse(body) as { variables: Record<string, unknown> };
      // One entry a request: a second thing that is asked along would be seen in it.
      asked.push(
        Object.keys(variables)
          .filter((name) => name.startsWith('asks') && variables[name] === true)
          .join(),
      );
    });
    await page.goto('/flow');
    await page.locator('figure canvas').first().waitFor();
    expect(asked).toEqual(['asksCycleTimes']);
    await openTab('Time in status', 'main table');
    expect(asked).toEqual(['asksCycleTimes', 'asksTime']);
    expect(new URL(page.url()).search).toBe('?tab=time');
    await page.goBack();
    await page.locator('figure canvas').first().waitFor();
    expect(new URL(page.url()).search).toBe('');
    expect(new Set(asked)).toEqual(new Set(['asksCycleTimes', 'asksTime']));
  });

  it('shows the cumulative flow of the API in both forms, read out day by day, and opens what was in progress.', async () => {
    const { page } = ada;
    await openTab('Cumulative flow', 'figure canvas');
    const chart = page.getByRole('application', { name: /^Cumulative flow/ });
    for (const mode of ['HIGH_WATER', 'OCCUPANCY'] as const) {
      if (mode === 'OCCUPANCY') {
        await page.getByText('Where it was', { exact: true }).click();
        await page.getByText(/Each issue counts in the stage where it was/).waitFor();
        expect(new URL(page.url()).searchParams.get('mode')).toBe('occupancy');
      }
      const { cumulativeFlow } = await told(
        `cumulativeFlow(mode: ${mode}) { stages { name } days { date counts arrivals departures } averageWip }`,
      );
      await page.getByText(`On average ${formats.number(cumulativeFlow.averageWip)} in progress`).waitFor();
      await chart.focus();
      await page.keyboard.press('End');
      const { date, counts, arrivals, departures } = cumulativeFlow.days.at(-1);
      // In the high-water form a band is what the next stage lacks.
      const band = (place: number) =>
        mode === 'HIGH_WATER' ? counts[place] - (counts[place + 1] ?? 0) : counts[place];
      const bands = cumulativeFlow.stages.map(
        ({ name }: { name: string }, place: number) => `${name} ${formats.number(band(place))}`,
      );
      expect(await readOut()).toContain(
        [formats.date(date), ...bands, `${arrivals} started, ${departures} finished`].join(', '),
      );
    }
    const { flowOverview } = await told('flowOverview(granularity: DAY) { wipSeries { value } }');
    await page.keyboard.press('Enter');
    expect(await countInDialog()).toBe(flowOverview.wipSeries.at(-1).value);
    const stage = page
      .getByRole('group', { name: /^Stages shown/ })
      .getByRole('button')
      .first();
    await stage.click();
    expect(await stage.getAttribute('aria-pressed')).toBe('false');
  });

  it.each(['STATUS', 'STAGE', 'TYPE', 'TEAM'] as const)(
    'shows time by %s as the API tells it, and a row opens its issues.',
    async (group) => {
      const { page } = ada;
      await page.goto(`/flow?tab=time${group === 'STATUS' ? '' : `&group=${group.toLowerCase()}`}`);
      const table = page.getByRole('table', { name: /^Time by/ });
      await table.waitFor();
      const { timeInStatus } = await told(
        `timeInStatus(groupBy: ${group}) { rows { name visits reentries total { seconds days } stay { p85 { seconds days } } issues(first: 1) { totalCount } } }`,
      );
      const shown = await table.locator('tbody tr').allTextContents();
      expect(shown.length).toBe(timeInStatus.rows.length);
      for (const [place, row] of timeInStatus.rows.entries()) {
        const cells = await table.locator('tbody tr').nth(place).getByRole('cell').allTextContents();
        const total = row.total.seconds > 0 ? formats.span(row.total) : '–';
        expect([cells[0], ...cells.slice(2, 5), cells[6]]).toEqual([
          row.name,
          total,
          formats.number(row.visits),
          formats.number(row.reentries),
          formats.span(row.stay.p85),
        ]);
      }
      await table.getByRole('button').first().click();
      expect(await countInDialog()).toBe(timeInStatus.rows[0].issues.totalCount);
    },
  );

  it('marks the changes of status that went back.', async () => {
    const { page } = ada;
    const { timeInStatus } = await told('timeInStatus { transitions { count backward } }');
    const backward = timeInStatus.transitions.filter((one: { backward: boolean }) => one.backward);
    expect(backward.length).toBeGreaterThan(0);
    await page.getByText('Backward only', { exact: true }).click();
    const table = page.getByRole('table', { name: /^Changes of status/ });
    const rows = table.locator('tbody tr');
    await until(
      () => rows.count(),
      (count) => count === Math.min(backward.length, 12),
    );
    expect(await rows.getByText('Backward').count()).toBe(await rows.count());
  });

  it('forecasts by when so many are done, in words, with the dates of the API, the seed and how often it was right.', async () => {
    const { page } = ada;
    await openTab('Forecast', 'figure canvas');
    await page.getByLabel('Issues').fill('35');
    await page.getByLabel('Seed').fill('7');
    await ada.button('Forecast').click();
    await until(
      async () => new URL(page.url()).search,
      (search) => search.includes('items=35') && search.includes('seed=7'),
    );
    const { forecast } = await told(
      `forecast(question: { items: 35, seed: 7 }) { basis { n } seed when { probability date } calibration { n }
        delayCostAtP85 { low { amount currency } base { amount currency } high { amount currency } } }`,
    );
    for (const probability of [0.5, 0.85, 0.95]) {
      const date = forecast.when.find((one: { probability: number }) => one.probability === probability).date;
      await page
        .getByText(`${probability * 100} of 100 futures have 35 issues done by ${formats.date(date)}.`)
        .waitFor();
    }
    const { low, base, high } = forecast.delayCostAtP85;
    await page
      .getByText(
        `Until the date that is 85% likely, delay costs ${formats.shortMoney(base)} (${formats.moneyRange(low, high)}, opportunity`,
      )
      .waitFor();
    await page.getByText(new RegExp(`^Of ${forecast.calibration.n} past weeks`)).waitFor();
    await page.getByText('Seed 7: the same seed gives the same futures').waitFor();
    await page.getByRole('region', { name: 'Answers' }).getByRole('button').first().click();
    expect(await countInDialog()).toBe(forecast.basis.n);
    const answers = page.getByRole('region', { name: 'Answers' });
    const before = await answers.textContent();
    await page.reload();
    await answers.waitFor();
    expect(await answers.textContent()).toBe(before);
  });

  it('forecasts how many are done by a day, and does not ask about a day that has passed.', async () => {
    const { page } = ada;
    const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    await page.goto('/flow?tab=forecast');
    await page.getByText('How many', { exact: true }).click();
    await page.getByLabel('By the end of').fill(soon);
    await page.keyboard.press('Enter');
    const { forecast } = await told(`forecast(question: { by: "${soon}" }) { howMany { probability count } }`);
    const { count } = forecast.howMany.find((one: { probability: number }) => one.probability === 0.85);
    await page
      .getByText(`85 of 100 futures have at least ${formats.number(count)} issues done by ${formats.date(soon)}.`)
      .waitFor();
    expect(new URL(page.url()).searchParams.get('until')).toBe(soon);
    await page.goto('/flow?tab=forecast&until=2020-02-29');
    await page.getByText('A date in the future is needed.').waitFor();
    expect(await page.getByRole('region', { name: 'Answers' }).count()).toBe(0);
    expect(await page.locator('[aria-busy=true]').count()).toBe(0);
  });

  it.each(['light', 'dark'] as const)(
    'keeps nobody out of any tab, on the %s theme and a narrow screen.',
    async (theme) => {
      const visitor = await browser.visit({ colorScheme: theme, viewport: { width: 320, height: 800 } });
      await visitor.signIn(person);
      const found: string[] = [];
      for (const [tab, ready] of [
        ['over-time', 'figure canvas'],
        ['cumulative', 'figure canvas'],
        ['time', 'main table'],
        ['forecast', 'figure canvas'],
      ] as const) {
        await visitor.page.goto(`/flow?tab=${tab}`);
        await visitor.page.locator(ready).first().waitFor();
        found.push(...(await axeFindings(visitor, tab)));
        expect(await visitor.page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      }
      expect(found).toEqual([]);
    },
  );
});
