import { milestones } from '../../flow-view/milestones.ts';
import type { Decimal } from '../decimal.ts';
import { amountOfLabour } from '../labour/labour-amounts.ts';
import type { LabourByRow } from '../labour/labour-by-row.ts';
import { rowsWithLabour } from '../labour/rows-with-labour.ts';
import type { MoneyQuestion } from '../money-question.ts';
import { paidDay } from '../paid-day.ts';

/** What each issue has part in the labour of a window, as plain numbers of one currency, to resample. */
export interface LabourParts {
  /** The issues that had labour, ascending. */
  readonly rows: Uint32Array;
  readonly labour: Float64Array;
  /** Of those among them that had any. */
  readonly rework: Float64Array;
  readonly discarded: Float64Array;
  /** What went into rework and into dropped items, unrounded. */
  readonly sums: { readonly reworkLabour: Decimal; readonly discarded: Decimal };
}

/** @param periods the labour of the window by issue */
export function labourParts(question: MoneyQuestion, periods: readonly LabourByRow[]): LabourParts {
  const { view, calendar } = question;
  const rows = rowsWithLabour(periods);
  const placeOf = new Uint32Array(view.table.rowCount);
  rows.forEach((row, place) => {
    placeOf[row] = place;
  });
  const labour = new Float64Array(rows.length);
  const rework = new Float64Array(rows.length);
  for (const { period, rows: own, personDays, reworkDays } of periods) {
    const dayCosts = paidDay(period.model, calendar).toNumber();
    own.forEach((row, index) => {
      const place = placeOf[row] ?? 0;
      labour[place] = (labour[place] ?? 0) + (personDays[index] ?? 0) * dayCosts;
      rework[place] = (rework[place] ?? 0) + (reworkDays[index] ?? 0) * dayCosts;
    });
  }
  const { discarded } = view.derive(milestones);
  return {
    rows,
    labour,
    rework: rework.filter((amount) => amount > 0),
    discarded: labour.filter((_, place) => discarded[rows[place] ?? 0] === 1),
    sums: {
      reworkLabour: amountOfLabour(
        question,
        periods.map(({ reworkDays }) => reworkDays.reduce((sum, days) => sum + days, 0)),
      ),
      discarded: amountOfLabour(
        question,
        periods.map((own) =>
          own.personDays.reduce((sum, days, place) => sum + (discarded[own.rows[place] ?? 0] === 1 ? days : 0), 0),
        ),
      ),
    },
  };
}
