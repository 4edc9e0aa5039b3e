import { describe, expect, it } from 'vitest';
import {
  forecastInput,
  lastForecastDay,
  readForecast,
  untilFault,
  writeForecast,
} from '../../client/features/forecast/forecast-search.ts';
import { calibrationWords } from '../../client/features/forecast/forecast-words.ts';
import { createFormats } from '../../client/ui/format.ts';

const read = (search: string) => readForecast(new URLSearchParams(search));

describe('The question of the future in the address', () => {
  it('asks when twenty issues are done, as in the last 90 days, when it says nothing.', () => {
    expect(forecastInput(read(''))).toEqual({ items: 20, historyDays: 90 });
  });

  it('asks for a number of issues or for a date, and the date wins.', () => {
    expect(forecastInput(read('items=7&history=30&seed=5'))).toEqual({ items: 7, historyDays: 30, seed: 5 });
    expect(forecastInput(read('items=7&until=2026-12-24'))).toEqual({ by: '2026-12-24', historyDays: 90 });
  });

  // Bounds of the schema's ForecastInput.
  it.each(['items=0', 'items=10001', 'items=1.5', 'items=', 'until=soon', 'until=2026-13-01', 'history=6', 'seed=-1'])(
    'takes %s for nothing said.',
    (search) => {
      expect(forecastInput(read(search))).toEqual({ items: 20, historyDays: 90 });
    },
  );

  it.each(['', 'items=7', 'until=2026-12-24&history=180', 'seed=0'])('is written as it was read: "%s".', (search) => {
    const written = writeForecast(new URLSearchParams('tab=forecast&items=99&until=2020-01-01'), read(search));
    expect(read(written.toString())).toEqual(read(search));
    expect(written.get('tab')).toBe('forecast');
  });

  it('can only be about days to come, and not about days too far away.', () => {
    expect(untilFault('2026-06-03', '2026-06-03')).toMatch(/future/);
    expect(untilFault('2026-06-04', '2026-06-03')).toBeNull();
    const last = lastForecastDay('2026-06-03');
    expect(untilFault(last, '2026-06-03')).toBeNull();
    expect(untilFault(lastForecastDay('2026-06-04'), '2026-06-03')).toMatch(/far away/);
  });
});

describe('How often forecasts were right', () => {
  const formats = createFormats('en-GB', 'UTC');

  it('is told in weeks, beside what would be right.', () => {
    // 11 weeks: 50, 85 and 95 % of them are 5.5, 9.35 and 10.45.
    const words = calibrationWords({ n: 11, hit50: 5 / 11, hit85: 10 / 11, hit95: 1 }, formats);
    expect(words).toMatch(/^Of 11 past weeks, 5 .* 50 % likely, 10 .* 85 % likely and 11 .* 95 % likely\./);
    expect(words).toMatch(/about 5.5, 9.4 and 10.5\.$/);
  });

  it('is not told from too few weeks.', () => {
    expect(calibrationWords(null, formats)).toMatch(/too few/);
  });
});
