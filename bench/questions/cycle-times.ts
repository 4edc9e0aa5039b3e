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

const dayOfWork = 28_800;
const widths = [0.25, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

const deliveredIn = (from: number, to: number): string =>
  `NOT subtask AND NOT discarded AND done_at >= ${from} AND done_at < ${to}`;

/** CTEs of the issues delivered in [from, to), each with its cycle time. */
const delivered = (from: number, to: number): string =>
  `delivered AS (SELECT *, working(done_at) - working(started_at) AS seconds FROM issues WHERE ${deliveredIn(from, to)})`;

function statements({ from, to, previousFrom, firstDay, days }: BenchWindow): string[] {
  const cte = `WITH ${delivered(from, to)}`;
  const lead = from - 29 * 86_400;
  return [
    `${cte} SELECT ${percentilesOf('seconds')} FROM delivered`,
    `${cte} SELECT 'Issue.' || id AS issue, key, done_at, (seconds / ${dayOfWork})::DOUBLE AS days, type FROM delivered ORDER BY done_at, row`,
    `${cte}, width AS (
       SELECT min(w)::DOUBLE AS w FROM unnest([${widths.join(', ')}]) AS t(w)
       WHERE floor((SELECT max(seconds) FROM delivered) / ${dayOfWork} / w) < 30)
     SELECT floor(seconds / ${dayOfWork} / w)::INTEGER AS bin, any_value(w)::DOUBLE AS width, count(*)::INTEGER AS items
     FROM delivered, width GROUP BY bin ORDER BY bin`,
    `WITH ${delivered(lead, to)}, dated AS (SELECT done_at // 86400 AS day, seconds FROM delivered)
     SELECT last_day::INTEGER AS day, quantile_disc(seconds, 0.85)::DOUBLE AS p85
     FROM range(${firstDay}, ${firstDay + days}) AS r(last_day) JOIN dated ON day BETWEEN last_day - 29 AND last_day
     GROUP BY last_day HAVING count(*) >= 10 ORDER BY last_day`,
    `${cte} SELECT type, ${percentilesOf('seconds')} FROM delivered GROUP BY type ORDER BY n DESC, type`,
    `${cte}, target AS (SELECT quantile_disc(working(done_at) - working(started_at), 0.85) AS p85 FROM issues
       WHERE ${deliveredIn(previousFrom, from)})
     SELECT any_value(p85)::DOUBLE AS p85, avg(CASE WHEN seconds <= p85 THEN 1 ELSE 0 END)::DOUBLE AS attained FROM delivered, target`,
    `SELECT (count(*) FILTER (WHERE NOT subtask AND discarded AND done_at >= ${from} AND done_at < ${to}))::INTEGER AS dropped,
       (count(*) FILTER (WHERE NOT subtask AND closed_without_history AND done_at = 0))::INTEGER AS undated,
       (count(*) FILTER (WHERE subtask AND NOT discarded AND done_at >= ${from} AND done_at < ${to}))::INTEGER AS subtasks
     FROM issues`,
    ...basisStatements(deliveredIn(from, to)),
  ];
}

function sqlFacts(answers: readonly (readonly Row[])[]): Record<string, unknown> {
  const [all, points = [], bins = [], rolling = [], types = [], target, left, ...basisRows] = answers;
  return {
    percentiles: percentileFacts(all?.[0]),
    points: points.map(({ key, done_at: doneAt, days, type }) => [key, doneAt, days, type]),
    histogram: bins.map(({ bin, width, items }) => [Number(bin) * Number(width), items]),
    rolling: rolling.map(({ day, p85 }) => [day, Number(p85) / dayOfWork]),
    byType: types.map((row) => [row.type, ...percentileFacts(row)]),
    target: [Number(target?.[0]?.p85) / dayOfWork, target?.[0]?.attained],
    excluded: Object.values(left?.[0] ?? {}).filter((count) => count !== 0),
    ...basisFacts(basisRows),
  };
}

const byTypeFacts = ({ byType }: Answer) => byType.map(({ name, stay }: Answer) => [name, ...percentileFactsOf(stay)]);

const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

function facts({ analytics: { cycleTimes: report } }: Answer): Record<string, unknown> {
  return {
    percentiles: percentileFactsOf(report.percentiles),
    points: report.points.map(({ key, doneAt, days, type }: Answer) => [key, Date.parse(doneAt) / 1000, days, type]),
    histogram: report.histogram.flatMap(({ fromDays, count }: Answer) => (count === 0 ? [] : [[fromDays, count]])),
    rolling: report.rollingP85.map(({ date, value }: Answer) => [dayOf(date), value]),
    byType: byTypeFacts(report),
    target: [report.target.days, report.target.attained],
    excluded: report.basis.excluded.map(({ count }: Answer) => count),
    ...basisFactsOf(report.basis),
  };
}

/** The whole report, every dot included, which no pipeline says in one answer. */
export const cycleTimes: BenchField = {
  name: 'analytics.cycleTimes',
  takesWindow: true,
  query: ({ days }) => `{ viewer { jiraConnection { analytics(window: { days: ${days} }) { cycleTimes {
    basis ${basis} percentiles ${percentiles} points { issueId key doneAt days type }
    histogram { fromDays toDays count } rollingP85 { date value } byType { name n share stay ${percentiles} }
    target { days attained } } } } } }`,
  facts,
  sql: { statements, facts: sqlFacts },
  pipeline: null,
};

/** The part of it that one pipeline can say. */
export const cycleTimesByType: BenchField = {
  name: 'analytics.cycleTimes by type',
  takesWindow: true,
  query: ({ days }) => `{ viewer { jiraConnection { analytics(window: { days: ${days} }) { cycleTimes {
    byType { name n share stay ${percentiles} } } } } } }`,
  facts: ({ analytics: { cycleTimes: report } }: Answer) => ({ byType: byTypeFacts(report) }),
  sql: null,
  pipeline: {
    stages: deliveredByType,
    facts: (rows) => ({ byType: rows.map((row) => [row._id, ...percentileFacts(row)]) }),
  },
};
