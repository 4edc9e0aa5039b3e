import type { Answer, BenchField, Row } from './bench-field.ts';
import type { BenchWindow } from './bench-window.ts';
import { basis, percentiles } from './selections.ts';
import { percentileFacts, percentileFactsOf, percentilesOf } from './sql-parts.ts';

function statements({ from, to, previousFrom }: BenchWindow): string[] {
  const delivered = `NOT subtask AND NOT discarded AND done_at >= ${previousFrom} AND done_at < ${to}`;
  return [
    `SELECT project, (done_at < ${from})::INTEGER AS earlier, ${percentilesOf('working(done_at) - working(started_at)')}
     FROM issues WHERE ${delivered} GROUP BY ALL ORDER BY ALL`,
    `SELECT project, (done_at < ${from})::INTEGER AS earlier,
       (sum(CASE WHEN state & 7 = 2 THEN working(ends) - working(begins) ELSE 0 END)
         / sum(working(ends) - working(begins)))::DOUBLE AS efficiency
     FROM segments JOIN issues USING (row) WHERE ${delivered} AND state & 32 <> 0
     GROUP BY issues.project, earlier ORDER BY ALL`.replace('SELECT project', 'SELECT issues.project'),
  ];
}

const sqlFacts = ([cycles = [], shares = []]: readonly (readonly Row[])[]): Record<string, unknown> => ({
  cycle: cycles.map((row) => [row.project, row.earlier, ...percentileFacts(row)]),
  efficiency: shares.map((row) => [row.project, row.earlier, row.efficiency]),
});

function facts({ investigation: { teamComparison: report } }: Answer): Record<string, unknown> {
  const byTeam = report.rows.toSorted((a: Answer, b: Answer) => (a.team.id < b.team.id ? -1 : 1));
  const of = (values: (row: Answer) => readonly unknown[][]): unknown[] =>
    byTeam.flatMap((row: Answer) =>
      values(row).map((each, place) => [row.team.id.slice(row.team.id.lastIndexOf('.') + 1), place, ...each]),
    );
  return {
    cycle: of(({ cycleTime: { current, previous } }) => [current, previous].map(percentileFactsOf)),
    efficiency: of(({ flowEfficiency: { current, previous } }) => [[current], [previous]]),
  };
}

const change = '{ current previous signal }';

export const teamComparison: BenchField = {
  name: 'investigation.teamComparison',
  takesWindow: true,
  query: ({ days }) => `{ viewer { jiraConnection { investigation(window: { days: ${days} }) { teamComparison {
    basis ${basis} days
    rows {
      team { id name } comparable reasons throughputPerWeek ${change}
      cycleTime { current ${percentiles} previous ${percentiles} signal }
      flowEfficiency ${change} wip ${change} reworkRate ${change} trend { date value }
    } } } } } }`,
  facts,
  sql: { statements, facts: sqlFacts },
  pipeline: null,
};
