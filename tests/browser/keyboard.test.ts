import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../support/until.ts';
import { type LookingBrowser, lookAt } from './browser-world.ts';
import type { Visitor } from './visitor.ts';

let browser: LookingBrowser;
let ada: Visitor;
let key: string;

beforeAll(async () => {
  browser = await lookAt('Lakeside');
  const { person } = browser;
  const query = '{ viewer { jiraConnection { issues(first: 1) { nodes { key } } } } }';
  key = (await person.get(query)).viewer.jiraConnection.issues.nodes[0].key;
  ada = await browser.visit();
  await ada.signIn(person);
  await ada.page.goto('/');
  await ada.heading('Overview').waitFor();
});

afterAll(() => browser.close());

describe('with nothing but the keyboard', () => {
  it('the first stop skips the navigation.', async () => {
    const { page } = ada;
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to content' });
    await skip.waitFor();
    expect(await page.locator(':focus').textContent()).toBe('Skip to content');
    await page.keyboard.press('Enter');
    await page.locator('main:focus').waitFor();
  });

  it('the command palette finds an issue by its key.', async () => {
    const { page } = ada;
    await page.keyboard.press('Tab');
    const before = await page.locator(':focus').textContent();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await until(
      () => page.locator('main :focus').allTextContents(),
      (focused) => focused[0] === before,
    );
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await page.keyboard.type(key.toLowerCase());
    await page.getByRole('option', { name: new RegExp(`^${key}`) }).waitFor();
    await page.keyboard.press('Enter');
    await ada.heading(key).waitFor();
    expect(await page.locator('h1:focus').textContent()).toBe(key);
  });

  it('a stage is chosen and its issues are opened and closed, which brings focus back.', async () => {
    const { page } = ada;
    await page.goto('/');
    const tile = page
      .getByRole('list', { name: 'Stages in workflow order' })
      .getByRole('button', { pressed: false })
      .first();
    const name = await tile.locator('span').first().locator('span').first().textContent();
    await tile.focus();
    await page.keyboard.press('Enter');
    const open = ada.button(`Issues behind ${name}`);
    await open.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: `Issues behind ${name}` }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.locator('button:focus').textContent()).toBe(`Issues behind ${name}`);
  });
});
