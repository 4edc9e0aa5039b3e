// Needs the data folder beside the repository (avro-status-history.jsonl.zst) and something that unpacks Zstandard;
// without them it reports itself as skipped.
import { describe, expect, it } from 'vitest';
import { avroWorld } from '../../support/avro-world.ts';
import { expectBottlenecks } from '../obvious/expect-bottlenecks.ts';
import { expectCycleTimes } from '../obvious/expect-cycle-times.ts';
import { obviousQuestion } from '../obvious/obvious-question.ts';

const world = avroWorld();

describe('metrics of 2,166 real issues', () => {
  it.runIf(world)('are the same as counting by hand, in a recent window and in one of 2012.', () => {
    if (!world) return;
    expect(world.biographies).toHaveLength(2166);
    const today = Math.floor(world.asOf / 86_400);
    const endOf2012 = Date.UTC(2012, 11, 31) / 1000 / 86_400;
    for (const ago of [0, today - endOf2012])
      for (const clock of ['WORKING', 'CALENDAR'] as const) {
        const asked = obviousQuestion(world, { days: 365, ago, clock, includeSubtasks: true });
        expectBottlenecks(asked);
        expectCycleTimes(asked, 'CYCLE');
        expectCycleTimes(asked, 'LEAD');
        expectCycleTimes(asked, 'PROCESS');
      }
  });
});
