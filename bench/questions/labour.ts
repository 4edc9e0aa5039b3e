import type { Answer, BenchField, Row } from './bench-field.ts';
import type { BenchWindow } from './bench-window.ts';
import { basis } from './selections.ts';

/** What a day of a person costs by the default cost model and calendar, in cents. */
const dayCosts = 62_400;

/** Every person's working day in equal slices over the issues they had in an active stage, and those by working seconds. */
const labour = ({ firstDay, days, to }: BenchWindow): string => `WITH days AS (
    SELECT day * 86400 + 32400 AS opens, least(day * 86400 + 61200, ${to}) AS closes
    FROM range(${firstDay}, ${firstDay + days}) AS dates(day) WHERE (day + 3) % 7 < 5 AND day * 86400 + 32400 < ${to}),
  pieces AS (
    SELECT opens, assignee, row, status, state, (closes - opens) / 28800 AS part,
      least(ends, closes) - greatest(begins, opens) AS seconds
    FROM segments JOIN days ON begins < closes AND ends > opens
    WHERE state & 3 = 2 AND assignee <> 0 AND ends > begins),
  people AS (SELECT opens, assignee, count(DISTINCT row) AS issues FROM pieces GROUP BY ALL),
  labour AS (
    SELECT booked, status, state,
      part * seconds / (sum(seconds) OVER (PARTITION BY opens, assignee, pieces.row) * people.issues) AS share
    FROM pieces JOIN people USING (opens, assignee) JOIN issues ON issues.row = pieces.row)`;

const paidStatements = (window: BenchWindow): string[] => [
  `${labour(window)} SELECT
     (SELECT count(DISTINCT assignee) FROM segments WHERE assignee <> 0 AND state & 3 <> 3 AND ends > begins
        AND begins < ${window.to} AND ends > ${window.from})::DOUBLE AS people,
     (SELECT sum((closes - opens) / 28800) FROM days)::DOUBLE AS days,
     (SELECT count(DISTINCT booked) FROM labour)::DOUBLE AS items,
     (SELECT sum(share) FROM labour)::DOUBLE AS worked`,
];

const paidFacts = (row: Row | undefined): Record<string, unknown> => ({
  n: row?.items,
  total: Math.round(Number(row?.people) * Number(row?.days) * dayCosts),
  attributed: Math.round(Number(row?.worked) * dayCosts),
});

const cents = ({ amount }: { amount: string }): number => Math.round(Number(amount) * 100);
const native = (id: string): string => id.slice(id.lastIndexOf('.') + 1);
const inOrder = <T extends readonly unknown[]>(rows: readonly T[]): T[] =>
  rows.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));

const paidFactsOf = (report: Answer): Record<string, unknown> => ({
  n: report.basis.n,
  total: cents(report.total),
  attributed: cents(report.total) - cents(report.unattributed),
});

const money = '{ amount currency }';
const ask = (days: number, field: string): string =>
  `{ viewer { jiraConnection { financial(window: { days: ${days} }) { ${field} } } } }`;

export const costByStatus: BenchField = {
  name: 'financial.costByStatus',
  takesWindow: true,
  query: ({ days }) =>
    ask(
      days,
      `costByStatus { basis ${basis} total ${money} unattributed ${money} rows {
        status { id name } labour ${money} delay ${money} shareOfTime shareOfMoney firstPass ${money} returnVisits ${money} } }`,
    ),
  facts: ({ financial: { costByStatus: report } }: Answer) => ({
    ...paidFactsOf(report),
    shares: inOrder(
      report.rows
        .filter(({ shareOfMoney }: Answer) => shareOfMoney > 0)
        .map(({ status, shareOfMoney }: Answer) => [native(status.id), shareOfMoney]),
    ),
  }),
  sql: {
    statements: (window) => [
      ...paidStatements(window),
      `${labour(window)} SELECT status, (sum(share) / sum(sum(share)) OVER ())::DOUBLE AS part FROM labour GROUP BY status`,
    ],
    facts: ([paid, statuses = []]) => ({
      ...paidFacts(paid?.[0]),
      shares: inOrder(statuses.map(({ status, part }) => [status, part])),
    }),
  },
  pipeline: null,
};

const teams = (split: string, days: number): string =>
  ask(
    days,
    `costByTeam(split: ${split}) { basis ${basis} total ${money} unattributed ${money} rows {
      team { id name } labour ${money} perDeliveredItem ${money} reworkShare discardedShare
      split { name amount ${money} share } } }`,
  );

export const costByTeam: BenchField = {
  name: 'financial.costByTeam',
  takesWindow: true,
  query: ({ days }) => teams('TYPE', days),
  facts: ({ financial: { costByTeam: report } }: Answer) => ({
    ...paidFactsOf(report),
    teams: inOrder(report.rows.map((row: Answer) => [native(row.team.id), row.reworkShare, row.discardedShare])),
    types: inOrder(
      report.rows.flatMap((row: Answer) =>
        row.split.map(({ name, share }: Answer) => [`${native(row.team.id)} ${name}`, share]),
      ),
    ),
  }),
  sql: {
    statements: (window) => [
      ...paidStatements(window),
      `${labour(window)} SELECT project, (sum(CASE WHEN state & 8 <> 0 THEN share ELSE 0 END) / sum(share))::DOUBLE AS rework,
         (sum(CASE WHEN discarded THEN share ELSE 0 END) / sum(share))::DOUBLE AS dropped
       FROM labour JOIN issues ON issues.row = labour.booked GROUP BY project`,
      `${labour(window)} SELECT project, type,
         (sum(share) / sum(sum(share)) OVER (PARTITION BY project))::DOUBLE AS part
       FROM labour JOIN issues ON issues.row = labour.booked GROUP BY project, type`,
    ],
    facts: ([paid, byTeam = [], byType = []]) => ({
      ...paidFacts(paid?.[0]),
      teams: inOrder(byTeam.map(({ project, rework, dropped }) => [project, rework, dropped])),
      types: inOrder(byType.map(({ project, type, part }) => [`${project} ${type}`, part])),
    }),
  },
  pipeline: null,
};

/** The same by epics, of which there are thousands. */
export const costByTeamAndEpic: BenchField = {
  name: 'financial.costByTeam by epic',
  takesWindow: true,
  query: ({ days }) => teams('EPIC', days),
  facts: ({ financial: { costByTeam: report } }: Answer) => paidFactsOf(report),
  sql: null,
  pipeline: null,
};
