import type { Answer, BenchField, Row } from './bench-field.ts';
import type { BenchWindow } from './bench-window.ts';
import { deliveredByType } from './delivered-by-type.ts';
import { basis, percentiles } from './selections.ts';
import {
  basisFacts,
  basisFactsOf,
  basisStatements,
  percentileFacts,
  percentileFactsOf,
  percentilesOf,
} from './sql-parts.ts';

const day = 86_400;

function statements({ from, to, previousFrom }: BenchWindow): string[] {
  const delivered = `NOT subtask AND NOT discarded AND done_at >= ${previousFrom} AND done_at < ${to}`;
  const life = (begin: string): string =>
    `SELECT (done_at < ${from})::INTEGER AS earlier, ${percentilesOf(`working(done_at) - working(${begin})`)}
     FROM issues WHERE ${delivered} GROUP BY earlier ORDER BY earlier`;
  const overlap = (begin: number, end: number): string =>
    `(sum(greatest(0, least(CASE WHEN done_at = 0 THEN ${to} ELSE done_at END, ${end}) - greatest(started_at, ${begin})))
      / ${end - begin})::DOUBLE`;
  const rate = (begin: number, end: number): string =>
    `((count(DISTINCT row) FILTER (WHERE ends >= ${begin} AND ends < ${end}))
      / (count(DISTINCT row) FILTER (WHERE begins >= ${begin} AND begins < ${end})))::DOUBLE`;
  return [
    life('started_at'),
    life('created_at'),
    `WITH parts AS (SELECT (done_at < ${from})::INTEGER AS earlier, state, working(ends) - working(begins) AS time
       FROM segments JOIN issues USING (row) WHERE ${delivered} AND state & 32 <> 0)
     SELECT earlier, (sum(CASE WHEN state & 7 = 2 THEN time ELSE 0 END) / sum(time))::DOUBLE AS efficiency,
       (sum(CASE WHEN state & 4 <> 0 THEN time ELSE 0 END) / sum(time))::DOUBLE AS blocked,
       (count(*) FILTER (WHERE state & 64 <> 0))::INTEGER AS handoffs
     FROM parts GROUP BY earlier ORDER BY earlier`,
    `SELECT ${overlap(from, to)} AS current, ${overlap(previousFrom, from)} AS previous
     FROM issues WHERE NOT subtask AND started_at > 0`,
    `SELECT ${rate(from, to)} AS current, ${rate(previousFrom, from)} AS previous
     FROM visits JOIN issues USING (row) WHERE NOT subtask AND kind = 3`,
    `SELECT (started_at // ${day})::INTEGER AS day, count(*)::INTEGER AS arrivals FROM issues
     WHERE NOT subtask AND started_at >= ${from} AND started_at < ${to} GROUP BY ALL ORDER BY ALL`,
    `SELECT (done_at // ${day})::INTEGER AS day, count(*)::INTEGER AS items FROM issues
     WHERE ${delivered} AND done_at >= ${from} GROUP BY ALL ORDER BY ALL`,
    ...basisStatements(`${delivered} AND done_at >= ${from}`),
  ];
}

const seriesOf = (rows: readonly Row[], name: string): unknown[] => rows.map((row) => [row.day, row[name]]);

function sqlFacts(answers: readonly (readonly Row[])[]): Record<string, unknown> {
  const [cycles = [], leads = [], shares = [], wip, reopened, arrivals = [], delivered = [], ...basisRows] = answers;
  return {
    throughput: cycles.map(({ n }) => n),
    cycle: cycles.map(percentileFacts),
    lead: leads.map(percentileFacts),
    shares: shares.map(({ efficiency, blocked }) => [efficiency, blocked]),
    handoffs: shares.map(({ handoffs }, place) => Number(handoffs) / Number(cycles[place]?.n)),
    wip: Object.values(wip?.[0] ?? {}),
    reopened: Object.values(reopened?.[0] ?? {}),
    arrivals: seriesOf(arrivals, 'arrivals'),
    delivered: seriesOf(delivered, 'items'),
    ...basisFacts(basisRows),
  };
}

function facts({ analytics: { flowOverview: report } }: Answer): Record<string, unknown> {
  const both = ({ current, previous }: Answer): unknown[] => [current, previous];
  const series = (values: Answer): unknown[] =>
    values.flatMap(({ date, value }: Answer) =>
      value === 0 ? [] : [[Date.parse(`${date}T00:00:00Z`) / 1000 / day, value]],
    );
  return {
    throughput: both(report.throughput),
    delivereds: report.throughput.current,
    cycle: both(report.cycleTime).map(percentileFactsOf),
    lead: both(report.leadTime).map(percentileFactsOf),
    shares: [
      [report.flowEfficiency.current, report.blockedShare.current],
      [report.flowEfficiency.previous, report.blockedShare.previous],
    ],
    handoffs: both(report.handoffsPerItem),
    wip: both(report.wip),
    reopened: both(report.reopenRate),
    arrivals: series(report.arrivalSeries),
    delivered: series(report.throughputSeries),
    ...basisFactsOf(report.basis),
  };
}

const change = '{ current previous signal }';
const durations = `{ current ${percentiles} previous ${percentiles} signal }`;
const dayValues = '{ date value }';

export const flowOverview: BenchField = {
  name: 'analytics.flowOverview',
  takesWindow: true,
  query: ({
    days,
  }) => `{ viewer { jiraConnection { analytics(window: { days: ${days} }) { flowOverview(granularity: DAY) {
    basis ${basis} throughput ${change} wip ${change} cycleTime ${durations} leadTime ${durations}
    flowEfficiency ${change} blockedShare ${change} reopenRate ${change} handoffsPerItem ${change}
    throughputSeries ${dayValues} arrivalSeries ${dayValues} wipSeries ${dayValues}
    controlLimits { mean lower upper signals } littlesLaw { ratio ok failedAssumptions }
    } } } } }`,
  facts,
  sql: { statements, facts: sqlFacts },
  pipeline: {
    stages: deliveredByType,
    facts: (rows) => ({ delivereds: rows.reduce((sum, { n }) => sum + Number(n), 0) }),
  },
};
