import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Person } from '../support/person.ts';
import { until } from '../support/until.ts';
import { axeFindings } from './axe-findings.ts';
import { type BrowserWorld, openBrowserWorld } from './browser-world.ts';
import type { Visitor } from './visitor.ts';

let browser: BrowserWorld;
let person: Person;
let alice: Visitor;
let secret: string;

beforeAll(async () => {
  browser = await openBrowserWorld();
  person = await browser.world.signUp('alice');
  alice = await browser.visit({ permissions: ['clipboard-read', 'clipboard-write'] });
  await alice.signIn(person);
  await alice.page.goto('/settings?tab=tokens');
  await alice.button('New token').waitFor();
});

afterAll(() => browser.close());

const dialog = () => alice.page.getByRole('dialog');
const dialogButton = (name: string) => dialog().getByRole('button', { name, exact: true });
const row = (name: string) => alice.page.getByRole('row', { name: new RegExp(`^${name}`) });
const kept = async (): Promise<{ name: string; scopes: string[]; createdAt: string; expiresAt: string }[]> =>
  (await person.get('{ viewer { accessTokens { name scopes createdAt expiresAt } } }')).viewer.accessTokens;

/** What a program gets that sends the secret. */
function askedWith(text: string) {
  const program = new Person(browser.world.url, 'program');
  program.token = text;
  return program.ask('{ viewer { name } }');
}

describe('Access tokens in the settings', () => {
  it('say what they are for while there are none.', async () => {
    const { page } = alice;
    await page.getByText('No tokens yet').waitFor();
    await page.getByText('Authorization: Bearer qs_pat_…').waitFor();
    expect(await page.locator('main').getByRole('link', { name: 'playground' }).getAttribute('href')).toBe(
      '/playground',
    );
  });

  it('are made by keyboard, and say at their field what is wrong.', async () => {
    const { page } = alice;
    await alice.button('New token').focus();
    await page.keyboard.press('Enter');
    await dialog().getByLabel('Name').waitFor();
    await page.keyboard.press('Enter');
    await dialog().getByText('Give it a name of up to 100 characters.').waitFor();
    expect(await dialog().getByLabel('Name').getAttribute('aria-invalid')).toBe('true');
    await dialog().getByLabel('Name').focus();
    await page.keyboard.type('Nightly report');
    await dialog().getByLabel('What it may do').selectOption('Read and write');
    await dialog().getByLabel('How long it is good').selectOption('30 days');
    expect(await axeFindings(alice, 'new token')).toEqual([]);
    await dialogButton('Create token').focus();
    await page.keyboard.press('Enter');
    await dialog().getByText('It is shown this once').waitFor();
    secret = await dialog().getByLabel('Secret').inputValue();
    const [token] = await kept();
    expect(token).toMatchObject({ name: 'Nightly report', scopes: ['READ', 'WRITE'] });
    expect(Date.parse(token?.expiresAt ?? '') - Date.parse(token?.createdAt ?? '')).toBe(30 * 86_400_000);
    expect((await askedWith(secret)).data.viewer.name).toBe(person.name);
  });

  it('show their secret once, copy it, and do not close over it unasked.', async () => {
    const { page } = alice;
    expect(await axeFindings(alice, 'secret')).toEqual([]);
    expect(await dialog().getByRole('link').count()).toBe(0);
    await page.keyboard.press('Escape');
    await dialog().getByText('You have not copied the secret').waitFor();
    await dialogButton('Stay').click();
    await dialogButton('Copy secret').click();
    await dialog().getByText('Copied.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(secret);
    await dialogButton('Done').click();
    await dialog().waitFor({ state: 'detached' });
    await row('Nightly report').waitFor();
    await alice.button('New token').click();
    await dialog().getByLabel('Name').waitFor();
    expect(await page.content()).not.toContain(secret);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });

  it('show what they may do and when they were used last, anew whenever they are opened.', async () => {
    const { page } = alice;
    await page.getByRole('tab', { name: 'Account' }).click();
    await page.getByText('Member since').waitFor();
    await page.getByRole('tab', { name: 'Access tokens' }).click();
    await until(
      () => row('Nightly report').textContent(),
      (text) => text?.includes('Read and write') === true && !text.includes('Never'),
    );
  });

  it('end after one question, for programs too, and focus stays on the page.', async () => {
    const { page } = alice;
    await alice.button('Revoke Nightly report').focus();
    await page.keyboard.press('Enter');
    await dialog().getByText('refused from its next request on').waitFor();
    await dialogButton('Keep it').click();
    await dialog().waitFor({ state: 'detached' });
    expect(await kept()).toHaveLength(1);
    await alice.button('Revoke Nightly report').click();
    await dialogButton('Revoke token').click();
    await page.getByText('Nightly report revoked').waitFor();
    await page.getByText('No tokens yet').waitFor();
    expect((await askedWith(secret)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    await until(
      () => page.locator(':focus').allTextContents(),
      ([focused]) => focused === ' New token',
    );
  });

  it('fit a narrow screen, in the dark too, without anything serious for axe.', async () => {
    await person.get('mutation ($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { token } }', {
      input: { name: 'A'.repeat(100), scopes: ['READ'], expiresInDays: 3 },
    });
    for (const colorScheme of ['light', 'dark'] as const) {
      const visitor = await browser.visit({ colorScheme, viewport: { width: 320, height: 700 } });
      await visitor.signIn(person);
      await visitor.page.goto('/settings?tab=tokens');
      await visitor.page.getByText('in 3 days').waitFor();
      expect(await axeFindings(visitor, `tokens, narrow, ${colorScheme}`)).toEqual([]);
      await visitor.button('New token').click();
      await visitor.page.getByRole('dialog').getByLabel('Name').fill(`Narrow, ${colorScheme}`);
      await visitor.button('Create token').click();
      await visitor.page.getByLabel('Secret').waitFor();
      expect(await visitor.page.evaluate<number>('document.documentElement.scrollWidth')).toBe(320);
      expect(await axeFindings(visitor, `secret, narrow, ${colorScheme}`)).toEqual([]);
    }
  });
});
