import { describe, expect, it } from 'vitest';
import { assumptionDraft, readAssumptions } from '../../client/features/money/assumption-draft.ts';
import { readCostSplit, writeCostSplit } from '../../client/features/money/cost-split.ts';
import { readMoneyView, writeMoneyView } from '../../client/features/money/money-view.ts';
import { paretoOption } from '../../client/features/money/pareto-option.ts';
import { rangePlaces } from '../../client/features/money/range-places.ts';
import { readDecimal } from '../../client/features/money/read-decimal.ts';
import { waterfallSteps } from '../../client/features/money/waterfall-steps.ts';
import { palette } from '../../client/ui/chart/palette.ts';
import { createFormats } from '../../client/ui/format.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const estimate = (low: string, base: string, high: string) => ({ low: eur(low), base: eur(base), high: eur(high) });

describe('The waterfall', () => {
  const steps = waterfallSteps({
    labour: estimate('700.00', '750.25', '800.00'),
    reworkLabour: estimate('90.00', '100.00', '120.00'),
    discarded: estimate('0.00', '0.00', '0.00'),
    reconciliation: { paidCapacity: eur('1000.00'), attributed: eur('750.25'), unattributed: eur('249.75') },
  });

  it('ends where it begins: what went into issues and what did not make the paid capacity.', () => {
    expect(steps.map(({ from, to }) => [from, to])).toEqual([
      [0, 1000],
      [0, 750.25],
      [0, 100],
      [0, 0],
      [750.25, 1000],
    ]);
  });

  it('keeps every amount as it was told, and says what an estimated one may be.', () => {
    expect(steps.map(({ amount }) => amount.amount)).toEqual(['1000.00', '750.25', '100.00', '0.00', '249.75']);
    expect(steps.map(({ range }) => range && [range.low.amount, range.high.amount])).toEqual([
      null,
      ['700.00', '800.00'],
      ['90.00', '120.00'],
      ['0.00', '0.00'],
      null,
    ]);
  });
});

describe('The Pareto chart', () => {
  it('has one scale: its left axis ends with the sum, where the right one says 100 %.', () => {
    const stages = [
      { stage: { name: 'Review' }, delay: { base: eur('60.00') }, cumulativeShare: 0.75 },
      { stage: { name: 'QA' }, delay: { base: eur('20.00') }, cumulativeShare: 1 },
    ];
    const option = paretoOption(stages, () => '', createFormats('en-GB', 'UTC'), palette.light);
    expect(option).toMatchObject({
      yAxis: [
        { min: 0, max: 80 },
        { min: 0, max: 1 },
      ],
    });
    expect(option).toMatchObject({ series: [{ data: [{ value: 60 }, { value: 20 }] }, { data: [0.75, 1] }] });
  });
});

describe('The line of an estimate', () => {
  it('has low, base and high in their order, within the line.', () => {
    const { from, base, width } = rangePlaces('50.00', '100.00', '200.00');
    expect(from).toBeLessThan(base);
    expect(base).toBeLessThan(from + width);
    expect(from + width).toBeLessThanOrEqual(100);
    expect(base / from).toBeCloseTo(2);
  });

  it('is empty when there is nothing.', () => {
    expect(rangePlaces('0.00', '0.00', '0.00')).toEqual({ from: 0, base: 0, width: 0 });
  });
});

describe('The assumptions', () => {
  const saved = assumptionDraft({ defaultHourlyRate: eur('60.00'), burden: 1.3, paybackWeeks: 26 });

  it('are sent only where they were changed, the rate with its digits.', () => {
    expect(readAssumptions({ ...saved, hourlyRate: ' 85,50 ' }, saved)).toEqual({
      input: { defaultHourlyRate: '85.50' },
      faults: {},
    });
    expect(readAssumptions({ ...saved, burden: '1.45', paybackWeeks: '13' }, saved).input).toEqual({
      burden: 1.45,
      paybackWeeks: 13,
    });
    expect(readAssumptions(saved, saved)).toEqual({ input: {}, faults: {} });
  });

  it('have a sentence for what is no number, at its field.', () => {
    const { faults } = readAssumptions({ hourlyRate: 'much', burden: '', paybackWeeks: '2.5' }, saved);
    expect(Object.keys(faults)).toEqual(['defaultHourlyRate', 'burden', 'paybackWeeks']);
  });

  it.each(['', '1e3', '-5', '1.2.3', '0x10', '１２'])('do not take %j for a number.', (text) => {
    expect(readDecimal(text)).toBeNull();
  });
});

describe('The address of the page', () => {
  it('names the part that is open, but for the first, and keeps everything else.', () => {
    const search = new URLSearchParams('days=30&view=teams&split=epic');
    expect(readMoneyView(search)).toBe('teams');
    expect(String(writeMoneyView(search, 'impact'))).toBe('days=30&split=epic');
    expect(readMoneyView(new URLSearchParams('view=nonsense'))).toBe('impact');
    expect(readCostSplit(search)).toBe('EPIC');
    expect(String(writeCostSplit(search, 'TYPE'))).toBe('days=30&view=teams');
    expect(readCostSplit(new URLSearchParams('split=nonsense'))).toBe('TYPE');
  });
});
