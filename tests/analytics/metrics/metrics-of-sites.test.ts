// AVRO needs the data folder beside the repository (avro-status-history.jsonl.zst) and something that unpacks Zstandard;
// without them it reports itself as skipped.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { avroWorld } from '../../support/avro-world.ts';
import type { RandomWorld } from '../../support/random-world.ts';
import { sandboxWorld } from '../../support/sandbox-world.ts';
import { expectBottleneckCosts } from '../obvious/expect-bottleneck-costs.ts';
import { expectBottlenecks } from '../obvious/expect-bottlenecks.ts';
import { expectCostOfDelay } from '../obvious/expect-cost-of-delay.ts';
import { expectCumulativeFlow } from '../obvious/expect-cumulative-flow.ts';
import { expectCycleTimes } from '../obvious/expect-cycle-times.ts';
import { expectDelay } from '../obvious/expect-delay.ts';
import { expectFinancialImpact } from '../obvious/expect-financial-impact.ts';
import { expectFlowOverview } from '../obvious/expect-flow-overview.ts';
import { expectForecast } from '../obvious/expect-forecast.ts';
import { expectIssue } from '../obvious/expect-issue.ts';
import { expectLabour } from '../obvious/expect-labour.ts';
import { expectStages } from '../obvious/expect-stage.ts';
import { expectStuckWork } from '../obvious/expect-stuck-work.ts';
import { expectTeamComparison } from '../obvious/expect-team-comparison.ts';
import { expectTimeInStatus } from '../obvious/expect-time-in-status.ts';
import { type ObviousQuestion, obviousQuestion } from '../obvious/obvious-question.ts';
import { requestsOf } from '../obvious/random-requests.ts';

const northwind = await sandboxWorld('Northwind Labs', Date.UTC(2026, 10, 23, 12));
const avro = avroWorld();
const patience = 120_000;

const checks: readonly (readonly [name: string, check: (asked: ObviousQuestion) => void])[] = [
  ['bottlenecks', expectBottlenecks],
  ['each stage', expectStages],
  ['issues', expectSomeIssues],
  ['stuck work', (asked) => expectStuckWork(asked)],
  ['teams', (asked) => expectTeamComparison(asked)],
  ['the flow overview', (asked) => expectFlowOverview(asked, 'WEEK')],
  ['cycle times', (asked) => expectCycleTimes(asked, 'CYCLE')],
  ['process times', (asked) => expectCycleTimes(asked, 'PROCESS')],
  ['the cumulative flow', (asked) => expectCumulativeFlow(asked, 'HIGH_WATER', 'DAY')],
  ['labour', expectLabour],
  ['the financial impact', expectFinancialImpact],
  ['time in status', (asked) => expectTimeInStatus(asked, 'STATUS')],
  ['time by team', (asked) => expectTimeInStatus(asked, 'TEAM')],
  ['the cost of delay', expectCostOfDelay],
  ['delay', expectDelay],
  ['the costs of stages', expectBottleneckCosts],
  ['forecasts', (asked) => expectForecast(asked, 90, { items: 12 })],
];

function expectSomeIssues(asked: ObviousQuestion): void {
  for (let place = asked.days; place < asked.world.biographies.length; place += 211) {
    const biography = asked.world.biographies[place];
    if (biography) expectIssue(asked, biography);
  }
}

/** The same random questions about a site for every metric: scopes of what it has, windows anywhere in its life. */
function expectSame(world: RandomWorld, check: (asked: ObviousQuestion) => void): void {
  fc.assert(
    fc.property(requestsOf(world), (request) => check(obviousQuestion(world, request))),
    { numRuns: 3 },
  );
}

describe('random questions about the sandbox are answered as counting by hand does', () => {
  it('over all its issues.', () => {
    expect(northwind.biographies).toHaveLength(2664);
  });
  it.each(checks)('for %s.', (_, check) => expectSame(northwind, check), patience);
});

describe.runIf(avro)('random questions about 2,166 real issues are answered as counting by hand does', () => {
  it.each(checks)('for %s.', (_, check) => expectSame(avro ?? northwind, check), patience);
});
