import { type Money, moneyOf, unitOf } from '../money/amount.ts';
import { costModelAtEnd } from '../money/cost-model-at-end.ts';
import { costModelNamed } from '../money/cost-model-named.ts';
import type { Decimal } from '../money/decimal.ts';
import { type DelayCost, delayOfWindow } from '../money/delay/delay-cost.ts';
import { delayEstimate } from '../money/delay/delay-estimate.ts';
import { unvaluedWaits } from '../money/delay/unvalued-waits.ts';
import type { Estimate } from '../money/estimate.ts';
import { capacityEquivalent } from '../money/impact/capacity-equivalent.ts';
import { type CostDriver, costDrivers } from '../money/impact/cost-drivers.ts';
import { impactAssumptions } from '../money/impact/impact-assumptions.ts';
import { labourEstimate } from '../money/impact/labour-estimate.ts';
import { labourParts } from '../money/impact/labour-parts.ts';
import { type MoneyMonth, type MonthSnapshot, moneyMonths } from '../money/impact/money-months.ts';
import { reconcile } from '../money/impact/reconcile.ts';
import { waitingWithin } from '../money/impact/waiting-within.ts';
import { labourByRow } from '../money/labour/labour-by-row.ts';
import { labourDefinition } from '../money/labour/labour-definition.ts';
import { ledgerOfWindow } from '../money/labour/ledger-of-window.ts';
import type { MoneyQuestion } from '../money/money-question.ts';
import { type Basis, basisOf } from './basis.ts';

/** Paid capacity is attributed and unattributed labour, to the cent; `difference` says so. */
export interface ToldReconciliation {
  readonly paidCapacity: Money;
  readonly attributed: Money;
  readonly unattributed: Money;
  readonly difference: Money;
}

/** Kinds of money stand side by side: no field is a sum over them. */
export interface FinancialImpact {
  readonly basis: Basis;
  readonly labour: Estimate;
  readonly reworkLabour: Estimate;
  readonly discarded: Estimate;
  readonly delay: Estimate;
  readonly capacityEquivalent: Estimate;
  readonly reconciliation: ToldReconciliation;
  readonly trend: readonly MoneyMonth[];
  /** The dearest first. */
  readonly drivers: readonly CostDriver[];
  readonly assumptions: readonly string[];
}

const definitionEnd =
  ' Rework labour is its part in stages below the highest that the issue had reached, discarded its part on items known at ' +
  'asOf to be dropped: both are in labour already. Delay cost is what a week without the item costs × the calendar time, ' +
  'inside the window and between start and done, that it waited in queues, flagged or for a new owner to act; dropped items ' +
  'cost none. The capacity equivalent is the same waiting on the working clock at the loaded rate, and no cost. Kinds are ' +
  'never summed. n are the items with labour or delay cost. By ';

/**
 * What the window cost, each kind of money by itself (METRICS 2.7 and 4, "Money").
 *
 * @param locked what was kept of months when they were locked
 */
export function financialImpact(
  question: MoneyQuestion,
  currency: string,
  locked: readonly MonthSnapshot[] = [],
): FinancialImpact {
  const { costs } = question;
  const unit = unitOf(currency);
  const { method } = ledgerOfWindow(question);
  const reconciliation = reconcile(question, unit);
  const byRow = labourByRow(question);
  const parts = labourParts(question, byRow);
  const delay = delayOfWindow(question);
  const told = {
    reworkLabour: wholeUnits(parts.sums.reworkLabour, unit),
    discarded: wholeUnits(parts.sums.discarded, unit),
    delay: wholeUnits(delay.base, unit),
  };
  const counted = unionOf(parts.rows, delay.rows);
  return {
    basis: basisOf(
      question,
      counted,
      unvaluedWaits(question),
      `${labourDefinition(method)}${definitionEnd}${costModelNamed(costs)}.`,
    ),
    labour: labourEstimate('LABOUR', method, reconciliation.attributed, parts.labour),
    reworkLabour: labourEstimate('REWORK_LABOUR', method, told.reworkLabour, parts.rework),
    discarded: labourEstimate('DISCARDED', method, told.discarded, parts.discarded),
    delay: delayEstimate(delay, costModelAtEnd(question), { told: told.delay }),
    capacityEquivalent: capacityEquivalent(question, waitingWithin(question)),
    reconciliation: {
      paidCapacity: moneyOf(reconciliation.paidCapacity, currency),
      attributed: moneyOf(reconciliation.attributed, currency),
      unattributed: moneyOf(reconciliation.unattributed, currency),
      difference: moneyOf(reconciliation.difference, currency),
    },
    trend: moneyMonths(question, currency, locked),
    drivers: costDrivers(question, byRow, told, currency),
    assumptions: impactAssumptions(question, delay, locked),
  };
}

const wholeUnits = (amount: Decimal, unit: Decimal): Decimal => amount.div(unit).round().times(unit);

/** Both, ascending. */
function unionOf(a: ArrayLike<number>, b: DelayCost['rows']): Uint32Array {
  return Uint32Array.from(new Set([...Array.from(a), ...b])).sort();
}
