import type { Decimal } from '../decimal.ts';
import { type CostKind, type Estimate, estimateOf } from '../estimate.ts';
import type { LabourMethod } from '../labour/labour-ledger.ts';

export type LabourKind = Exclude<CostKind, 'DELAY' | 'CAPACITY_EQUIVALENT'>;

const sources: Readonly<Record<LabourMethod, string>> = {
  EVEN_SPLIT: "Even split: each person's working day in equal slices over the issues they had in active stages",
  WORKLOGS: 'Worklogs: the hours that people logged, up to those of a day',
};
const whats: Readonly<Record<LabourKind, string>> = {
  LABOUR: '',
  REWORK_LABOUR: ', the part in stages below the highest that the issue had reached',
  DISCARDED: ', the part on items known by now to be dropped',
};

/**
 * @param base whole units of the currency
 * @param parts what each issue has part in it
 */
export function labourEstimate(
  kind: LabourKind,
  method: LabourMethod,
  base: Decimal,
  parts: ArrayLike<number>,
): Estimate {
  return estimateOf({
    kind,
    confidence: method === 'WORKLOGS' ? 'HIGH' : 'MEDIUM',
    method: `${sources[method]}${whats[kind]}, at the loaded hourly rate.`,
    base,
    parts,
    assumptions: [],
  });
}
