import { segmentState, segmentStates } from '../../flow-view/segment-states.ts';
import type { CostPeriod } from '../cost-period.ts';
import type { MoneyQuestion } from '../money-question.ts';
import { walkLabour } from './walk-labour.ts';

/** The labour of one cost period on each issue that had any, in person-days. */
export interface LabourByRow {
  readonly period: CostPeriod;
  /** Rows on which it is booked, ascending. */
  readonly rows: Uint32Array;
  readonly personDays: Float64Array;
  /** The part of it that passed below the highest stage reached. */
  readonly reworkDays: Float64Array;
}

/** The labour in scope by issue, one for each of the question's cost periods. */
export function labourByRow(question: MoneyQuestion): LabourByRow[] {
  const { view, costs } = question;
  const states = view.derive(segmentStates);
  return costs.map((period) => {
    const all = new Float64Array(view.table.rowCount);
    const rework = new Float64Array(view.table.rowCount);
    walkLabour(question, period.from, period.to, (segment, row, share) => {
      all[row] = (all[row] ?? 0) + share;
      if (((states[segment] ?? 0) & segmentState.REWORK) !== 0) rework[row] = (rework[row] ?? 0) + share;
    });
    const rows = new Uint32Array(all.length);
    let count = 0;
    for (let row = 0; row < all.length; row += 1) if ((all[row] ?? 0) > 0) rows[count++] = row;
    const found = rows.slice(0, count);
    return {
      period,
      rows: found,
      personDays: Float64Array.from(found, (row) => all[row] ?? 0),
      reworkDays: Float64Array.from(found, (row) => rework[row] ?? 0),
    };
  });
}
