import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import type { DrivenSync } from '../support/driven-sync.ts';
import { madeSite } from '../support/made-site.ts';
import { type Drive, openDrive } from '../support/open-drive.ts';
import { siteFacts } from '../support/site-facts.ts';
import { storedFacts } from '../support/stored-facts.ts';

let drive: Drive;
const open: Sandbox[] = [];
beforeAll(async () => {
  drive = await openDrive();
});
afterAll(async () => {
  for (const sandbox of open) await sandbox.close();
  await drive.close();
});

const start = Date.UTC(2030, 5, 3, 8);
const minuteMs = 60_000;

/** A site of a dozen issues, the last of them changed ten days ago, that has been read once. */
async function loaded() {
  const sites = [madeSite({ issues: 12, changes: 2, from: start - 14_400 * minuteMs })];
  const sandbox = await startSandbox({ port: 0, clock: () => start, sites });
  open.push(sandbox);
  const sync = await drive.connect(sandbox, 'Made');
  expect(await sync.run('FULL')).toMatchObject({ state: 'SUCCEEDED', issuesDone: 12 });
  return { sandbox, sync, site: sandbox.world.site('Made') };
}

async function expectEqual(sync: DrivenSync): Promise<void> {
  const stored = await storedFacts(drive.rows, sync.connectionId);
  expect(stored).toEqual(siteFacts(sync.sandbox.world.site('Made')));
}

/** What the properties have found, or were made to find. */
describe('Nothing is lost', () => {
  it('where an issue is archived after it has changed.', async () => {
    const { site, sync } = await loaded();
    site.transition('10005', '4');
    site.archiveIssue('10005');
    await sync.run('INCREMENTAL');
    const { state, issuesChanged } = await sync.run('RECONCILE');
    expect({ state, issuesChanged }).toEqual({ state: 'SUCCEEDED', issuesChanged: 1 });
    await expectEqual(sync);
  });

  it('where bulk answers pass issues over without a word.', async () => {
    const { sandbox, site, sync } = await loaded();
    site.transition('10001', '4');
    site.transition('10002', '4');
    sandbox.faults.set({ paging: [{ path: 'bulkfetch', silentOmissions: 1 }] });
    await sync.run('INCREMENTAL');
    await expectEqual(sync);
  });

  it('where the list of fields does not answer for a while: flags are read when it does.', async () => {
    const { sandbox, site, sync } = await loaded();
    site.flag('10001');
    sandbox.faults.set({ rules: [{ path: 'api/3/field', times: 4, effect: { kind: 'cut' } }] });
    expect(await sync.run('INCREMENTAL')).toMatchObject({ state: 'SUCCEEDED', faults: { NO_ANSWER: 4 } });
    await expectEqual(sync);
  });

  it('where Jira makes a walk wait for an hour at its end, and its index notices a change only then.', async () => {
    const { sandbox, site, sync } = await loaded();
    const { clock, faults, journal } = sandbox;
    for (const id of ['10001', '10002', '10003']) site.transition(id, '4', { at: clock.now() });
    faults.set({ paging: [{ path: 'search/jql', only: 'walk', shortPages: 1 }] });
    journal.clear();
    let step = 0;
    sync.beforeRequest = () => {
      const { updatedAt } = site.issue('10001');
      const pages = journal.matching('search/jql').filter(({ status }) => status === 200).length;
      // The walk stands behind the issues that have just changed, but for the last one.
      if (step === 0 && pages === pagesUntil(site.state.issues.values(), updatedAt)) {
        step = 1;
        faults.add({ path: 'search/jql', times: 1, effect: { kind: 'refuse', status: 429, retryAfter: 3_600 } });
        site.comment('10004', 'Noticed late', { at: updatedAt - 30_000 });
      } else if (step === 1 && clock.now() > updatedAt + 59 * minuteMs) {
        step = 2;
        site.comment('10005', 'An hour later');
      }
    };
    await sync.run('INCREMENTAL');
    expect(step).toBe(2);
    faults.clear();
    await sync.run('INCREMENTAL');
    await expectEqual(sync);
  });
});

/** How many pages of one issue each lead up to those that changed at `updatedAt`, the first of them included. */
function pagesUntil(issues: Iterable<{ readonly updatedAt: number }>, updatedAt: number): number {
  const all = [...issues].map((issue) => issue.updatedAt);
  const latest = Math.max(...all.filter((at) => at < updatedAt));
  return all.filter((at) => at < updatedAt && at >= latest - 5 * minuteMs).length + 2;
}
