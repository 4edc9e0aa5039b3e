import { type PipelineSetting, percentileFields, sorted, visitStages } from '../reference/pipeline-parts.ts';
import { workingExpression } from '../reference/working-clock.ts';
import type { Answer, BenchField, Row } from './bench-field.ts';
import type { BenchWindow } from './bench-window.ts';
import { basis, duration, percentiles } from './selections.ts';
import { basisFacts, basisFactsOf, basisStatements, percentileFacts, percentileFactsOf } from './sql-parts.ts';

const delivered = ({ from, to }: BenchWindow): string =>
  `delivered AS (SELECT row, done_at, working(done_at) - working(created_at) AS lead FROM issues
     WHERE NOT subtask AND NOT discarded AND done_at >= ${from} AND done_at < ${to})`;

/** Rows with at least a second in any but a DONE stage within the window. */
const underWay = ({ from, to }: BenchWindow): string =>
  `row IN (SELECT row FROM visits WHERE kind <> 3 AND greatest(begins, ${from}) < least(ends, ${to}))`;

function statements(window: BenchWindow): string[] {
  const { from, to, previousFrom } = window;
  const isWaiting = '(state & 3 = 1 OR (state & 3 = 2 AND state & 20 <> 0))';
  const seen = `seen AS (SELECT visits.* FROM visits JOIN issues USING (row)
    WHERE NOT subtask AND begins < ${to} AND ends >= ${previousFrom})`;
  return [
    `WITH ${seen}, times AS (SELECT *, working(ends) - working(begins) AS stay,
       CASE WHEN ends >= ${from} THEN working(least(ends, ${to})) - working(greatest(begins, ${from})) ELSE 0 END AS time FROM seen),
     figures AS (SELECT stage,
       (count(*) FILTER (WHERE begins >= ${from}))::INTEGER AS arrivals,
       (count(*) FILTER (WHERE ends >= ${from} AND ends < ${to}))::INTEGER AS departures,
       (count(*) FILTER (WHERE ends >= ${to}))::INTEGER AS occupancy,
       sum(time) AS time,
       (quantile_disc(stay, [0.5, 0.7, 0.85, 0.95]) FILTER (WHERE ends >= ${from} AND ends < ${to}))::DOUBLE[] AS percentiles,
       (avg(stay) FILTER (WHERE ends >= ${from} AND ends < ${to}))::DOUBLE AS mean,
       (count(*) FILTER (WHERE ends < ${from}))::INTEGER AS previous_n,
       (quantile_disc(stay, [0.5, 0.7, 0.85, 0.95]) FILTER (WHERE ends < ${from}))::DOUBLE[] AS previous_percentiles,
       (avg(stay) FILTER (WHERE ends < ${from}))::DOUBLE AS previous_mean
     FROM times GROUP BY stage)
     SELECT name, figures.*, (time / (SUM(time) OVER ()))::DOUBLE AS share FROM figures JOIN stages USING (stage)
     WHERE kind <> 3`,
    `WITH ${seen}, moves AS (
       SELECT stage, begins // 86400 AS day, 1 AS arrived FROM seen WHERE begins >= ${from}
       UNION ALL SELECT stage, ends // 86400, 0 FROM seen WHERE ends >= ${from} AND ends < ${to})
     SELECT stage, day::INTEGER AS day, sum(arrived)::INTEGER AS arrivals, (count(*) - sum(arrived))::INTEGER AS departures
     FROM moves GROUP BY stage, day`,
    `WITH ${delivered(window)}, waits AS (
       SELECT segments.row, stage, sum(working(ends) - working(begins)) AS waited FROM segments JOIN delivered USING (row)
       WHERE begins < done_at AND ${isWaiting} GROUP BY segments.row, stage)
     SELECT any_value(name) AS name, quantile_disc(lead - coalesce(waited, 0) / 2, 0.85)::DOUBLE AS halved
     FROM delivered CROSS JOIN stages LEFT JOIN waits USING (row, stage) WHERE kind IN (1, 2) GROUP BY stage`,
    `SELECT count(*)::INTEGER AS n FROM issues WHERE NOT subtask AND ${underWay(window)}`,
    `SELECT count(*)::INTEGER AS n FROM issues WHERE subtask AND ${underWay(window)}`,
    ...basisStatements(`NOT subtask AND ${underWay(window)}`),
  ];
}

function sqlFacts(answers: readonly (readonly Row[])[]): Record<string, unknown> {
  const [stages = [], , halved = [], counted, subtasks, ...basisRows] = answers;
  const shorter = new Map(halved.map((row) => [row.name, row.halved]));
  const onTheWay = stages.filter(({ name }) => shorter.has(name));
  return {
    stages: inOrder(onTheWay.map((row) => [row.name, row.arrivals, row.departures, row.occupancy])),
    shares: inOrder(onTheWay.map((row) => [row.name, row.share])),
    stays: inOrder(onTheWay.map((row) => [row.name, ...percentileFacts({ ...row, n: row.departures })])),
    previousStays: inOrder(
      onTheWay.map((row) => [
        row.name,
        ...percentileFacts({ n: row.previous_n, percentiles: row.previous_percentiles, mean: row.previous_mean }),
      ]),
    ),
    halved: inOrder(halved.map((row) => [row.name, row.halved])),
    n: counted?.[0]?.n,
    excluded: [subtasks?.[0]?.n],
    ...basisFacts(basisRows),
  };
}

const inOrder = <T extends readonly unknown[]>(rows: readonly T[]): T[] =>
  rows.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));

/** Over issues that were under way in the window: what was finished before it has not changed since. */
function pipeline({ from, to }: BenchWindow, setting: PipelineSetting): object[] {
  const done = setting.stages.flatMap(({ kind, statusIds }) => (kind === 'DONE' ? statusIds : []));
  const onTheWay = setting.stages.flatMap(({ kind }, index) => (kind === 'QUEUE' || kind === 'ACTIVE' ? [index] : []));
  const start = new Date(from * 1000);
  const next = { $arrayElemAt: ['$visits.begins', { $add: ['$$place', 1] }] };
  const ends = { $ifNull: [next, null] };
  const leftInside = { $and: [{ $gte: ['$visit.ends', from] }, { $lt: ['$visit.ends', to] }] };
  const countIf = (condition: object): object => ({ $sum: { $cond: [condition, 1, 0] } });
  const stay = { $subtract: [workingExpression('$visit.ends'), workingExpression('$visit.begins')] };
  return [
    { $match: { subtask: false, $or: [{ statusId: { $nin: done } }, { updatedAt: { $gte: start } }] } },
    ...visitStages(setting),
    {
      $project: {
        visit: {
          $map: {
            input: { $range: [0, { $size: '$visits' }] },
            as: 'place',
            in: { $mergeObjects: [{ $arrayElemAt: ['$visits', '$$place'] }, { ends }] },
          },
        },
      },
    },
    { $unwind: '$visit' },
    {
      $match: {
        'visit.stage': { $in: onTheWay },
        'visit.begins': { $lt: to },
        $or: [{ 'visit.ends': null }, { 'visit.ends': { $gte: from } }],
      },
    },
    {
      $group: {
        _id: '$visit.stage',
        arrivals: countIf({ $gte: ['$visit.begins', from] }),
        departures: countIf(leftInside),
        occupancy: countIf({ $or: [{ $eq: ['$visit.ends', null] }, { $gte: ['$visit.ends', to] }] }),
        values: { $push: { $cond: [leftInside, stay, '$$REMOVE'] } },
      },
    },
    { $set: { values: sorted('$values'), name: { $arrayElemAt: [setting.stages.map(({ name }) => name), '$_id'] } } },
    { $project: { name: 1, arrivals: 1, departures: 1, occupancy: 1, ...percentileFields('$values') } },
  ];
}

function facts({ investigation: { bottlenecks: report } }: Answer): Record<string, unknown> {
  const of = (figures: (stage: Answer) => unknown[]): unknown[] =>
    inOrder(report.bottlenecks.map((found: Answer) => [found.stage.name, ...figures(found)]));
  return {
    stages: of(({ arrivals, departures, occupancy }) => [arrivals, departures, occupancy]),
    shares: of(({ shareOfLeadTime }) => [shareOfLeadTime]),
    stays: of(({ stay }) => percentileFactsOf(stay)),
    previousStays: of(({ previousStay }) => percentileFactsOf(previousStay)),
    halved: of(({ ifWaitsHalved }) => [ifWaitsHalved.p85LeadTime.seconds]),
    n: report.basis.n,
    excluded: report.basis.excluded.map(({ count }: Answer) => count),
    ...basisFactsOf(report.basis),
  };
}

export const bottlenecks: BenchField = {
  name: 'investigation.bottlenecks',
  takesWindow: true,
  query: ({ days }) => `{ viewer { jiraConnection { investigation(window: { days: ${days} }) { bottlenecks(limit: 50) {
    basis ${basis} sentence
    bottlenecks {
      stage { id name kind } state shareOfLeadTime arrivals departures netFlowPerDay netFlowInterval80 occupancy sentence
      stay ${percentiles} previousStay ${percentiles}
      propagatedFrom { id name } ifWaitsHalved { p85LeadTime ${duration} caveat }
    } } } } } }`,
  facts,
  sql: { statements, facts: sqlFacts },
  pipeline: {
    stages: pipeline,
    facts: (rows) => ({
      stages: inOrder(rows.map((row) => [row.name, row.arrivals, row.departures, row.occupancy])),
      stays: inOrder(rows.map((row) => [row.name, ...percentileFacts(row)])),
    }),
  },
};
