import type { LockedMonth } from '../../domain/cost-model.ts';
import type { Settings, WorkingCalendar } from '../../domain/settings.ts';
import type { Clocks } from '../clocks/clocks-of.ts';
import type { WorkingClock } from '../clocks/working-clock.ts';
import type { Question } from '../metrics/question.ts';
import type { CostPeriod } from './cost-period.ts';
import { costPeriods } from './cost-periods.ts';

/** A question about money. Its clock is never asked for: labour runs on the working clock, delay on the calendar. */
export interface MoneyQuestion extends Question {
  readonly clock: WorkingClock;
  /** The days of the window, in order and without a gap; one period unless months of it are locked. */
  readonly costs: readonly CostPeriod[];
  readonly calendar: WorkingCalendar;
}

/** The same question, with what time is worth. */
export function moneyQuestionOf(
  question: Question,
  clocks: Clocks,
  { costModel, workingCalendar: calendar }: Pick<Settings, 'costModel' | 'workingCalendar'>,
  locked: readonly LockedMonth[],
): MoneyQuestion {
  return { ...question, clock: clocks.of.WORKING, costs: costPeriods(question.window, costModel, locked), calendar };
}
