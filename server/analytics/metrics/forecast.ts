import { done, type Outcome } from '../../domain/user-error.ts';
import { calendarClock } from '../clocks/calendar-clock.ts';
import { type LocalDay, localDateText, localDayOf } from '../clocks/local-date.ts';
import { completeDaysBefore } from '../clocks/window-of.ts';
import { deliveredWithin } from '../flow-view/delivered-within.ts';
import { milestones } from '../flow-view/milestones.ts';
import { type Calibration, calibration } from '../forecasting/calibration.ts';
import { dailyThroughput, saysEnough } from '../forecasting/daily-throughput.ts';
import { daysUntil } from '../forecasting/days-until.ts';
import { deliveredBy } from '../forecasting/delivered-by.ts';
import { type ForecastOrder, type ForecastRequest, forecastOrder } from '../forecasting/forecast-request.ts';
import { exceededWith, likelihoodBy, reachedWith } from '../forecasting/likelihood.ts';
import { horizonDays, seedOf, type Trials } from '../forecasting/trials.ts';
import { type Basis, basisOf } from './basis.ts';
import type { Question } from './question.ts';
import type { DayValue } from './rolling-p85.ts';
import { subtasksLeftOut } from './subtasks-left-out.ts';

/** "YYYY-MM-DD" by which all are done with a probability, 0 to 1. */
export interface ForecastDate {
  readonly probability: number;
  readonly date: string;
}

/** How many are done at least with a probability, 0 to 1. */
export interface ForecastCount {
  readonly probability: number;
  readonly count: number;
}

export interface Forecast {
  readonly basis: Basis;
  readonly trials: number;
  readonly seed: number;
  /** For `items`: by rising probability. Without those that are not reached within the horizon. */
  readonly when: readonly ForecastDate[];
  /** For `by`: by rising probability. */
  readonly howMany: readonly ForecastCount[];
  /**
   * For `items`, how likely it is that they are done by each day, from the first on which it is possible at all; for
   * `by`, how many are done by each day up to it with a probability of 0.85.
   */
  readonly distribution: readonly DayValue[];
  readonly calibration: Calibration | null;
  /** How many are done by which day with a probability of 0.85, whichever was asked for; null where that is not told. */
  readonly at85: { readonly items: number; readonly day: LocalDay } | null;
}

/** What is always told, in percent. */
const percents = [50, 70, 85, 95];

/** Days that the course up to `by` is told of at most: every one, every second, and so on, the last being `by`. */
const mostDays = 92;

/** With which probability, in percent. */
const courseP = 85;

const definition =
  'Each trial draws local calendar days, with replacement, from the number of issues in scope delivered on each of the ' +
  "complete days of history before asOf's date, days without any included; the first day drawn is tomorrow. A date is " +
  'the first by which so many are done in at least that share of the trials, a count the largest that is reached in at ' +
  `least that share; a trial ends ${horizonDays} days ahead, and dates beyond are not given. Fewer than 5 days of history with a ` +
  'completion give no answer. Calibration forecasts every week of the history from as many days before it, by the ' +
  'completions that stood then, and counts the weeks in which at least the promised number was delivered; scope and ' +
  'resolution are those of asOf.';

/** When so much will be done, or how much by then (METRICS 2.5 and 4, "Forecast"). INVALID for what cannot be asked. */
export function forecast(question: Question, request: ForecastRequest): Outcome<Forecast> {
  const { view, rows, local } = question;
  const today = local.dayOf(view.asOf);
  const order = forecastOrder(request, today);
  if (!order.ok) return order;
  const { asked, historyDays } = order.value;
  const window = completeDaysBefore(view.asOf, historyDays, local);
  const history = dailyThroughput(view, rows, window);
  const trials: Trials = { count: order.value.trials, seed: order.value.seed ?? seedOf(history) };
  const dateIn = (days: number): string => localDateText(today + days);
  const answer = !saysEnough(history)
    ? nothing
    : 'items' in asked
      ? datesOf(daysUntil(asked.items, history, trials), dateIn)
      : countsOf(asked.days, history, trials, dateIn);
  const asks = { ...question, window, clock: calendarClock };
  return done({
    basis: basisOf(asks, deliveredWithin(view, rows, window), leftOut(asks), definition),
    trials: trials.count,
    seed: trials.seed,
    ...answer,
    at85: at85(asked, answer, today),
    calibration: calibration(view, rows, window, local, trials.seed),
  });
}

function at85(asked: ForecastOrder['asked'], { when, howMany }: Answer, today: LocalDay): Forecast['at85'] {
  const isAsked = ({ probability }: { readonly probability: number }): boolean => probability === courseP / 100;
  if ('items' in asked) {
    const day = localDayOf(when.find(isAsked)?.date ?? '');
    return day === null ? null : { items: asked.items, day };
  }
  const items = howMany.find(isAsked)?.count ?? 0;
  return items === 0 ? null : { items, day: today + asked.days };
}

type Answer = Pick<Forecast, 'when' | 'howMany' | 'distribution'>;

const nothing: Answer = { when: [], howMany: [], distribution: [] };

function datesOf(outcomes: Float64Array, dateIn: (days: number) => string): Answer {
  const when = percents.flatMap((p) => {
    const days = reachedWith(p, outcomes) ?? 0;
    return days > horizonDays ? [] : [{ probability: p / 100, date: dateIn(days) }];
  });
  const first = outcomes[0] ?? 0;
  const last = Math.min(outcomes.at(-1) ?? 0, horizonDays);
  const distribution = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => ({
    date: dateIn(first + index),
    value: likelihoodBy(first + index, outcomes),
  }));
  return { ...nothing, when, distribution };
}

function countsOf(days: number, history: Float64Array, trials: Trials, dateIn: (days: number) => string): Answer {
  const every = Math.ceil(days / mostDays);
  const told = Array.from({ length: Math.ceil(days / every) }, (_, index) => days - index * every).reverse();
  const totals = deliveredBy(told, history, trials);
  const counts = exceededWith(percents, totals.at(-1) ?? new Float64Array(1));
  return {
    ...nothing,
    howMany: percents.map((p, index) => ({ probability: p / 100, count: counts[index] ?? 0 })),
    distribution: totals.map((ofDay, index) => ({
      date: dateIn(told[index] ?? 0),
      value: exceededWith([courseP], ofDay)[0] ?? 0,
    })),
  };
}

function leftOut(question: Question) {
  const { view, rows, window } = question;
  const { doneAt, discarded } = view.derive(milestones);
  const isDropped = (row: number): boolean =>
    discarded[row] === 1 && (doneAt[row] ?? 0) >= window.from && (doneAt[row] ?? 0) < window.to;
  return [
    { reason: 'Discarded: closed with a resolution that says so', count: rows.filter(isDropped).length },
    {
      reason: 'Subtasks, whose work their parents stand for',
      count: subtasksLeftOut(question, (subtasks) => deliveredWithin(view, subtasks, window).length),
    },
  ];
}
