import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientFolder, type LookingBrowser, lookAt } from './browser-world.ts';

let browser: LookingBrowser;

beforeAll(async () => {
  browser = await lookAt('Lakeside');
});

afterAll(() => browser.close());

/** UX.md: "First load ≤ 200 KB of gzipped JavaScript without charts". */
const most = 200_000;

/** Each with what it shows last. */
const pages: readonly (readonly [path: string, ready: string])[] = [
  ['/', 'figure canvas'],
  ['/investigate', 'main table'],
  ['/flow', 'figure canvas'],
  ['/flow?tab=over-time', 'figure canvas'],
  ['/flow?tab=cumulative', 'figure canvas'],
  ['/flow?tab=time', 'main table'],
  ['/flow?tab=forecast', 'figure canvas'],
  ['/money', 'figure canvas'],
  ['/money?view=delay', 'main table'],
  ['/actions?view=board', 'text=Nothing on the board yet'],
  ['/actions/none', 'text=There is no such action'],
  ['/issues', 'main table'],
  ['/settings', 'main form'],
  ['/settings?tab=tokens', 'text=No tokens yet'],
  ['/settings?tab=privacy', 'text=No requests yet'],
  ['/settings?tab=activity', 'main table'],
];

const isChart = (path: string): boolean => path.includes('/echarts-');

describe('the first load', () => {
  it('of every page fetches at most 200 KB of gzipped JavaScript, charts apart.', async () => {
    const visitor = await browser.visit();
    await visitor.signIn(browser.person);
    const sizes: [string, number][] = [];
    for (const [path, ready] of pages) {
      const before = visitor.asked.length;
      await visitor.page.goto(path);
      await visitor.page.locator(ready).first().waitFor();
      await visitor.page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
      const scripts = new Set(visitor.asked.slice(before).map((address) => new URL(address).pathname));
      const counted = [...scripts].filter((asked) => asked.endsWith('.js') && !isChart(asked));
      expect(counted.length).toBeGreaterThan(3);
      const bytes = counted.map((script) => gzipSync(readFileSync(`${clientFolder}${script}`)).byteLength);
      sizes.push([path, bytes.reduce((sum, size) => sum + size, 0)]);
    }
    expect(sizes.length).toBe(pages.length);
    expect(sizes.filter(([, size]) => size > most)).toEqual([]);
  });
});
