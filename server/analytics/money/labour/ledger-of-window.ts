import type { MoneyQuestion } from '../money-question.ts';
import { type LabourLedger, labourLedger } from './labour-ledger.ts';

/** The ledger by which the labour of a window is told; its `method` is to be named in the answer. */
export function ledgerOfWindow({ view, clock }: MoneyQuestion): LabourLedger {
  return labourLedger(view, clock);
}
