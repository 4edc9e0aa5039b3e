import { describe, expect, it } from 'vitest';
import { nextNight, nextRunAfter } from '../../server/sync/schedule.ts';

const now = new Date('2026-11-25T12:00:00Z');
const minutesUntil = (then: Date): number => (then.getTime() - now.getTime()) / 60_000;
const ago = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000);

describe('The next reading of what has changed', () => {
  it.each([
    [ago(0), 4.5, 5.5],
    [ago(24), 4.5, 5.5],
    [ago(25), 27, 33],
    [ago(15 * 24), 108, 132],
    [null, 108, 132],
  ])('for a viewer last seen at %s is due after %d to %d minutes.', (lastSeenAt, least, most) => {
    expect(minutesUntil(nextRunAfter(now, lastSeenAt, () => 0))).toBeCloseTo(least);
    expect(minutesUntil(nextRunAfter(now, lastSeenAt, () => 1))).toBeCloseTo(most);
  });
});

describe('The next comparison of ids', () => {
  it.each([
    ['UTC', '2026-11-26T02:00:00Z'],
    ['Pacific/Kiritimati', '2026-11-26T12:00:00Z'],
    ['Pacific/Pago_Pago', '2026-11-26T13:00:00Z'],
    ['Asia/Kolkata', '2026-11-25T20:30:00Z'],
  ])('in %s begins at two at night there, at %s, or up to three hours later.', (timeZone, at) => {
    expect(nextNight(now, timeZone, () => 0).toISOString()).toBe(at.replace('Z', '.000Z'));
    expect(nextNight(now, timeZone, () => 1).getTime() - Date.parse(at)).toBe(3 * 3_600_000);
  });

  it('is not due twice in one night.', () => {
    const atNight = new Date('2026-11-25T01:59:00Z');
    expect(nextNight(atNight, 'UTC', () => 0).toISOString()).toBe('2026-11-26T02:00:00.000Z');
    const after = new Date('2026-11-25T04:30:00Z');
    expect(nextNight(after, 'UTC', () => 0).toISOString()).toBe('2026-11-26T02:00:00.000Z');
  });
});
