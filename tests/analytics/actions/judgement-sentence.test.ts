import { describe, expect, it } from 'vitest';
import { changeSentence, type FoundChange, metricWords } from '../../../server/analytics/actions/judgement-sentence.ts';
import type { ActionMetric } from '../../../server/domain/action.ts';

const found: FoundChange = {
  before: 9.1,
  after: 6.4,
  chance: 0.005,
  isBeyondChance: true,
  movesAlike: true,
  controlChange: 0.2,
  standsOut: true,
};
const sentence = (metric: ActionMetric, change: Partial<FoundChange> = {}, stage: string | null = null): string =>
  changeSentence(metricWords(metric, stage, 'EUR'), { ...found, ...change });

describe('The sentence of a judgement', () => {
  it('says what moved, how likely by chance, and what happened elsewhere.', () => {
    expect(sentence('CYCLE_TIME_P85')).toBe(
      'Cycle time (p85) fell from 9.1 to 6.4 days, more than chance explains (1 in 200); teams that did nothing of the kind changed by +0.2 days.',
    );
    expect(sentence('WIP', { controlChange: null }, 'Review')).toBe(
      'Work in progress in Review fell from 9.1 to 6.4 issues, more than chance explains (1 in 200).',
    );
    expect(sentence('FLOW_EFFICIENCY', { before: 0.31, after: 0.382, controlChange: -0.02 })).toBe(
      'Flow efficiency rose from 31.0 to 38.2 %, more than chance explains (1 in 200); teams that did nothing of the kind changed by −2.0 points.',
    );
    expect(sentence('DELAY_COST', { before: 18200, after: 12100.4, controlChange: null })).toBe(
      'Delay cost fell from 18,200 to 12,100 EUR a week, more than chance explains (1 in 200).',
    );
  });

  it('says when chance explains it.', () => {
    const idle = { controlChange: null, isBeyondChance: false };
    expect(sentence('THROUGHPUT', { ...idle, chance: 0.32 })).toMatch(
      /issues a week, which chance explains \(3 in 10\)\.$/,
    );
    expect(sentence('THROUGHPUT', { ...idle, chance: 0.047 })).toMatch(/\(1 in 21\)\.$/);
  });

  it('says when the percentile and the items do not agree.', () => {
    expect(sentence('LEAD_TIME_P85', { movesAlike: false })).toBe(
      'Lead time (p85) fell from 9.1 to 6.4 days, but all that it is made of, taken together, moved the other way (by chance 1 in 200): the two do not agree.',
    );
  });
});
