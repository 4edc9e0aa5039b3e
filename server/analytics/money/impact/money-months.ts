import type { MonthFigures, MonthLock } from '../../../domain/cost-model.ts';
import { localDateText } from '../../clocks/local-date.ts';
import { periodsOf } from '../../flow-series/periods-of.ts';
import { type Money, moneyOf } from '../amount.ts';
import { Decimal } from '../decimal.ts';
import { delayOfWindow } from '../delay/delay-cost.ts';
import type { MoneyQuestion } from '../money-question.ts';
import { delayOfMonths } from './delay-of-months.ts';
import { labourBetween } from './labour-between.ts';

/** What one calendar month came to. */
export interface MoneyMonth {
  /** Its first day. */
  readonly month: string;
  readonly labour: Money;
  readonly reworkLabour: Money;
  readonly discarded: Money;
  readonly delay: Money;
}

/** What was kept of a month when it was locked. */
export type MonthSnapshot = Pick<MonthLock, 'month' | 'figures'>;

/**
 * The calendar months that lie wholly inside the window. Labour goes by the method of the window, so that months compare.
 * Of a locked month it is what was kept of it, unless only a part of the connection is asked about.
 */
export function moneyMonths(question: MoneyQuestion, currency: string, locked: readonly MonthSnapshot[]): MoneyMonth[] {
  const { window, local } = question;
  const told = (amount: Decimal | string | number): Money => moneyOf(new Decimal(amount), currency);
  const kept = new Map(isAboutAll(question) ? locked.map(({ month, figures }) => [month, figures]) : []);
  const months = periodsOf(window, 'MONTH', local);
  const delays = delayOfMonths(
    question,
    months.map(({ first, end }) => ({ from: window.dayStarts[first] ?? 0, to: window.dayStarts[end] ?? 0 })),
  );
  return months.map(({ date, first, end }, place) => {
    const figures = kept.get(date) ?? {
      ...labourBetween(question, window.firstDay + first, window.firstDay + end),
      delay: delays[place] ?? 0,
    };
    return {
      month: date,
      labour: told(figures.labour),
      reworkLabour: told(figures.reworkLabour),
      discarded: told(figures.discarded),
      delay: told(figures.delay),
    };
  });
}

/** What the whole window of a question comes to: decimal texts in the currency of its model, as they are kept of a month. */
export function figuresOf(question: MoneyQuestion): MonthFigures {
  const { firstDay, dayCount } = question.window;
  const { labour, reworkLabour, discarded } = labourBetween(question, firstDay, firstDay + dayCount);
  return {
    labour: labour.toFixed(),
    reworkLabour: reworkLabour.toFixed(),
    discarded: discarded.toFixed(),
    delay: delayOfWindow(question).base.toFixed(),
  };
}

/** Names of the months of the window of which figures were kept that its trend shows. */
export function keptMonths(question: MoneyQuestion, locked: readonly MonthSnapshot[]): string[] {
  const { firstDay, dayCount } = question.window;
  const [from, to] = [localDateText(firstDay), localDateText(firstDay + dayCount)];
  if (!isAboutAll(question)) return [];
  return locked
    .filter(({ month, figures }) => figures !== null && from <= month && month < to)
    .map(({ month }) => month);
}

/** Figures are kept of a whole connection: they say nothing of a part of it. */
const isAboutAll = ({ scope: { includeSubtasks, ...parts } }: MoneyQuestion): boolean =>
  !includeSubtasks && Object.values(parts).every((part) => part === undefined);
