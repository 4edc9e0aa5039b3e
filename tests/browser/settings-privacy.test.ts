import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { until } from '../support/until.ts';
import { axeFindings } from './axe-findings.ts';
import { type BrowserWorld, openBrowserWorld } from './browser-world.ts';
import type { Visitor } from './visitor.ts';

let browser: BrowserWorld;
let person: Person;
let alice: Visitor;

beforeAll(async () => {
  browser = await openBrowserWorld();
  person = await browser.world.signUp('alice');
  await person.connectJira('Harbor');
  await person.synced();
  alice = await browser.visit();
  await alice.signIn(person);
  await alice.page.goto('/settings?tab=privacy');
  await alice.page.getByText('No requests yet').waitFor();
});

afterAll(() => browser.close());

const dialog = () => alice.page.getByRole('dialog');
const request = (title: string) =>
  alice.page.getByRole('list', { name: 'Requests', exact: true }).getByRole('listitem').filter({ hasText: title });
const names = async (): Promise<string[]> =>
  (
    await person.get('{ viewer { jiraConnection { people(first: 100) { nodes { displayName } } } } }')
  ).viewer.jiraConnection.people.nodes.map(({ displayName }: { displayName: string }) => displayName);

describe('Privacy in the settings', () => {
  it("gives out one's own data as an archive, once, with a receipt.", async () => {
    const { page } = alice;
    await alice.button('Export my data').click();
    const own = request('Export of my own data');
    await own.getByRole('link', { name: 'Download' }).waitFor();
    await own.getByText(/It can be downloaded once, until/).waitFor();
    await own.getByText(/^Receipt of/).click();
    await own.getByText('SHA-256 of the archive').waitFor();
    expect(await axeFindings(alice, 'privacy, receipt')).toEqual([]);
    const arriving = page.waitForEvent('download');
    await own.getByRole('link', { name: 'Download' }).click();
    const archive = readFileSync(await (await arriving).path());
    // A ZIP archive begins so.
    expect(archive.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
    await own.getByRole('link', { name: 'Download' }).waitFor({ state: 'detached' });
  });

  it('finds people of the Jira and gives out theirs.', async () => {
    const [somebody = ''] = await names();
    await alice.page.getByLabel('Find a person').fill(somebody);
    await alice.button(`Export ${somebody}`).click();
    await request("Export of a person's data").getByRole('link', { name: 'Download' }).waitFor();
  });

  it('erases somebody whose name was typed, by keyboard, and forgets the name here too.', async () => {
    const { page } = alice;
    const [, somebody = ''] = await names();
    await page.getByLabel('Find a person').fill(somebody);
    await alice.button(`Erase ${somebody}`).focus();
    await page.keyboard.press('Enter');
    await dialog().getByText('It cannot be undone.').waitFor();
    await dialog().getByLabel('Type the name to confirm').fill('somebody else');
    await page.keyboard.press('Enter');
    await dialog().getByText('Type the name as it is shown.').waitFor();
    expect(await axeFindings(alice, 'erase')).toEqual([]);
    await dialog().getByLabel('Type the name to confirm').fill(somebody);
    await page.keyboard.press('Enter');
    await dialog().waitFor({ state: 'detached' });
    await page.getByText('The person was erased').waitFor({ timeout: 60_000 });
    await request('Erasure of a person').getByText('Done', { exact: true }).waitFor();
    expect(await names()).not.toContain(somebody);
    // All that the browser kept is gone, what was typed in the search too.
    await until(
      () => page.getByLabel('Find a person').inputValue(),
      (typed) => typed === '',
    );
    await page.getByLabel('Find a person').fill('Former colleague');
    await page.getByRole('list', { name: 'People found' }).getByText('Former colleague').first().waitFor();
    expect(await page.content()).not.toContain(somebody);
  });

  it('fits a narrow screen, in the dark too, without anything serious for axe.', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const visitor = await browser.visit({ colorScheme, viewport: { width: 320, height: 700 } });
      await visitor.signIn(person);
      await visitor.page.goto('/settings?tab=privacy');
      await visitor.page.getByText('Erasure of a person').waitFor();
      await visitor.page.getByRole('list', { name: 'People found' }).getByRole('listitem').first().waitFor();
      expect(await visitor.page.evaluate<number>('document.documentElement.scrollWidth')).toBe(320);
      expect(await axeFindings(visitor, `privacy, narrow, ${colorScheme}`)).toEqual([]);
    }
  });

  it('deletes the account after password and address, and leads to the sign-up page.', async () => {
    const { page } = alice;
    await page.getByLabel('Your email address').fill('somebody@example.com');
    await page.getByLabel('Your password').fill('not the password');
    await alice.button('Delete account for good').click();
    await page.getByText('The password is wrong.').waitFor();
    await page.getByLabel('Your password').fill(person.password);
    await alice.button('Delete account for good').click();
    await page.getByText('Type the e-mail address of the account.').waitFor();
    await page.getByLabel('Your email address').fill(person.email);
    await alice.button('Delete account for good').click();
    await alice.heading('Create your account').waitFor();
    await page.getByText('Account deleted').waitFor();
    expect(new URL(page.url()).pathname).toBe('/sign-up');
    expect((await person.ask('{ viewer { id } }')).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});
