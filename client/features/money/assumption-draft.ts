import type { UpdateCostModelInput } from '../../gql/graphql.ts';
import type { Amount } from '../../ui/format.ts';
import { readDecimal } from './read-decimal.ts';

/** What every amount stands on and can be changed in place, as typed. */
export interface AssumptionDraft {
  readonly hourlyRate: string;
  readonly burden: string;
  readonly paybackWeeks: string;
}

interface SavedAssumptions {
  readonly defaultHourlyRate: Amount;
  readonly burden: number;
  readonly paybackWeeks: number;
}

export const assumptionDraft = (saved: SavedAssumptions): AssumptionDraft => ({
  hourlyRate: saved.defaultHourlyRate.amount,
  burden: String(saved.burden),
  paybackWeeks: String(saved.paybackWeeks),
});

type Sent = Pick<UpdateCostModelInput, 'defaultHourlyRate' | 'burden' | 'paybackWeeks'>;

interface ReadAssumptions {
  /** Only what has changed, so that what somebody else changes meanwhile stays. */
  readonly input: Sent;
  /** By the name of the input's field. */
  readonly faults: Readonly<Record<string, string>>;
}

export function readAssumptions(draft: AssumptionDraft, base: AssumptionDraft): ReadAssumptions {
  const rate = readDecimal(draft.hourlyRate);
  const burden = readDecimal(draft.burden);
  const weeks = readDecimal(draft.paybackWeeks);
  return {
    input: {
      ...(draft.hourlyRate !== base.hourlyRate && rate !== null && { defaultHourlyRate: rate }),
      ...(draft.burden !== base.burden && { burden: Number(burden) }),
      ...(draft.paybackWeeks !== base.paybackWeeks && { paybackWeeks: Number(weeks) }),
    },
    faults: {
      ...(rate === null && { defaultHourlyRate: 'What does an hour cost? A number, like 60.' }),
      ...(burden === null && { burden: 'A number of 1 or more, like 1.3.' }),
      ...((weeks === null || weeks.includes('.')) && { paybackWeeks: 'A whole number of weeks, like 26.' }),
    },
  };
}
