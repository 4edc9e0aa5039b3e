import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { type BrowserWorld, openBrowserWorld } from './browser-world.ts';
import type { Visitor } from './visitor.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

let browser: BrowserWorld;
let connected: Person;
let unconnected: Person;
let key: string;

beforeAll(async () => {
  browser = await openBrowserWorld();
  connected = await browser.world.signUp('ada');
  unconnected = await browser.world.signUp('grace');
  await connected.connectJira('Harbor', 'carla');
  await connected.synced();
  const query = '{ viewer { jiraConnection { issues(first: 1, filter: { done: true }) { nodes { key } } } } }';
  key = (await connected.get(query)).viewer.jiraConnection.issues.nodes[0].key;
});

afterAll(() => browser.close());

/** What axe finds that keeps people out, as lines that say what and where. */
async function findings({ page }: Visitor, where: string): Promise<string[]> {
  await page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
  const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as {
    violations: Finding[];
  };
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${where}: ${id} at ${node.target.join(' ')} ${node.failureSummary}`),
    );
}

describe.each(['light', 'dark'] as const)('axe, on the %s theme,', (colorScheme) => {
  it('finds nothing serious on any page.', async () => {
    const found: string[] = [];
    const visitor = await browser.visit({ colorScheme });
    const { page } = visitor;
    await page.context().addInitScript({ content: axe });
    await page.goto('/sign-in');
    await visitor.heading('Sign in').waitFor();
    found.push(...(await findings(visitor, 'sign-in')));
    await visitor.signIn(connected);
    const pages: readonly (readonly [path: string, heading: string, ready: string])[] = [
      ['/', 'Overview', 'figure canvas'],
      ['/investigate', 'Investigate', 'main table'],
      ['/flow', 'Flow', 'figure canvas'],
      ['/issues', 'Issues', 'main table'],
      [`/issues/${key}`, key, 'main table'],
      ['/settings', 'Settings', 'main form'],
      ['/settings?tab=stages', 'Settings', 'main ol'],
      ['/settings?tab=jira', 'Settings', 'main table'],
      ['/playground', 'Playground', '.graphiql-query-editor .view-line'],
    ];
    for (const [path, heading, ready] of pages) {
      await page.goto(path);
      await visitor.heading(heading).waitFor();
      await page.locator(ready).first().waitFor();
      found.push(...(await findings(visitor, path)));
    }
    await page.goto('/');
    await visitor.button('Account menu of ada').click();
    await page.getByRole('menu').waitFor();
    found.push(...(await findings(visitor, 'account menu')));

    const newcomer = await browser.visit({ colorScheme });
    await newcomer.page.context().addInitScript({ content: axe });
    await newcomer.signIn(unconnected);
    await newcomer.heading('Connect Your Jira').waitFor();
    found.push(...(await findings(newcomer, 'card')));
    expect(found).toEqual([]);
  });
});
