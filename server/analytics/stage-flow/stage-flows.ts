import { dayIndexOf } from '../clocks/day-index-of.ts';
import { stageKindCode } from '../flow-view/stage-kind-code.ts';
import { firstVisitSince, stageVisits } from '../flow-view/stage-visits.ts';
import { visitReadings } from '../flow-view/visit-readings.ts';
import type { Question } from '../metrics/question.ts';

/** What came into one stage, left it and was in it (METRICS 4, "Stage flow" and "Time in status"). */
export interface StageFlow {
  /** Entries and exits on each local day of the window. */
  readonly dailyArrivals: Int32Array;
  readonly dailyDepartures: Int32Array;
  arrivals: number;
  departures: number;
  /** Items in it just before the window's end. */
  occupancy: number;
  /** Seconds spent in it inside the window, all items together, on the question's clock and on the calendar. */
  time: number;
  calendarTime: number;
  /** Full lengths, in seconds of the question's clock, of the visits that ended in the window and in the one before. */
  readonly stays: number[];
  readonly previousStays: number[];
  /** Those of the window in calendar seconds. */
  readonly calendarStays: number[];
}

export interface StageFlows {
  /** One per stage of the view. */
  readonly stages: readonly StageFlow[];
  /** Seconds inside the window in all but DONE stages, statuses in no stage included. */
  readonly totalTime: number;
}

/** One pass over the visits of the rows in scope. */
export function stageFlows({ view, rows, window, previous, clock }: Question): StageFlows {
  const visits = view.derive(stageVisits);
  const { start, stage, kind, from, to } = visits;
  const readings = view.deriveOn(clock, visitReadings);
  const stages = view.stages.map(() => emptyFlow(window.dayCount));
  const windowOpens = clock.reading(window.from);
  const windowCloses = clock.reading(window.to);
  let totalTime = 0;
  for (const row of rows) {
    const end = start[row + 1] ?? 0;
    for (let visit = firstVisitSince(visits, row, previous.from); visit < end; visit += 1) {
      const began = from[visit] ?? 0;
      const ended = to[visit] ?? 0;
      if (ended < previous.from) continue;
      if (began >= window.to) break;
      const place = stage[visit] ?? -1;
      const flow = place < 0 ? null : stages[place];
      const beganAt = readings.from[visit] ?? 0;
      const endedAt = ended < window.to ? (readings.to[visit] ?? 0) : windowCloses;
      if (ended < window.from) {
        flow?.previousStays.push(endedAt - beganAt);
        continue;
      }
      const first = Math.max(began, window.from);
      const calendarTime = Math.min(ended, window.to) - first;
      const time = endedAt - (began < window.from ? windowOpens : beganAt);
      if (calendarTime > 0 && kind[visit] !== stageKindCode.DONE) totalTime += time;
      if (!flow) continue;
      flow.time += time;
      flow.calendarTime += calendarTime;
      if (ended >= window.to) flow.occupancy += 1;
      else {
        flow.stays.push(endedAt - beganAt);
        flow.calendarStays.push(ended - began);
        flow.departures += 1;
        count(flow.dailyDepartures, dayIndexOf(window, ended));
      }
      if (began >= window.from) {
        flow.arrivals += 1;
        count(flow.dailyArrivals, dayIndexOf(window, began));
      }
    }
  }
  return { stages, totalTime };
}

function emptyFlow(dayCount: number): StageFlow {
  return {
    dailyArrivals: new Int32Array(dayCount),
    dailyDepartures: new Int32Array(dayCount),
    arrivals: 0,
    departures: 0,
    occupancy: 0,
    time: 0,
    calendarTime: 0,
    stays: [],
    previousStays: [],
    calendarStays: [],
  };
}

function count(days: Int32Array, day: number): void {
  days[day] = (days[day] ?? 0) + 1;
}
