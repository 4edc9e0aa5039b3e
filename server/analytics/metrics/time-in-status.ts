import { type Duration, durationOf } from '../clocks/duration.ts';
import { deliveredWithin } from '../flow-view/delivered-within.ts';
import { underWayTimes } from '../flow-view/under-way-times.ts';
import { type DurationPercentiles, durationPercentiles } from '../statistics/duration-percentiles.ts';
import { type PlaceTime, placeTimes } from '../status-time/place-times.ts';
import { rowsByTimeInPlace } from '../status-time/rows-by-time-in-place.ts';
import { type StatusTransition, statusTransitions } from '../status-time/status-transitions.ts';
import type { PlaceName, TimeInStatusGroup } from '../status-time/time-places.ts';
import { timePlacesOf } from '../status-time/time-places-of.ts';
import { type Basis, basisOf } from './basis.ts';
import type { Question } from './question.ts';
import { subtasksLeftOut } from './subtasks-left-out.ts';

/** Where the time of the window went: one status, stage, type or team. */
export interface TimeInStatusRow extends PlaceName {
  readonly total: Duration;
  /** Of the sum of all totals, 0 to 1; 0 where that is 0. */
  readonly share: number;
  readonly stay: DurationPercentiles;
  readonly visits: number;
  readonly reentries: number;
  /** The issues that spent time in it inside the window, the longest first; of DONE those that entered it. */
  rowsBehind(): Uint32Array;
}

export interface TimeInStatusReport {
  readonly basis: Basis;
  /** The longest total first. */
  readonly rows: readonly TimeInStatusRow[];
  /** The most frequent first. */
  readonly transitions: readonly StatusTransition[];
  /** Of the delivered issues; null where they took no time. */
  readonly flowEfficiency: number | null;
}

const rowsOf: Readonly<Record<TimeInStatusGroup, string>> = {
  STATUS: 'A visit is an unbroken time in one status',
  STAGE: 'A visit is an unbroken time in one stage; statuses in no stage are told apart by what they are taken for',
  TYPE: 'A visit is an unbroken time outside done, from creation or reopening to done, by an issue of the type of today',
  TEAM:
    'A visit is an unbroken time outside done with one team: time before a move to another project belongs to the team ' +
    'of the old one',
};
const definitionEnd =
  ', and a stay of 0 s is none. Total is the part inside the window of all visits, finished or not, by every issue in ' +
  'scope; share is its part of all totals. Visits count when they begin inside the window, creation being a beginning; ' +
  're-entries are those where the issue had been before, ever. Stay is the full length of the visits that ended inside ' +
  'the window. Done statuses have visits, but neither total nor stay. Transitions are the changes of status that ' +
  'histories record inside the window; backward ones go to a lower stage or out of done. Flow efficiency is the time in ' +
  'active stages while not flagged over all time between start and done, summed over the issues delivered in the window.';

/** Where time goes (METRICS 2.3 and 4, "Time in status"). */
export function timeInStatus(question: Question, group: TimeInStatusGroup): TimeInStatusReport {
  const { view, window, clock } = question;
  const places = timePlacesOf(view, group);
  const times = placeTimes(question, places);
  const all = times.places.reduce((sum, { total }) => sum + total, 0);
  const rowOf = ({ place, total, stays, visits, reentries }: PlaceTime): TimeInStatusRow => ({
    ...places.nameOf(place),
    total: durationOf(total, clock),
    share: all === 0 ? 0 : total / all,
    stay: durationPercentiles(stays, clock),
    visits,
    reentries,
    rowsBehind: () => rowsByTimeInPlace(question, places, place),
  });
  const subtasks = subtasksLeftOut(question, (rows) => placeTimes({ ...question, rows }, places).rows.length);
  const excluded = [{ reason: 'Subtasks, whose work their parents stand for', count: subtasks }];
  return {
    basis: basisOf(question, times.rows, excluded, rowsOf[group] + definitionEnd),
    rows: times.places.map(rowOf).sort(inOrder),
    transitions: statusTransitions(question),
    flowEfficiency: flowEfficiency(question, deliveredWithin(view, question.rows, window)),
  };
}

function inOrder(a: TimeInStatusRow, b: TimeInStatusRow): number {
  const [nameA, nameB] = [`${a.name} ${a.id}`, `${b.name} ${b.id}`];
  return b.total.seconds - a.total.seconds || b.visits - a.visits || (nameA < nameB ? -1 : 1);
}

/** Ratio of sums (METRICS 4, "Flow efficiency"). */
function flowEfficiency({ view, clock }: Question, delivered: Uint32Array): number | null {
  let active = 0;
  let total = 0;
  for (const row of delivered) {
    const times = underWayTimes(view, row, clock);
    active += times.active;
    total += times.total;
  }
  return total === 0 ? null : active / total;
}
