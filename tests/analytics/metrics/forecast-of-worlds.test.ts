import fc from 'fast-check';
import { describe, it } from 'vitest';
import { avroWorld } from '../../support/avro-world.ts';
import { randomWorld } from '../../support/random-world.ts';
import { expectForecast } from '../obvious/expect-forecast.ts';
import { obviousQuestion } from '../obvious/obvious-question.ts';
import { randomRequests, worldSeeds } from '../obvious/random-requests.ts';

const histories = fc.integer({ min: 7, max: 90 });

describe('forecasts of random worlds and scopes', () => {
  it('are by when what exact odds say, and have kept their promises as often as counting by hand finds.', () => {
    fc.assert(
      fc.property(
        worldSeeds,
        randomRequests,
        histories,
        fc.integer({ min: 1, max: 20 }),
        ({ seed, oddity }, request, historyDays, items) => {
          expectForecast(obviousQuestion(randomWorld(seed, 120, oddity), request), historyDays, { items });
        },
      ),
      { numRuns: 20 },
    );
  }, 20_000);

  it('are how many what exact odds say, and have kept their promises as often as counting by hand finds.', () => {
    fc.assert(
      fc.property(
        worldSeeds,
        randomRequests,
        histories,
        fc.integer({ min: 1, max: 30 }),
        ({ seed, oddity }, request, historyDays, days) => {
          expectForecast(obviousQuestion(randomWorld(seed, 120, oddity), request), historyDays, { days });
        },
      ),
      { numRuns: 20 },
    );
  }, 20_000);
});

// Needs the data folder beside the repository (avro-status-history.jsonl.zst) and something that unpacks Zstandard;
// without them it reports itself as skipped.
const avro = avroWorld();

describe('forecasts of 2,166 real issues', () => {
  it.runIf(avro)(
    'are what exact odds say, and have kept their promises as often as counting by hand finds.',
    () => {
      if (!avro) return;
      const asked = obviousQuestion(avro, { days: 30, ago: 400, clock: 'WORKING', includeSubtasks: true });
      expectForecast(asked, 120, { items: 12 });
      expectForecast(asked, 90, { days: 30 });
    },
    20_000,
  );
});
