import { dayIndexOf } from '../clocks/day-index-of.ts';
import type { LocalWindow } from '../clocks/window-of.ts';
import type { FlowView } from '../flow-view/flow-view.ts';
import { milestones } from '../flow-view/milestones.ts';
import { segmentEnds } from '../flow-view/segment-ends.ts';
import { segmentState, segmentStates } from '../flow-view/segment-states.ts';
import { movedIssues } from './moved-issues.ts';

/** One team's work in progress in a window. */
export interface TeamWip {
  /** Items under way on each local day, on the average over its time. */
  readonly averageOfDay: Float64Array;
  /** The same for the whole window; null for a window of no length. */
  readonly average: number | null;
  /** Items that were under way in the team for at least a second of the window. */
  readonly items: number;
}

/**
 * Work in progress of each team, `teamCount` of them. Where an item moved to another project, the time before belongs to
 * the team it left (METRICS 4, "Scope and moved issues"). `places` as from `teamPlaces`.
 */
export function teamWip(
  view: FlowView,
  rows: Uint32Array,
  window: LocalWindow,
  places: Int32Array,
  teamCount: number,
): TeamWip[] {
  const { segmentStart, segmentFrom, segmentProject } = view.table;
  const { startedAt, doneAt } = view.derive(milestones);
  const states = view.derive(segmentStates);
  const ends = view.derive(segmentEnds);
  const moved = view.derive(movedIssues);
  const tallies = Array.from({ length: teamCount }, () => new Tally(window));
  const tallyOf = (segment: number): Tally | undefined => tallies[places[segmentProject[segment] ?? 0] ?? -1];
  for (const row of rows) {
    const started = startedAt[row] ?? 0;
    const done = doneAt[row] || view.asOf;
    if (started === 0 || started >= window.to || done <= window.from) continue;
    const first = segmentStart[row] ?? 0;
    if (moved[row] === 0) {
      tallyOf(first)?.add(row, Math.max(started, window.from), Math.min(done, window.to));
      continue;
    }
    const end = segmentStart[row + 1] ?? 0;
    for (let segment = first; segment < end; segment += 1) {
      if (((states[segment] ?? 0) & segmentState.UNDER_WAY) === 0) continue;
      const from = Math.max(segmentFrom[segment] ?? 0, window.from);
      const to = Math.min(ends[segment] ?? 0, window.to);
      tallyOf(segment)?.add(row, from, to);
    }
  }
  return tallies.map((tally) => tally.result());
}

/** Sums stretches of time up day by day. */
class Tally {
  readonly #window: LocalWindow;
  /** Seconds on the days on which a stretch begins or ends. */
  readonly #partial: Float64Array;
  /** By how many the stretches that cover a whole day are more than on the day before. */
  readonly #change: Float64Array;
  #lastRow = -1;
  #items = 0;

  constructor(window: LocalWindow) {
    this.#window = window;
    this.#partial = new Float64Array(window.dayCount);
    this.#change = new Float64Array(window.dayCount + 1);
  }

  /** A stretch of a row inside the window, none where it has no length; rows come one after the other. */
  add(row: number, from: number, to: number): void {
    if (from >= to) return;
    if (row !== this.#lastRow) this.#items += 1;
    this.#lastRow = row;
    const { dayStarts } = this.#window;
    const first = dayIndexOf(this.#window, from);
    const last = dayIndexOf(this.#window, to - 1);
    if (first === last) {
      this.#partial[first] = (this.#partial[first] ?? 0) + to - from;
      return;
    }
    this.#partial[first] = (this.#partial[first] ?? 0) + (dayStarts[first + 1] ?? 0) - from;
    this.#partial[last] = (this.#partial[last] ?? 0) + to - (dayStarts[last] ?? 0);
    this.#change[first + 1] = (this.#change[first + 1] ?? 0) + 1;
    this.#change[last] = (this.#change[last] ?? 0) - 1;
  }

  result(): TeamWip {
    const { from, to, dayCount, dayStarts } = this.#window;
    const averageOfDay = new Float64Array(dayCount);
    let wholeDay = 0;
    let time = 0;
    for (let day = 0; day < dayCount; day += 1) {
      wholeDay += this.#change[day] ?? 0;
      const length = (dayStarts[day + 1] ?? 0) - (dayStarts[day] ?? 0);
      const timeOfDay = (this.#partial[day] ?? 0) + wholeDay * length;
      averageOfDay[day] = length === 0 ? 0 : timeOfDay / length;
      time += timeOfDay;
    }
    return { averageOfDay, average: to === from ? null : time / (to - from), items: this.#items };
  }
}
