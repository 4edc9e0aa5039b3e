import type { SplitRow } from '../metrics/cycle-times.ts';
import type { Question } from '../metrics/question.ts';
import { durationPercentiles } from '../statistics/duration-percentiles.ts';
import type { StageStays } from './stage-stays.ts';

/**
 * Stays by a property of the issues as they are today, the one that most issues have first. An issue that stayed several
 * times is one issue, and each of its stays a stay.
 */
export function splitStays(
  { view, clock }: Question,
  stays: StageStays,
  property: 'type' | 'priority',
  nameOfNone: string,
): SplitRow[] {
  const { strings, [property]: column } = view.table;
  // By place in the list of texts, which a number finds faster than a name.
  const parts: ({ readonly name: string; readonly seconds: number[]; items: number; last: number } | undefined)[] = [];
  let items = 0;
  let last = -1;
  for (let index = 0; index < stays.rows.length; index += 1) {
    const row = stays.rows[index] ?? 0;
    if (row !== last) items += 1;
    last = row;
    const place = column[row] ?? 0;
    let part = parts[place];
    if (!part) {
      part = { name: strings[place] || nameOfNone, seconds: [], items: 0, last: -1 };
      parts[place] = part;
    }
    part.seconds.push(stays.seconds[index] ?? 0);
    if (row !== part.last) part.items += 1;
    part.last = row;
  }
  return parts
    .flatMap((part) => part ?? [])
    .map((part) => ({
      name: part.name,
      n: part.items,
      stay: durationPercentiles(part.seconds, clock),
      share: part.items / items,
    }))
    .sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1));
}
