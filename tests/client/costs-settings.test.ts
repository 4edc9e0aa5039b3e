import { describe, expect, it } from 'vitest';
import { costsDraft, costsInput } from '../../client/features/settings/costs/costs-draft.ts';
import { sortCostsErrors, unsendable } from '../../client/features/settings/costs/costs-errors.ts';
import { currencyChoices } from '../../client/features/settings/costs/currency-choices.ts';

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

describe('A currency', () => {
  it('is found by its name and by its code.', () => {
    const codes = (text: string) => currencyChoices(text).map(({ value }) => value);
    expect(codes('swiss fr')).toContain('CHF');
    expect(codes('jpy')).toEqual(['JPY']);
    expect(codes('no such money')).toEqual([]);
  });
});
