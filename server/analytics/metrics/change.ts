import type { TimeClock } from '../clocks/time-clock.ts';
import { differenceInterval80 } from '../statistics/difference-interval.ts';
import { drawPercentile } from '../statistics/draw-percentile.ts';
import { drawRatio, type RatioPart } from '../statistics/draw-ratio.ts';
import { drawSeriesMean } from '../statistics/draw-series-mean.ts';
import { type DurationPercentiles, durationPercentiles } from '../statistics/duration-percentiles.ts';
import { seededRandom } from '../statistics/seeded-random.ts';
import { type Better, fewestForSignal, type Signal, signalOf } from '../statistics/signal.ts';

/** A figure of the window and of the window before; null where there is nothing to make it of. */
export interface NumberChange {
  readonly current: number | null;
  readonly previous: number | null;
  readonly signal: Signal;
}

/** The same for lengths of time. The signal is that of the 85th percentile. */
export interface DurationChange {
  readonly current: DurationPercentiles;
  readonly previous: DurationPercentiles;
  readonly signal: Signal;
}

/** The same question has the same answer. */
const seed = 20_240_229;

/** How long things took, in seconds of the clock, judged by the 80 % bootstrap interval of the difference of p85: shorter is better. */
export function durationChange(current: Float64Array, previous: Float64Array, clock: TimeClock): DurationChange {
  return {
    current: durationPercentiles(current, clock),
    previous: durationPercentiles(previous, clock),
    signal: percentileSignal(current, previous),
  };
}

function percentileSignal(current: Float64Array, previous: Float64Array): Signal {
  if (Math.min(current.length, previous.length) < fewestForSignal) return 'TOO_FEW';
  const random = seededRandom(seed);
  const draw = (values: Float64Array) => drawPercentile(values.slice().sort(), 85, random);
  return signalOf(differenceInterval80(draw(current), draw(previous)), 'LOWER');
}

/** Σ part / Σ whole over the items of each window, null where Σ whole is 0. */
export function ratioChange(
  current: readonly RatioPart[],
  previous: readonly RatioPart[],
  better: Better,
): NumberChange {
  const random = seededRandom(seed);
  const tooFew = Math.min(current.length, previous.length) < fewestForSignal;
  const signal = tooFew
    ? 'TOO_FEW'
    : signalOf(differenceInterval80(drawRatio(current, random), drawRatio(previous, random)), better);
  return { current: ratioOf(current), previous: ratioOf(previous), signal };
}

function ratioOf(items: readonly RatioPart[]): number | null {
  const whole = items.reduce((sum, item) => sum + item.whole, 0);
  return whole === 0 ? null : items.reduce((sum, item) => sum + item.part, 0) / whole;
}

/** One window of a figure that is a sum or an average over days. */
export interface DailyFigure {
  readonly value: number;
  /** One value a local day. */
  readonly daily: ArrayLike<number>;
  /** Items the value is made of. */
  readonly n: number;
}

/** Judged by the mean of the daily values; neither fewer than 10 items nor fewer than 10 days say anything. */
export function dailyChange(current: DailyFigure, previous: DailyFigure, better: Better): NumberChange {
  const fewest = Math.min(current.n, previous.n, current.daily.length, previous.daily.length);
  const random = seededRandom(seed);
  const signal =
    fewest < fewestForSignal
      ? 'TOO_FEW'
      : signalOf(
          differenceInterval80(drawSeriesMean(current.daily, random), drawSeriesMean(previous.daily, random)),
          better,
        );
  return { current: current.value, previous: previous.value, signal };
}
