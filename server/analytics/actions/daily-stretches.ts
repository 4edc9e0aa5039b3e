import { dayIndexOf } from '../clocks/day-index-of.ts';
import type { LocalWindow } from '../clocks/window-of.ts';

/** What stretches of time add up to on each local day of a window, at so much a second. */
export interface DailyStretches {
  /** Seconds of all stretches together. */
  readonly seconds: Float64Array;
  /** The same, each second by what it weighs; 0 exactly where there are no seconds. */
  readonly weighted: Float64Array;
}

/**
 * Adds stretches up day by day: only the days on which one begins or ends are touched, those in between are summed up at
 * the end, so that a stretch costs the same however long it is.
 */
export class StretchesByDay {
  readonly #window: LocalWindow;
  readonly #partial: Float64Array;
  readonly #partialWeight: Float64Array;
  /** By how much what covers a whole day is more than on the day before. */
  readonly #change: Float64Array;
  readonly #changeOfWeight: Float64Array;

  constructor(window: LocalWindow) {
    this.#window = window;
    this.#partial = new Float64Array(window.dayCount);
    this.#partialWeight = new Float64Array(window.dayCount);
    this.#change = new Float64Array(window.dayCount + 1);
    this.#changeOfWeight = new Float64Array(window.dayCount + 1);
  }

  /** The part of [from, to) that lies in the window, Unix seconds. */
  add(from: number, to: number, weight = 1): void {
    const begins = Math.max(from, this.#window.from);
    const ends = Math.min(to, this.#window.to);
    if (begins >= ends) return;
    const { dayStarts } = this.#window;
    const first = dayIndexOf(this.#window, begins);
    const last = dayIndexOf(this.#window, ends - 1);
    if (first === last) {
      this.#touch(first, ends - begins, weight);
      return;
    }
    this.#touch(first, (dayStarts[first + 1] ?? 0) - begins, weight);
    this.#touch(last, ends - (dayStarts[last] ?? 0), weight);
    this.#turn(first + 1, 1, weight);
    this.#turn(last, -1, -weight);
  }

  sums(): DailyStretches {
    const { dayCount, dayStarts } = this.#window;
    const seconds = new Float64Array(dayCount);
    const weighted = new Float64Array(dayCount);
    let whole = 0;
    let weight = 0;
    for (let day = 0; day < dayCount; day += 1) {
      whole += this.#change[day] ?? 0;
      weight += this.#changeOfWeight[day] ?? 0;
      const length = (dayStarts[day + 1] ?? 0) - (dayStarts[day] ?? 0);
      seconds[day] = (this.#partial[day] ?? 0) + whole * length;
      // Weights that come and go leave a rest behind, counts do not.
      weighted[day] = (this.#partialWeight[day] ?? 0) + (whole === 0 ? 0 : weight * length);
    }
    return { seconds, weighted };
  }

  #touch(day: number, seconds: number, weight: number): void {
    this.#partial[day] = (this.#partial[day] ?? 0) + seconds;
    this.#partialWeight[day] = (this.#partialWeight[day] ?? 0) + seconds * weight;
  }

  #turn(day: number, count: number, weight: number): void {
    this.#change[day] = (this.#change[day] ?? 0) + count;
    this.#changeOfWeight[day] = (this.#changeOfWeight[day] ?? 0) + weight;
  }
}
