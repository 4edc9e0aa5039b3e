import type { UpdateCostModelInput } from '../../../gql/graphql.ts';
import type { Amount } from '../../../ui/format.ts';
import { readDecimal } from '../../money/read-decimal.ts';

/** A row of a list as typed; its key is nothing but its identity while it is edited. */
export interface DraftRow {
  readonly key: number;
  readonly values: Readonly<Record<string, string>>;
}

/** The cost model as it stands in the form, with the version that it began as. */
export interface CostsDraft {
  readonly version: number;
  readonly currency: string;
  readonly hourlyRate: string;
  readonly burden: string;
  readonly paybackWeeks: string;
  /** Each has `role`, `hourlyRate` and `validFrom`. */
  readonly roleRates: readonly DraftRow[];
  /** Each has `match` and `perWeek`. */
  readonly valueClasses: readonly DraftRow[];
  /** Issue types whose labour is capitalised, in the order of their names. */
  readonly capitalised: readonly string[];
}

interface SavedCosts {
  readonly version: number;
  readonly currency: string;
  readonly defaultHourlyRate: Amount;
  readonly burden: number;
  readonly paybackWeeks: number;
  readonly roleRates: readonly { readonly role: string; readonly hourlyRate: Amount; readonly validFrom: string }[];
  readonly valueClasses: readonly { readonly match: string; readonly perWeek: Amount }[];
  readonly capitalisation: readonly { readonly issueType: string; readonly capitalised: boolean }[];
}

export function costsDraft(saved: SavedCosts): CostsDraft {
  return {
    version: saved.version,
    currency: saved.currency,
    hourlyRate: saved.defaultHourlyRate.amount,
    burden: String(saved.burden),
    paybackWeeks: String(saved.paybackWeeks),
    roleRates: saved.roleRates.map(({ role, hourlyRate, validFrom }, key) => ({
      key,
      values: { role, hourlyRate: hourlyRate.amount, validFrom },
    })),
    valueClasses: saved.valueClasses.map(({ match, perWeek }, key) => ({
      key,
      values: { match, perWeek: perWeek.amount },
    })),
    capitalised: saved.capitalisation
      .filter(({ capitalised }) => capitalised)
      .map(({ issueType }) => issueType)
      .toSorted(),
  };
}

const parts = [
  'currency',
  'hourlyRate',
  'burden',
  'paybackWeeks',
  'roleRates',
  'valueClasses',
  'capitalised',
] as const satisfies readonly (keyof CostsDraft)[];

/**
 * What was changed here since `origin`, put on what has been saved elsewhere meanwhile: whatever nobody has touched here is
 * as it was saved there.
 */
export function onTopOf(newer: CostsDraft, draft: CostsDraft, origin: CostsDraft): CostsDraft {
  const own = parts.filter((part) => JSON.stringify(draft[part]) !== JSON.stringify(origin[part]));
  return { ...newer, ...Object.fromEntries(own.map((part) => [part, draft[part]])) };
}

/** Only what differs, over the given version: lists go as a whole. Amounts stay texts: they are exact. */
export function costsInput(draft: CostsDraft, saved: CostsDraft, version: number): UpdateCostModelInput {
  const differs = (part: keyof CostsDraft): boolean => JSON.stringify(draft[part]) !== JSON.stringify(saved[part]);
  const amount = (text: string | undefined): string => readDecimal(text ?? '') ?? '';
  return {
    version,
    ...(differs('currency') && { currency: draft.currency }),
    ...(differs('hourlyRate') && { defaultHourlyRate: amount(draft.hourlyRate) }),
    ...(differs('burden') && { burden: Number(amount(draft.burden)) }),
    ...(differs('paybackWeeks') && { paybackWeeks: Number(amount(draft.paybackWeeks)) }),
    ...(differs('roleRates') && {
      roleRates: draft.roleRates.map(({ values: { role = '', hourlyRate, validFrom = '' } }) => ({
        role,
        hourlyRate: amount(hourlyRate),
        validFrom,
      })),
    }),
    ...(differs('valueClasses') && {
      valueClasses: draft.valueClasses.map(({ values: { match = '', perWeek } }) => ({
        match,
        perWeek: amount(perWeek),
      })),
    }),
    ...(differs('capitalised') && {
      capitalisation: draft.capitalised.map((issueType) => ({ issueType, capitalised: true })),
    }),
  };
}
