import { describe, expect, it } from 'vitest';
import { Decimal } from '../../../server/analytics/money/decimal.ts';
import type { Estimate } from '../../../server/analytics/money/estimate.ts';
import type { AdviceQuestion } from '../../../server/analytics/recommendations/advice-question.ts';
import { type Advice, advise } from '../../../server/analytics/recommendations/advise.ts';
import { allRules } from '../../../server/analytics/recommendations/all-rules.ts';
import { type Finding, type Rule, type RuleId, ruleIds } from '../../../server/analytics/recommendations/rule.ts';

const worthOf = (amount: number): Estimate => ({
  low: new Decimal(amount / 2),
  base: new Decimal(amount),
  high: new Decimal(amount * 2),
  kind: 'DELAY',
  confidence: 'LOW',
  method: 'as told',
  drivers: [],
});

const finding = (subject: string, worth: number | null): Finding => ({
  subject,
  title: `Do something about ${subject}`,
  advice: 'Do it.',
  evidence: [],
  severity: 1,
  expectedEffect: null,
  worth: worth === null ? null : worthOf(worth),
  effort: 'SMALL',
  cautions: ['Mind the step.'],
  guardMetrics: [],
  metric: 'WIP',
  stageId: null,
});

const rule = (id: RuleId, found: readonly Finding[], hygiene = false): Rule => ({ id, hygiene, find: () => found });
const nothing = null as unknown as AdviceQuestion;
const names = (advice: readonly Advice[]): string[] => advice.map((one) => `${one.rule} ${one.finding.subject}`);

describe('advice', () => {
  it('has what saves most first, and what nothing can be said of last.', () => {
    const advice = advise(nothing, [
      rule('R2', [finding('a', 100), finding('b', null)]),
      rule('R3', [finding('c', 250), finding('d', 100)]),
    ]);
    expect(names(advice)).toEqual(['R3 c', 'R2 a', 'R3 d', 'R2 b']);
  });

  it('has what makes the history unreliable before all, and a caution on everything else.', () => {
    const advice = advise(nothing, [rule('R3', [finding('c', 250)]), rule('R12', [finding('issues', null)], true)]);
    expect(names(advice)).toEqual(['R12 issues', 'R3 c']);
    expect(advice[0]?.finding.cautions).toEqual(['Mind the step.']);
    expect(advice[1]?.finding.cautions).toEqual([
      'Mind the step.',
      'The history that it rests on has flaws: mend that first, and look again.',
    ]);
  });

  it('comes from all fourteen rules, in their order, of which one is about the history itself.', () => {
    expect(allRules.map(({ id }) => id)).toEqual(ruleIds);
    expect(allRules.filter(({ hygiene }) => hygiene).map(({ id }) => id)).toEqual(['R12']);
  });
});
