import { dayIndexOf } from '../clocks/day-index-of.ts';
import type { LocalWindow } from '../clocks/window-of.ts';
import type { FlowView } from '../flow-view/flow-view.ts';
import { stageVisits } from '../flow-view/stage-visits.ts';
import { shownStages } from './shown-stages.ts';

/** OCCUPANCY: the stage an item is in. HIGH_WATER: every stage up to the highest it has been in. */
export const cumulativeFlowModes = ['HIGH_WATER', 'OCCUPANCY'] as const;
export type CumulativeFlowMode = (typeof cumulativeFlowModes)[number];

export interface CumulativeCounts {
  /** For each stage, items counted in it just before each local day of the window ends, or at asOf. */
  readonly byStage: readonly Int32Array[];
  /** Rows that are counted in any stage at the window's end. */
  readonly counted: Uint32Array;
  /** Rows created before the window's end that are counted in none: no stage is of their status's kind. */
  readonly uncounted: number;
}

/** One pass over the visits: each day keeps only what it changes, summed up at the end. */
export function cumulativeCounts(
  view: FlowView,
  rows: Uint32Array,
  window: LocalWindow,
  mode: CumulativeFlowMode,
): CumulativeCounts {
  const { start, from, to } = view.derive(stageVisits);
  const shown = view.derive(shownStages);
  const stageCount = view.stages.length;
  const byStage = view.stages.map(() => new Int32Array(window.dayCount));
  // What was so before the window counts from its first day on.
  const change = (stage: number, instant: number, by: 1 | -1): void => {
    const days = byStage[stage];
    if (!days) return;
    const day = instant < window.from ? 0 : dayIndexOf(window, instant);
    days[day] = (days[day] ?? 0) + by;
  };
  const counted = new Uint32Array(rows.length);
  let countedCount = 0;
  let uncounted = 0;
  for (const row of rows) {
    const end = start[row + 1] ?? 0;
    let highest = -1;
    let last = -1;
    let isCreated = false;
    for (let visit = start[row] ?? 0; visit < end; visit += 1) {
      const began = from[visit] ?? 0;
      if (began >= window.to) break;
      isCreated = true;
      last = shown[visit] ?? -1;
      if (mode === 'HIGH_WATER') {
        for (; highest < Math.min(last, stageCount - 1); highest += 1) change(highest + 1, began, 1);
        continue;
      }
      const ended = to[visit] ?? 0;
      if (ended < window.from) continue;
      change(last, began, 1);
      if (ended < window.to) change(last, ended, -1);
    }
    const isCounted = mode === 'HIGH_WATER' ? highest >= 0 : last >= 0 && last < stageCount;
    if (isCounted) {
      counted[countedCount] = row;
      countedCount += 1;
    } else if (isCreated) uncounted += 1;
  }
  for (const days of byStage)
    for (let day = 1; day < days.length; day += 1) days[day] = (days[day] ?? 0) + (days[day - 1] ?? 0);
  return { byStage, counted: counted.slice(0, countedCount), uncounted };
}
