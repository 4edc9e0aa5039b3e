import { type PipelineSetting, percentileFields, sorted, visitStages } from '../reference/pipeline-parts.ts';
import { workingExpression } from '../reference/working-clock.ts';
import type { Answer, BenchField, Row } from './bench-field.ts';
import type { BenchWindow } from './bench-window.ts';
import { basis, duration, percentiles } from './selections.ts';
import { basisFacts, basisFactsOf, basisStatements, percentileFacts, percentileFactsOf } from './sql-parts.ts';

/** Rows with at least a second in any but a DONE status within the window. */
const underWay = ({ from, to }: BenchWindow): string =>
  `row IN (SELECT row FROM segments WHERE state & 3 <> 3 AND greatest(begins, ${from}) < least(ends, ${to}))`;

function statements(window: BenchWindow): string[] {
  const { from, to } = window;
  const isEntry = `begins >= ${from} AND begins < ${to}`;
  const hasEnded = `ends >= ${from} AND ends < ${to} AND kind <> 3`;
  // Each status once for as long as it lasts, whatever else changes: the entry into the next one ends it.
  const visits = `visits AS (
    SELECT row, status, stage, state & 3 AS kind, begins,
      lead(begins) OVER life AS ends,
      row_number() OVER (PARTITION BY row, status ORDER BY begins) AS nth,
      lag(status) OVER life AS came_from, lag(stage) OVER life AS came_from_stage
    FROM segments JOIN issues USING (row) WHERE NOT subtask AND bits & 8 <> 0
    WINDOW life AS (PARTITION BY row ORDER BY begins))`;
  return [
    `WITH ${visits}, times AS (SELECT *, working(ends) - working(begins) AS stay,
       CASE WHEN kind = 3 OR begins >= ${to} OR ends < ${from} THEN 0
         ELSE working(least(coalesce(ends, ${to}), ${to})) - working(greatest(begins, ${from})) END AS time
       FROM visits)
     SELECT status, sum(time)::DOUBLE AS total, (sum(time) / (SUM(sum(time)) OVER ()))::DOUBLE AS share,
       (count(*) FILTER (WHERE ${isEntry}))::INTEGER AS visits,
       (count(*) FILTER (WHERE ${isEntry} AND nth > 1))::INTEGER AS reentries,
       (count(*) FILTER (WHERE ${hasEnded}))::INTEGER AS n,
       (quantile_disc(stay, [0.5, 0.7, 0.85, 0.95]) FILTER (WHERE ${hasEnded}))::DOUBLE[] AS percentiles,
       (avg(stay) FILTER (WHERE ${hasEnded}))::DOUBLE AS mean
     FROM times GROUP BY status`,
    `WITH ${visits} SELECT came_from, status, count(*)::INTEGER AS moves,
       any_value(stage < came_from_stage) AS backward
     FROM visits WHERE came_from IS NOT NULL AND ${isEntry} GROUP BY came_from, status`,
    `SELECT (sum(CASE WHEN state & 7 = 2 THEN working(ends) - working(begins) ELSE 0 END)
       / sum(working(ends) - working(begins)))::DOUBLE AS efficiency
     FROM segments JOIN issues USING (row)
     WHERE NOT subtask AND NOT discarded AND done_at >= ${from} AND done_at < ${to} AND state & 32 <> 0`,
    `SELECT count(*)::INTEGER AS n FROM issues WHERE NOT subtask AND ${underWay(window)}`,
    `SELECT count(*)::INTEGER AS n FROM issues WHERE subtask AND ${underWay(window)}`,
    ...basisStatements(`NOT subtask AND ${underWay(window)}`),
  ];
}

function sqlFacts(answers: readonly (readonly Row[])[]): Record<string, unknown> {
  const [rows = [], transitions = [], efficiency, counted, subtasks, ...basisRows] = answers;
  return {
    rows: inOrder(rows.map((row) => [row.status, row.total, row.share, row.visits, row.reentries])),
    stays: inOrder(rows.map((row) => [row.status, ...percentileFacts(row)])),
    transitions: inOrder(transitions.map((row) => [`${row.came_from} to ${row.status}`, row.moves, row.backward])),
    efficiency: efficiency?.[0]?.efficiency,
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
  const doneStages = setting.stages.flatMap(({ kind }, index) => (kind === 'DONE' ? [index] : []));
  const next = { $arrayElemAt: ['$visits.begins', { $add: ['$$place', 1] }] };
  const visit = { $mergeObjects: [{ $arrayElemAt: ['$visits', '$$place'] }, { ends: { $ifNull: [next, null] } }] };
  const takesTime = { $not: { $in: ['$visit.stage', doneStages] } };
  const endsBy = { $min: [{ $ifNull: ['$visit.ends', to] }, to] };
  const time = {
    $subtract: [workingExpression(endsBy), workingExpression({ $max: ['$visit.begins', from] })],
  };
  const stay = { $subtract: [workingExpression('$visit.ends'), workingExpression('$visit.begins')] };
  const hasEnded = { $and: [takesTime, { $ne: ['$visit.ends', null] }, { $lt: ['$visit.ends', to] }] };
  return [
    {
      $match: {
        subtask: false,
        $or: [{ statusId: { $nin: done } }, { updatedAt: { $gte: new Date(from * 1000) } }],
      },
    },
    ...visitStages(setting),
    { $project: { visit: { $map: { input: { $range: [0, { $size: '$visits' }] }, as: 'place', in: visit } } } },
    { $unwind: '$visit' },
    { $match: { 'visit.begins': { $lt: to }, $or: [{ 'visit.ends': null }, { 'visit.ends': { $gte: from } }] } },
    {
      $group: {
        _id: '$visit.status',
        total: { $sum: { $cond: [takesTime, time, 0] } },
        visits: { $sum: { $cond: [{ $gte: ['$visit.begins', from] }, 1, 0] } },
        values: { $push: { $cond: [hasEnded, stay, '$$REMOVE'] } },
      },
    },
    { $set: { values: sorted('$values') } },
    { $project: { total: 1, visits: 1, ...percentileFields('$values') } },
  ];
}

function facts({ analytics: { timeInStatus: report } }: Answer): Record<string, unknown> {
  const native = (id: string): string => id.slice(id.lastIndexOf('.') + 1);
  const of = (figures: (row: Answer) => unknown[]): unknown[] =>
    inOrder(report.rows.map((row: Answer) => [native(row.id), ...figures(row)]));
  return {
    rows: of(({ total, share, visits, reentries }) => [total.seconds, share, visits, reentries]),
    totals: of(({ total, visits }) => [total.seconds, visits]),
    stays: of(({ stay }) => percentileFactsOf(stay)),
    transitions: inOrder(
      report.transitions.map(({ from, to, count, backward }: Answer) => [
        `${native(from.id)} to ${native(to.id)}`,
        count,
        backward,
      ]),
    ),
    efficiency: report.flowEfficiency,
    n: report.basis.n,
    excluded: report.basis.excluded.map(({ count }: Answer) => count),
    ...basisFactsOf(report.basis),
  };
}

export const timeInStatus: BenchField = {
  name: 'analytics.timeInStatus',
  takesWindow: true,
  query: ({ days }) => `{ viewer { jiraConnection { analytics(window: { days: ${days} }) { timeInStatus {
    basis ${basis} flowEfficiency
    rows { id name total ${duration} share visits reentries stay ${percentiles} }
    transitions { from { id name } to { id name } count backward }
    } } } } }`,
  facts,
  sql: { statements, facts: sqlFacts },
  pipeline: {
    stages: pipeline,
    facts: (rows) => ({
      totals: inOrder(rows.map((row) => [row._id, row.total, row.visits])),
      stays: inOrder(rows.map((row) => [row._id, ...percentileFacts(row)])),
    }),
  },
};
