import { segmentEnds } from '../flow-view/segment-ends.ts';
import { segmentReadings } from '../flow-view/segment-readings.ts';
import type { Question } from '../metrics/question.ts';
import type { TimePlaces } from './time-places.ts';
import { walkVisits } from './walk-visits.ts';

/** What happened in one place during the window; time in seconds of the question's clock. */
export interface PlaceTime {
  readonly place: number;
  /** The part inside the window of all visits, 0 for DONE. */
  total: number;
  /** Entries in the window, creation being one, and those of them by issues that had been there before. */
  visits: number;
  reentries: number;
  /** Full lengths of the visits that ended in the window, none for DONE. */
  readonly stays: number[];
}

export interface PlaceTimes {
  /** Of the places in which something happened. */
  readonly places: readonly PlaceTime[];
  /** Issues that spent time inside the window in any place that is not DONE, ascending. */
  readonly rows: Uint32Array;
}

/** One pass over the lives of the rows in scope (METRICS 4, "Time in status"). */
export function placeTimes({ view, rows, window, clock }: Question, places: TimePlaces): PlaceTimes {
  const { segmentFrom } = view.table;
  const ends = view.derive(segmentEnds);
  const readings = view.deriveOn(clock, segmentReadings);
  const opens = clock.reading(window.from);
  const closes = clock.reading(window.to);
  const found: (PlaceTime | undefined)[] = Array.from({ length: places.count });
  const isDone = Uint8Array.from({ length: places.count }, (_, place) => (places.isDone(place) ? 1 : 0));
  /** The row that was last seen in each place, plus 1. */
  const lastSeen = new Uint32Array(places.count);
  const counted = new Uint32Array(rows.length);
  let countedEnd = 0;
  walkVisits(view, rows, places, window.from, window.to, (row, place, first, last) => {
    const wasHere = lastSeen[place] === row + 1;
    lastSeen[place] = row + 1;
    const began = segmentFrom[first] ?? 0;
    const ended = ends[last] ?? 0;
    if (ended < window.from) return;
    const isEntry = began >= window.from;
    const takesTime = isDone[place] === 0;
    if (!isEntry && !takesTime) return;
    let time = found[place];
    if (!time) {
      time = { place, total: 0, visits: 0, reentries: 0, stays: [] };
      found[place] = time;
    }
    if (isEntry) time.visits += 1;
    if (isEntry && wasHere) time.reentries += 1;
    if (!takesTime) return;
    const from = readings.from[first] ?? 0;
    const to = readings.to[last] ?? 0;
    time.total += (ended < window.to ? to : closes) - (isEntry ? from : opens);
    if (ended < window.to) time.stays.push(to - from);
    if (ended > window.from && (countedEnd === 0 || counted[countedEnd - 1] !== row)) {
      counted[countedEnd] = row;
      countedEnd += 1;
    }
  });
  return { places: found.filter((time) => time !== undefined), rows: counted.slice(0, countedEnd) };
}
