import type { Amount, Formats } from '../../../ui/format.ts';

/** A cost model as far as versions are told apart by it. */
export interface VersionedModel {
  readonly version: number;
  readonly currency: string;
  readonly defaultHourlyRate: Amount;
  readonly burden: number;
  readonly paybackWeeks: number;
  readonly roleRates: readonly { readonly role: string; readonly hourlyRate: Amount; readonly validFrom: string }[];
  readonly valueClasses: readonly { readonly match: string; readonly perWeek: Amount }[];
  readonly capitalisation: readonly { readonly issueType: string; readonly capitalised: boolean }[];
}

/** What a version changed of the one before it, in a few words each. */
export function versionChanges(model: VersionedModel, before: VersionedModel, formats: Formats): string[] {
  const { money, number, ratio } = formats;
  const arrow = (one: string, other: string): string => `${one} → ${other}`;
  const changes: (string | false)[] = [
    model.currency !== before.currency && `currency ${arrow(before.currency, model.currency)}`,
    model.defaultHourlyRate.amount !== before.defaultHourlyRate.amount &&
      `hourly rate ${arrow(money(before.defaultHourlyRate), money(model.defaultHourlyRate))}`,
    model.burden !== before.burden && `burden ${arrow(ratio(before.burden), ratio(model.burden))}`,
    model.paybackWeeks !== before.paybackWeeks &&
      `payback ${arrow(number(before.paybackWeeks), number(model.paybackWeeks))} weeks`,
    textOf(model.valueClasses) !== textOf(before.valueClasses) &&
      counted(model.valueClasses.length, 'value class', 'value classes'),
    textOf(model.roleRates) !== textOf(before.roleRates) && counted(model.roleRates.length, 'role rate', 'role rates'),
    textOf(model.capitalisation) !== textOf(before.capitalisation) &&
      counted(
        model.capitalisation.filter(({ capitalised }) => capitalised).length,
        'type is capitalised',
        'types are capitalised',
      ),
  ];
  return changes.filter((change) => change !== false);
}

const counted = (count: number, one: string, many: string): string =>
  count === 0 ? `no ${many}` : `${count} ${count === 1 ? one : many}`;

/** Another currency by itself is no change of a list. */
const textOf = (rows: readonly object[]): string =>
  JSON.stringify(rows, (name, value: unknown) => (name === 'currency' ? undefined : value));
