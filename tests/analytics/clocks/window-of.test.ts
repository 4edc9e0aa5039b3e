import { describe, expect, it } from 'vitest';
import { dayIndexOf } from '../../../server/analytics/clocks/day-index-of.ts';
import { LocalTime } from '../../../server/analytics/clocks/local-time.ts';
import { previousWindow, type WindowRequest, windowOf } from '../../../server/analytics/clocks/window-of.ts';

const berlin = new LocalTime('Europe/Berlin');
const asOf = Date.parse('2024-04-10T14:30:00+02:00') / 1000;
const iso = (second: number): string => new Date(second * 1000).toISOString();

function window(request: WindowRequest | null) {
  const outcome = windowOf(request, asOf, berlin);
  if (!outcome.ok) throw new Error(outcome.errors[0]?.message);
  return outcome.value;
}

describe('windowOf', () => {
  it('is the last 90 local dates when nothing is asked for, cut at asOf.', () => {
    const { from, to, dayCount } = window(null);
    expect([iso(from), iso(to), dayCount]).toEqual(['2024-01-11T23:00:00.000Z', iso(asOf), 90]);
  });

  it('has both dates in it, and every local midnight, over a change of summer time.', () => {
    const { from, to, dayCount, dayStarts } = window({ from: '2024-03-30', to: '2024-04-01' });
    expect(dayCount).toBe(3);
    expect([iso(from), iso(to)]).toEqual(['2024-03-29T23:00:00.000Z', '2024-04-01T22:00:00.000Z']);
    expect([...dayStarts].map((start, day) => ((dayStarts[day + 1] ?? start) - start) / 3600)).toEqual([24, 23, 24, 0]);
  });

  it('is preceded by the same number of local days.', () => {
    const before = previousWindow(window({ days: 7 }), berlin);
    expect([iso(before.from), iso(before.to)]).toEqual(['2024-03-27T23:00:00.000Z', '2024-04-03T22:00:00.000Z']);
  });

  it('ends with asOf when the last date lies ahead.', () => {
    expect(window({ from: '2024-04-09', to: '2024-05-01' })).toMatchObject({ to: asOf, dayCount: 2 });
  });

  it('tells the day an instant falls on, also on long and short days.', () => {
    const spring = window({ from: '2024-03-30', to: '2024-04-02' });
    const dayOf = (text: string): number => dayIndexOf(spring, Date.parse(text) / 1000);
    expect(
      [
        '2024-03-30T00:00:00+01:00',
        '2024-03-31T23:59:59+02:00',
        '2024-04-01T00:00:00+02:00',
        '2024-04-02T23:00:00+02:00',
      ].map(dayOf),
    ).toEqual([0, 1, 2, 3]);
  });

  it.each<[string, WindowRequest]>([
    ['no day', { days: 0 }],
    ['more than 730 days', { days: 731 }],
    ['part of a day', { days: 1.5 }],
    ['both days and dates', { days: 3, from: '2024-01-01', to: '2024-01-02' }],
    ['only one date', { from: '2024-01-01' }],
    ['dates in the wrong order', { from: '2024-01-02', to: '2024-01-01' }],
    ['a date that does not exist', { from: '2024-02-30', to: '2024-03-01' }],
    ['dates that have not begun', { from: '2024-04-11', to: '2024-04-12' }],
    ['more than 730 dates', { from: '2022-01-01', to: '2024-04-01' }],
  ])('refuses %s.', (_, request) => {
    const outcome = windowOf(request, asOf, berlin);
    expect(outcome).toMatchObject({ ok: false, errors: [{ code: 'INVALID' }] });
  });
});
