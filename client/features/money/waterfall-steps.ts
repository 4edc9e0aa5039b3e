import type { Amount } from '../../ui/format.ts';

/** One bar of the waterfall, from where it begins to where it ends on the line of money. */
export interface WaterfallStep {
  readonly name: string;
  readonly amount: Amount;
  /** For drawing only. */
  readonly from: number;
  readonly to: number;
  readonly role: 'whole' | 'part' | 'rework' | 'dropped' | 'rest';
  /** What it may be, when it is estimated. */
  readonly range: { readonly low: Amount; readonly high: Amount } | null;
}

interface Estimated {
  readonly low: Amount;
  readonly base: Amount;
  readonly high: Amount;
}

export interface ShownImpact {
  readonly labour: Estimated;
  readonly reworkLabour: Estimated;
  readonly discarded: Estimated;
  readonly reconciliation: {
    readonly paidCapacity: Amount;
    readonly attributed: Amount;
    readonly unattributed: Amount;
  };
}

/**
 * Paid capacity, the part of it that went into issues, and the rest, which begins where that part ends and ends with the
 * capacity. Rework and dropped work lie inside the part: an issue may be in both, so they do not follow each other.
 */
export function waterfallSteps({
  labour,
  reworkLabour,
  discarded,
  reconciliation,
}: ShownImpact): readonly WaterfallStep[] {
  const { paidCapacity, attributed, unattributed } = reconciliation;
  const number = ({ amount }: Amount): number => Number(amount);
  return [
    {
      name: 'Paid capacity',
      amount: paidCapacity,
      from: 0,
      to: number(paidCapacity),
      role: 'whole',
      range: null,
    },
    {
      name: 'Labour on issues',
      amount: attributed,
      from: 0,
      to: number(attributed),
      role: 'part',
      range: labour,
    },
    {
      name: 'of it, rework',
      amount: reworkLabour.base,
      from: 0,
      to: number(reworkLabour.base),
      role: 'rework',
      range: reworkLabour,
    },
    {
      name: 'of it, dropped',
      amount: discarded.base,
      from: 0,
      to: number(discarded.base),
      role: 'dropped',
      range: discarded,
    },
    {
      name: 'On no issue',
      amount: unattributed,
      from: number(attributed),
      to: number(paidCapacity),
      role: 'rest',
      range: null,
    },
  ];
}
