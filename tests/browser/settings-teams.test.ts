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
  await person.connectJira('Northwind Labs');
  await person.synced();
  alice = await browser.visit();
  await alice.signIn(person);
  await alice.page.goto('/settings?tab=teams');
  await alice.button('New team').waitFor();
});

afterAll(() => browser.close());

interface ShownTeam {
  readonly name: string;
  readonly memberCount: number;
  readonly projects: readonly { readonly name: string }[];
}
const saved = async (): Promise<ShownTeam[]> => {
  const { teams } = (
    await person.get('{ viewer { jiraConnection { teams { name saved memberCount projects { name } } } } }')
  ).viewer.jiraConnection;
  return teams.filter((team: { saved: boolean }) => team.saved);
};
const dialog = () => alice.page.getByRole('dialog');
const listed = (name: string) => alice.page.getByRole('list', { name, exact: true }).getByRole('listitem');
const ownProjects = 'Projects that are teams of their own';

describe('Teams in the settings', () => {
  it('are made by keyboard, of projects that then are no teams of their own any more.', async () => {
    const { page } = alice;
    await page.getByText('No teams yet').waitFor();
    await alice.button('New team').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Platform');
    await dialog()
      .getByRole('checkbox', { name: /Core Platform/ })
      .focus();
    await page.keyboard.press('Space');
    await dialog().getByLabel('Find people to add').focus();
    const [first] = (await person.get('{ viewer { jiraConnection { people { nodes { displayName } } } } }')).viewer
      .jiraConnection.people.nodes;
    await page.keyboard.type(first.displayName.split(' ')[1]);
    await dialog()
      .getByRole('button', { name: `Add ${first.displayName}` })
      .focus();
    await page.keyboard.press('Enter');
    expect(await axeFindings(alice, 'team editor')).toEqual([]);
    await dialog().getByRole('button', { name: 'Save team' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Platform saved').waitFor();
    await alice.button('Edit Platform').waitFor();
    expect(await saved()).toMatchObject([{ name: 'Platform', memberCount: 1, projects: [{ name: 'Core Platform' }] }]);
    await until(
      () => listed(ownProjects).allTextContents(),
      (texts) => texts.length > 0 && texts.every((text) => !text.startsWith('Core Platform')),
    );
  });

  it('show in the filters of every page at once.', async () => {
    const { page } = alice;
    await page.getByRole('link', { name: 'Flow' }).click();
    await page.getByRole('button', { name: /^Teams: / }).click();
    await page.getByRole('checkbox', { name: 'Platform', exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('tab', { name: 'Teams' }).click();
    await alice.button('New team').waitFor();
  });

  it('show whose a project is that is taken, and say why a name is not.', async () => {
    await alice.button('New team').click();
    const taken = dialog().getByRole('checkbox', { name: /Core Platform.*in Platform/ });
    expect(await taken.isDisabled()).toBe(true);
    await dialog().getByLabel('Name').fill('platform');
    await dialog().getByRole('button', { name: 'Save team' }).click();
    await dialog().getByText('There is a team called "Platform" already.').waitFor();
    await alice.page.keyboard.press('Escape');
    await dialog().getByText('have not been saved').waitFor();
    await dialog().getByRole('button', { name: 'Go on editing' }).click();
    expect(await dialog().getByLabel('Name').inputValue()).toBe('platform');
    await alice.page.keyboard.press('Escape');
    await dialog().getByRole('button', { name: 'Discard them' }).click();
    await dialog().waitFor({ state: 'detached' });
    expect(await saved()).toHaveLength(1);
  });

  it('are renamed with their members kept, and lose one who is removed.', async () => {
    await alice.button('Edit Platform').click();
    await dialog().getByLabel('Name').fill('Base');
    await dialog().getByRole('button', { name: 'Save team' }).click();
    await alice.button('Edit Base').waitFor();
    expect(await saved()).toMatchObject([{ name: 'Base', memberCount: 1 }]);
    await alice.button('Edit Base').click();
    await dialog().getByRole('list', { name: 'Members' }).getByRole('button').click();
    await dialog().getByRole('button', { name: 'Save team' }).click();
    await dialog().waitFor({ state: 'detached' });
    await until(saved, ([team]) => team?.memberCount === 0);
  });

  it('are made of one project under its name, and go after one question, which brings it back.', async () => {
    const { page } = alice;
    await alice.button('Make a team of Mobile').click();
    expect(await dialog().getByLabel('Name').inputValue()).toBe('Mobile');
    expect(
      await dialog()
        .getByRole('checkbox', { name: /^Mobile/ })
        .isDisabled(),
    ).toBe(true);
    await dialog().getByLabel('Name').fill('Apps');
    await dialog().getByRole('button', { name: 'Save team' }).click();
    await alice.button('Delete Apps').waitFor();
    await alice.button('Delete Apps').click();
    await dialog().getByText('Each of its projects becomes a team of its own: Mobile.').waitFor();
    await dialog().getByRole('button', { name: 'Delete team' }).click();
    await page.getByText('Apps deleted').waitFor();
    await alice.button('Make a team of Mobile').waitFor();
    expect((await saved()).map(({ name }) => name)).toEqual(['Base']);
    expect(await page.locator(':focus').textContent()).toContain('New team');
  });

  it('fit a narrow screen, in the dark too, without anything serious for axe.', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const visitor = await browser.visit({ colorScheme, viewport: { width: 320, height: 700 } });
      await visitor.signIn(person);
      await visitor.page.goto('/settings?tab=teams');
      await visitor.button('Edit Base').click();
      await visitor.page.getByRole('list', { name: 'People found' }).getByRole('listitem').first().waitFor();
      expect(await visitor.page.evaluate<number>('document.documentElement.scrollWidth')).toBe(320);
      expect(await axeFindings(visitor, `team, narrow, ${colorScheme}`)).toEqual([]);
    }
  });
});

describe('A WIP limit', () => {
  it('is set in the editor of the stages, and is not lost without a question.', async () => {
    const { page } = alice;
    await page.getByRole('tab', { name: 'Stages' }).click();
    await page.getByLabel('WIP limit of In Review').fill('7');
    await page.getByRole('tab', { name: 'Account' }).click();
    await page
      .getByRole('dialog', { name: 'Leave without saving?' })
      .getByRole('button', { name: 'Stay here' })
      .click();
    await alice.button('Save stages').click();
    await page.getByText('Stages saved').waitFor();
    const { stages } = (await person.get('{ viewer { jiraConnection { stages { name wipLimit } } } }')).viewer
      .jiraConnection;
    expect(stages.find(({ name }: { name: string }) => name === 'In Review').wipLimit).toBe(7);
    await page.getByRole('tab', { name: 'Account' }).click();
    await page.getByText('Member since').waitFor();
  });
});
