import type { Team } from '../../domain/team.ts';
import { deliveredWithin } from '../flow-view/delivered-within.ts';
import type { FlowView } from '../flow-view/flow-view.ts';
import { teamOfProject } from '../flow-view/team-of-project.ts';
import { type Money, moneyOf, unitOf } from '../money/amount.ts';
import { costModelNamed } from '../money/cost-model-named.ts';
import { Decimal } from '../money/decimal.ts';
import { amountOfLabour, labourAmounts } from '../money/labour/labour-amounts.ts';
import { labourByRow } from '../money/labour/labour-by-row.ts';
import { labourDefinition } from '../money/labour/labour-definition.ts';
import type { LabourMethod } from '../money/labour/labour-ledger.ts';
import { type CostSplit, type LabourSplit, labourSplit } from '../money/labour/labour-split.ts';
import { ledgerOfWindow } from '../money/labour/ledger-of-window.ts';
import { rowsWithLabour } from '../money/labour/rows-with-labour.ts';
import { type TeamLabour, teamLabour } from '../money/labour/team-labour.ts';
import { type ToldLabour, tellLabour, tellManyLabours } from '../money/labour/tell-labour.ts';
import type { MoneyQuestion } from '../money/money-question.ts';
import { type Basis, basisOf } from './basis.ts';

/** One part of a team's labour. */
export interface CostShare {
  readonly name: string;
  readonly amount: Money;
  /** Of the team's labour, 0 to 1. */
  readonly share: number;
}

export interface TeamCost {
  readonly team: Team;
  readonly labour: Money;
  /** Null when its projects delivered nothing. */
  readonly perDeliveredItem: Money | null;
  /** Of its labour, 0 to 1; null where that costs nothing. */
  readonly reworkShare: number | null;
  readonly discardedShare: number | null;
  /** The largest first; in sum the labour. */
  readonly split: readonly CostShare[];
}

export interface TeamCostReport {
  readonly basis: Basis;
  /** Of the teams that had labour, the largest first. */
  readonly rows: readonly TeamCost[];
  readonly unattributed: Money;
  /** Paid capacity: the labour of all rows and the unattributed. */
  readonly total: Money;
}

const splitBy: Readonly<Record<CostSplit, string>> = {
  TYPE: 'Parts are the types of issues',
  EPIC:
    'Parts are the epics by key: the issue itself where other issues than subtasks are below it, else its parent, else no ' +
    'epic',
  CAPITALISATION:
    'Parts are what the cost model says to capitalise by type of issue, and the rest, expensed: not accounting advice',
};

const definitionOf = ({ costs }: MoneyQuestion, method: LabourMethod, split: CostSplit): string =>
  `${labourDefinition(method)} A team is that of the project an issue is in at asOf, a project without one being a team of ` +
  `its own, and its labour is that on its issues, whoever did it; teams without any have no row. Per delivered item is the ` +
  `labour of the window by the items of its projects delivered in it, rework the part in stages below the highest ` +
  `reached, discarded the part on items dropped by asOf. ${splitBy[split]}. By ${costModelNamed(costs)}.`;

/** What each team's issues took of people's paid time (METRICS 2.7 and 4, "Labour and paid capacity"). */
export function costByTeam(question: MoneyQuestion, split: CostSplit, currency: string): TeamCostReport {
  const { view } = question;
  const unit = unitOf(currency);
  const amounts = labourAmounts(question, unit);
  const byRow = labourByRow(question);
  const parts = labourSplit(view, split);
  const teams = teamLabour(question, byRow, parts)
    .map((labour) => ({ ...labour, team: teamById(view, labour.teamId) }))
    .sort((a, b) => order(a.team.name, b.team.name) || order(a.teamId, b.teamId));
  const wholes = teams.map(({ all }) => all);
  const told = tellLabour(question, amounts.attributed, wholes, unit);
  const items = countDelivered(question);
  const rows = teams.map(({ team, teamId, all, rework, discarded, byPart }, place) => {
    const { amount, share } = told[place] ?? nothing;
    const count = items.get(teamId) ?? 0;
    return {
      sortedBy: share,
      team,
      labour: moneyOf(amount, currency),
      perDeliveredItem: count === 0 ? null : moneyOf(amount.div(count), currency),
      reworkShare: shareOf(question, rework, all),
      discardedShare: shareOf(question, discarded, all),
      split: sharesOf(question, amount, byPart, parts, currency),
    };
  });
  const definition = definitionOf(question, ledgerOfWindow(question).method, split);
  return {
    basis: basisOf(question, rowsWithLabour(byRow), [], definition),
    rows: rows.sort((a, b) => b.sortedBy - a.sortedBy),
    unattributed: moneyOf(amounts.unattributed, currency),
    total: moneyOf(amounts.total, currency),
  };
}

const nothing: ToldLabour = { amount: new Decimal(0), share: 0 };
const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** A part of labour, as a share of what both cost. */
function shareOf(question: MoneyQuestion, part: readonly number[], all: readonly number[]): number | null {
  const whole = amountOfLabour(question, all);
  return whole.isZero() ? null : amountOfLabour(question, part).div(whole).toNumber();
}

function sharesOf(
  question: MoneyQuestion,
  whole: Decimal,
  byPart: TeamLabour['byPart'],
  parts: LabourSplit,
  currency: string,
): CostShare[] {
  const named = [...byPart]
    .map(([part, days]) => ({ name: parts.nameOf(part), days }))
    .sort((a, b) => order(a.name, b.name));
  const days = named.map((part) => part.days);
  return tellManyLabours(question, whole, days, currency)
    .map((told, place) => ({ name: named[place]?.name ?? '', ...told }))
    .sort((a, b) => b.share - a.share);
}

/** Items delivered in the window, by team. */
function countDelivered({ view, rows, window }: MoneyQuestion): Map<string, number> {
  const { project, strings } = view.table;
  const teamOf = view.derive(teamOfProject);
  const counts = new Map<string, number>();
  for (const row of deliveredWithin(view, rows, window)) {
    const team = teamOf(strings[project[row] ?? 0] ?? '');
    counts.set(team, (counts.get(team) ?? 0) + 1);
  }
  return counts;
}

/** A saved team, or the one that a project is; one that Jira no longer shows has nothing but its id. */
function teamById({ teams, projects }: FlowView, id: string): Team {
  const saved = teams.find((team) => team.id === id);
  if (saved) return saved;
  const name = projects.find((project) => project.id === id)?.name ?? (id || 'Unknown');
  return { id: id || 'unknown', name, projectIds: [id], memberIds: [] };
}
