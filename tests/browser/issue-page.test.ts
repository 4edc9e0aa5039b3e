import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Amount, createFormats, type Formats, type Span } from '../../client/ui/format.ts';
import type { Person } from '../support/person.ts';
import { axeFindings } from './axe-findings.ts';
import { type LookingBrowser, lookAt } from './browser-world.ts';
import type { Visitor } from './visitor.ts';

const issueQuery = `query ($key: String!, $days: Int!, $clock: Clock) { viewer { settings { locale timeZone } jiraConnection {
  investigation(window: { days: $days }, clock: $clock) { issue(key: $key) {
    issue { doneAt } timeline { kind } handoffs slowerThanPercent comparedWith forecastP50 forecastP85
    runningCost { low { amount currency } base { amount currency } high { amount currency } }
    activeTime { seconds days } waitingTime { seconds days } blockedTime { seconds days } reworkTime { seconds days }
  } } } } }`;
const listQuery = `{ viewer { jiraConnection {
  done: issues(first: 40, filter: { done: true }, orderBy: { field: DONE_AT }) { nodes { key type startedAt } }
  open: issues(first: 100, filter: { done: false }, orderBy: { field: AGE, direction: ASC }) { nodes { key startedAt } }
  backlog: issues(first: 100, filter: { done: false }) { nodes { key startedAt } } } } }`;

interface Told {
  readonly issue: { readonly doneAt: string | null };
  readonly timeline: readonly unknown[];
  readonly handoffs: number;
  readonly slowerThanPercent: number | null;
  readonly comparedWith: number;
  readonly forecastP50: string | null;
  readonly forecastP85: string | null;
  readonly runningCost: { readonly low: Amount; readonly base: Amount; readonly high: Amount } | null;
  readonly activeTime: Span;
  readonly waitingTime: Span;
  readonly blockedTime: Span;
  readonly reworkTime: Span;
}

let browser: LookingBrowser;
let ada: Person;
let visitor: Visitor;
let formats: Formats;
const keys = { done: '', open: '', notStarted: '' };

beforeAll(async () => {
  browser = await lookAt('Harbor');
  ada = browser.person;
  const { done, open, backlog } = (await ada.get(listQuery)).viewer.jiraConnection;
  const started = ({ startedAt }: { startedAt: string | null }) => startedAt !== null;
  keys.done = done.nodes.find(started).key;
  keys.open = open.nodes.find(started).key;
  keys.notStarted = backlog.nodes.find((one: { startedAt: string | null }) => !started(one)).key;
  visitor = await browser.visit();
  await visitor.signIn(ada);
});

afterAll(() => browser.close());

async function told(key: string, days: number, clock = 'WORKING'): Promise<Told> {
  const { viewer } = await ada.get(issueQuery, { key, days, clock });
  formats = createFormats(viewer.settings.locale, viewer.settings.timeZone);
  return viewer.jiraConnection.investigation.issue;
}

const card = () => visitor.page.getByRole('region', { name: 'Where its time went' });

/** The four times as they stand on the page, in the order of the page. */
async function times(): Promise<(string | null)[]> {
  const values = await card().locator('dl[aria-label="Its time"] dd').all();
  return Promise.all(values.map((value) => value.locator('span').first().textContent()));
}

const asShown = (from: Told) =>
  [from.activeTime, from.waitingTime, from.blockedTime, from.reworkTime].map((span) => formats.span(span));

describe('The page of an issue', () => {
  it('tells where the time of a finished one went and how it compares, as the server says to the same question.', async () => {
    const { page } = visitor;
    await page.goto(`/issues/${keys.done}?days=180&clock=calendar`);
    await card().waitFor();
    const said = await told(keys.done, 180, 'CALENDAR');
    expect(await times()).toEqual(asShown(said));
    const text = (await card().textContent()) ?? '';
    expect(said.slowerThanPercent).not.toBeNull();
    expect(text).toContain(
      `It was slower than ${formats.percent(Math.floor(said.slowerThanPercent ?? 0) / 100)} of the ${formats.number(said.comparedWith)} issues delivered in the window.`,
    );
    expect(text).toContain(
      said.handoffs === 0
        ? 'It has stayed with one owner.'
        : `It changed hands ${said.handoffs} ${said.handoffs === 1 ? 'time' : 'times'}.`,
    );
    if (said.runningCost)
      expect(text).toContain(
        `Its waiting cost ${formats.shortMoney(said.runningCost.base)} (${formats.moneyRange(said.runningCost.low, said.runningCost.high)}, opportunity`,
      );
    const ribbon = page.getByRole('list', { name: `Timeline of ${keys.done}` });
    expect(await ribbon.getByRole('link').count()).toBe(said.timeline.length);
  });

  it('says of an open one when it will be done, and another window in the address asks again.', async () => {
    const { page } = visitor;
    await page.goto(`/issues/${keys.open}`);
    await card().waitFor();
    const said = await told(keys.open, 90);
    expect(await times()).toEqual(asShown(said));
    const text = (await card().textContent()) ?? '';
    expect(text.includes('Its waiting has cost')).toBe(said.runningCost !== null);
    if (said.forecastP50) expect(text).toContain(`Likely done by ${formats.date(said.forecastP50)}`);
    else expect(text).toContain('Too few issues were delivered after becoming as old as this one');
    if (said.forecastP85) expect(text).toContain(formats.date(said.forecastP85));

    await visitor.button('Window: Last 90 days').focus();
    await page.keyboard.press('Enter');
    await visitor.button('Last 365 days').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/days=365/);
    const longer = await told(keys.open, 365);
    await card()
      .getByText(`of the ${formats.number(longer.comparedWith)} issues`)
      .waitFor();
    await page.reload();
    await card()
      .getByText(`of the ${formats.number(longer.comparedWith)} issues`)
      .waitFor();
    expect(await times()).toEqual(asShown(longer));
  });

  it('counts no time of one that nobody has begun.', async () => {
    await visitor.page.goto(`/issues/${keys.notStarted}`);
    await card().getByText('It has not been started').waitFor();
    expect(await times()).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('keeps nobody out on the %s theme, nor on a phone.', async (colorScheme) => {
    const { page } = visitor;
    await page.emulateMedia({ colorScheme });
    for (const key of [keys.done, keys.open]) {
      await page.goto(`/issues/${key}`);
      await card().waitFor();
      expect(await axeFindings(visitor, `${key}, ${colorScheme}`)).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await axeFindings(visitor, `${colorScheme}, 320 px`)).toEqual([]);
    const root = 'document.documentElement';
    expect(await page.evaluate(`${root}.scrollWidth - ${root}.clientWidth`)).toBe(0);
    await page.setViewportSize({ width: 1440, height: 900 });
  });
});
