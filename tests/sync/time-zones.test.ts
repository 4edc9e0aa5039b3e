import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/start-sandbox.ts';
import { madeSite, madeStatusIds } from '../support/made-site.ts';
import { type Drive, openDrive } from '../support/open-drive.ts';
import { siteFacts } from '../support/site-facts.ts';
import { storedFacts } from '../support/stored-facts.ts';

let drive: Drive;
beforeAll(async () => {
  drive = await openDrive();
});
afterAll(() => drive.close());

const minuteMs = 60_000;
const lagMs = minuteMs;
const dayMs = 1_440 * minuteMs;

/**
 * An account in this zone, on a day around `at`: an issue changes every twenty minutes, and a run follows after a moment,
 * before the index has noticed. Answers how many changes were not here after the next run, and how many at the end.
 */
async function missedIn(accountTimeZone: string, at: number): Promise<{ afterNextRun: number; atTheEnd: number }> {
  let now = at - 3 * 60 * minuteMs;
  const sites = [madeSite({ issues: 40, changes: 2, timeZone: accountTimeZone, from: now - 10 * dayMs })];
  const sandbox = await startSandbox({ port: 0, clock: () => now, sites });
  try {
    sandbox.faults.set({ accountTimeZone, indexLagSeconds: lagMs / 1_000 });
    const sync = await drive.connect(sandbox, 'Made');
    const site = sandbox.world.site('Made');
    expect(await sync.run('FULL')).toMatchObject({ state: 'SUCCEEDED', issuesDone: 40 });
    const changed: { id: string; at: number }[] = [];
    /** Changes that a run which has begun at `begunAt` ought to have brought and has not. */
    const missedAt = async (begunAt: number): Promise<number> => {
      const [stored, truth] = [await storedFacts(drive.rows, sync.connectionId), siteFacts(site)];
      return changed.filter(
        (change) => change.at < begunAt - lagMs && stored.get(change.id)?.updated !== truth.get(change.id)?.updated,
      ).length;
    };
    const run = async (): Promise<number> => {
      const begunAt = sandbox.clock.now();
      expect(await sync.run('INCREMENTAL')).toMatchObject({ state: 'SUCCEEDED', error: null });
      return missedAt(begunAt);
    };
    let afterNextRun = 0;
    for (let step = 0; step < 18; step += 1) {
      const id = String(10_001 + step);
      site.transition(id, madeStatusIds[(step % 3) + 1] ?? '1');
      changed.push({ id, at: sandbox.clock.now() });
      now += 7_000;
      afterNextRun += await run();
      now += 20 * minuteMs;
    }
    const atTheEnd = await run();
    expect(await storedFacts(drive.rows, sync.connectionId)).toEqual(siteFacts(site));
    return { afterNextRun, atTheEnd };
  } finally {
    await sandbox.close();
  }
}

describe('Whatever the time zone of the account, and however late the index is,', () => {
  it.each([
    // 14 hours ahead of UTC: it is tomorrow there.
    ['Pacific/Kiritimati', '2026-09-30T11:00:00Z'],
    // 11 hours behind it: it is yesterday there.
    ['Pacific/Pago_Pago', '2026-09-30T11:00:00Z'],
    // The hour from two to three happens twice.
    ['Europe/Berlin', '2026-10-25T01:00:00Z'],
    // The hour from one to two happens twice.
    ['America/New_York', '2026-11-01T06:00:00Z'],
    // The hour from two to three does not happen.
    ['Europe/Berlin', '2026-03-29T01:00:00Z'],
    // Half an hour, twice.
    ['Australia/Lord_Howe', '2026-04-04T15:00:00Z'],
  ])('in %s around %s, every change is here after the next run.', async (timeZone, at) => {
    expect(await missedIn(timeZone, Date.parse(at))).toEqual({ afterNextRun: 0, atTheEnd: 0 });
  });
});
