import type { WorkingCalendar } from '../../domain/settings.ts';
import type { Question } from '../metrics/question.ts';
import type { CostPeriod } from './cost-period.ts';

/** A question about money. Its `clock` is never asked: labour runs on the working clock, delay on the calendar. */
export interface MoneyQuestion extends Question {
  /** The days of the window, in order and without a gap; one period unless months of it are locked. */
  readonly costs: readonly CostPeriod[];
  readonly calendar: WorkingCalendar;
}
