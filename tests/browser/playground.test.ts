import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../support/until.ts';
import { type LookingBrowser, lookAt } from './browser-world.ts';

let browser: LookingBrowser;

beforeAll(async () => {
  browser = await lookAt('Harbor');
});

afterAll(() => browser.close());

describe('the playground', () => {
  it('runs an example as the viewer, asks no other origin and breaks no rule of the page.', async () => {
    const { person } = browser;
    const visitor = await browser.visit();
    const { page } = visitor;
    await visitor.signIn(person);
    await page.goto('/playground');
    await page.locator('.graphiql-query-editor').getByText('WhoAmI').waitFor();
    await page.getByRole('button', { name: /^Execute query/ }).click();
    const answer = page.locator('.result-window');
    await until(
      async () => (await answer.textContent()) ?? '',
      (text) => text.includes('Harbor') && text.includes(person.email),
    );
    // 420 issues: how many the sandbox's Harbor has.
    expect((await answer.textContent())?.replaceAll(/\s/g, '')).toContain('"issueCount":420');

    const elsewhere = visitor.asked.filter(
      (url) => /^(https?|wss?):/.test(url) && new URL(url).origin !== browser.world.url,
    );
    expect(elsewhere).toEqual([]);
    expect(visitor.asked.some((url) => url.endsWith('/graphql'))).toBe(true);
    expect(visitor.complaints).toEqual([]);
  });
});
