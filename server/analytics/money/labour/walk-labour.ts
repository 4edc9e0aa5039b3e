import type { LocalDay } from '../../clocks/local-date.ts';
import type { MoneyQuestion } from '../money-question.ts';
import { bookedRows } from './booked-rows.ts';

import { labourRows } from './labour-rows.ts';
import { ledgerOfWindow } from './ledger-of-window.ts';
import { segmentRows } from './segment-rows.ts';

/**
 * @param segment in which the labour passed: of its own issue, which may be a subtask
 * @param row on which it is booked
 * @param share days of one person
 */
export type SeeLabour = (segment: number, row: number, share: number) => void;

/** Shows the labour in scope on local days from `from` up to, but not including, `to`, day by day. */
export function walkLabour(question: MoneyQuestion, from: LocalDay, to: LocalDay, see: SeeLabour): void {
  const { view } = question;
  const { firstDay, dayStart, segment: segments, share } = ledgerOfWindow(question);
  const rows = view.derive(segmentRows);
  const booked = view.derive(bookedRows);
  const isInScope = labourRows(question);
  const dayCount = dayStart.length - 1;
  const placeOf = (day: LocalDay): number => dayStart[Math.max(0, Math.min(day - firstDay, dayCount))] ?? 0;
  const end = placeOf(to);
  for (let entry = placeOf(from); entry < end; entry += 1) {
    const segment = segments[entry] ?? 0;
    const row = rows[segment] ?? 0;
    if (isInScope[row] === 1) see(segment, booked[row] ?? row, share[entry] ?? 0);
  }
}
