import type { Decimal } from '../decimal.ts';
import { amountOfLabour, labourAmounts, paidCapacity } from '../labour/labour-amounts.ts';
import { entriesWithin } from '../labour/labour-ledger.ts';
import { labourRows } from '../labour/labour-rows.ts';
import { ledgerOfWindow } from '../labour/ledger-of-window.ts';
import { paidPeople } from '../labour/paid-people.ts';
import { segmentRows } from '../labour/segment-rows.ts';
import { passedOn } from '../labour/working-days.ts';
import type { MoneyQuestion } from '../money-question.ts';

/** The conservation law of a window, in whole units of the currency. */
export interface Reconciliation {
  readonly paidCapacity: Decimal;
  readonly attributed: Decimal;
  readonly unattributed: Decimal;
  /** What paid capacity is more than both; nothing, unless something is counted twice or left out. */
  readonly difference: Decimal;
}

/**
 * Holds paid capacity, which is people × days × rate, against what the ledger attributes to issues and what it leaves of
 * every single person's day (METRICS 2.7, "Conservation law"). Neither side is made from the other: a day that was given
 * away twice, or to somebody who is not paid, is a difference.
 */
export function reconcile(question: MoneyQuestion, unit: Decimal): Reconciliation {
  const { total, attributed } = labourAmounts(question, unit);
  const { worked, idle } = daysOfPeople(question);
  const counted = amountOfLabour(question, worked).plus(amountOfLabour(question, idle));
  const difference = paidCapacity(question).minus(counted).div(unit).round().times(unit);
  return { paidCapacity: total, attributed, unattributed: total.minus(attributed).minus(difference), difference };
}

/** Person-days in every cost period that went into issues in scope, and those that paid people had left. */
function daysOfPeople(question: MoneyQuestion) {
  const { view, clock, costs } = question;
  const ledger = ledgerOfWindow(question);
  const rows = view.derive(segmentRows);
  const isInScope = labourRows(question);
  const isPaid = paidPeople(question);
  const paid = Uint32Array.from(isPaid.keys()).filter((person) => isPaid[person] === 1);
  const used = new Float64Array(isPaid.length);
  const ofPeriod = costs.map((period) => {
    let worked = 0;
    let idle = 0;
    for (let day = period.from; day < period.to; day += 1) {
      const { first, end } = entriesWithin(ledger, day, day + 1);
      for (let entry = first; entry < end; entry += 1) {
        if (isInScope[rows[ledger.segment[entry] ?? 0] ?? 0] === 0) continue;
        const person = ledger.person[entry] ?? 0;
        // Who logs time on the issues of others without being paid for the scope has no part in it.
        if (ledger.method === 'WORKLOGS' && isPaid[person] === 0) continue;
        used[person] = (used[person] ?? 0) + (ledger.share[entry] ?? 0);
        worked += ledger.share[entry] ?? 0;
      }
      const passed = passedOn(view, clock, day);
      for (const person of paid) idle += Math.max(0, passed - (used[person] ?? 0));
      used.fill(0);
    }
    return { worked, idle };
  });
  return { worked: ofPeriod.map(({ worked }) => worked), idle: ofPeriod.map(({ idle }) => idle) };
}
