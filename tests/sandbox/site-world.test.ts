import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { northwindId } from '../../sandbox/seeding/northwind.ts';
import { sandboxSite } from '../../sandbox/served/sandbox-site.ts';
import { serveSite } from '../../sandbox/served/serve-site.ts';
import { startSandbox } from '../../sandbox/start-sandbox.ts';
import { asObject, type JsonObject } from '../../sandbox/world/json.ts';
import type { SiteWorld } from '../../sandbox/world/site-world.ts';
import { ask, letIn } from './authorized.ts';
import { smallSite } from './small-site.ts';

const day = 86_400_000;
let now: number;
let site: SiteWorld;

beforeEach(() => {
  now = Date.UTC(2026, 5, 1, 8);
  site = serveSite(sandboxSite.parse(smallSite()), () => now);
});

const lastItems = (key: string) => (site.issue(key).histories.at(-1)?.items ?? []) as JsonObject[];

describe('A hand in the world', () => {
  it('moves an issue through statuses with resolution, dates and one changelog entry each.', () => {
    site.transition('AAA-2', 'finished', { by: 'bela' });
    const { fields, histories } = site.issue('AAA-2');
    expect(asObject(fields.status)?.name).toBe('Finished');
    expect(fields.updated).toBe('2026-06-01T10:00:00.000+0200');
    expect(histories.length).toBe(1);
    expect(asObject(histories[0]?.author)?.displayName).toBe('Bela Birch');
    expect(lastItems('AAA-2').at(-1)).toEqual({
      field: 'status',
      fieldtype: 'jira',
      fieldId: 'status',
      from: '2',
      fromString: 'Doing',
      to: '3',
      toString: 'Finished',
    });
  });

  it('writes nothing for a change to what is there already.', () => {
    site.transition('AAA-2', 'Doing');
    site.editIssue('AAA-2', { assignee: 'bela' });
    expect(site.issue('AAA-2').histories).toEqual([]);
  });

  it('assigns with both account ids, and null on the empty side.', () => {
    site.editIssue('AAA-10', { assignee: 'ari' });
    expect(lastItems('AAA-10')[0]).toMatchObject({ from: null, fromString: null, to: 'ari', tmpToAccountId: 'ari' });
  });

  it('comments without an entry in the changelog, yet bumps updated.', () => {
    site.comment('AAA-1', 'Hello', { by: 'ari' });
    expect(site.issue('AAA-1')).toMatchObject({ histories: [], updatedAt: now });
    expect(asObject(site.issue('AAA-1').fields.comment)?.total).toBe(1);
  });

  it('moves to another project with a new key; the old key still finds it.', () => {
    site.moveIssue('AAA-2', 'BBB');
    expect(site.issue('AAA-2').key).toBe('BBB-2');
    expect(site.issue('BBB-2').id).toBe('10002');
    expect(lastItems('BBB-2').find((item) => item.field === 'Key')).toEqual({
      field: 'Key',
      fieldtype: 'jira',
      from: null,
      fromString: 'AAA-2',
      to: null,
      toString: 'BBB-2',
    });
  });

  it('adds and deletes issues; a number is never given twice.', () => {
    const fresh = site.addIssue({ project: '10000', type: '7', status: '1', summary: 'New', reporter: 'ari' });
    expect([fresh.id, fresh.key]).toEqual(['10005', 'AAA-11']);
    site.deleteIssue('AAA-11');
    expect(site.state.find('AAA-11')).toBeUndefined();
    const next = site.addIssue({ project: '10000', type: '7', status: '1', summary: 'Next', reporter: 'ari' });
    expect([next.id, next.key]).toEqual(['10006', 'AAA-12']);
  });
});

describe('A living site', () => {
  const folders: string[] = [];
  const anchor = Date.UTC(2026, 8, 14, 13);
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  async function look(at: number, stateFolder: string | undefined, live: boolean) {
    let moment = at;
    const sandbox = await startSandbox({ port: 0, clock: () => moment, live, ...(stateFolder ? { stateFolder } : {}) });
    const tokens = await letIn(sandbox, 'alice');
    const changed = async (since: number) => {
      const jql = `updated > ${since}`;
      return (await ask(sandbox, tokens, northwindId, '/rest/api/3/search/approximate-count', { jql })).body.count;
    };
    const pass = (ms: number) => {
      moment += ms;
    };
    const dump = () => JSON.stringify([...sandbox.world.site(northwindId).state.issues.values()]);
    return { sandbox, changed, pass, dump };
  }

  it('moves issues as its clock passes, adds none, and shows the same after a restart.', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
    folders.push(folder);
    const first = await look(anchor, folder, true);
    expect(await first.changed(anchor)).toBe(0);
    // Within the life of an access token: an hour of a working day is enough for something to move.
    first.pass(55 * 60_000);
    expect(await first.changed(anchor)).toBeGreaterThan(0);
    first.sandbox.world.advance(anchor + 10 * day);
    const before = first.dump();
    await first.sandbox.close();
    const second = await look(anchor + 10 * day, folder, true);
    expect(second.dump() === before).toBe(true);
    expect(second.sandbox.world.site(northwindId).state.issues.size).toBe(2664);
    expect(await second.changed(anchor + 5 * day)).toBeGreaterThan(50);
    await second.sandbox.close();
  }, 30_000);

  it('stands still when it is not asked to live.', async () => {
    const still = await look(anchor, undefined, false);
    still.sandbox.world.advance(anchor + 10 * day);
    expect(await still.changed(anchor)).toBe(0);
    await still.sandbox.close();
  }, 30_000);
});
