import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/start-sandbox.ts';
import { madeSite } from '../support/made-site.ts';
import { type Drive, openDrive } from '../support/open-drive.ts';
import { isArchived, playSchedule } from '../support/play-schedule.ts';
import { randomSchedule, type Step } from '../support/random-schedule.ts';
import { siteFacts } from '../support/site-facts.ts';
import { flowIds, storedFacts } from '../support/stored-facts.ts';

/** PROPERTY_SEED and PROPERTY_RUNS make it another search, or a longer one (docs/testing.md). */
const seed = Number(process.env.PROPERTY_SEED ?? 2026);
const numRuns = Number(process.env.PROPERTY_RUNS ?? 25);

let drive: Drive;
beforeAll(async () => {
  drive = await openDrive();
});
afterAll(() => drive.close());

const start = Date.UTC(2030, 5, 3, 8);

/** Plays a schedule on a site of its own, then lets it be quiet, and compares. */
async function endsEqual(steps: readonly Step[]): Promise<void> {
  const sites = [madeSite({ issues: 12, changes: 2, from: start - 864_000_000 })];
  const sandbox = await startSandbox({ port: 0, clock: () => start, sites });
  try {
    const site = sandbox.world.site('Made');
    const sync = await drive.connect(sandbox, 'Made');
    // Runs take several turns.
    sync.sliceMs = 200;
    const stored = () => storedFacts(drive.rows, sync.connectionId);
    const everStored = new Set<string>();
    const { everArchived } = await playSchedule(sync, site, steps, async () => {
      const ids = new Set((await stored()).keys());
      const lost = [...everStored].filter((id) => !ids.has(id) && site.state.issues.has(id));
      expect(lost, 'issues that are there are never removed').toEqual([]);
      for (const id of ids) everStored.add(id);
    });
    sandbox.clock.advance(61_000);
    const incremental = await sync.run('INCREMENTAL');
    expect(incremental).toMatchObject({ state: 'SUCCEEDED', error: null });
    const afterWalk = await stored();
    for (const [id, facts] of siteFacts(site))
      if (!everArchived.has(id)) expect(afterWalk.get(id), `issue ${id} after a walk`).toEqual(facts);

    const reconcile = await sync.run('RECONCILE');
    expect(reconcile).toMatchObject({ state: 'SUCCEEDED', error: null });
    const afterSweep = await stored();
    // What was archived before it was ever listed is nowhere to be found.
    const unknown = (id: string): boolean => isArchived(site, id) && !everStored.has(id) && !afterSweep.has(id);
    const truth = new Map([...siteFacts(site)].filter(([id]) => !unknown(id)));
    expect(afterSweep).toEqual(truth);
    expect(await flowIds(drive.rows, sync.connectionId)).toEqual([...truth.keys()].sort());
    expect(sync.errors).toEqual([]);
  } finally {
    await sandbox.close();
  }
}

describe('Whatever happens at the source, and whatever it does to those who ask,', () => {
  it(
    'what is stored is what the source holds, as soon as it is quiet.',
    async () => {
      const property = fc.asyncProperty(randomSchedule, endsEqual);
      await fc.assert(property, { seed, numRuns, interruptAfterTimeLimit: numRuns * 8_000 });
    },
    numRuns * 10_000,
  );
});
