import type { ShownError } from '../../api/user-errors.ts';
import { readDecimal } from '../../money/read-decimal.ts';
import type { CostsDraft } from './costs-draft.ts';

/** A sentence for each part of the form that does not fit; a cell of a list is "valueClasses.0.perWeek". */
export type CostsErrors = Readonly<Record<string, string>>;

export interface SortedCostsErrors {
  readonly byPart: CostsErrors;
  /** What belongs to no part. */
  readonly form: readonly string[];
}

const parts = [
  'currency',
  'defaultHourlyRate',
  'burden',
  'paybackWeeks',
  'roleRates',
  'valueClasses',
  'capitalisation',
];

/** Puts the server's errors where they belong. */
export function sortCostsErrors(errors: readonly ShownError[]): SortedCostsErrors {
  const byPart: Record<string, string> = {};
  const form: string[] = [];
  for (const { field, message } of errors) {
    const [, part = '', ...rest] = field ?? [];
    if (!parts.includes(part)) form.push(message);
    else byPart[[part, ...rest].join('.')] ??= message;
  }
  return { byPart, form };
}

/** What need not be asked of the server: a number or a day that is none cannot be sent. */
export function unsendable(draft: CostsDraft): CostsErrors {
  const isNumber = (text: string | undefined): boolean => readDecimal(text ?? '') !== null;
  const isWhole = /^\d+$/.test(draft.paybackWeeks.trim());
  const amount = 'An amount is a number like 1250.50, with no mark between thousands.';
  return {
    ...(!isNumber(draft.hourlyRate) && { defaultHourlyRate: amount }),
    ...(!isNumber(draft.burden) && { burden: 'A number of 1 or more, like 1.3.' }),
    ...(!isWhole && { paybackWeeks: 'A whole number of weeks, like 26.' }),
    ...Object.fromEntries([
      ...draft.roleRates.flatMap(({ values }, place) => [
        ...(isNumber(values.hourlyRate) ? [] : [[`roleRates.${place}.hourlyRate`, amount]]),
        ...(values.validFrom ? [] : [[`roleRates.${place}.validFrom`, 'From which day on?']]),
      ]),
      ...draft.valueClasses.flatMap(({ values }, place) =>
        isNumber(values.perWeek) ? [] : [[`valueClasses.${place}.perWeek`, amount]],
      ),
    ]),
  };
}
