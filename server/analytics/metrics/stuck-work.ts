import { type Duration, durationOf } from '../clocks/duration.ts';
import { deliveredWithin } from '../flow-view/delivered-within.ts';
import { measureSeconds } from '../flow-view/measure-seconds.ts';
import { milestones } from '../flow-view/milestones.ts';
import { stageVisits } from '../flow-view/stage-visits.ts';
import { type Money, moneyOf } from '../money/amount.ts';
import { type ItemValues, perWeekOf, sourceOf } from '../money/delay/item-values.ts';
import { durationPercentiles } from '../statistics/duration-percentiles.ts';
import { blockedSince } from '../stuck-work/blocked-since.ts';
import { chanceToMissTarget, percentileOf } from '../stuck-work/chance-to-miss-target.ts';
import { findStuck, type Stuck } from '../stuck-work/find-stuck.ts';
import { type FinishedTimes, finishedTimes } from '../stuck-work/finished-times.ts';
import { lastActivity } from '../stuck-work/last-activity.ts';
import { presentSegments } from '../stuck-work/present-segments.ts';
import { stageLoop } from '../stuck-work/stage-loop.ts';
import { slotName, visitSlots } from '../stuck-work/stage-slots.ts';
import { type StuckKind, stuckBit, stuckKinds } from '../stuck-work/stuck-kind.ts';
import { type StuckOrder, stuckRows } from '../stuck-work/stuck-rows.ts';
import { stuckSuggestion } from '../stuck-work/stuck-suggestion.ts';
import { type Basis, basisOf } from './basis.ts';
import type { Question } from './question.ts';
import { subtasksLeftOut } from './subtasks-left-out.ts';

/** An issue that is under way and stuck in at least one way. */
export interface StuckItem {
  readonly row: number;
  readonly kinds: readonly StuckKind[];
  readonly age: Duration;
  readonly timeInStage: Duration;
  /** 0 to 100. */
  readonly pacePercentile: number | null;
  /** 0 to 1. */
  readonly chanceToMissTarget: number | null;
  readonly suggestion: string;
}

export interface StuckReport {
  readonly basis: Basis;
  /** The stuck issues of the kinds asked for, in the order asked for. */
  readonly rows: Uint32Array;
  /** Those of them that are stuck in this way, in the same order. */
  ofKind(kind: StuckKind): Uint32Array;
  /** Beyond this an issue is aging: 85 of 100 delivered ones took no longer. Null where too few are known. */
  readonly ageLimit: Duration | null;
  /** One of them. */
  itemOf(row: number): StuckItem;
  /** What a day of not having it costs; null without a value. */
  costPerDay(row: number): Money | null;
}

export interface StuckRequest {
  /** Absent: all kinds; none for an empty list. */
  readonly kinds: readonly StuckKind[] | null;
  readonly orderBy: StuckOrder;
  /** What a week of each issue is worth; asked only where it is needed. */
  readonly values: () => ItemValues;
}

const definition =
  'Issues that are started and not done at asOf, whatever the window, and stuck in at least one way. Aging: older than ' +
  '85 of 100 cycle times of the issues delivered in the window (with at least 10). Blocked: the flag is up, or, where the settings let links block, an unfinished issue blocks it. Stale: ' +
  "neither the issue nor a subtask of it has been updated in Jira for a week, nor for longer than 85 of 100 of its stage's " +
  'stays that ended in the window (with at least 10). Unassigned: in an active stage without an assignee. Ping-pong: since its ' +
  'start it has gone from one stage to another and straight back at least twice, between the same two. Pace is the ' +
  'percentage of the issues delivered in the window that had left its present stage for the last time within its age, ' +
  'counted from their start. The chance to miss the target (the 85th percentile of the window before) is the share, of ' +
  'the issues delivered in the window that lasted at least as long, of those that took longer.';

/** What is stuck now (METRICS 2.3, "Age" and "pace", 3, R4 and R13, and 4, "Age"). */
export function stuckWork(question: Question, { kinds, orderBy, values }: StuckRequest): StuckReport {
  const { view, clock, previous } = question;
  const times = finishedTimes(question);
  const limit = durationPercentiles(times.cycle, clock).p85;
  const ageLimit = limit?.seconds ?? null;
  const before = Float64Array.from(deliveredWithin(view, question.rows, previous), (row) =>
    measureSeconds(view, row, 'CYCLE', clock),
  );
  const target = durationPercentiles(before, clock).p85?.seconds ?? null;
  const stuck = findStuck(question, ageLimit);
  const wanted = (kinds ?? stuckKinds).reduce((bits, kind) => bits | stuckBit[kind], 0);
  const chosen = stuck.underWay.filter((row) => ((stuck.bits[row] ?? 0) & wanted) !== 0);
  const { startedAt, doneAt } = view.derive(milestones);
  const subtasks = subtasksLeftOut(
    question,
    (each) => each.filter((row) => startedAt[row] !== 0 && doneAt[row] === 0).length,
  );
  const excluded = [{ reason: 'Subtasks, whose work their parents stand for', count: subtasks }];
  const comparison = { times, ageLimit, target, stayLimits: stuck.stayLimits };
  const rows = stuckRows(question, chosen, orderBy, values);
  return {
    basis: basisOf(question, stuck.underWay, excluded, definition),
    rows,
    ofKind: (kind) => rows.filter((row) => ((stuck.bits[row] ?? 0) & stuckBit[kind]) !== 0),
    ageLimit: limit,
    itemOf: (row) => itemOf(question, row, stuck.bits[row] ?? 0, comparison),
    costPerDay: (row) => costPerDay(values(), row),
  };
}

function costPerDay(values: ItemValues, row: number): Money | null {
  return sourceOf(values, row) && moneyOf(perWeekOf(values, row).div(daysPerWeek), values.model.currency);
}

const daysPerWeek = 7;

interface Comparison extends Pick<Stuck, 'stayLimits'> {
  readonly times: FinishedTimes;
  readonly ageLimit: number | null;
  readonly target: number | null;
}

function itemOf({ view, clock }: Question, row: number, bits: number, compared: Comparison): StuckItem {
  const { start, from } = view.derive(stageVisits);
  const visit = (start[row + 1] ?? 0) - 1;
  const slot = view.derive(visitSlots)[visit] ?? 0;
  const now = clock.reading(view.asOf);
  const since = (instant: number): number => now - clock.reading(Math.min(instant, view.asOf));
  const age = since(view.derive(milestones).startedAt[row] ?? 0);
  const timeInStage = since(from[visit] ?? 0);
  const loop = stageLoop(view, row);
  const kinds = stuckKinds.filter((kind) => (bits & stuckBit[kind]) !== 0);
  const facts = {
    kinds,
    age,
    timeInStage,
    stage: slotName(view, slot),
    blocked: since(blockedSince(view, row, view.derive(presentSegments)[row] ?? 0)),
    quiet: since(view.derive(lastActivity)[row] ?? 0),
    stayLimit: compared.stayLimits[slot] ?? null,
    ageLimit: compared.ageLimit,
    loop: loop && { from: slotName(view, loop.from), to: slotName(view, loop.to), count: loop.count },
  };
  return {
    row,
    kinds,
    age: durationOf(age, clock),
    timeInStage: durationOf(timeInStage, clock),
    pacePercentile: percentileOf(age, compared.times.upToExit[slot] ?? new Float64Array(0)),
    chanceToMissTarget: chanceToMissTarget(age, compared.target, compared.times.cycle),
    suggestion: stuckSuggestion(facts, clock),
  };
}
