import { type Duration, durationOf } from '../clocks/duration.ts';
import { deliveredWithin } from '../flow-view/delivered-within.ts';
import { type CycleMeasure, measureSeconds } from '../flow-view/measure-seconds.ts';
import { milestones } from '../flow-view/milestones.ts';
import { sortedByDone } from '../flow-view/sorted-by-done.ts';
import { type DurationPercentiles, durationPercentiles } from '../statistics/duration-percentiles.ts';
import { type HistogramBin, histogram } from '../statistics/histogram.ts';
import { type Basis, basisOf } from './basis.ts';
import { deliveredLeftOut } from './delivered-left-out.ts';
import type { Question } from './question.ts';
import { type DayValue, rollingP85 } from './rolling-p85.ts';

/** One delivered issue. */
export interface CycleTimePoint {
  readonly row: number;
  readonly issueId: string;
  readonly key: string;
  /** Unix seconds. */
  readonly doneAt: number;
  readonly time: Duration;
  readonly type: string;
}

/** The delivered issues of one type; `share` is that of issues. */
export interface SplitRow {
  readonly name: string;
  readonly n: number;
  readonly stay: DurationPercentiles;
  readonly share: number;
}

/** The p85 of the window before, and the share of this window's issues that were no slower. */
export interface ServiceTarget {
  readonly days: number;
  readonly attained: number;
}

export interface CycleTimeReport {
  readonly basis: Basis;
  readonly percentiles: DurationPercentiles;
  /** By doneAt; made when they are looked at. */
  readonly points: readonly CycleTimePoint[];
  readonly histogram: readonly HistogramBin[];
  readonly rollingP85: readonly DayValue[];
  /** The most frequent type first. */
  readonly byType: readonly SplitRow[];
  /** Null while the window before has fewer than 10 items, or this one none. */
  readonly target: ServiceTarget | null;
  /** The delivered issues, the slowest first. */
  rowsBehind(): Uint32Array;
}

const definitions: Readonly<Record<CycleMeasure, string>> = {
  CYCLE: 'Cycle time is the time from the first entry into a queue or active stage to done',
  LEAD: 'Lead time is the time from creation to done',
  PROCESS: 'Process time is the time in active stages while not flagged, between start and done',
};
const definitionEnd =
  ', over the whole life of the issues delivered in the window: done and not discarded, where done is the last entry ' +
  'into the done stages. An issue that went straight to done has a cycle time of 0. The target is the 85th percentile ' +
  'of the window before; rolling p85 is that of the 30 local days that end with each day.';

/** How long finished work took (METRICS 2.3 and 4, "Finished items or passing time"). */
export function cycleTimes(question: Question, measure: CycleMeasure): CycleTimeReport {
  const { view, rows, window, previous, clock } = question;
  const inRows = deliveredWithin(view, rows, window);
  const delivered = sortedByDone(view, inRows);
  const secondsOf = (row: number): number => measureSeconds(view, row, measure, clock);
  const seconds = Float64Array.from(delivered, secondsOf);
  const promise = durationPercentiles(Float64Array.from(deliveredWithin(view, rows, previous), secondsOf), clock).p85;
  const reasons = deliveredLeftOut(question);
  return {
    basis: basisOf(question, inRows, reasons, definitions[measure] + definitionEnd),
    percentiles: durationPercentiles(seconds, clock),
    // Of thousands of dots a question about the rest need not pay for one.
    get points() {
      return pointsOf(question, delivered, seconds);
    },
    histogram: histogram(seconds.map((value) => value / clock.secondsPerDay)),
    rollingP85: rollingP85(question, secondsOf),
    byType: splitByType(question, delivered, seconds),
    target: promise && delivered.length > 0 ? targetOf(promise, seconds) : null,
    rowsBehind: () => slowestFirst(delivered, seconds),
  };
}

function pointsOf({ view, clock }: Question, delivered: Uint32Array, seconds: Float64Array): CycleTimePoint[] {
  const { ids, keys, strings, type } = view.table;
  const { doneAt } = view.derive(milestones);
  return Array.from(delivered, (row, index) => ({
    row,
    issueId: ids[row] ?? '',
    key: keys[row] ?? '',
    doneAt: doneAt[row] ?? 0,
    time: durationOf(seconds[index] ?? 0, clock),
    type: strings[type[row] ?? 0] ?? '',
  }));
}

/** Equals by row. */
function slowestFirst(delivered: Uint32Array, seconds: Float64Array): Uint32Array {
  return Uint32Array.from(delivered.keys())
    .sort((a, b) => (seconds[b] ?? 0) - (seconds[a] ?? 0) || (delivered[a] ?? 0) - (delivered[b] ?? 0))
    .map((place) => delivered[place] ?? 0);
}

function targetOf(promise: Duration, seconds: Float64Array): ServiceTarget {
  let kept = 0;
  for (const value of seconds) if (value <= promise.seconds) kept += 1;
  return { days: promise.days, attained: kept / seconds.length };
}

function splitByType({ view, clock }: Question, delivered: Uint32Array, seconds: Float64Array): SplitRow[] {
  const { strings, type } = view.table;
  const byType = new Map<number, number[]>();
  delivered.forEach((row, index) => {
    const place = type[row] ?? 0;
    const times = byType.get(place);
    if (times) times.push(seconds[index] ?? 0);
    else byType.set(place, [seconds[index] ?? 0]);
  });
  return [...byType]
    .map(([place, times]) => ({
      name: strings[place] ?? '',
      n: times.length,
      stay: durationPercentiles(times, clock),
      share: times.length / delivered.length,
    }))
    .sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1));
}
