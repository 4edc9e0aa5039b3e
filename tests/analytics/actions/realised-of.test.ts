import { describe, expect, it } from 'vitest';
import { realisedOf } from '../../../server/analytics/actions/realised-of.ts';
import type { ToldEstimate } from '../../../server/domain/action.ts';

const worth: ToldEstimate = {
  low: '300.00',
  base: '1000.00',
  high: '1200.00',
  currency: 'EUR',
  kind: 'DELAY',
  confidence: 'MEDIUM',
  method: 'As promised.',
  drivers: ['Waiting in Review'],
};
const expectedEffect = { metric: 'CYCLE_TIME_P85', low: -3, base: -2, high: -1 } as const;
const realised = (change: number, interval80: readonly [number, number]) =>
  realisedOf({ expectedEffect, worth }, 'CYCLE_TIME_P85', { change, interval80 });

describe('What a change has brought', () => {
  it('is so much of the promise as of the expected change was measured.', () => {
    expect(realised(-1, [-1.5, -0.2])).toMatchObject({ low: '100.00', base: '500.00', high: '750.00' });
    expect(realised(-1 / 3, [-0.5, -0.2])).toMatchObject({ low: '100.00', base: '166.67', high: '250.00' });
    expect(realised(-1, [-1.5, -0.2])).toMatchObject({ currency: 'EUR', kind: 'DELAY', confidence: 'MEDIUM' });
    expect(realised(-1, [-1.5, -0.2])?.method).toMatch(/measured change .* at most the highest that was promised/);
  });

  it('is never more than the highest that was promised, and never less than nothing.', () => {
    expect(realised(-3, [-4, 0.5])).toMatchObject({ low: '0.00', base: '1200.00', high: '1200.00' });
    expect(realised(1, [0.5, 1.5])).toMatchObject({ low: '0.00', base: '0.00', high: '0.00' });
  });

  it('lies within its range, also where the interval does not hold the change.', () => {
    expect(realised(-1, [-0.8, -0.6])).toMatchObject({ low: '300.00', base: '500.00', high: '500.00' });
  });

  it('is not told where nothing was promised for it.', () => {
    const measured = { change: -1, interval80: [-2, -1] as const };
    expect(realisedOf(null, 'CYCLE_TIME_P85', measured)).toBe(null);
    expect(realisedOf({ expectedEffect, worth: null }, 'CYCLE_TIME_P85', measured)).toBe(null);
    expect(realisedOf({ expectedEffect: null, worth }, 'CYCLE_TIME_P85', measured)).toBe(null);
    expect(realisedOf({ expectedEffect, worth }, 'LEAD_TIME_P85', measured)).toBe(null);
    expect(realisedOf({ expectedEffect: { ...expectedEffect, base: 0 }, worth }, 'CYCLE_TIME_P85', measured)).toBe(
      null,
    );
  });
});
