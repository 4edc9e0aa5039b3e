import type { ForecastInput } from '../../gql/graphql.ts';

/** What is asked of the future. It lives in the address. */
export interface ForecastQuestion {
  readonly asks: { readonly items: number } | { readonly until: string };
  readonly historyDays: number;
  /** Null: the one that follows from the history. */
  readonly seed: number | null;
}

export const historyChoices = [30, 60, 90, 180, 365] as const;
const defaultHistoryDays = 90;
const defaultItems = 20;

/** The schema's bounds. */
export const mostItems = 10_000;
const fewestHistoryDays = 7;
const mostHistoryDays = 730;
const largestSeed = 2 ** 31 - 1;
/** A little short of the server's horizon of 1820 days, which it counts from the last sync. */
const horizonDays = 1_800;

const wholeWithin = (text: string | null, least: number, most: number): number | null => {
  const number = text === null || text === '' ? Number.NaN : Number(text);
  return Number.isInteger(number) && number >= least && number <= most ? number : null;
};

/** What an address asks; anything unreadable in it counts as not said. */
export function readForecast(search: URLSearchParams): ForecastQuestion {
  const until = search.get('until');
  const isDate = until !== null && /^\d{4}-\d{2}-\d{2}$/.test(until) && !Number.isNaN(Date.parse(until));
  return {
    asks: isDate ? { until } : { items: wholeWithin(search.get('items'), 1, mostItems) ?? defaultItems },
    historyDays: wholeWithin(search.get('history'), fewestHistoryDays, mostHistoryDays) ?? defaultHistoryDays,
    seed: wholeWithin(search.get('seed'), 0, largestSeed),
  };
}

/** The same search with another question of the future in it; defaults are left out. */
export function writeForecast(search: URLSearchParams, { asks, historyDays, seed }: ForecastQuestion): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const key of ['items', 'until', 'history', 'seed']) next.delete(key);
  if ('until' in asks) next.set('until', asks.until);
  else if (asks.items !== defaultItems) next.set('items', String(asks.items));
  if (historyDays !== defaultHistoryDays) next.set('history', String(historyDays));
  if (seed !== null) next.set('seed', String(seed));
  return next;
}

/** The last day that can be asked for. */
export function lastForecastDay(today: string): string {
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + horizonDays);
  return day.toISOString().slice(0, 10);
}

/** Why a date cannot be asked for; null when it can. */
export function untilFault(until: string, today: string): string | null {
  if (until <= today) return 'A date in the future is needed.';
  return until > lastForecastDay(today) ? 'No history says anything about a day that far away.' : null;
}

/** The question as the schema's input. */
export function forecastInput({ asks, historyDays, seed }: ForecastQuestion): ForecastInput {
  return {
    ...('until' in asks ? { by: asks.until } : { items: asks.items }),
    historyDays,
    ...(seed !== null && { seed }),
  };
}
