import { dayIndexOf } from '../clocks/day-index-of.ts';
import { secondsPerDay } from '../clocks/local-date.ts';
import type { LocalWindow } from '../clocks/window-of.ts';
import type { FlowView } from '../flow-view/flow-view.ts';
import { milestones } from '../flow-view/milestones.ts';
import { failedAssumptions, type LawConditions } from './failed-assumptions.ts';
import { sumOfDays } from './series-of.ts';
import type { SystemFlow } from './system-flow.ts';

/** How far the ratio may be from 1 where every assumption holds. */
const mostOff = 0.2;

/** Whether what is under way, what leaves and how long it took agree. */
export interface LittlesLaw {
  /** 1 when they do; null when nothing left, or nothing that took any time. */
  readonly ratio: number | null;
  /** No assumption failed. */
  readonly ok: boolean;
  /** A sentence for each assumption that does not hold. */
  readonly failedAssumptions: readonly string[];
}

/**
 * Little's law, L = λ·W, as a check of consistency: (average WIP / departures a day) / mean calendar cycle time in days of
 * those departures, discarded ones included (METRICS 2.3 and 4). Days are the exact length of the window, so that a window
 * in which all work begins and ends has the ratio 1 to the second.
 *
 * Over any window, ratio = 1 + (total age at its end − total age at its beginning) / total cycle time of the departures:
 * the law holds as far as age and WIP are the same at both ends, which is what the assumptions ask for.
 */
export function littlesLaw(view: FlowView, rows: Uint32Array, window: LocalWindow, flow: SystemFlow): LittlesLaw {
  const conditions = readConditions(view, rows, window, flow);
  const { departures, cycleSeconds } = conditions;
  const failed = failedAssumptions(conditions);
  if (flow.averageWip === null || cycleSeconds === 0)
    return { ratio: null, ok: failed.length === 0, failedAssumptions: failed };
  const expectedDays = flow.averageWip / (departures / ((window.to - window.from) / secondsPerDay));
  const meanDays = cycleSeconds / departures / secondsPerDay;
  const ratio = expectedDays / meanDays;
  // With few items, or in a window that is short against their cycle times, what is left at its ends weighs too much.
  if (failed.length === 0 && Math.abs(ratio - 1) > mostOff)
    failed.push(
      `The window should be long against cycle time, but work in progress by departures a day makes ${expectedDays.toFixed(1)} days where what left took ${meanDays.toFixed(1)}.`,
    );
  return { ratio, ok: failed.length === 0, failedAssumptions: failed };
}

interface Conditions extends LawConditions {
  readonly cycleSeconds: number;
}

function readConditions(view: FlowView, rows: Uint32Array, window: LocalWindow, flow: SystemFlow): Conditions {
  const { from, to, dayCount, dayStarts } = window;
  const { startedAt, doneAt } = view.derive(milestones);
  // What is added to the sum of the starts of all that is under way, by day.
  const addedStarts = new Float64Array(dayCount);
  const add = (instant: number, start: number): void => {
    const day = dayIndexOf(window, instant);
    addedStarts[day] = (addedStarts[day] ?? 0) + start;
  };
  let starts = 0;
  let stayed = 0;
  let cycleSeconds = 0;
  for (const row of rows) {
    const started = startedAt[row] ?? 0;
    const done = doneAt[row] || Number.POSITIVE_INFINITY;
    if (started === 0 || started >= to || done < from) continue;
    if (started < from) starts += started;
    else add(started, started);
    if (done < to) {
      add(done, -started);
      cycleSeconds += done - started;
    } else if (started < from) stayed += 1;
  }
  const ageAt = (instant: number, wip: number, sum: number): number =>
    wip === 0 ? 0 : (instant - sum / wip) / secondsPerDay;
  const openingAge = ageAt(from, flow.openingWip, starts);
  const ages = Array.from(flow.wip, (wip, day) => {
    starts += addedStarts[day] ?? 0;
    return ageAt(dayStarts[day + 1] ?? 0, wip, starts);
  });
  return {
    openingWip: flow.openingWip,
    closingWip: flow.wip[dayCount - 1] ?? 0,
    openingAge,
    ages,
    arrivals: sumOfDays(flow.arrivals, 0, dayCount),
    departures: sumOfDays(flow.departures, 0, dayCount),
    stayed,
    cycleSeconds,
  };
}
