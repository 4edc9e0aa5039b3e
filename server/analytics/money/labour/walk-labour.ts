import type { LocalDay } from '../../clocks/local-date.ts';
import type { MoneyQuestion } from '../money-question.ts';
import { bookedRows } from './booked-rows.ts';
import { entriesWithin } from './labour-ledger.ts';
import { labourRows } from './labour-rows.ts';
import { ledgerOfWindow } from './ledger-of-window.ts';
import { paidPeople } from './paid-people.ts';
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
  const ledger = ledgerOfWindow(question);
  const { segment: segments, person, share } = ledger;
  const rows = view.derive(segmentRows);
  const booked = view.derive(bookedRows);
  const isInScope = labourRows(question);
  // Who has an issue in work is paid for it; who logs time on another's need not be.
  const isPaid = ledger.method === 'WORKLOGS' ? paidPeople(question) : null;
  const { first, end } = entriesWithin(ledger, from, to);
  for (let entry = first; entry < end; entry += 1) {
    if (isPaid && isPaid[person[entry] ?? 0] === 0) continue;
    const segment = segments[entry] ?? 0;
    const row = rows[segment] ?? 0;
    if (isInScope[row] === 1) see(segment, booked[row] ?? row, share[entry] ?? 0);
  }
}
