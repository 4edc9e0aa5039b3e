import type { Granularity, WindowInput } from '../../gql/graphql.ts';
import type { Formats } from '../../ui/format.ts';

export const granularities = [
  { value: 'DAY', label: 'Day' },
  { value: 'WEEK', label: 'Week' },
  { value: 'MONTH', label: 'Month' },
] as const;

/** How long the periods are that an address asks for; weeks when it says nothing. */
export function readGranularity(search: URLSearchParams): Granularity {
  const step = search.get('step')?.toUpperCase();
  return step === 'DAY' || step === 'MONTH' ? step : 'WEEK';
}

/** The same search with another length of the periods in it. */
export function writeGranularity(search: URLSearchParams, granularity: Granularity): URLSearchParams {
  const next = new URLSearchParams(search);
  if (granularity === 'WEEK') next.delete('step');
  else next.set('step', granularity.toLowerCase());
  return next;
}

/** The days of the period that begins on a date, both ends included. */
export function periodWindow(date: string, granularity: Granularity): { readonly from: string; readonly to: string } {
  const last = new Date(`${date}T00:00:00Z`);
  if (granularity === 'WEEK') last.setUTCDate(last.getUTCDate() + 6);
  if (granularity === 'MONTH') last.setUTCMonth(last.getUTCMonth() + 1, 0);
  return { from: date, to: last.toISOString().slice(0, 10) } satisfies WindowInput;
}

/** The period that begins on a date, as one says it. */
export function periodWords(date: string, granularity: Granularity, formats: Formats): string {
  if (granularity === 'WEEK') return `Week of ${formats.date(date)}`;
  return granularity === 'MONTH' ? formats.month(date) : formats.date(date);
}

/** Its plural, for sentences. */
export const periodNouns: Readonly<Record<Granularity, string>> = { DAY: 'days', WEEK: 'weeks', MONTH: 'months' };
