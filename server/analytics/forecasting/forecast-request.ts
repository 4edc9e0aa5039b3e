import { done, type Outcome, refused } from '../../domain/user-error.ts';
import { type LocalDay, localDateText, localDayOf } from '../clocks/local-date.ts';
import { horizonDays } from './trials.ts';

/** What somebody wants to be told; what is left out is decided here. */
export interface ForecastRequest {
  readonly items?: number | null | undefined;
  /** "YYYY-MM-DD" */
  readonly by?: string | null | undefined;
  readonly historyDays?: number | null | undefined;
  readonly trials?: number | null | undefined;
  readonly seed?: number | null | undefined;
}

/** The same, checked. `asked` is either a number of issues or a number of days from asOf's date. */
export interface ForecastOrder {
  readonly asked: { readonly items: number } | { readonly days: number };
  readonly historyDays: number;
  readonly trials: number;
  readonly seed: number | null;
}

const mostItems = 10_000;
const fewestTrials = 10_000;
const mostTrials = 20_000;
const fewestHistoryDays = 7;
const mostHistoryDays = 730;

/** Checks a request; INVALID, with the name of what is wrong, when no answer would be worth anything. */
export function forecastOrder(request: ForecastRequest, today: LocalDay): Outcome<ForecastOrder> {
  const { items, by } = request;
  const historyDays = request.historyDays ?? 90;
  const trials = request.trials ?? fewestTrials;
  if ((items == null) === (by == null))
    return refused('INVALID', 'Ask either for `items` or for `by`: exactly one of them.', ['question']);
  if (!isWhole(historyDays, fewestHistoryDays, mostHistoryDays))
    return refused('INVALID', `\`historyDays\` is a number from ${fewestHistoryDays} to ${mostHistoryDays}.`, [
      'historyDays',
    ]);
  if (!isWhole(trials, fewestTrials, mostTrials))
    return refused('INVALID', `\`trials\` is a number from ${fewestTrials} to ${mostTrials}.`, ['trials']);
  const order = { historyDays, trials, seed: request.seed ?? null };
  if (items != null)
    return isWhole(items, 1, mostItems)
      ? done({ ...order, asked: { items } })
      : refused('INVALID', `\`items\` is a number from 1 to ${mostItems}.`, ['items']);
  const day = localDayOf(by ?? '');
  if (day === null) return refused('INVALID', 'A date looks like 2024-02-29.', ['by']);
  if (!isWhole(day - today, 1, horizonDays))
    return refused(
      'INVALID',
      `\`by\` lies after ${localDateText(today)}, when Jira was last read, and no later than ${localDateText(today + horizonDays)}.`,
      ['by'],
    );
  return done({ ...order, asked: { days: day - today } });
}

const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;
