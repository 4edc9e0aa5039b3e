import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../support/until.ts';
import { type BrowserWorld, openBrowserWorld } from './browser-world.ts';
import type { Visitor } from './visitor.ts';

let browser: BrowserWorld;
let ada: Visitor;

beforeAll(async () => {
  browser = await openBrowserWorld();
  const person = await browser.world.signUp('ada');
  await person.connectJira('Lakeside', 'bob');
  await person.synced();
  ada = await browser.visit();
  await ada.signIn(person);
});

afterAll(() => browser.close());

const stageNames = () =>
  ada.page.getByRole('list', { name: 'Stages in workflow order' }).getByRole('listitem').allTextContents();

describe('a signed-in manager', () => {
  it('renames a stage, and the overview follows without a reload.', async () => {
    const { page } = ada;
    await page.getByRole('list', { name: 'Stages in workflow order' }).waitFor();
    const [first = ''] = await stageNames();
    const api = await ada.atTheApi('ada');
    const { stages } = (await api.get('{ viewer { jiraConnection { stages { name } } } }')).viewer.jiraConnection;
    const { name } = stages.find((stage: { name: string }) => first.startsWith(stage.name));
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('tab', { name: 'Stages' }).click();
    const editor = page.getByRole('region', { name: `Stage ${name}`, exact: true });
    // The region bears the stage's name, which changes while it is typed.
    await editor.getByLabel('Name of the stage').fill('Building');
    await ada.button('Save stages').click();
    await page.getByText('Stages saved').waitFor();
    await page.getByRole('link', { name: 'Overview' }).click();
    await until(stageNames, (names) => names.some((text) => text.startsWith('Building')));
    expect((await stageNames()).filter((text) => text.startsWith(name))).toEqual([]);
  });

  it('reads the stages of the overview in the order of the workflow.', async () => {
    const { page } = ada;
    await page.goto('/');
    await page.getByRole('list', { name: 'Stages in workflow order' }).waitFor();
    const api = await ada.atTheApi('ada');
    const { stages } = (await api.get('{ viewer { jiraConnection { stages { name } } } }')).viewer.jiraConnection;
    const workflow: string[] = stages.map((stage: { name: string }) => stage.name);
    const places = (await stageNames()).map((text) => workflow.findIndex((name) => text.startsWith(name)));
    expect(places.length).toBeGreaterThan(2);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('has links counted as blocking, and not any more.', async () => {
    const { page } = ada;
    const api = await ada.atTheApi('ada');
    const isCounted = async () =>
      (await api.get('{ viewer { settings { blockedByLinks } } }')).viewer.settings.blockedByLinks;
    await page.goto('/settings?tab=stages');
    const choice = page.getByRole('checkbox', { name: 'Links that say “is blocked by” block an issue' });
    expect(await choice.isChecked()).toBe(false);
    await choice.check();
    await page.getByText('Links block issues now').waitFor();
    expect(await isCounted()).toBe(true);
    await page.reload();
    expect(await choice.isChecked()).toBe(true);
    await choice.uncheck();
    await page.getByText('Only flags block issues now').waitFor();
    expect(await isCounted()).toBe(false);
  });

  it('chooses the dark theme, which stays over a reload.', async () => {
    const { page } = ada;
    await page.goto('/');
    await ada.heading('Overview').waitFor();
    const ground = () => page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor');
    const light = await ground();
    await ada.button('Account menu of ada').click();
    await page.getByRole('menuitem', { name: 'Theme: dark' }).click();
    await until(ground, (colour) => colour !== light);
    const dark = await ground();
    await page.reload();
    await ada.heading('Overview').waitFor();
    expect(await ground()).toBe(dark);
    const [red = 255] = /\d+/.exec(dark)?.map(Number) ?? [];
    expect(red).toBeLessThan(40);
  });
});
