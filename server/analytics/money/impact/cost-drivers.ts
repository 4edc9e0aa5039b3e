import { timePlacesOf } from '../../status-time/time-places-of.ts';
import { unitOf } from '../amount.ts';
import { costModelAtEnd } from '../cost-model-at-end.ts';
import { Decimal } from '../decimal.ts';
import { delayByPlace } from '../delay/delay-cost.ts';
import { delayEstimate } from '../delay/delay-estimate.ts';
import type { Estimate } from '../estimate.ts';
import type { LabourByRow } from '../labour/labour-by-row.ts';
import { ledgerOfWindow } from '../labour/ledger-of-window.ts';
import { tellLabour } from '../labour/tell-labour.ts';
import type { MoneyQuestion } from '../money-question.ts';
import { splitAmount } from '../split-amount.ts';
import { type LabourKind, labourEstimate } from './labour-estimate.ts';
import { discardedGroups, type LabourGroup, reworkGroups } from './labour-groups.ts';

/** A large part of one kind of money. */
export interface CostDriver {
  readonly title: string;
  readonly cost: Estimate;
  /** Of all of its own kind, 0 to 1. */
  readonly share: number;
  /** The issues that are behind it, the most costly first. */
  rowsBehind(): Uint32Array;
}

/** What the kinds came to as they are told, whole units of the currency: the parts of each sum to it. */
export interface ToldKinds {
  readonly reworkLabour: Decimal;
  readonly discarded: Decimal;
  readonly delay: Decimal;
}

export const mostDrivers = 8;

/** A part that may be a driver, before it is known whether it is one. */
interface Part {
  readonly title: string;
  readonly amount: Decimal;
  readonly share: number;
  estimate(): Estimate;
  /** Rows and what each cost. */
  costs(): Iterable<readonly [row: number, amount: number]>;
}

/**
 * Where the money goes: waiting by stage, rework by stage and dropped work by type, the dearest first. Kinds stand side
 * by side and are not summed: a share is that of the driver's own kind.
 */
export function costDrivers(
  question: MoneyQuestion,
  byRow: readonly LabourByRow[],
  told: ToldKinds,
  currency: string,
): CostDriver[] {
  const unit = unitOf(currency);
  const parts = [
    ...delayParts(question, told.delay, unit),
    ...labourParts(question, 'REWORK_LABOUR', told.reworkLabour, reworkGroups(question), unit),
    ...labourParts(question, 'DISCARDED', told.discarded, discardedGroups(question, byRow), unit),
  ];
  return parts
    .filter(({ amount }) => amount.gt(0))
    .sort((a, b) => b.amount.comparedTo(a.amount))
    .slice(0, mostDrivers)
    .map(({ title, share, estimate, costs }) => ({
      title,
      share,
      cost: estimate(),
      rowsBehind: () =>
        Uint32Array.from([...costs()].sort(([a, ofA], [b, ofB]) => ofB - ofA || a - b).map(([row]) => row)),
    }));
}

function delayParts(question: MoneyQuestion, whole: Decimal, unit: Decimal): Part[] {
  const places = timePlacesOf(question.view, 'STAGE');
  const costs = delayByPlace(question, places.placeOf, places.count);
  const bases = costs.map(({ base }) => base);
  const sum = Decimal.sum(0, ...bases);
  const model = costModelAtEnd(question);
  return splitAmount(whole, bases, unit).map((amount, place) => {
    const cost = costs[place] ?? { base: amount, payback: amount, paybackInOneWeek: amount, rows: [], amounts: [] };
    return {
      title: `Waiting in ${places.nameOf(place).name}`,
      amount,
      share: sum.isZero() ? 0 : cost.base.div(sum).toNumber(),
      estimate: () => delayEstimate(cost, model, { told: amount }),
      costs: () => cost.rows.map((row, index) => [row, cost.amounts[index] ?? 0] as const),
    };
  });
}

function labourParts(
  question: MoneyQuestion,
  kind: LabourKind,
  whole: Decimal,
  groups: readonly LabourGroup[],
  unit: Decimal,
): Part[] {
  const { method } = ledgerOfWindow(question);
  const told = tellLabour(
    question,
    whole,
    groups.map(({ personDays }) => personDays),
    unit,
  );
  return groups.map(({ title, amounts }, place) => {
    const { amount, share } = told[place] ?? { amount: new Decimal(0), share: 0 };
    return {
      title,
      amount,
      share,
      estimate: () => labourEstimate(kind, method, amount, [...amounts.values()]),
      costs: () => amounts,
    };
  });
}
