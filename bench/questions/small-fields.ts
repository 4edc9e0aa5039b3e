import type { Answer, BenchField } from './bench-field.ts';
import { basis, duration, percentiles } from './selections.ts';

const money = '{ amount currency }';
const estimate = `{ low ${money} base ${money} high ${money} confidence method drivers }`;

/** Fields without a reference of their own: neither SQL nor a pipeline can draw a forecast or tell an issue's life. */
const unreferenced = { facts: () => ({}), sql: null, pipeline: null } as const;

const ask = (family: string, days: number, field: string): string =>
  `{ viewer { jiraConnection { ${family}(window: { days: ${days} }) { ${field} } } } }`;

export const forecast: BenchField = {
  ...unreferenced,
  name: 'analytics.forecast',
  takesWindow: false,
  query: ({ days }) =>
    ask(
      'analytics',
      days,
      `forecast(question: { items: 500 }) {
        basis ${basis} trials seed when { probability date } howMany { probability count }
        distribution { date value } calibration { n hit50 hit85 hit95 } delayCostAtP85 ${estimate} }`,
    ),
};

/** Its page of twenty issues is read from the database, and whom they name, in a command each. */
export const stuckWork: BenchField = {
  ...unreferenced,
  name: 'investigation.stuckWork',
  takesWindow: true,
  commandsForIssues: 2,
  query: ({ days }) =>
    ask(
      'investigation',
      days,
      `stuckWork { totalCount basis ${basis} nodes {
        kinds age ${duration} timeInStage ${duration} pacePercentile chanceToMissTarget costPerDay ${money} suggestion } }`,
    ),
};

/** Its page of twenty issues and those of its swaps are read from the database at once, and whom they name. */
export const costOfDelay: BenchField = {
  ...unreferenced,
  name: 'financial.costOfDelay',
  takesWindow: true,
  commandsForIssues: 2,
  query: ({ days }) =>
    ask(
      'financial',
      days,
      `costOfDelay { basis ${basis} currentOrderCost ${money} bestOrderCost ${money} saving ${money} withoutValue
        swaps { first { key } second { key } saves ${money} }
        items { totalCount nodes { perWeek ${money} source accrued ${money} expectedUntilDone ${money} cd3 rank bestRank } } }`,
    ),
};

/** The stage in which most of this world waits. */
export const stage: BenchField = {
  ...unreferenced,
  name: 'investigation.stage',
  takesWindow: true,
  query: ({ days }, names) =>
    ask(
      'investigation',
      days,
      `stage(id: "${names.stageId('Waiting for Review')}") {
        basis ${basis} stage { name } inflow { date value } outflow { date value } occupancy { date value }
        stayHistogram { fromDays toDays count } byType { name n share stay ${percentiles} }
        byPriority { name n share stay ${percentiles} } reentries { from { name } count time ${duration} } handoffs }`,
    ),
};

/** Its issue is read from the database, and whom it names, in a command each. */
export const issue: BenchField = {
  ...unreferenced,
  name: 'investigation.issue',
  takesWindow: true,
  commandsForIssues: 2,
  query: ({ days }) =>
    ask(
      'investigation',
      days,
      `issue(key: "CORE-1") {
        basis ${basis} issue { key } timeline { from to kind duration ${duration} }
        activeTime ${duration} waitingTime ${duration} blockedTime ${duration} reworkTime ${duration}
        handoffs slowerThanPercent forecastP50 forecastP85 runningCost ${estimate} }`,
    ),
};

export const cumulativeFlow: BenchField = {
  ...unreferenced,
  name: 'analytics.cumulativeFlow',
  takesWindow: true,
  query: ({ days }) =>
    ask(
      'analytics',
      days,
      `cumulativeFlow { basis ${basis} stages { id name kind } days { date counts arrivals departures }
        averageWip averageCycleTime ${duration} }`,
    ),
  facts: ({ analytics: { cumulativeFlow: report } }: Answer) => ({
    arrivals: report.days.map(({ arrivals }: Answer) => arrivals),
    counts: report.days.map(({ counts }: Answer) => counts),
  }),
  sql: {
    statements: ({ firstDay, to }) => [
      `WITH reached AS (
         SELECT visits.row, stages.stage, greatest(min(begins) // 86400, ${firstDay - 1}) AS day
         FROM visits JOIN issues USING (row) JOIN stages ON visits.stage >= stages.stage
         WHERE NOT subtask AND begins < ${to} GROUP BY visits.row, stages.stage)
       SELECT stage::INTEGER AS stage, day::INTEGER AS day, count(*)::INTEGER AS items FROM reached GROUP BY ALL`,
      `SELECT (started_at // 86400)::INTEGER AS day, count(*)::INTEGER AS items FROM issues
       WHERE NOT subtask AND started_at >= ${firstDay * 86_400} AND started_at < ${to} GROUP BY ALL`,
    ],
    facts: ([reached = [], started = []], { firstDay, days }) => {
      const stageCount = Math.max(...reached.map(({ stage }) => Number(stage))) + 1;
      const present = new Array<number>(stageCount).fill(0);
      const counts = Array.from({ length: days + 1 }, (_, place) => {
        for (const { stage, day, items } of reached)
          if (day === firstDay - 1 + place) present[Number(stage)] = (present[Number(stage)] ?? 0) + Number(items);
        return [...present];
      });
      const arrivals = new Map(started.map(({ day, items }) => [day, items]));
      return {
        counts: counts.slice(1),
        arrivals: Array.from({ length: days }, (_, place) => arrivals.get(firstDay + place) ?? 0),
      };
    },
  },
};

export const bottleneckCosts: BenchField = {
  ...unreferenced,
  name: 'financial.bottleneckCosts',
  takesWindow: true,
  query: ({ days }) =>
    ask(
      'financial',
      days,
      `bottleneckCosts { basis ${basis} stages {
        stage { id name } delay ${estimate} reworkLabour ${estimate} wipCostPerDay ${money} costPerExtraItem ${money}
        ifMedianStay ${estimate} cumulativeShare } }`,
    ),
};

export const financialImpact: BenchField = {
  ...unreferenced,
  name: 'financial.impact',
  takesWindow: true,
  query: ({ days }) =>
    ask(
      'financial',
      days,
      `impact { basis ${basis} labour ${estimate} reworkLabour ${estimate} discarded ${estimate} delay ${estimate}
        capacityEquivalent ${estimate} assumptions
        reconciliation { paidCapacity ${money} attributed ${money} unattributed ${money} difference ${money} }
        trend { month labour ${money} reworkLabour ${money} discarded ${money} delay ${money} }
        drivers { title cost ${estimate} share } }`,
    ),
};
