import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Person } from '../support/person.ts';
import { until } from '../support/until.ts';
import { axeFindings } from './axe-findings.ts';
import { type BrowserWorld, openBrowserWorld } from './browser-world.ts';
import type { Visitor } from './visitor.ts';

let browser: BrowserWorld;
let person: Person;
let alice: Visitor;

const changeLocale =
  'mutation ($locale: String!) { updateSettings(input: { locale: $locale }) { userErrors { code } } }';
const changes = 60;

beforeAll(async () => {
  browser = await openBrowserWorld();
  person = await browser.world.signUp('alice');
  for (let n = 0; n < changes; n += 1) await person.get(changeLocale, { locale: n % 2 === 0 ? 'de' : 'en-GB' });
  alice = await browser.visit();
  await alice.signIn(person);
  await alice.page.goto('/settings?tab=activity');
  await alice.page.locator('main tbody tr').first().waitFor();
});

afterAll(() => browser.close());

const rows = () => alice.page.locator('main tbody tr');
const again = async () => {
  await alice.page.getByRole('tab', { name: 'Account' }).click();
  await alice.page.getByText('Member since').waitFor();
  await alice.page.getByRole('tab', { name: 'Activity' }).click();
  await rows().first().waitFor();
};

describe('The activity in the settings', () => {
  it('tells in sentences what was done, newest first, when and from where.', async () => {
    const newest = rows().first();
    await newest.getByText('You signed in.').waitFor();
    expect(await newest.textContent()).toMatch(/127\.0\.0\.1|::1/);
    expect(Date.parse((await newest.locator('time').getAttribute('datetime')) ?? '')).toBeGreaterThan(0);
    expect(await rows().nth(1).textContent()).toContain('You changed settings: language and region.');
    expect(await axeFindings(alice, 'activity')).toEqual([]);
  });

  it('shows 50 entries, and the rest by keyboard, each once.', async () => {
    const { page } = alice;
    await page.getByText('The newest 50 entries').waitFor();
    expect(await rows().count()).toBe(50);
    await alice.button('Show more').focus();
    await page.keyboard.press('Enter');
    // Signed up, changed the settings, signed in at the browser.
    await page.getByText(`All ${changes + 2} entries`).waitFor();
    expect(await rows().count()).toBe(changes + 2);
    expect(await rows().last().textContent()).toContain('You signed up.');
    // The button is gone, the keyboard's place is not.
    expect(await page.locator(':focus').textContent()).toBe(`All ${changes + 2} entries`);
    expect(await rows().getByText('You signed in.').count()).toBe(1);
  });

  it('is read anew whenever it is opened, without a hole where it has grown.', async () => {
    await new Person(browser.world.url, person.name).get(
      'mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }',
      { input: { email: person.email, password: `${person.password}, wrong` } },
    );
    // It is written after the answer.
    await until(
      () => person.get('{ viewer { auditLog(first: 1) { nodes { action } } } }'),
      ({ viewer }) => viewer.auditLog.nodes[0].action === 'SIGN_IN_FAILED',
    );
    await person.get(changeLocale, { locale: 'de' });
    await person.get(changeLocale, { locale: 'en-GB' });
    await again();
    await alice.button('Show more').click();
    await alice.page.getByText('Somebody tried to sign in').waitFor();
    await alice.page.getByText(`All ${changes + 5} entries`).waitFor();
    expect(await rows().count()).toBe(changes + 5);
  });

  it('says so when it does not come, and tries again.', async () => {
    const { page } = alice;
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('AuditLog')
        ? route.fulfill({ status: 200, json: { errors: [{ message: 'x' }] } })
        : route.continue(),
    );
    await page.getByRole('tab', { name: 'Account' }).click();
    await page.getByText('Member since').waitFor();
    await page.getByRole('tab', { name: 'Activity' }).click();
    await page.getByText('Something went wrong on our side').waitFor();
    await page.unroute('**/graphql');
    await alice.button('Try again').click();
    await rows().first().waitFor();
  });

  it('fits a narrow screen, in the dark too, without anything serious for axe.', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const visitor = await browser.visit({ colorScheme, viewport: { width: 320, height: 700 } });
      await visitor.signIn(person);
      await visitor.page.goto('/settings?tab=activity');
      await visitor.page.locator('main tbody tr').first().waitFor();
      expect(await visitor.page.evaluate<number>('document.documentElement.scrollWidth')).toBe(320);
      expect(await axeFindings(visitor, `activity, narrow, ${colorScheme}`)).toEqual([]);
    }
  });
});
