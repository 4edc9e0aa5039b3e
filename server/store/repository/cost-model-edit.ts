import type { CapitalisationRule, CostModel, RoleRate, ValueClass } from '../../domain/cost-model.ts';
import { currencyDigits, isCurrency } from '../../domain/currency.ts';
import { done, type Outcome, type UserError } from '../../domain/user-error.ts';
import { isDate } from './is-date.ts';

/** What of the cost model shall change; absent parts stay as they are, and lists are replaced as a whole. */
export interface CostModelEdit {
  readonly currency?: string | null | undefined;
  readonly defaultHourlyRate?: string | null | undefined;
  readonly roleRates?: readonly RoleRate[] | null | undefined;
  readonly burden?: number | null | undefined;
  readonly paybackWeeks?: number | null | undefined;
  readonly valueClasses?: readonly ValueClass[] | null | undefined;
  readonly capitalisation?: readonly CapitalisationRule[] | null | undefined;
}

const most = { burden: 5, paybackWeeks: 520, rows: 100, letters: 100, hourlyRateDigits: 9, perWeekDigits: 12 } as const;

type Refuse = (message: string, ...field: (string | number)[]) => void;

/** Whether nothing at all is to change. */
export const isEmptyEdit = (edit: CostModelEdit): boolean => Object.values(edit).every((part) => part == null);

/**
 * The cost model after an edit, under the next version, or why not: all of it or nothing. It is looked at as a whole,
 * since parts that stay have to fit too: 85.50 is no amount of yen. Amounts have no more digits than their currency,
 * so that what was entered is what is shown.
 */
export function editCostModel(present: CostModel, edit: CostModelEdit): Outcome<CostModel> {
  const errors: UserError[] = [];
  const refuse: Refuse = (message, ...field) => {
    errors.push({ code: 'INVALID', message, field: ['input', ...field.map(String)] });
  };
  const currency = edit.currency?.toUpperCase() ?? present.currency;
  // Amounts of a currency that is none cannot be judged.
  if (!isCurrency(currency)) {
    refuse('There is no such currency. A currency looks like EUR.', 'currency');
    return { ok: false, errors };
  }
  const burden = edit.burden ?? present.burden;
  if (!(burden >= 1 && burden <= most.burden)) refuse(`The burden is a number from 1 to ${most.burden}.`, 'burden');
  const paybackWeeks = edit.paybackWeeks ?? present.paybackWeeks;
  if (!(Number.isInteger(paybackWeeks) && paybackWeeks >= 1 && paybackWeeks <= most.paybackWeeks))
    refuse(`Payback takes from 1 to ${most.paybackWeeks} whole weeks.`, 'paybackWeeks');
  const hourly = amountReader({ currency, wholeDigits: most.hourlyRateDigits, mayBeNothing: false }, refuse);
  const model: CostModel = {
    version: present.version + 1,
    currency,
    defaultHourlyRate: hourly(edit.defaultHourlyRate ?? present.defaultHourlyRate, 'defaultHourlyRate'),
    roleRates: rolesOf(edit.roleRates ?? present.roleRates, hourly, refuse),
    burden,
    paybackWeeks,
    valueClasses: classesOf(
      edit.valueClasses ?? present.valueClasses,
      // A class may say that nobody waits for its issues.
      amountReader({ currency, wholeDigits: most.perWeekDigits, mayBeNothing: true }, refuse),
      refuse,
    ),
    capitalisation: rulesOf(edit.capitalisation ?? present.capitalisation, refuse),
  };
  return errors.length > 0 ? { ok: false, errors } : done(model);
}

function rolesOf(rates: readonly RoleRate[], hourly: ReadAmount, refuse: Refuse): RoleRate[] {
  const part = 'roleRates';
  if (isTooLong(rates, part, refuse)) return [];
  const isRepeated = repetitions();
  return rates.map(({ role, hourlyRate, validFrom }, index) => {
    const name = nameOf(role, 'A role', refuse, part, index, 'role');
    if (!isDate(validFrom)) refuse('A date looks like 2024-02-29.', part, index, 'validFrom');
    else if (isRepeated(name, validFrom))
      refuse(`"${name}" has two rates from the same day on.`, part, index, 'validFrom');
    return { role: name, hourlyRate: hourly(hourlyRate, part, index, 'hourlyRate'), validFrom };
  });
}

function classesOf(classes: readonly ValueClass[], weekly: ReadAmount, refuse: Refuse): ValueClass[] {
  const part = 'valueClasses';
  if (isTooLong(classes, part, refuse)) return [];
  const isRepeated = repetitions();
  return classes.map(({ match, perWeek }, index) => {
    const name = nameOf(match, 'A priority or label', refuse, part, index, 'match');
    if (isRepeated(name)) refuse(`"${name}" is listed twice.`, part, index, 'match');
    return { match: name, perWeek: weekly(perWeek, part, index, 'perWeek') };
  });
}

function rulesOf(rules: readonly CapitalisationRule[], refuse: Refuse): CapitalisationRule[] {
  const part = 'capitalisation';
  if (isTooLong(rules, part, refuse)) return [];
  const isRepeated = repetitions();
  return rules.map(({ issueType, capitalised }, index) => {
    const name = nameOf(issueType, 'An issue type', refuse, part, index, 'issueType');
    if (isRepeated(name)) refuse(`"${name}" is listed twice.`, part, index, 'issueType');
    return { issueType: name, capitalised };
  });
}

/** A list without end is not looked through. */
function isTooLong(rows: readonly unknown[], part: string, refuse: Refuse): boolean {
  if (rows.length <= most.rows) return false;
  refuse(`At most ${most.rows} can be listed.`, part);
  return true;
}

function nameOf(text: string, what: string, refuse: Refuse, ...field: (string | number)[]): string {
  const name = text.trim().normalize('NFC');
  if (name === '' || name.length > most.letters)
    refuse(`${what} has a name of up to ${most.letters} characters.`, ...field);
  return name;
}

/** Tells whether the same texts have come before, in any case; empty ones are refused for being empty. */
function repetitions(): (...texts: readonly string[]) => boolean {
  const seen = new Set<string>();
  return (...texts) => {
    const key = JSON.stringify(texts.map((text) => text.toLowerCase()));
    const isKnown = seen.has(key);
    seen.add(key);
    return isKnown && texts[0] !== '';
  };
}

type ReadAmount = (text: string, ...field: (string | number)[]) => string;

interface AmountRule {
  readonly currency: string;
  /** So many digits before the point at most. */
  readonly wholeDigits: number;
  readonly mayBeNothing: boolean;
}

/** Reads amounts as they are kept: "085.50" is "85.5". None is negative. */
function amountReader({ currency, wholeDigits, mayBeNothing }: AmountRule, refuse: Refuse): ReadAmount {
  const digits = currencyDigits(currency);
  const limit = `1${'0'.repeat(wholeDigits)}`.replace(/\B(?=(\d{3})+$)/g, ',');
  return (text, ...field) => {
    const [, sign, whole, written = ''] = /^(-?)0*(\d*?)(?:\.(\d*))?$/.exec(text) ?? [];
    const fraction = written.replace(/0+$/, '');
    const isNothing = whole === '' && fraction === '';
    if (sign !== '' || whole === undefined || (isNothing && !mayBeNothing))
      refuse(mayBeNothing ? 'An amount is 0 or more.' : 'An amount is more than 0.', ...field);
    else if (whole.length > wholeDigits) refuse(`An amount is less than ${limit}.`, ...field);
    // As written: "1.200" is 1200 to some who type it, and no amount of euros.
    else if (written.length > digits)
      refuse(`${text} has more digits than an amount of ${currency}, which has ${digits} after the point.`, ...field);
    return `${whole || '0'}${fraction === '' ? '' : `.${fraction}`}`;
  };
}
