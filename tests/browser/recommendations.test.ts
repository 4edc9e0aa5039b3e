import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFormats } from '../../client/ui/format.ts';
import type { Person } from '../support/person.ts';
import { until } from '../support/until.ts';
import { axeFindings } from './axe-findings.ts';
import { type BrowserWorld, openBrowserWorld } from './browser-world.ts';
import type { Visitor } from './visitor.ts';

const amount = 'amount currency';
const adviceQuery = `query ($scope: ScopeInput) { viewer { settings { locale timeZone } jiraConnection {
  recommendations(scope: $scope, limit: 50) { id title advice metric cautions
    worth { low { ${amount} } base { ${amount} } high { ${amount} } }
    evidence { text value issues(first: 20) { totalCount nodes { key } } } } } } }`;
const actionsQuery = `{ viewer { jiraConnection { actions {
  nodes { id title state metric dismissReason reviewOn recommendationRule owner { displayName } } } } } }`;

let browser: BrowserWorld;
let person: Person;
let visitor: Visitor;
/** What is made of advice or set aside in one scope is still told in another: tests take one each, so that they can follow. */
let projectIds: string[];

beforeAll(async () => {
  browser = await openBrowserWorld();
  person = await browser.world.signUp('carla');
  await person.connectJira('Harbor', 'carla');
  await person.synced();
  const { nodes } = (await person.get('{ viewer { jiraConnection { projects { nodes { id } } } } }')).viewer
    .jiraConnection.projects;
  projectIds = nodes.map(({ id }: { id: string }) => id);
  visitor = await browser.visit();
  await visitor.signIn(person);
});

afterAll(() => browser.close());

interface Told {
  readonly id: string;
  readonly title: string;
  readonly advice: string;
  readonly cautions: readonly string[];
  // biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is what tests are about
  readonly worth: any;
  readonly evidence: readonly {
    readonly text: string;
    readonly value: string;
    readonly issues: { readonly totalCount: number; readonly nodes: readonly { readonly key: string }[] };
  }[];
}

async function told(scope: Record<string, unknown> = {}) {
  const { settings, jiraConnection } = (await person.get(adviceQuery, { scope })).viewer;
  const recommendations: Told[] = jiraConnection.recommendations;
  return { recommendations, formats: createFormats(settings.locale, settings.timeZone) };
}

const actions = async () => (await person.get(actionsQuery)).viewer.jiraConnection.actions.nodes;
const ofProjects = () => new URLSearchParams(projectIds.map((id): [string, string] => ['project', id])).toString();
const dialog = () => visitor.page.getByRole('dialog');
const cards = () => visitor.page.getByRole('list', { name: 'Recommendations' }).getByRole('article');
const titles = () => cards().getByRole('heading').allTextContents();

describe('The recommendations', () => {
  it('are those of the API in their order, each with its worth, what speaks for it, and what to mind.', async () => {
    const { page } = visitor;
    await page.goto('/actions');
    await cards().first().waitFor();
    const { recommendations, formats } = await told();
    expect(recommendations.length).toBeGreaterThan(0);
    expect(await titles()).toEqual(recommendations.map(({ title }) => title));
    for (const [index, { advice, worth, evidence, cautions }] of recommendations.entries()) {
      const text = (await cards().nth(index).textContent()) ?? '';
      expect(text).toContain(advice);
      if (worth) expect(text).toContain(formats.shortMoney(worth.base) + formats.moneyRange(worth.low, worth.high));
      for (const { text: words, value } of evidence) expect(text).toContain(words + value);
      for (const caution of cautions) expect(text).toContain(caution);
    }
  });

  it('open the issues behind each piece of evidence, by the keyboard too.', async () => {
    const { page } = visitor;
    await page.goto('/actions');
    const [first] = (await told()).recommendations;
    if (!first) throw new Error('nothing is recommended');
    for (const [index, { text, value, issues }] of first.evidence.entries()) {
      await cards().first().getByRole('list', { name: 'Evidence' }).getByRole('button').nth(index).focus();
      await page.keyboard.press('Enter');
      await dialog().getByText(`${issues.nodes.length} of ${issues.totalCount} issues`, { exact: true }).waitFor();
      await dialog().getByRole('heading', { name: text, exact: true }).waitFor();
      await dialog().getByText(`${value}. The issues behind it`).waitFor();
      const keys = await dialog().getByRole('row').getByRole('link').allTextContents();
      expect(keys.map((key) => /^[A-Z]+-\d+/.exec(key)?.[0])).toEqual(issues.nodes.map(({ key }) => key));
      await page.keyboard.press('Escape');
      await dialog().waitFor({ state: 'detached' });
    }
  });

  it('become an action as suggested, which the toast leads to, and leave the list.', async () => {
    const { page } = visitor;
    const [first, ...others] = (await told()).recommendations;
    await cards().first().getByRole('button', { name: 'Make it an action' }).focus();
    await page.keyboard.press('Enter');
    const title = dialog().getByRole('textbox', { name: 'What is to be done' });
    expect(await title.inputValue()).toBe(first?.title);
    expect(await dialog().getByRole('textbox', { name: 'Note' }).inputValue()).toBe(first?.advice);
    await title.fill('Finish what is old');
    const target = dialog().getByRole('textbox', { name: /^Target/ });
    await target.fill('many');
    await page.keyboard.press('Enter');
    await dialog()
      .getByText(/^Enter a number/)
      .waitFor();
    await target.fill('12,5');
    await dialog().getByRole('combobox', { name: 'Owner' }).click();
    const someone = dialog().getByRole('listbox', { name: 'Owner' }).getByRole('option').nth(1);
    const owner = await someone.textContent();
    await someone.click();
    await target.focus();
    await page.keyboard.press('Enter');
    await dialog().waitFor({ state: 'detached' });
    await until(titles, (shown) => shown.length === others.length);
    expect(await titles()).toEqual(others.map((one) => one.title));
    // The button went with its card: focus is beside the list, not lost.
    expect(await page.locator(':focus').textContent()).toMatch(/recommendation/);
    await page.getByRole('button', { name: 'Open it' }).click();
    await page.waitForURL('**/actions/*');
    await visitor.heading('Finish what is old').waitFor();
    const [action] = await actions();
    expect(action).toMatchObject({ title: 'Finish what is old', state: 'PROPOSED', owner: { displayName: owner } });
    expect(decodeURIComponent(page.url())).toContain(action.id);
    // Six weeks on, by the calendar of the viewer.
    expect(Date.parse(action.reviewOn) - Date.now()).toBeGreaterThan(40 * 86_400_000);
  });

  it('are set aside with a reason, and stay away after a reload.', async () => {
    const { page } = visitor;
    await page.goto('/actions?subtasks=yes');
    await cards().first().waitFor();
    const before = await titles();
    await cards().first().getByRole('button', { name: 'Not now' }).click();
    await dialog().getByRole('button', { name: 'Set it aside' }).click();
    await dialog().getByText('Say why').waitFor();
    await dialog().getByRole('textbox').fill('Tried in spring.');
    await dialog().getByRole('button', { name: 'Set it aside' }).click();
    await dialog().waitFor({ state: 'detached' });
    await until(titles, (shown) => shown.length === before.length - 1);
    await page.reload();
    await visitor.heading('Actions').waitFor();
    await page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
    expect(await titles()).toEqual(before.slice(1));
    expect((await actions())[0]).toMatchObject({
      title: before[0],
      state: 'DISMISSED',
      dismissReason: 'Tried in spring.',
    });
  });

  it('say so when nothing stands out.', async () => {
    await visitor.page.goto('/actions?label=no-such-label&days=30');
    await visitor.page.getByText('Nothing stands out in these 30 days').waitFor();
  });
});

describe('What to do next', () => {
  const next = () => visitor.page.getByRole('region', { name: 'What to do next' });

  it('is on the overview: what is worth most to change, in the same scope and window.', async () => {
    const { page } = visitor;
    await page.goto(`/?${ofProjects()}`);
    const { recommendations, formats } = await told({ projectIds });
    const lines = next().getByRole('list', { name: 'What is worth most to change' }).getByRole('listitem');
    await lines.first().waitFor();
    const texts = await lines.allTextContents();
    expect(texts).toHaveLength(Math.min(recommendations.length, 3));
    for (const [index, text] of texts.entries()) {
      expect(text).toContain(recommendations[index]?.title);
      const worth = recommendations[index]?.worth;
      if (worth) expect(text).toContain(formats.shortMoney(worth.base));
    }
    expect(await next().getByText('due').count()).toBe(0);
    await lines.first().getByRole('link').focus();
    await page.keyboard.press('Enter');
    await visitor.heading('Actions').waitFor();
    expect(new URL(page.url()).search).toBe(`?${ofProjects()}`);
    await cards().first().waitFor();
    expect(await titles()).toEqual(recommendations.map(({ title }) => title));
  });

  it('names the reviews that are due, and leads to them.', async () => {
    const { page } = visitor;
    const { settings } = (await person.get('{ viewer { settings { locale timeZone } } }')).viewer;
    const today = createFormats(settings.locale, settings.timeZone).localDate(Date.now());
    const { createAction } = await person.get(
      'mutation ($input: CreateActionInput!) { createAction(input: $input) { action { id version } userErrors { message } } }',
      { input: { title: 'Review in pairs', metric: 'THROUGHPUT', target: 25, reviewOn: today } },
    );
    expect(createAction.userErrors).toEqual([]);
    const { id, version } = createAction.action;
    await person.get(
      'mutation ($input: UpdateActionInput!) { updateAction(input: $input) { userErrors { message } } }',
      {
        input: { id, version, state: 'ACCEPTED' },
      },
    );
    await page.goto('/');
    await next().getByText('1 review is due').waitFor();
    await next().getByRole('link', { name: 'Review in pairs' }).click();
    await page.waitForURL('**/actions/*');
    await visitor.heading('Review in pairs').waitFor();
  });
});

it.each(['light', 'dark'] as const)('keeps nobody out on the %s theme, nor on a phone.', async (colorScheme) => {
  const { page } = visitor;
  const root = 'document.documentElement';
  await page.emulateMedia({ colorScheme });
  await page.goto(`/?${ofProjects()}`);
  await page.getByText('1 review is due').waitFor();
  await page.locator('figure canvas').first().waitFor();
  expect(await axeFindings(visitor, `overview, ${colorScheme}`)).toEqual([]);
  await page.goto(`/actions?${ofProjects()}`);
  for (const name of ['Make it an action', 'Not now']) {
    await cards().first().getByRole('button', { name }).click();
    expect(await axeFindings(visitor, `${name}, ${colorScheme}`)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  }
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await axeFindings(visitor, `recommendations, ${colorScheme}, 320 px`)).toEqual([]);
  expect(await page.evaluate(`${root}.scrollWidth - ${root}.clientWidth`)).toBe(0);
  await page.setViewportSize({ width: 1440, height: 900 });
});
