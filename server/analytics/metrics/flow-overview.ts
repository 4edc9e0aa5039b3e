import type { LocalWindow } from '../clocks/window-of.ts';
import { type LittlesLaw, littlesLaw } from '../flow-series/littles-law.ts';
import { type Granularity, periodsOf } from '../flow-series/periods-of.ts';
import { reopenings } from '../flow-series/reopenings.ts';
import { closingSeries, sumSeries } from '../flow-series/series-of.ts';
import { type SystemFlow, systemFlow } from '../flow-series/system-flow.ts';
import { deliveredWithin } from '../flow-view/delivered-within.ts';
import { measureSeconds } from '../flow-view/measure-seconds.ts';
import { underWayColumns } from '../flow-view/under-way-columns.ts';
import { controlLimits } from '../statistics/control-limits.ts';
import type { RatioPart } from '../statistics/draw-ratio.ts';
import { type Basis, basisOf } from './basis.ts';
import { type DurationChange, dailyChange, durationChange, type NumberChange, ratioChange } from './change.ts';
import { deliveredLeftOut } from './delivered-left-out.ts';
import type { Question } from './question.ts';
import type { DayValue } from './rolling-p85.ts';

/** The limits of a series, and the dates at which it does what chance does not. */
export interface SeriesLimits {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  readonly signals: readonly string[];
}

export interface FlowOverview {
  readonly basis: Basis;
  readonly throughput: NumberChange;
  readonly wip: NumberChange;
  readonly cycleTime: DurationChange;
  readonly leadTime: DurationChange;
  readonly flowEfficiency: NumberChange;
  readonly blockedShare: NumberChange;
  readonly reopenRate: NumberChange;
  readonly handoffsPerItem: NumberChange;
  readonly throughputSeries: readonly DayValue[];
  readonly arrivalSeries: readonly DayValue[];
  readonly wipSeries: readonly DayValue[];
  /** Of `throughputSeries`; null while that has fewer than two values. */
  readonly controlLimits: SeriesLimits | null;
  readonly littlesLaw: LittlesLaw;
}

const definition =
  'Throughput is the number of issues delivered in the window: done and not discarded. Work in progress is the average ' +
  'over time (calendar clock) of the issues between start and done, discarded ones included. Cycle and lead time, flow ' +
  'efficiency (active and not flagged), blocked share (flagged) and handoffs are those of the whole life of the issues ' +
  'delivered; the two shares are sums over all of them by the sum of their times from start to done. The reopen rate is ' +
  'the issues that left done in the window by those that entered it. Series have every day, or the whole weeks (from ' +
  "Monday) or months of the window: one that is not over by the window's end, or by the moment of the last sync, is left " +
  'out. Work in progress of a day, week or month is that at its end. Control limits: mean ± 2.66 times the mean moving ' +
  "range. Little's law divides average work in progress by departures a day of 24 hours, and that by the mean calendar " +
  'cycle time of the departures, discarded ones included; two values are about the same within a fifth, or within one.';

/** The state of the whole flow in a few numbers (METRICS 2.3 and 4, "Flow"). */
export function flowOverview(question: Question, granularity: Granularity): FlowOverview {
  const { view, rows, window, clock, local } = question;
  const current = figuresOf(question, window);
  const previous = figuresOf(question, question.previous);
  const periods = periodsOf(window, granularity, local);
  const throughputSeries = sumSeries(current.flow.delivered, periods);
  const limits = controlLimits(throughputSeries.map(({ value }) => value));
  return {
    basis: basisOf(question, current.delivered, deliveredLeftOut(question), definition),
    throughput: {
      ...dailyChange(throughputOf(current), throughputOf(previous), 'HIGHER'),
      ...(rows.length === 0 && { current: null, previous: null }),
    },
    wip: {
      ...dailyChange(wipOf(current.flow), wipOf(previous.flow), 'LOWER'),
      current: current.flow.averageWip,
      previous: previous.flow.averageWip,
    },
    cycleTime: durationChange(current.cycleTimes, previous.cycleTimes, clock),
    leadTime: durationChange(current.leadTimes, previous.leadTimes, clock),
    flowEfficiency: ratioChange(current.active, previous.active, 'HIGHER'),
    blockedShare: ratioChange(current.blocked, previous.blocked, 'LOWER'),
    reopenRate: ratioChange(current.reopened, previous.reopened, 'LOWER'),
    handoffsPerItem: ratioChange(current.handoffs, previous.handoffs, 'LOWER'),
    throughputSeries,
    arrivalSeries: sumSeries(current.flow.arrivals, periods),
    wipSeries: closingSeries(current.flow.wip, periods),
    controlLimits: limits && {
      ...limits,
      signals: limits.signals.flatMap((place) => throughputSeries[place]?.date ?? []),
    },
    littlesLaw: littlesLaw(view, rows, window, current.flow),
  };
}

/** What one window gives. */
interface Figures {
  readonly flow: SystemFlow;
  readonly delivered: Uint32Array;
  readonly cycleTimes: Float64Array;
  readonly leadTimes: Float64Array;
  readonly active: readonly RatioPart[];
  readonly blocked: readonly RatioPart[];
  readonly handoffs: readonly RatioPart[];
  readonly reopened: readonly RatioPart[];
}

function figuresOf({ view, rows, clock }: Question, window: LocalWindow): Figures {
  const delivered = deliveredWithin(view, rows, window);
  const times = view.deriveOn(clock, underWayColumns);
  const cycleTimes = new Float64Array(delivered.length);
  const leadTimes = new Float64Array(delivered.length);
  const active: RatioPart[] = [];
  const blocked: RatioPart[] = [];
  const handoffs: RatioPart[] = [];
  // A plain loop: `from` with a function costs more than all that is read here.
  for (let index = 0; index < delivered.length; index += 1) {
    const row = delivered[index] ?? 0;
    const whole = times.total[row] ?? 0;
    cycleTimes[index] = measureSeconds(view, row, 'CYCLE', clock);
    leadTimes[index] = measureSeconds(view, row, 'LEAD', clock);
    active.push({ part: times.active[row] ?? 0, whole });
    blocked.push({ part: times.blocked[row] ?? 0, whole });
    handoffs.push({ part: times.handoffs[row] ?? 0, whole: 1 });
  }
  const reopened = reopenings(view, rows, window);
  const flow = systemFlow(view, rows, window);
  return { flow, delivered, cycleTimes, leadTimes, active, blocked, handoffs, reopened };
}

const throughputOf = ({ flow, delivered }: Figures) => ({
  value: delivered.length,
  daily: flow.delivered,
  n: delivered.length,
});

const wipOf = (flow: SystemFlow) => ({
  value: flow.averageWip ?? 0,
  daily: flow.averageWipOfDay,
  n: flow.itemsUnderWay,
});
