import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserWorld, openBrowserWorld } from './browser-world.ts';

let browser: BrowserWorld;

beforeAll(async () => {
  browser = await openBrowserWorld();
});

afterAll(() => browser.close());

describe('an account in the browser', () => {
  it('is signed out and in again, and asked for where somebody wanted to go.', async () => {
    const person = await browser.world.signUp('ada');
    const visitor = await browser.visit();
    const { page } = visitor;
    await page.goto('/settings');
    await visitor.heading('Sign in').waitFor();
    await page.getByLabel('Email').fill(person.email);
    await page.getByLabel('Password').fill(person.password);
    await page.keyboard.press('Enter');
    await visitor.heading('Settings').waitFor();
    await visitor.button('Account menu of ada').click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await visitor.heading('Sign in').waitFor();
    await page.goto('/settings');
    await visitor.heading('Sign in').waitFor();
    await visitor.signIn(person);
    await page.goto('/');
    await visitor.heading('Connect Your Jira').waitFor();
  });

  it('does not open for a wrong password, and the form says so without saying which of the two is wrong.', async () => {
    const person = await browser.world.signUp('grace');
    const visitor = await browser.visit();
    const { page } = visitor;
    await page.goto('/sign-in');
    await page.getByLabel('Email').fill(person.email);
    await page.getByLabel('Password').fill('not the password');
    await visitor.button('Sign in').click();
    expect(await page.getByRole('alert').textContent()).toMatch(/e-?mail.* or .*password/i);
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  });

  it('stays without a Jira when the consent is denied, and says so with a way to try again.', async () => {
    const visitor = await browser.visit();
    const { page } = visitor;
    await visitor.signUp('edsger');
    await visitor.askForConsent('alice', 'harbor');
    await page.locator('#deny').click();
    await visitor.heading('Jira is not connected').waitFor();
    expect(await page.getByRole('alert').textContent()).toMatch(/You did not allow access, so nothing was connected/);
    // Neither OAuth's error nor its state stays in the address.
    expect(page.url()).toBe(`${browser.world.url}/connect/jira/callback`);
    await visitor.connect('carla', 'harbor', 'Harbor');
    await visitor.synced();
  });

  it('shows nothing of what another person has in another browser.', async () => {
    const owner = await browser.world.signUp('barbara');
    await owner.connectJira('Lakeside', 'bob');
    await owner.synced();
    const first = await browser.visit();
    await first.signIn(owner);
    await first.page.getByRole('region', { name: 'Where work waits' }).waitFor();

    const second = await browser.visit();
    await second.signUp('donald');
    for (const path of ['/', '/investigate', '/flow', '/issues', '/issues/LAKE-1']) {
      await second.page.goto(path);
      await second.heading('Connect Your Jira').waitFor();
      expect(await second.page.getByRole('main').textContent()).not.toMatch(/Lakeside|falling behind|LAKE-/);
    }
  });
});
