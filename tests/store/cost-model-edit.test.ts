import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CostModel, defaultCostModel } from '../../server/domain/cost-model.ts';
import type { Outcome } from '../../server/domain/user-error.ts';
import { type CostModelEdit, editCostModel } from '../../server/store/repository/cost-model-edit.ts';

/** Code and path of each error; an empty list when all is well. */
const faults = (edit: CostModelEdit, present: CostModel = defaultCostModel): string[] => {
  const outcome = editCostModel(present, edit);
  return outcome.ok ? [] : outcome.errors.map(({ code, field }) => `${code} ${field?.join('.')}`);
};
const made = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
  return outcome.value;
};

describe('A cost model that somebody asks for', () => {
  it('has the next version, the parts that were given, and the others as they were.', () => {
    const edit = { burden: 1.5, valueClasses: [{ match: ' High ', perWeek: '01200.50' }] };
    expect(editCostModel(defaultCostModel, edit)).toEqual({
      ok: true,
      value: { ...defaultCostModel, version: 2, burden: 1.5, valueClasses: [{ match: 'High', perWeek: '1200.5' }] },
    });
    const kept = made(editCostModel(made(editCostModel(defaultCostModel, edit)), { paybackWeeks: 13 }));
    expect(kept).toMatchObject({ version: 3, burden: 1.5, paybackWeeks: 13, valueClasses: [{ match: 'High' }] });
    expect(editCostModel(kept, { valueClasses: [], burden: null })).toMatchObject({
      value: { version: 4, burden: 1.5, valueClasses: [] },
    });
  });

  it('may say of a class that nobody waits for its issues.', () => {
    const { valueClasses } = made(
      editCostModel(defaultCostModel, { valueClasses: [{ match: 'chore', perWeek: '0.00' }] }),
    );
    expect(valueClasses).toEqual([{ match: 'chore', perWeek: '0' }]);
  });

  it.each(['EUR', 'usd', 'JPY', 'BHD'])('may be in %s.', (currency) => {
    expect(editCostModel(defaultCostModel, { currency })).toMatchObject({
      value: { currency: currency.toUpperCase() },
    });
  });

  it.each(['', 'EU', 'ABC', '€', 'EURO', '__proto__'])('is not in "%s".', (currency) => {
    expect(faults({ currency })).toEqual(['INVALID input.currency']);
  });

  it.each([
    ['60', 'EUR', '60'],
    ['85.50', 'EUR', '85.5'],
    ['0.01', 'EUR', '0.01'],
    ['007.10', 'EUR', '7.1'],
    ['60.00', 'EUR', '60'],
    ['1.200', 'BHD', '1.2'],
    ['1.125', 'BHD', '1.125'],
    ['999999999.99', 'EUR', '999999999.99'],
  ])('takes %s of %s an hour, as %s.', (defaultHourlyRate, currency, kept) => {
    expect(editCostModel(defaultCostModel, { defaultHourlyRate, currency })).toMatchObject({
      value: { defaultHourlyRate: kept },
    });
  });

  it.each([
    ['0', 'EUR'],
    ['0.00', 'EUR'],
    ['-1', 'EUR'],
    ['-0.5', 'EUR'],
    ['', 'EUR'],
    ['.', 'EUR'],
    ['1e3', 'EUR'],
    ['NaN', 'EUR'],
    ['1,5', 'EUR'],
    ['85.505', 'EUR'],
    ['0.001', 'EUR'],
    ['60.5', 'JPY'],
    ['60.00', 'JPY'],
    ['1.200', 'EUR'],
    ['1.1255', 'BHD'],
    ['1000000000', 'EUR'],
    ['9'.repeat(20), 'EUR'],
  ])('refuses %s of %s an hour.', (defaultHourlyRate, currency) => {
    expect(faults({ defaultHourlyRate, currency })).toEqual(['INVALID input.defaultHourlyRate']);
  });

  it('takes, as an amount, every number of cents from one up, and no other number.', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000, max: 10_000_000 }), (cents) => {
        const edit = { defaultHourlyRate: (cents / 100).toFixed(2) };
        if (cents <= 0) expect(faults(edit)).toEqual(['INVALID input.defaultHourlyRate']);
        else
          expect(editCostModel(defaultCostModel, edit)).toMatchObject({
            value: { defaultHourlyRate: String(cents / 100) },
          });
      }),
    );
  });

  it('refuses a currency that amounts which stay have too many digits for, at those amounts.', () => {
    const present: CostModel = {
      ...defaultCostModel,
      defaultHourlyRate: '85.5',
      roleRates: [{ role: 'Developer', hourlyRate: '90.25', validFrom: '2026-01-01' }],
      valueClasses: [
        { match: 'High', perWeek: '5000' },
        { match: 'Low', perWeek: '0.5' },
      ],
    };
    expect(faults({ currency: 'JPY' }, present)).toEqual([
      'INVALID input.defaultHourlyRate',
      'INVALID input.roleRates.0.hourlyRate',
      'INVALID input.valueClasses.1.perWeek',
    ]);
    expect(faults({ currency: 'USD' }, present)).toEqual([]);
  });

  it.each([
    [{ burden: 0.99 }, 'burden'],
    [{ burden: 5.01 }, 'burden'],
    [{ burden: Number.NaN }, 'burden'],
    [{ paybackWeeks: 0 }, 'paybackWeeks'],
    [{ paybackWeeks: 521 }, 'paybackWeeks'],
    [{ paybackWeeks: 2.5 }, 'paybackWeeks'],
    [{ valueClasses: [{ match: ' ', perWeek: '1' }] }, 'valueClasses.0.match'],
    [{ valueClasses: [{ match: 'a'.repeat(101), perWeek: '1' }] }, 'valueClasses.0.match'],
    [{ valueClasses: [{ match: 'a', perWeek: '-0.01' }] }, 'valueClasses.0.perWeek'],
    [{ valueClasses: [{ match: 'a', perWeek: '1000000000000' }] }, 'valueClasses.0.perWeek'],
    [{ roleRates: [{ role: '', hourlyRate: '1', validFrom: '2026-01-01' }] }, 'roleRates.0.role'],
    [{ roleRates: [{ role: 'a', hourlyRate: '0', validFrom: '2026-01-01' }] }, 'roleRates.0.hourlyRate'],
    [{ roleRates: [{ role: 'a', hourlyRate: '1', validFrom: '2023-02-29' }] }, 'roleRates.0.validFrom'],
    [{ roleRates: [{ role: 'a', hourlyRate: '1', validFrom: 'today' }] }, 'roleRates.0.validFrom'],
    [{ capitalisation: [{ issueType: '\t', capitalised: true }] }, 'capitalisation.0.issueType'],
  ])('refuses %j.', (edit, field) => {
    expect(faults(edit)).toEqual([`INVALID input.${field}`]);
  });

  it.each([{ burden: 1 }, { burden: 5 }, { paybackWeeks: 1 }, { paybackWeeks: 520 }])('takes %j.', (edit) => {
    expect(faults(edit)).toEqual([]);
  });

  it('refuses what is there twice, in any case, but a role may have rates from different days on.', () => {
    const rate = (role: string, validFrom: string) => ({ role, hourlyRate: '80', validFrom });
    expect(
      faults({
        valueClasses: ['High', 'low', ' HIGH '].map((match) => ({ match, perWeek: '1' })),
        roleRates: [rate('Dev', '2026-01-01'), rate('dev', '2027-01-01'), rate('DEV', '2026-01-01')],
        capitalisation: ['Story', 'story'].map((issueType) => ({ issueType, capitalised: true })),
      }),
    ).toEqual([
      'INVALID input.roleRates.2.validFrom',
      'INVALID input.valueClasses.2.match',
      'INVALID input.capitalisation.1.issueType',
    ]);
  });

  it('lists 100 of a kind.', () => {
    const classes = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ match: `class ${index}`, perWeek: '1' }));
    const rates = Array.from({ length: 101 }, (_, index) => ({
      role: `role ${index}`,
      hourlyRate: '1',
      validFrom: '2026-01-01',
    }));
    const rules = Array.from({ length: 101 }, (_, index) => ({ issueType: `type ${index}`, capitalised: true }));
    expect(faults({ valueClasses: classes(100), roleRates: rates.slice(1), capitalisation: rules.slice(1) })).toEqual(
      [],
    );
    expect(faults({ valueClasses: classes(101), roleRates: rates, capitalisation: rules })).toEqual([
      'INVALID input.roleRates',
      'INVALID input.valueClasses',
      'INVALID input.capitalisation',
    ]);
  });

  it('is refused as a whole, with every reason.', () => {
    expect(faults({ burden: 0, paybackWeeks: 0, defaultHourlyRate: '-1' })).toEqual([
      'INVALID input.burden',
      'INVALID input.paybackWeeks',
      'INVALID input.defaultHourlyRate',
    ]);
  });
});
