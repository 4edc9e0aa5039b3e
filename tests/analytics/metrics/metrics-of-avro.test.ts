// Needs the data folder beside the repository (avro-status-history.jsonl.zst) and something that unpacks Zstandard;
// without them it reports itself as skipped.
import { describe, expect, it } from 'vitest';
import { avroWorld } from '../../support/avro-world.ts';
import { expectBottlenecks } from '../obvious/expect-bottlenecks.ts';
import { expectCumulativeFlow } from '../obvious/expect-cumulative-flow.ts';
import { expectCycleTimes } from '../obvious/expect-cycle-times.ts';
import { expectFlowOverview } from '../obvious/expect-flow-overview.ts';
import { type ObviousQuestion, obviousQuestion } from '../obvious/obvious-question.ts';

const world = avroWorld();
const patience = 60_000;

/** A recent year and 2012, on both clocks. */
const questions = (world ? [0, Math.floor(world.asOf / 86_400) - Date.UTC(2012, 11, 31) / 86_400_000] : []).flatMap(
  (ago) =>
    (['WORKING', 'CALENDAR'] as const).map((clock) =>
      world ? obviousQuestion(world, { days: 365, ago, clock, includeSubtasks: true }) : [],
    ),
);

describe.runIf(world)(
  'metrics of 2,166 real issues, in a recent year and in 2012, are the same as counting by hand',
  () => {
    it('for all of them.', () => {
      expect(world?.biographies).toHaveLength(2166);
      expect(questions).toHaveLength(4);
    });

    it.each<[string, (asked: ObviousQuestion) => void]>([
      ['bottlenecks', expectBottlenecks],
      ['cycle times', (asked) => expectCycleTimes(asked, 'CYCLE')],
      ['lead times', (asked) => expectCycleTimes(asked, 'LEAD')],
      ['process times', (asked) => expectCycleTimes(asked, 'PROCESS')],
      ['the cumulative flow', (asked) => expectCumulativeFlow(asked, 'HIGH_WATER', 'DAY')],
      ['the cumulative flow by occupancy', (asked) => expectCumulativeFlow(asked, 'OCCUPANCY', 'WEEK')],
      ['the flow overview', (asked) => expectFlowOverview(asked, 'WEEK')],
    ])(
      'for %s.',
      (_, expectSame) => {
        for (const asked of questions.flat()) expectSame(asked);
      },
      patience,
    );
  },
);
