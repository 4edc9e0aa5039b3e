import { describe, expect, it } from 'vitest';
import { createFormats } from '../../client/ui/format.ts';

const german = createFormats('de-DE', 'Europe/Berlin');
const british = createFormats('en-GB', 'America/New_York');

describe('Formats', () => {
  it("write a moment in the viewer's zone and a local date without any.", () => {
    // 03:30 UTC is still the evening before in New York (UTC-5 in January).
    expect(british.date('2026-01-10T03:30:00Z')).toBe('9 Jan 2026');
    expect(british.date('2026-01-10')).toBe('10 Jan 2026');
    expect(german.dateTime('2026-01-10T03:30:00Z')).toBe('10.01.2026, 04:30');
  });

  it('write a span in its largest unit, a working day being as long as the schema says.', () => {
    expect(british.span({ days: 3.44, seconds: 99_072 })).toBe('3.4 d');
    expect(british.span({ days: 0.65, seconds: 18_720 })).toBe('5.2 h');
    expect(british.span({ days: 0.025, seconds: 720 })).toBe('12 min');
    expect(british.span({ days: 0, seconds: 0 })).toBe('0 s');
    expect(british.span(null)).toBe('–');
  });

  it('write numbers and shares the way the locale does.', () => {
    expect(german.number(2664)).toBe('2.664');
    expect(german.percent(0.41)).toMatch(/^41\s%$/);
    expect(british.signed(0.17)).toBe('+0.17');
  });

  it('write money from its text, so that no digit is lost.', () => {
    const amount = { amount: '12345678901234567.89', currency: 'EUR' };
    expect(british.money(amount)).toBe('€12,345,678,901,234,567.89');
    expect(german.money({ amount: '1234.5', currency: 'EUR' })).toMatch(/^1\.234,50\s€$/);
    expect(british.money({ amount: '1234', currency: 'JPY' })).toMatch(/1,234$/);
    expect(british.wholeMoney({ amount: '3199.60', currency: 'EUR' })).toBe('€3,200');
    expect(british.shortMoney({ amount: '18234.50', currency: 'EUR' })).toMatch(/^€18\.2k$/i);
    expect(british.moneyRange({ amount: '950', currency: 'EUR' }, { amount: '1823400', currency: 'EUR' })).toMatch(
      /^€950 to €1\.82m$/i,
    );
  });

  it('say how long a wait is, never less than it is below 90 seconds.', () => {
    expect(british.seconds(39.2)).toBe('40 s');
    expect(british.seconds(180)).toBe('3 min');
    expect(british.seconds(3_900)).toBe('1 h 5 min');
    expect(british.seconds(-5)).toBe('0 s');
  });

  it('say when something was as seen from now.', () => {
    const now = Date.parse('2026-01-10T12:00:00Z');
    expect(british.relative('2026-01-10T11:55:00Z', now)).toBe('5 minutes ago');
    expect(british.relative('2026-01-09T12:00:00Z', now)).toBe('yesterday');
  });

  it('fall back to English and UTC when locale or zone are unknown.', () => {
    expect(createFormats('not a locale', 'Mars/Olympus').dateTime('2026-01-10T03:30:00Z')).toBe(
      'Jan 10, 2026, 3:30 AM',
    );
  });
});
