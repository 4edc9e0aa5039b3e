import type { TimeWindow } from '../../domain/question.ts';
import { type Duration, durationOf } from '../clocks/duration.ts';
import type { TimeClock } from '../clocks/time-clock.ts';
import { deliveredWithin } from '../flow-view/delivered-within.ts';
import type { FlowView } from '../flow-view/flow-view.ts';
import { measureSeconds } from '../flow-view/measure-seconds.ts';
import { segmentReadings } from '../flow-view/segment-readings.ts';
import { segmentState, segmentStates } from '../flow-view/segment-states.ts';
import { underWayTimes } from '../flow-view/under-way-times.ts';
import { issueDates } from '../issue-selection/issue-dates.ts';
import { fewestFor } from '../statistics/duration-percentiles.ts';
import { nearestRank } from '../statistics/nearest-rank.ts';
import { type Basis, basisOf } from './basis.ts';
import type { Question } from './question.ts';

/** One issue's life in sums, and beside those of others. Instants are Unix seconds. */
export interface IssueInvestigation {
  readonly basis: Basis;
  /** Active time, and the rest between start and done (or asOf). */
  readonly activeTime: Duration;
  readonly waitingTime: Duration;
  /** Of the whole life, before the start too. */
  readonly blockedTime: Duration;
  readonly reworkTime: Duration;
  readonly handoffs: number;
  /** 0 to 100; null when not started or with fewer than 10 to compare with. */
  readonly slowerThanPercent: number | null;
  /** Delivered issues it is compared with. */
  readonly comparedWith: number;
  /** When it will be done, by those that took longer than it has; null when not under way or with fewer than 5 or 10 of them. */
  readonly forecastP50: number | null;
  readonly forecastP85: number | null;
  /** How many took at least as long as it has already. */
  readonly outlasting: number;
}

const definition =
  "The issue's whole life, from its creation to done or asOf, whatever the window. Active is the time in active stages while " +
  'not blocked, waiting all the rest between start and done or asOf. Blocked is the time flagged (or linked as blocked, where the settings say so) outside done stages, and ' +
  'rework the time in stages below the highest reached so far, both from creation on. Handoffs are changes to a different ' +
  'person between start and done. It is slower than those of the issues delivered in the window of the question, itself among ' +
  'them if it is one, whose cycle time is shorter than its own, or than its age. It is done, by forecast, when 50 or 85 of ' +
  '100 of those that had lasted at least as long were done, on the calendar clock.';

/** What happened to one issue, in or out of the scope (METRICS 4, "Finished items or passing time"). */
export function issueInvestigation(question: Question, row: number): IssueInvestigation {
  const { view, clock } = question;
  const { doneAt } = issueDates(view, row);
  const createdAt = view.table.createdAt[row] ?? 0;
  const life = { from: createdAt, to: Math.max(createdAt, doneAt ?? view.asOf) };
  const underWay = underWayTimes(view, row, clock);
  const delivered = deliveredWithin(view, question.rows, question.window);
  return {
    basis: basisOfLife(question, row, life),
    activeTime: durationOf(underWay.active, clock),
    waitingTime: durationOf(underWay.total - underWay.active, clock),
    blockedTime: durationOf(timeInState(view, row, segmentState.BLOCKED, clock), clock),
    reworkTime: durationOf(timeInState(view, row, segmentState.REWORK, clock), clock),
    handoffs: underWay.handoffs,
    slowerThanPercent: slowerThan(question, row, delivered),
    comparedWith: delivered.length,
    ...untilDone(view, row, delivered),
  };
}

function basisOfLife(question: Question, row: number, window: TimeWindow): Basis {
  const rows = Uint32Array.of(row);
  return basisOf({ ...question, rows, window }, rows, [], definition);
}

/** Seconds of the clock in one of the states of `segmentState`, all of which end with completion. */
function timeInState(view: FlowView, row: number, bit: number, clock: TimeClock): number {
  const states = view.derive(segmentStates);
  const { from, to } = view.deriveOn(clock, segmentReadings);
  const end = view.table.segmentStart[row + 1] ?? 0;
  let seconds = 0;
  for (let segment = view.table.segmentStart[row] ?? 0; segment < end; segment += 1)
    if (((states[segment] ?? 0) & bit) !== 0) seconds += (to[segment] ?? 0) - (from[segment] ?? 0);
  return seconds;
}

function slowerThan({ view, clock }: Question, row: number, delivered: Uint32Array): number | null {
  const { startedAt, doneAt } = issueDates(view, row);
  if (startedAt === null || delivered.length < fewestFor.p85) return null;
  const own = clock.reading(doneAt ?? view.asOf) - clock.reading(startedAt);
  let shorter = 0;
  for (const other of delivered) if (measureSeconds(view, other, 'CYCLE', clock) < own) shorter += 1;
  return (100 * shorter) / delivered.length;
}

/** When those that lasted as long were done: the percentiles of cycle time given the age, on the calendar clock. */
function untilDone(view: FlowView, row: number, delivered: Uint32Array) {
  const { startedAt, doneAt } = issueDates(view, row);
  if (startedAt === null || doneAt !== null) return { outlasting: 0, forecastP50: null, forecastP85: null };
  const lasted = Float64Array.from(delivered, (other) => {
    const dates = issueDates(view, other);
    return (dates.doneAt ?? 0) - (dates.startedAt ?? 0);
  })
    .filter((seconds) => seconds >= view.asOf - startedAt)
    .sort();
  const at = (p: number, fewest: number): number | null =>
    lasted.length < fewest ? null : startedAt + (nearestRank(lasted, p) ?? 0);
  return { outlasting: lasted.length, forecastP50: at(50, fewestFor.p50), forecastP85: at(85, fewestFor.p85) };
}
