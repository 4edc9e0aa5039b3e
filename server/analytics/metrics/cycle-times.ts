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
  /** By doneAt. */
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
  const { doneAt } = view.derive(milestones);
  const doneOf = (row: number): number => doneAt[row] ?? 0;
  const inRows = deliveredWithin(view, rows, window);
  const delivered = sortedByDone(view, inRows);
  const secondsOf = (row: number): number => measureSeconds(view, row, measure, clock);
  const seconds = Float64Array.from(delivered, secondsOf);
  const { strings } = view.table;
  const typeOf = (row: number): string => strings[view.table.type[row] ?? 0] ?? '';
  const points = Array.from(delivered, (row, index) => ({
    row,
    issueId: view.table.ids[row] ?? '',
    key: view.table.keys[row] ?? '',
    doneAt: doneOf(row),
    time: durationOf(seconds[index] ?? 0, clock),
    type: typeOf(row),
  }));
  const promise = durationPercentiles(Float64Array.from(deliveredWithin(view, rows, previous), secondsOf), clock).p85;
  const reasons = deliveredLeftOut(question);
  return {
    basis: basisOf(question, inRows, reasons, definitions[measure] + definitionEnd),
    percentiles: durationPercentiles(seconds, clock),
    points,
    histogram: histogram(seconds.map((value) => value / clock.secondsPerDay)),
    rollingP85: rollingP85(question, secondsOf),
    byType: splitByType(points, question),
    target: promise && points.length > 0 ? targetOf(promise, seconds) : null,
    rowsBehind: () =>
      Uint32Array.from(
        [...points].sort((a, b) => b.time.seconds - a.time.seconds || a.row - b.row),
        ({ row }) => row,
      ),
  };
}

function targetOf(promise: Duration, seconds: Float64Array): ServiceTarget {
  let kept = 0;
  for (const value of seconds) if (value <= promise.seconds) kept += 1;
  return { days: promise.days, attained: kept / seconds.length };
}

function splitByType(points: readonly CycleTimePoint[], { clock }: Question): SplitRow[] {
  const byType = new Map<string, number[]>();
  for (const { type, time } of points) {
    const times = byType.get(type);
    if (times) times.push(time.seconds);
    else byType.set(type, [time.seconds]);
  }
  return [...byType]
    .map(([name, times]) => ({
      name,
      n: times.length,
      stay: durationPercentiles(times, clock),
      share: times.length / points.length,
    }))
    .sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1));
}
