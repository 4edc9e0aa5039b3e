import { describe, expect, it } from 'vitest';
import { assumptionDraft, readAssumptions } from '../../client/features/money/assumption-draft.ts';
import { readCostSplit, writeCostSplit } from '../../client/features/money/cost-split.ts';
import { readMoneyView, writeMoneyView } from '../../client/features/money/money-view.ts';
import { paretoOption } from '../../client/features/money/pareto-option.ts';
import { readDecimal } from '../../client/features/money/read-decimal.ts';
import { palette } from '../../client/ui/chart/palette.ts';
import { createFormats } from '../../client/ui/format.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });

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
    expect(String(writeMoneyView(search, 'delay'))).toBe('days=30&split=epic');
    expect(readMoneyView(new URLSearchParams('view=nonsense'))).toBe('delay');
    expect(readCostSplit(search)).toBe('EPIC');
    expect(String(writeCostSplit(search, 'TYPE'))).toBe('days=30&view=teams');
    expect(readCostSplit(new URLSearchParams('split=nonsense'))).toBe('TYPE');
  });
});
