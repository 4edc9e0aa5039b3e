import { describe, expect, it } from 'vitest';
import { unitOf } from '../../../../server/analytics/money/amount.ts';
import { Decimal } from '../../../../server/analytics/money/decimal.ts';
import { tellLabour, tellManyLabours } from '../../../../server/analytics/money/labour/tell-labour.ts';
import { defaultCostModel } from '../../../../server/domain/cost-model.ts';
import { askMoneyWorld } from '../../../support/ask-money-world.ts';
import { settingsIn } from '../../../support/settings.ts';
import { workedWorld } from '../../../support/worked-world.ts';

/** A question by which a day costs eight hours at a rate. */
const at = (defaultHourlyRate: string) =>
  askMoneyWorld(workedWorld([], 7), {
    window: { days: 1 },
    settings: { ...settingsIn('UTC'), costModel: { ...defaultCostModel, burden: 1, defaultHourlyRate } },
  });
const cent = unitOf('EUR');

describe('groups of labour', () => {
  it('are told to the cent, in the same way however many they are.', () => {
    const question = at('12.5');
    const groups = [[1 / 3], [1 / 3], [1 / 3]];
    const told = tellLabour(question, new Decimal(100), groups, cent);
    expect(told.map(({ amount }) => amount.toFixed(2))).toEqual(['33.34', '33.33', '33.33']);
    expect(told.map(({ share }) => share)).toEqual([1 / 3, 1 / 3, 1 / 3]);
    const many = tellManyLabours(question, new Decimal(100), groups, 'EUR');
    expect(many.map(({ amount }) => amount.amount)).toEqual(['33.34', '33.33', '33.33']);
    expect(tellManyLabours(question, new Decimal('0.05'), [[0.0005]], 'EUR')[0]?.amount.amount).toBe('0.05');
  });

  it('sum to the cent beyond the whole numbers that floating point has.', () => {
    const question = at('999999999.99');
    // 70,000 days at 7,999,999,999.92 EUR.
    const whole = new Decimal('7999999999.92').times(70_000);
    expect(whole.div(cent).gt(Number.MAX_SAFE_INTEGER)).toBe(true);
    const groups = [[10_000 / 3], [20_000 / 3], [60_000]];
    const told = tellLabour(question, whole, groups, cent);
    expect(Decimal.sum(...told.map(({ amount }) => amount)).equals(whole)).toBe(true);
    const many = tellManyLabours(question, whole, groups, 'EUR').map(({ amount }) => new Decimal(amount.amount));
    expect(Decimal.sum(...many).equals(whole)).toBe(true);
    expect(many[2]?.div(whole).toNumber()).toBeCloseTo(6 / 7, 9);
  });
});
