import type { MoneyQuestion } from '../money-question.ts';
import { type LabourLedger, labourLedger } from './labour-ledger.ts';
import { loggedCoverage } from './logged-coverage.ts';
import { loggedLabour } from './logged-labour.ts';

/** Worklogs are gone by where they cover so much of the paid hours (METRICS 4, "Which labour method"). */
export const enoughLogged = 0.8;
/** Parts of days summed up miss a whole by less. */
const dust = 1e-9;

/** The ledger by which the labour of a window is told; its `method` is to be named in the answer. */
export function ledgerOfWindow(question: MoneyQuestion): LabourLedger {
  const { view, clock } = question;
  if (loggedCoverage(question) < enoughLogged - dust) return labourLedger(view, clock);
  return view.deriveOn(clock, loggedLabour);
}
