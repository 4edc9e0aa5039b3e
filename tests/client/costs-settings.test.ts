import { describe, expect, it } from 'vitest';
import { costsDraft, costsInput, onTopOf } from '../../client/features/settings/costs/costs-draft.ts';
import { sortCostsErrors, unsendable } from '../../client/features/settings/costs/costs-errors.ts';
import { currencyChoices } from '../../client/features/settings/costs/currency-choices.ts';
import { loadedRate } from '../../client/features/settings/costs/loaded-rate.ts';
import { monthsToLock } from '../../client/features/settings/costs/months-to-lock.ts';
import { type VersionedModel, versionChanges } from '../../client/features/settings/costs/version-changes.ts';
import { createFormats } from '../../client/ui/format.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });

const saved = costsDraft({
  version: 7,
  currency: 'EUR',
  defaultHourlyRate: eur('60.00'),
  burden: 1.3,
  paybackWeeks: 26,
  roleRates: [{ role: 'Engineer', hourlyRate: eur('80.00'), validFrom: '2026-01-01' }],
  valueClasses: [{ match: 'Highest', perWeek: eur('1200.00') }],
  capitalisation: [
    { issueType: 'Story', capitalised: true },
    { issueType: 'Bug', capitalised: false },
  ],
});

describe('What is entered of the cost model', () => {
  it('goes to the server where it differs, over the version that was seen.', () => {
    expect(costsInput(saved, saved, 7)).toEqual({ version: 7 });
    expect(costsInput({ ...saved, hourlyRate: '85,50', capitalised: ['Epic', 'Story'] }, saved, 7)).toEqual({
      version: 7,
      defaultHourlyRate: '85.50',
      capitalisation: [
        { issueType: 'Epic', capitalised: true },
        { issueType: 'Story', capitalised: true },
      ],
    });
  });

  it('goes as a whole list when one row of it differs.', () => {
    const valueClasses = [...saved.valueClasses, { key: 1, values: { match: 'regulatory', perWeek: ' 5000 ' } }];
    expect(costsInput({ ...saved, valueClasses }, saved, 7).valueClasses).toEqual([
      { match: 'Highest', perWeek: '1200.00' },
      { match: 'regulatory', perWeek: '5000' },
    ]);
  });

  it('is held back where it is no number and no day, which is told at its cell.', () => {
    const roleRates = [{ key: 0, values: { role: 'Engineer', hourlyRate: '' } }];
    expect(Object.keys(unsendable({ ...saved, paybackWeeks: '2.5', roleRates }))).toEqual([
      'paybackWeeks',
      'roleRates.0.hourlyRate',
      'roleRates.0.validFrom',
    ]);
    expect(unsendable(saved)).toEqual({});
  });

  it('has each of the errors of the server at its place, and the others above the form.', () => {
    const refusal = (message: string, ...field: string[]) => ({ code: 'INVALID', message, field });
    expect(
      sortCostsErrors([
        refusal('Twice.', 'input', 'valueClasses', '1', 'match'),
        refusal('Later.', 'input', 'valueClasses', '1', 'match'),
        refusal('Old.', 'input', 'version'),
      ]),
    ).toEqual({ byPart: { 'valueClasses.1.match': 'Twice.' }, form: ['Old.'] });
  });
});

describe('What was changed here', () => {
  it('is put on what was saved elsewhere, and takes nothing of that back.', () => {
    const draft = { ...saved, burden: '1.5', capitalised: ['Bug'] };
    const newer = { ...saved, version: 8, paybackWeeks: '13', burden: '1.4' };
    const merged = onTopOf(newer, draft, saved);
    expect(merged).toEqual({ ...newer, burden: '1.5', capitalised: ['Bug'] });
    expect(costsInput(merged, newer, merged.version)).toEqual({
      version: 8,
      burden: 1.5,
      capitalisation: [{ issueType: 'Bug', capitalised: true }],
    });
    expect(onTopOf(newer, saved, saved)).toEqual(newer);
  });
});

describe('What an hour comes to', () => {
  it.each([
    ['60.00', '1.3', '78.000'],
    ['85,50', '1,45', '123.9750'],
    ['0.01', '1.05', '0.0105'],
    ['9007199254740993', '1', '9007199254740993'],
    ['100', '1.125', '112.500'],
  ])('is the rate %s times %s: %s, to the last digit.', (rate, burden, loaded) => {
    expect(loadedRate(rate, burden)).toBe(loaded);
  });

  it.each([
    ['', '1.3'],
    ['60', 'much'],
    ['1,200', '1.3'],
  ])('is nothing for %s times %s.', (rate, burden) => {
    expect(loadedRate(rate, burden)).toBeNull();
  });

  it('does not take a mark between thousands for a point.', () => {
    expect(Object.keys(unsendable({ ...saved, hourlyRate: '12,000' }))).toEqual(['defaultHourlyRate']);
    expect(costsInput({ ...saved, hourlyRate: '12,50' }, saved, 7)).toMatchObject({ defaultHourlyRate: '12.50' });
  });
});

describe('A version', () => {
  const formats = createFormats('en-GB', 'UTC');
  const first: VersionedModel = {
    version: 1,
    currency: 'EUR',
    defaultHourlyRate: eur('60.00'),
    burden: 1.3,
    paybackWeeks: 26,
    roleRates: [],
    valueClasses: [{ match: 'High', perWeek: eur('10.00') }],
    capitalisation: [],
  };

  it('says what it changed of the one before it, and of lists how long they are.', () => {
    const capitalisation = [
      { issueType: 'Story', capitalised: true },
      { issueType: 'Bug', capitalised: false },
    ];
    const next = {
      ...first,
      defaultHourlyRate: eur('85.50'),
      burden: 1.45,
      paybackWeeks: 13,
      valueClasses: [],
      capitalisation,
    };
    expect(versionChanges(next, first, formats)).toEqual([
      'hourly rate €60.00 → €85.50',
      'burden 1.3 → 1.45',
      'payback 26 → 13 weeks',
      'no value classes',
      '1 type is capitalised',
    ]);
    expect(versionChanges(first, first, formats)).toEqual([]);
  });

  it('of another currency has changed no list by that alone.', () => {
    const usd = { amount: '10.00', currency: 'USD' };
    const next = { ...first, currency: 'USD', valueClasses: [{ match: 'High', perWeek: usd }] };
    expect(versionChanges(next, first, formats)).toEqual(['currency EUR → USD']);
  });
});

describe('Months to lock', () => {
  it('are over, newest first, over the turn of the year, and not locked.', () => {
    expect(monthsToLock('2026-02-28', ['2025-12-01'], 4)).toEqual(['2026-01-01', '2025-11-01', '2025-10-01']);
    expect(monthsToLock('2026-01-01', [], 1)).toEqual(['2025-12-01']);
  });
});

describe('A currency', () => {
  it('is found by its name and by its code.', () => {
    const codes = (text: string) => currencyChoices(text).map(({ value }) => value);
    expect(codes('swiss fr')).toContain('CHF');
    expect(codes('jpy')).toEqual(['JPY']);
    expect(codes('no such money')).toEqual([]);
  });
});
