import type { Team } from '../../domain/team.ts';
import { done, type Outcome } from '../../domain/user-error.ts';
import { type LocalWindow, previousWindow, windowOf } from '../clocks/window-of.ts';
import { periodsOf } from '../flow-series/periods-of.ts';
import { sumSeries } from '../flow-series/series-of.ts';
import { deliveredWithin } from '../flow-view/delivered-within.ts';
import { qualityOf } from '../quality/quality-of.ts';
import { comparedTeams } from '../team-comparison/compared-teams.ts';
import { type TeamDeliveries, teamDeliveries } from '../team-comparison/team-deliveries.ts';
import { teamPlaces } from '../team-comparison/team-places.ts';
import { type TeamWip, teamWip } from '../team-comparison/team-wip.ts';
import { whyNotComparable } from '../team-comparison/why-not-comparable.ts';
import { allBut, workTraits } from '../team-comparison/work-traits.ts';
import { type Basis, basisOf } from './basis.ts';
import { type DurationChange, dailyChange, durationChange, type NumberChange, ratioChange } from './change.ts';
import { deliveredLeftOut } from './delivered-left-out.ts';
import type { Question } from './question.ts';
import type { DayValue } from './rolling-p85.ts';

/** One team against its own past. */
export interface TeamRow {
  readonly team: Team;
  /** Whether its figures may be held against those of the others. */
  readonly comparable: boolean;
  /** Why not, in words. */
  readonly reasons: readonly string[];
  readonly throughputPerWeek: NumberChange;
  readonly cycleTime: DurationChange;
  readonly flowEfficiency: NumberChange;
  readonly wip: NumberChange;
  readonly reworkRate: NumberChange;
  /** Issues delivered in each whole ISO week. */
  readonly trend: readonly DayValue[];
}

export interface TeamComparison {
  readonly basis: Basis;
  readonly days: number;
  /** The days it is about. */
  readonly window: LocalWindow;
  /** By name: no order of merit. */
  readonly rows: readonly TeamRow[];
}

const definition =
  'Each team against the same number of days before, up to asOf whatever the window. A team is that of a project; what is ' +
  'delivered belongs to the team of its project at asOf, time under way to the team whose project the issue was in then. ' +
  'Throughput is the issues delivered (done and not discarded) by the days, times 7. Work in progress is the average over ' +
  'time (calendar clock) of the issues between start and done, discarded ones included. Cycle time, flow efficiency ' +
  '(active and not flagged by start to done) and rework rate (the share with any time in a stage below the highest ' +
  'reached) are those of the whole life of what was delivered. The trend has the weeks, from Monday, that lie wholly inside ' +
  'the days. A team is not to be compared with others that delivered fewer than 10, of which half or more have no recorded ' +
  'start, whose history is of quality D, whose types of work have less than half in common with those of the others, or ' +
  'that never uses a queue or active stage that half of their work goes through.';

/** How each team does (METRICS 4, "Signal, TeamComparison, StuckWork"); INVALID for days that are none. `days` null: as many as the window has. */
export function teamComparison(asked: Question, days: number | null): Outcome<TeamComparison> {
  const { view, local } = asked;
  const window = windowOf({ days: days ?? asked.window.dayCount }, view.asOf, local);
  if (!window.ok) return window;
  const question = { ...asked, window: window.value, previous: previousWindow(window.value, local) };
  const teams = comparedTeams(view, question.scope);
  const places = teamPlaces(view, teams);
  const placeOf = (row: number): number => places[view.table.project[row] ?? 0] ?? -1;
  const current = figuresOf(question, question.window, teams, places);
  const previous = figuresOf(question, question.previous, teams, places);
  const present = new Set(Array.from(question.rows, placeOf));
  const traits = current.map(({ delivered }) => workTraits(view, delivered.rows));
  const weeks = periodsOf(question.window, 'WEEK', local);
  const delivered = deliveredWithin(view, question.rows, question.window);
  const counted = delivered.filter((row) => placeOf(row) >= 0);
  const rows = teams.flatMap((team, place): TeamRow[] => {
    const [now, before, own] = [current[place], previous[place], traits[place]];
    if (!now || !before || !own) return [];
    const reasons = whyNotComparable({
      own,
      others: allBut(traits, own),
      otherTeams: teams.length - 1,
      grade: qualityOf(view, now.delivered.rows).grade,
      stages: view.stages,
      days: question.window.dayCount,
    });
    return [
      {
        team,
        comparable: reasons.length === 0,
        reasons,
        ...changesOf(question, now, before, present.has(place)),
        trend: sumSeries(now.delivered.daily, weeks),
      },
    ];
  });
  const excluded = [
    ...deliveredLeftOut(question),
    { reason: 'In projects that Jira no longer shows', count: delivered.length - counted.length },
  ];
  return done({
    basis: basisOf(question, counted, excluded, definition),
    days: question.window.dayCount,
    window: question.window,
    rows,
  });
}

/** What a team did in one window. */
interface Figures {
  readonly delivered: TeamDeliveries;
  readonly wip: TeamWip;
}

function figuresOf(question: Question, window: LocalWindow, teams: readonly Team[], places: Int32Array): Figures[] {
  const { view, rows } = question;
  const { project } = view.table;
  const delivered = teams.map((): number[] => []);
  for (const row of deliveredWithin(view, rows, window)) delivered[places[project[row] ?? 0] ?? -1]?.push(row);
  return teamWip(view, rows, window, places, teams.length).map((wip, place) => ({
    wip,
    delivered: teamDeliveries(question, Uint32Array.from(delivered[place] ?? []), window),
  }));
}

/** `hasIssues`: the team has any in scope; without, it has delivered nothing rather than 0. */
function changesOf({ clock, window, previous }: Question, now: Figures, before: Figures, hasIssues: boolean) {
  const throughputOf = ({ delivered }: Figures, { dayCount }: LocalWindow) => ({
    value: (7 * delivered.rows.length) / dayCount,
    daily: delivered.daily,
    n: delivered.rows.length,
  });
  const wipOf = ({ wip }: Figures) => ({ value: wip.average ?? 0, daily: wip.averageOfDay, n: wip.items });
  const wipValue = ({ wip }: Figures): number | null => (hasIssues || wip.items > 0 ? wip.average : null);
  return {
    throughputPerWeek: {
      ...dailyChange(throughputOf(now, window), throughputOf(before, previous), 'HIGHER'),
      ...(!hasIssues && { current: null, previous: null }),
    },
    cycleTime: durationChange(now.delivered.cycleTimes, before.delivered.cycleTimes, clock),
    flowEfficiency: ratioChange(now.delivered.active, before.delivered.active, 'HIGHER'),
    wip: { ...dailyChange(wipOf(now), wipOf(before), 'LOWER'), current: wipValue(now), previous: wipValue(before) },
    reworkRate: ratioChange(now.delivered.rework, before.delivered.rework, 'LOWER'),
  };
}
