import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { axeFindings } from './axe-findings.ts';
import { type LookingBrowser, lookAt } from './browser-world.ts';

let browser: LookingBrowser;
let connected: Person;
let unconnected: Person;
let key: string;

beforeAll(async () => {
  browser = await lookAt('Harbor');
  connected = browser.person;
  unconnected = await browser.world.signUp('grace');
  const query = '{ viewer { jiraConnection { issues(first: 1, filter: { done: true }) { nodes { key } } } } }';
  key = (await connected.get(query)).viewer.jiraConnection.issues.nodes[0].key;
});

afterAll(() => browser.close());

describe.each(['light', 'dark'] as const)('axe, on the %s theme,', (colorScheme) => {
  it('finds nothing serious on any page.', async () => {
    const found: string[] = [];
    const visitor = await browser.visit({ colorScheme });
    const { page } = visitor;
    await page.goto('/sign-in');
    await visitor.heading('Sign in').waitFor();
    found.push(...(await axeFindings(visitor, 'sign-in')));
    await visitor.signIn(connected);
    const pages: readonly (readonly [path: string, heading: string, ready: string])[] = [
      ['/', 'Overview', 'figure canvas'],
      ['/investigate', 'Investigate', 'main table'],
      ['/flow', 'Flow', 'figure canvas'],
      ['/flow?tab=over-time', 'Flow', 'figure canvas'],
      ['/flow?tab=cumulative', 'Flow', 'figure canvas'],
      ['/flow?tab=time', 'Flow', 'main table'],
      ['/flow?tab=forecast', 'Flow', 'figure canvas'],
      ['/actions?view=board', 'Actions', 'text=Nothing on the board yet'],
      ['/issues', 'Issues', 'main table'],
      [`/issues/${key}`, key, 'main table'],
      ['/settings', 'Settings', 'main form'],
      ['/settings?tab=time', 'Settings', 'main form'],
      ['/settings?tab=stages', 'Settings', 'main ol'],
      ['/settings?tab=teams', 'Settings', 'main ul'],
      ['/settings?tab=jira', 'Settings', 'main table'],
      ['/playground', 'Playground', '.graphiql-query-editor .view-line'],
    ];
    for (const [path, heading, ready] of pages) {
      await page.goto(path);
      await visitor.heading(heading).waitFor();
      await page.locator(ready).first().waitFor();
      found.push(...(await axeFindings(visitor, path)));
    }
    await page.goto('/');
    await visitor.button(`Account menu of ${connected.name}`).click();
    await page.getByRole('menu').waitFor();
    found.push(...(await axeFindings(visitor, 'account menu')));

    const newcomer = await browser.visit({ colorScheme });
    await newcomer.signIn(unconnected);
    await newcomer.heading('Connect Your Jira').waitFor();
    found.push(...(await axeFindings(newcomer, 'card')));
    expect(found).toEqual([]);
    // Some twenty pages, each looked at whole.
  }, 240_000);
});
