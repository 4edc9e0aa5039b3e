import type { TimePlaces } from '../../status-time/time-places.ts';
import type { MoneyQuestion } from '../money-question.ts';
import { laterVisits } from './later-visits.ts';
import { walkLabour } from './walk-labour.ts';

/** Person-days of labour that passed in one place, each as a number for every cost period. */
export interface PlaceLabour {
  readonly all: number[];
  /** In the first visit to the status at hand; the rest is of later ones. */
  readonly firstPass: number[];
  readonly returnVisits: number[];
}

/** The labour in scope by the place in which it passed: that of the issue worked on, which may be a subtask. */
export function labourByPlace(question: MoneyQuestion, places: TimePlaces): PlaceLabour[] {
  const { view, costs } = question;
  const isLater = view.derive(laterVisits);
  const found = Array.from({ length: places.count }, (): PlaceLabour => ({ all: [], firstPass: [], returnVisits: [] }));
  costs.forEach(({ from, to }, index) => {
    const firstPass = new Float64Array(places.count);
    const returnVisits = new Float64Array(places.count);
    walkLabour(question, from, to, (segment, row, share) => {
      const place = places.placeOf(segment, row);
      const sums = isLater[segment] === 1 ? returnVisits : firstPass;
      if (place >= 0) sums[place] = (sums[place] ?? 0) + share;
    });
    found.forEach((labour, place) => {
      const [first, later] = [firstPass[place] ?? 0, returnVisits[place] ?? 0];
      labour.all[index] = first + later;
      labour.firstPass[index] = first;
      labour.returnVisits[index] = later;
    });
  });
  return found;
}
