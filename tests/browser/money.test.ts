import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFormats, type Formats } from '../../client/ui/format.ts';
import type { Person } from '../support/person.ts';
import { until } from '../support/until.ts';
import { type LookingBrowser, lookAt } from './browser-world.ts';
import type { Visitor } from './visitor.ts';

const money = 'amount currency';
const estimate = `low { ${money} } base { ${money} } high { ${money} } kind confidence method drivers`;
const fields = {
  impact: `impact { basis { n } assumptions labour { ${estimate} } reworkLabour { ${estimate} } discarded { ${estimate} }
    delay { ${estimate} } capacityEquivalent { ${estimate} } trend { month labour { ${money} } delay { ${money} } }
    reconciliation { paidCapacity { ${money} } attributed { ${money} } unattributed { ${money} } difference { ${money} } }
    drivers { title share cost { ${estimate} } issues(first: 1) { totalCount } } }`,
  delay: `costOfDelay(first: 20) { basis { n } withoutValue currentOrderCost { ${money} } bestOrderCost { ${money} } saving { ${money} }
    swaps { first { key } second { key } saves { ${money} } } items { totalCount nodes { issue { key } rank bestRank source
    perWeek { ${money} } accrued { ${money} } expectedUntilDone { ${money} } } } }`,
  stages: `bottleneckCosts { basis { n } stages { stage { id name } cumulativeShare delay { ${estimate} } reworkLabour { ${estimate} }
    wipCostPerDay { ${money} } costPerExtraItem { ${money} } ifMedianStay { ${estimate} } issues(first: 1) { totalCount } } }`,
  teams: `costByTeam(split: EPIC) { basis { n } unattributed { ${money} } total { ${money} } rows { team { id name } labour { ${money} }
    perDeliveredItem { ${money} } reworkShare discardedShare split { name share amount { ${money} } } } }`,
  statuses: `costByStatus { basis { n } unattributed { ${money} } total { ${money} } rows { status { name } labour { ${money} }
    firstPass { ${money} } returnVisits { ${money} } delay { ${money} } shareOfTime shareOfMoney } }`,
} as const;

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

/** What the server says to the question of the page, and how the viewer writes amounts. */
async function told(part: keyof typeof fields, days = 90) {
  const query = `query ($days: Int!) { viewer { settings { locale timeZone } jiraConnection {
    financial(window: { days: $days }) { ${fields[part]} } } } }`;
  const { viewer } = await ada.get(query, { days });
  return {
    report: viewer.jiraConnection.financial,
    formats: createFormats(viewer.settings.locale, viewer.settings.timeZone),
  };
}

const percent = (share: number | null, formats: Formats): string => (share === null ? '–' : formats.percent(share));
// biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is what tests are about
const range = (of: any, formats: Formats): string => {
  const words = `${formats.moneyRange(of.low, of.high)}${of.confidence === 'LOW' ? ', low confidence' : ''}`;
  return `${formats.money(of.base)}${Number(of.high.amount) > 0 ? words : ''}`;
};

async function cellsOf(name: string): Promise<string[][]> {
  const table = visitor.page.getByRole('table', { name });
  await table.waitFor();
  const rows = await table.locator('tbody tr').all();
  return Promise.all(rows.map((row) => row.locator('td').allTextContents()));
}

/** How many issues a dialog says there are; closes it again. */
async function issuesShown(): Promise<number> {
  const dialog = visitor.page.getByRole('dialog');
  const counted = await dialog.getByText(/^[\d,]+ of [\d,]+ issues$/).textContent();
  await visitor.page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  return Number(/of ([\d,]+)/.exec(counted ?? '')?.[1]?.replaceAll(',', ''));
}

describe('The money of the window', () => {
  it('is each kind as the server says, with its range, and a sum that comes out to the cent.', async () => {
    const { page } = visitor;
    await page.goto('/money');
    await visitor.heading('Money').waitFor();
    const { report, formats } = await told('impact');
    const { impact } = report;
    const tile = (name: string) => page.getByRole('region', { name }).textContent();
    for (const [name, of, nature] of [
      ['Labour on issues', impact.labour, 'paid'],
      ['Rework, part of labour', impact.reworkLabour, 'paid'],
      ['Dropped work, part of labour', impact.discarded, 'paid'],
      ['Delay, apart from labour', impact.delay, 'opportunity'],
    ]) {
      await page.getByRole('region', { name }).waitFor();
      const text = await tile(name);
      expect(text).toContain(`${nature}${formats.shortMoney(of.base)}${formats.moneyRange(of.low, of.high)}`);
      expect(text).toContain(of.method);
      for (const driver of of.drivers) expect(text).toContain(driver);
    }
    const { paidCapacity, attributed, unattributed, difference } = impact.reconciliation;
    const cents = (amount: string) => BigInt(amount.replace('.', ''));
    expect(cents(attributed.amount) + cents(unattributed.amount)).toBe(cents(paidCapacity.amount));
    expect(await page.getByRole('region', { name: 'Reconciliation' }).textContent()).toBe(
      `Labour on issues ${formats.money(attributed)}+ plus on no issue ${formats.money(unattributed)}= is paid capacity ${formats.money(paidCapacity)} difference ${formats.money(difference)}`,
    );
    for (const assumption of impact.assumptions) await page.getByText(assumption, { exact: true }).waitFor();
    const note = page.getByText('Capacity equivalent, for comparison only:');
    expect(await note.textContent()).toContain(formats.shortMoney(impact.capacityEquivalent.base));
  });

  it('falls in steps that arrow keys walk, with the same amounts in the table behind.', async () => {
    const { page } = visitor;
    await page.goto('/money');
    const chart = page.getByRole('figure', { name: 'Where paid time went' });
    const plot = chart.getByRole('application');
    await chart.locator('canvas').first().waitFor();
    const { report, formats } = await told('impact');
    const { labour, reworkLabour, reconciliation } = report.impact;
    const reader = plot.locator('[aria-live]');
    await plot.focus();
    for (const words of [
      `Paid capacity: ${formats.money(reconciliation.paidCapacity)}. 1 of 5.`,
      `Labour on issues: ${formats.money(reconciliation.attributed)} (${formats.moneyRange(labour.low, labour.high)}). 2 of 5.`,
      `of it, rework: ${formats.money(reworkLabour.base)} (${formats.moneyRange(reworkLabour.low, reworkLabour.high)}). 3 of 5.`,
    ]) {
      await page.keyboard.press('ArrowRight');
      expect(
        await until(
          async () => (await reader.textContent()) ?? '',
          (text) => text === words,
        ),
      ).toBe(words);
    }
    await chart.getByRole('button', { name: 'View as table' }).click();
    const cells = await cellsOf('Where paid time went, as a table');
    expect(cells.map(([name, amount]) => [name, amount])).toEqual([
      ['Paid capacity', formats.money(reconciliation.paidCapacity)],
      ['Labour on issues', formats.money(reconciliation.attributed)],
      ['of it, rework', formats.money(reworkLabour.base)],
      ['of it, dropped', formats.money(report.impact.discarded.base)],
      ['On no issue', formats.money(reconciliation.unattributed)],
    ]);
  });

  it('names what costs most, and opens the issues behind each.', async () => {
    const { page } = visitor;
    await page.goto('/money?days=30');
    const { report, formats } = await told('impact', 30);
    const { drivers } = report.impact;
    expect(drivers.length).toBeGreaterThan(0);
    const cells = await cellsOf('What costs most');
    expect(cells.map(([, , cost, share]) => [cost, share])).toEqual(
      // biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is what tests are about
      drivers.map(({ cost, share }: any) => [range(cost, formats), formats.percent(share)]),
    );
    const [driver] = drivers;
    await page
      .getByRole('table', { name: 'What costs most' })
      .getByRole('button', { name: driver.title, exact: true })
      .click();
    await page.getByRole('dialog', { name: driver.title }).waitFor();
    expect(await issuesShown()).toBe(driver.issues.totalCount);
  });

  it('shows what became of it month by month, or says that no month is whole.', async () => {
    const { page } = visitor;
    await page.goto('/money?days=180');
    const { report, formats } = await told('impact', 180);
    const { trend } = report.impact;
    expect(trend.length).toBeGreaterThan(3);
    const months = page.getByRole('figure', { name: 'Month by month' });
    await months.getByRole('button', { name: 'View as table' }).click();
    const rows = await cellsOf('Month by month, as a table');
    expect(rows.map(([month, labour, , , delay]) => [month, labour, delay])).toEqual(
      // biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is what tests are about
      trend.map(({ month, labour, delay }: any) => [month.slice(0, 7), formats.money(labour), formats.money(delay)]),
    );
    await page.goto('/money?days=7');
    await months.getByText(/^No calendar month lies wholly inside/).waitFor();
  });
});

describe('The cost of delay', () => {
  it('tells what the order costs and which swap saves, issue by issue as the server does.', async () => {
    const { page } = visitor;
    await page.goto('/money?view=delay');
    const { report, formats } = await told('delay');
    const { currentOrderCost, bestOrderCost, saving, swaps, items, basis } = report.costOfDelay;
    const order = page.getByRole('region', { name: 'The order of the work under way' });
    await order.waitFor();
    const text = await order.textContent();
    expect(text).toContain(`Present order${formats.money(currentOrderCost)}`);
    expect(text).toContain(`Best order${formats.money(bestOrderCost)}`);
    expect(text).toContain(`The best order saves${formats.shortMoney(saving)}`);
    expect(text).toContain(`n = ${formats.number(basis.n)}`);
    expect(swaps.length).toBeGreaterThan(0);
    const sentences = await page.getByRole('list', { name: 'The best changes of order' }).getByRole('listitem').all();
    for (const [index, { first, second, saves }] of swaps.slice(0, 3).entries())
      expect(await sentences[index]?.textContent()).toContain(
        `Do ${first.key} before ${second.key}: saves ${formats.wholeMoney(saves)}`,
      );
    const cells = await cellsOf('Cost of delay, issue by issue');
    expect(cells.map(([, rank, best, week, , , accrued]) => [rank, best?.replace(/^\D+/, ''), week, accrued])).toEqual(
      // biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is what tests are about
      items.nodes.map((item: any) => [
        formats.number(item.rank),
        formats.number(item.bestRank),
        formats.money(item.perWeek),
        formats.money(item.accrued),
      ]),
    );
    if (items.totalCount > 20) {
      await visitor.button('Show more issues').click();
      await page.getByText(`${Math.min(50, items.totalCount)} of ${formats.number(items.totalCount)} issues`).waitFor();
    }
  });
});

describe('Money by stage', () => {
  it('is what the server says, the dearest first, and opens the issues of a stage.', async () => {
    const { page } = visitor;
    await page.goto('/money?view=stages');
    const { report, formats } = await told('stages');
    const { stages } = report.bottleneckCosts;
    const cells = await cellsOf('Costs by stage, the dearest first');
    expect(cells.map(([, ...rest]) => rest)).toEqual(
      // biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is what tests are about
      stages.map((one: any) => [
        range(one.delay, formats),
        formats.percent(one.cumulativeShare),
        range(one.reworkLabour, formats),
        formats.money(one.wipCostPerDay),
        formats.money(one.costPerExtraItem),
        one.ifMedianStay ? range(one.ifMedianStay, formats) : '–',
      ]),
    );
    const plot = page.getByRole('figure', { name: 'Where delay costs most' }).getByRole('application');
    await plot.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: `Issues behind the costs of ${stages[0].stage.name}` }).waitFor();
    expect(await issuesShown()).toBe(stages[0].issues.totalCount);
  });
});

describe('Money by team', () => {
  it('is what the server says, split as the address says, and adds up to what is paid.', async () => {
    const { page } = visitor;
    await page.goto('/money?view=teams');
    await page.getByRole('radio', { name: 'Epic' }).focus();
    await page.keyboard.press('Space');
    await page.waitForURL(/split=epic/);
    const { report, formats } = await told('teams');
    const { rows, unattributed, total } = report.costByTeam;
    await page.getByRole('columnheader', { name: 'Split by epic' }).waitFor();
    await page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
    const cells = await cellsOf('Labour by team');
    // biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is what tests are about
    const expected = rows.map((row: any) => [
      row.team.name,
      formats.money(row.labour),
      row.perDeliveredItem ? formats.money(row.perDeliveredItem) : '–',
      percent(row.reworkShare, formats),
      percent(row.discardedShare, formats),
    ]);
    expect(cells.slice(0, -2).map(([team, labour, , ...rest]) => [team, labour, ...rest])).toEqual(expected);
    expect(cells.slice(-2).map(([name, amount]) => [name, amount])).toEqual([
      ['On no issue', formats.money(unattributed)],
      ['Paid capacity', formats.money(total)],
    ]);
    for (const [index, row] of rows.entries())
      for (const part of row.split)
        expect(cells[index]?.[2]).toContain(
          `${part.name}${formats.shortMoney(part.amount)} · ${formats.percent(part.share)}`,
        );
  });
});

describe('Money by status', () => {
  it('is what the server says, the first pass apart from return visits.', async () => {
    await visitor.page.goto('/money?view=statuses');
    const { report, formats } = await told('statuses');
    const { rows, unattributed, total } = report.costByStatus;
    const cells = await cellsOf('Money by status');
    // biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is what tests are about
    const expected = rows.map((row: any) => [
      row.status.name,
      formats.money(row.labour),
      formats.money(row.firstPass),
      formats.money(row.returnVisits),
      formats.percent(row.shareOfMoney),
      formats.percent(row.shareOfTime),
      formats.money(row.delay),
    ]);
    expect(cells.slice(0, -2)).toEqual(expected);
    expect(cells.slice(-2).map(([name, amount]) => [name, amount])).toEqual([
      ['On no issue', formats.money(unattributed)],
      ['Paid capacity', formats.money(total)],
    ]);
  });
});
