import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionOf, actionsOf, made, update } from '../support/ask-actions.ts';
import type { Person } from '../support/person.ts';
import { until } from '../support/until.ts';
import { axeFindings } from './axe-findings.ts';
import { type BrowserWorld, openBrowserWorld } from './browser-world.ts';
import type { Visitor } from './visitor.ts';

let browser: BrowserWorld;
let person: Person;
let bob: Visitor;

beforeAll(async () => {
  browser = await openBrowserWorld();
  person = await browser.world.signUp('bob');
  await person.connectJira('Lakeside', 'bob');
  await person.synced();
  bob = await browser.visit();
  await bob.signIn(person);
  await bob.page.goto('/actions?view=board');
  await bob.heading('Actions').waitFor();
});

afterAll(() => browser.close());

const dialog = () => bob.page.getByRole('dialog');
const column = (name: string) => bob.page.getByRole('region', { name: new RegExp(`^${name} `) });
const card = (title: string, where: string) => column(where).getByRole('listitem').filter({ hasText: title });
const stateOf = async (id: string): Promise<string> => (await actionOf(person, id)).state;
const said = (words: string) => bob.page.getByRole('status').filter({ hasText: words });

/** The board with what was made over the API. */
async function look(): Promise<void> {
  await bob.page.goto('/actions?view=board');
  await column('Proposed').waitFor();
}

describe('The board of actions', () => {
  it('says where actions come from while there are none.', async () => {
    await bob.page.getByText('Nothing on the board yet').waitFor();
    expect(await axeFindings(bob, 'empty board')).toEqual([]);
    await bob.page.getByRole('link', { name: 'See what is recommended' }).click();
    await bob.page.getByRole('tab', { name: 'Recommendations', selected: true }).waitFor();
    await bob.page.getByRole('tab', { name: 'Board' }).click();
    await bob.page.getByText('Nothing on the board yet').waitFor();
  });

  it('takes an action of one’s own, once however often it is sent, and says before what the metric is.', async () => {
    const { page } = bob;
    await bob.button('New action').click();
    await dialog().getByLabel('What is to be done').waitFor();
    expect(await axeFindings(bob, 'new action')).toEqual([]);
    await dialog().getByRole('button', { name: 'Put it on the board' }).click();
    await dialog().getByText('Say what is to be done.').waitFor();
    await dialog().getByLabel('What is to be done').fill('Limit review');
    await dialog().getByLabel('Judged by').selectOption('WIP');
    const review = (
      await person.get('{ viewer { jiraConnection { stages { id name kind } } } }')
    ).viewer.jiraConnection.stages.find(({ kind }: { kind: string }) => kind === 'ACTIVE');
    await dialog().getByLabel('Stage').selectOption(review.id);
    const told = await dialog()
      .getByText(/^Now [\d.,]+ issues/)
      .textContent();
    await dialog()
      .getByLabel(/^Target/)
      .fill('2,5');
    await page.keyboard.press('Escape');
    await dialog().getByText('has not been made yet').waitFor();
    await dialog().getByRole('button', { name: 'Go on editing' }).click();
    await dialog().getByRole('button', { name: 'Put it on the board' }).dblclick();
    await dialog().waitFor({ state: 'detached' });
    await card('Limit review', 'Proposed').waitFor();
    const { totalCount, nodes } = await actionsOf(person);
    expect(totalCount).toBe(1);
    const { baseline, target, metric, scopeStage } = await actionOf(person, nodes[0].id);
    expect({ metric, target, scopeStage }).toMatchObject({ metric: 'WIP', target: 2.5, scopeStage: { id: review.id } });
    const shown = new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(baseline.value);
    expect(told).toContain(`Now ${shown} issues`);
  });

  it('lets a card be dragged to where it can go, and nowhere else.', async () => {
    const { id } = (await actionsOf(person)).nodes[0];
    await card('Limit review', 'Proposed').dragTo(column('Done'));
    await card('Limit review', 'Proposed').waitFor();
    expect(await stateOf(id)).toBe('PROPOSED');
    await card('Limit review', 'Proposed').dragTo(column('Accepted'));
    await card('Limit review', 'Accepted').waitFor();
    await said('is in Accepted now').waitFor();
    expect(await stateOf(id)).toBe('ACCEPTED');
    // What cannot be is not even asked for, so that nothing was refused.
    expect(await bob.page.locator('[data-sonner-toast]').count()).toBe(0);
  });

  it('is walked and worked by keyboard: the card keeps the focus in its new column, and it is read out.', async () => {
    const { page } = bob;
    const { id } = await made(person, { title: 'Pair on handoffs' });
    await look();
    const link = page.getByRole('link', { name: 'Pair on handoffs' });
    await link.focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('a:focus', { hasText: 'Limit review' }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Move to Accepted' }).waitFor();
    expect(await axeFindings(bob, 'menu of a card')).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.locator('[role=menuitem]:focus', { hasText: 'Move to Accepted' }).waitFor();
    await page.keyboard.press('Enter');
    await said('“Pair on handoffs” is in Accepted now.').waitFor();
    await column('Accepted').locator('a:focus', { hasText: 'Pair on handoffs' }).waitFor();
    expect(await stateOf(id)).toBe('ACCEPTED');
  });

  it('asks why before an action is dismissed, and folds it away with the reason.', async () => {
    const { page } = bob;
    await bob.button('Move “Pair on handoffs”').click();
    await page.getByRole('menuitem', { name: 'Dismiss…' }).click();
    await dialog().getByRole('button', { name: 'Dismiss', exact: true }).click();
    await dialog().getByText('Say why it is not to be done.').waitFor();
    await dialog().getByLabel('Why it is not to be done').fill('Nobody has the time.');
    await dialog().getByRole('button', { name: 'Dismiss', exact: true }).click();
    await dialog().waitFor({ state: 'detached' });
    await card('Pair on handoffs', 'Accepted').waitFor({ state: 'detached' });
    await column('Dismissed').getByRole('button', { name: 'Show them' }).click();
    await card('Nobody has the time.', 'Dismissed').waitFor();
    await page.waitForURL(/dismissed=shown/);
    const { nodes } = await actionsOf(person, { filter: { states: ['DISMISSED'] } });
    expect(await actionOf(person, nodes[0].id)).toMatchObject({ dismissReason: 'Nobody has the time.' });
  });

  it('overwrites nothing that was changed elsewhere, and says what it is now.', async () => {
    const { page } = bob;
    const { id, version } = await made(person, { title: 'Write entry criteria' });
    await look();
    await card('Write entry criteria', 'Proposed').waitFor();
    const changed = (await update(person, { id, version, state: 'ACCEPTED' })).action;
    await card('Write entry criteria', 'Proposed').dragTo(column('Accepted'));
    await page.getByText('“Write entry criteria” has been changed meanwhile').waitFor();
    await card('Write entry criteria', 'Accepted').waitFor();
    expect((await actionOf(person, id)).version).toBe(changed.version);

    await bob.button('Move “Write entry criteria”').click();
    await page.getByRole('menuitem', { name: 'Dismiss…' }).click();
    await dialog().getByLabel('Why it is not to be done').fill('Too much writing.');
    const begun = (await update(person, { id, version: changed.version, state: 'IN_PROGRESS' })).action;
    await dialog().getByRole('button', { name: 'Dismiss', exact: true }).click();
    await dialog().getByText('It has been changed meanwhile, and is in In progress now.').waitFor();
    expect(await dialog().getByLabel('Why it is not to be done').inputValue()).toBe('Too much writing.');
    expect(await stateOf(id)).toBe('IN_PROGRESS');
    await update(person, { id, version: begun.version, state: 'DONE' });
    await dialog().getByRole('button', { name: 'Dismiss it all the same' }).click();
    await dialog().getByText('It can no longer be dismissed.').waitFor();
    await dialog().getByRole('button', { name: 'Keep it' }).click();
    await card('Write entry criteria', 'Done').waitFor();
    expect(await stateOf(id)).toBe('DONE');
  });

  it('reviews what is done from its menu, and shows the verdict.', async () => {
    await bob.button('Move “Write entry criteria”').click();
    await bob.page.getByRole('menuitem', { name: 'Review now' }).click();
    await card('Write entry criteria', 'Reviewed')
      .getByText(/^(Too|Improved|No change|Worse)/)
      .waitFor();
  });

  it('fits a narrow screen, in both themes, without anything serious for axe.', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const visitor = await browser.visit({ colorScheme, viewport: { width: 320, height: 700 } });
      await visitor.signIn(person);
      await visitor.page.goto('/actions?view=board&dismissed=shown');
      await visitor.page.getByText('Nobody has the time.').waitFor();
      expect(await visitor.page.evaluate<number>('document.documentElement.scrollWidth')).toBe(320);
      expect(await axeFindings(visitor, `board, narrow, ${colorScheme}`)).toEqual([]);
    }
    await until(
      () => axeFindings(bob, 'board, wide'),
      (found) => found.length === 0,
    );
  });
});
