import type { ValueClass } from '../../../domain/cost-model.ts';
import type { FlowView } from '../../flow-view/flow-view.ts';
import { Decimal } from '../decimal.ts';

/** Value classes, the dearest first, with which of them each row belongs to. */
export interface RowClasses {
  /** What a week costs in each. */
  readonly perWeek: readonly Decimal[];
  /** By row: the dearest class whose `match` is the priority or one of its labels, in any case; −1 for none. */
  readonly ofRow: Int16Array;
}

export function valueClassesOf({ table }: FlowView, classes: readonly ValueClass[]): RowClasses {
  const { rowCount, strings, priority, labelStart, label } = table;
  const dearestFirst = classes
    .map(({ match, perWeek }) => ({ match: match.toLowerCase(), perWeek: new Decimal(perWeek) }))
    .sort((a, b) => b.perWeek.comparedTo(a.perWeek));
  const perWeek = dearestFirst.map((valueClass) => valueClass.perWeek);
  const ofRow = new Int16Array(rowCount).fill(-1);
  if (classes.length === 0) return { perWeek, ofRow };
  const placeOf = new Map<string, number>();
  for (const [place, { match }] of dearestFirst.entries()) if (!placeOf.has(match)) placeOf.set(match, place);
  const none = classes.length;
  // Of the texts of the table the first is none: an issue without a priority has no text that could match.
  const ofText = Int16Array.from(strings, (text, place) =>
    place === 0 ? none : (placeOf.get(text.toLowerCase()) ?? none),
  );
  for (let row = 0; row < rowCount; row += 1) {
    let dearest = ofText[priority[row] ?? 0] ?? none;
    const end = labelStart[row + 1] ?? 0;
    for (let at = labelStart[row] ?? 0; at < end; at += 1) dearest = Math.min(dearest, ofText[label[at] ?? 0] ?? none);
    if (dearest < none) ofRow[row] = dearest;
  }
  return { perWeek, ofRow };
}
