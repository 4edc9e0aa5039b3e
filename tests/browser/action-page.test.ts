import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionOf, made, update } from '../support/ask-actions.ts';
import type { Person } from '../support/person.ts';
import { axeFindings } from './axe-findings.ts';
import { type BrowserWorld, openBrowserWorld } from './browser-world.ts';
import type { Visitor } from './visitor.ts';

let browser: BrowserWorld;
let person: Person;
let bob: Visitor;
let id: string;

beforeAll(async () => {
  browser = await openBrowserWorld();
  person = await browser.world.signUp('bob');
  await person.connectJira('Lakeside', 'bob');
  await person.synced();
  id = (await made(person, { title: 'Limit review', metric: 'THROUGHPUT', target: 9, note: 'Oldest first.' })).id;
  bob = await browser.visit();
  await bob.signIn(person);
  await bob.page.goto(`/actions/${id}`);
  await bob.heading('Limit review').waitFor();
});

afterAll(() => browser.close());

const figure = () => bob.page.getByRole('figure', { name: 'Throughput, week by week' });

describe('The page of an action', () => {
  it('shows what it is to move, and the metric week by week to eye, ear and keyboard.', async () => {
    const { page } = bob;
    await page.getByText('Oldest first.').waitFor();
    const { baseline } = await actionOf(person, id);
    const shown = new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(baseline.value);
    const aim = page.getByRole('region', { name: 'What it is to move' });
    await aim.getByText(`${shown} a week`).waitFor();
    await aim.getByText('9 a week').waitFor();
    await figure().locator('canvas').waitFor();
    await figure().getByRole('application').focus();
    await page.keyboard.press('Home');
    await figure()
      .getByText(/^Week of .* a week, baseline\. 1 of \d+\.$/)
      .waitFor();
    await figure().getByRole('button', { name: 'View as table' }).click();
    await figure().getByRole('columnheader', { name: 'Period' }).waitFor();
    await figure().getByRole('button', { name: 'View as chart' }).click();
  });

  it('goes its way step by step to a review, which shows a verdict.', async () => {
    const { page } = bob;
    for (const [step, state] of [
      ['Accept', 'Accepted'],
      ['Begin', 'In progress'],
      ['Mark as done', 'Done'],
      ['Review now', 'Reviewed'],
    ] as const) {
      await bob.button(step).click();
      await page.locator('li[aria-current=step]', { hasText: state }).waitFor();
    }
    const found = page.getByRole('region', { name: /^What the review found/ });
    await found.getByRole('row', { name: /^Throughput/ }).waitFor();
    await found.getByText(/^Reviewed on/).waitFor();
    expect((await actionOf(person, id)).outcome.verdict).toMatch(/TOO_EARLY|INSUFFICIENT_DATA/);
    await bob.button('Review again').waitFor();
  });

  it('tells who edits it second what was changed meanwhile, and overwrites nothing unseen.', async () => {
    const { page } = bob;
    const other = await browser.visit();
    await other.signIn(person);
    await other.page.goto(`/actions/${id}`);
    for (const { page: one } of [bob, other]) {
      await one.getByRole('button', { name: 'Edit' }).click();
      await one.getByLabel('What is to be done').waitFor();
    }
    await other.page.getByLabel('What is to be done').fill('Limit review to three');
    await other.button('Save').click();
    await other.heading('Limit review to three').waitFor();

    await page.getByLabel('What is to be done').fill('Swarm on review');
    await page.getByLabel('Note').fill('Oldest first, always.');
    await bob.button('Save').click();
    await page.getByText('This action has been changed meanwhile. Nothing was overwritten.').waitFor();
    await page.getByText('What is to be done is now “Limit review to three”; yours is still in the form.').waitFor();
    expect(await page.getByLabel('What is to be done').inputValue()).toBe('Swarm on review');
    expect(await actionOf(person, id)).toMatchObject({ title: 'Limit review to three', note: 'Oldest first.' });
    expect(await axeFindings(bob, 'changed meanwhile')).toEqual([]);

    await bob.button('Take it').click();
    expect(await page.getByLabel('What is to be done').inputValue()).toBe('Limit review to three');
    await bob.button('Save').click();
    await bob.heading('Limit review to three').waitFor();
    await page.getByText('Oldest first, always.').waitFor();
    expect(await actionOf(person, id)).toMatchObject({
      title: 'Limit review to three',
      note: 'Oldest first, always.',
    });
  });

  it('shows an owner who was chosen, and errors where they belong.', async () => {
    const { page } = bob;
    const [someone] = (
      await person.get('{ viewer { jiraConnection { people(first: 100) { nodes { displayName active } } } } }')
    ).viewer.jiraConnection.people.nodes.filter(({ active }: { active: boolean }) => active);
    await bob.button('Edit').click();
    await page.getByRole('combobox', { name: 'Owner' }).click();
    await page.getByRole('option', { name: someone.displayName }).click();
    await page.getByLabel('What is to be done').fill(' ');
    await bob.button('Save').click();
    await page.getByText('Say what is to be done.').waitFor();
    await page.getByRole('link', { name: 'Flow' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Stay here' }).click();
    await page.getByLabel('What is to be done').fill('Limit review');
    await bob.button('Save').click();
    await bob.heading('Limit review').waitFor();
    await page.getByRole('region', { name: 'What is to be done' }).getByText(someone.displayName).waitFor();
  });

  it('is dismissed with a reason, which it shows.', async () => {
    const action = await made(person, { title: 'Ban meetings' });
    await bob.page.goto(`/actions/${action.id}`);
    await bob.button('Dismiss…').click();
    await bob.page.getByLabel('Why it is not to be done').fill('We need them.');
    await bob.button('Dismiss').click();
    await bob.page.getByText('Dismissed because:').waitFor();
    expect(await actionOf(person, action.id)).toMatchObject({ state: 'DISMISSED', dismissReason: 'We need them.' });
    const edited = await update(person, { id: action.id, version: action.version, title: 'Too late' });
    expect(edited.userErrors).toMatchObject([{ code: 'VERSION_CONFLICT' }]);
  });

  it('says when there is no such action.', async () => {
    await bob.page.goto('/actions/nothing');
    await bob.heading('No such action').waitFor();
    await bob.page.getByRole('link', { name: 'See the board' }).waitFor();
    expect(await axeFindings(bob, 'no such action')).toEqual([]);
  });

  it('fits narrow and wide screens, in both themes, without anything serious for axe.', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const visitor = await browser.visit({ colorScheme, viewport: { width: 320, height: 700 } });
      await visitor.signIn(person);
      await visitor.page.goto(`/actions/${id}`);
      await visitor.page.locator('figure canvas').waitFor();
      expect(await visitor.page.evaluate<number>('document.documentElement.scrollWidth')).toBe(320);
      expect(await axeFindings(visitor, `action, narrow, ${colorScheme}`)).toEqual([]);
      await visitor.page.setViewportSize({ width: 1440, height: 900 });
      expect(await axeFindings(visitor, `action, wide, ${colorScheme}`)).toEqual([]);
    }
  });
});
