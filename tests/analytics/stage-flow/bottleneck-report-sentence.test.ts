import { describe, expect, it } from 'vitest';
import {
  bottleneckReportSentence,
  type StageOfReport,
} from '../../../server/analytics/stage-flow/bottleneck-report-sentence.ts';

const stage = (name: string, state: StageOfReport['state'], money: string | null, share = 0.2): StageOfReport => ({
  name,
  state,
  shareOfLeadTime: share,
  delay: () => money,
  sentenceWith: (delay) => `${name} is ${state}${delay ? `, ${delay}` : ''}.`,
});
const some = '€18k to €31k of delay in these 90 days';

describe('the sentence of the bottleneck report', () => {
  it('is about the stage in which waiting costs most, and tells what.', () => {
    const stages = [stage('Review', 'FALLING_BEHIND', some), stage('Test', 'STUCK', '€1k of delay')];
    expect(bottleneckReportSentence(stages, 5)).toBe(`Review is FALLING_BEHIND, ${some}.`);
  });

  it('tells no money where there is none.', () => {
    expect(bottleneckReportSentence([stage('Review', 'STUCK', null)], 5)).toBe('Review is STUCK.');
  });

  it('is about the stage that holds work up when the dearest does not, and then names that one.', () => {
    const stages = [stage('Ready', 'FREE', some), stage('Build', 'CLEARING', '€2k'), stage('Test', 'STUCK', '€1k')];
    expect(bottleneckReportSentence(stages, 5)).toBe(`Test is STUCK, €1k. Waiting costs most in Ready: ${some}.`);
  });

  it('says that no stage holds work up, which is the longest part of the way and which costs most.', () => {
    const stages = [stage('Ready', 'FREE', some), stage('Build', 'FREE', null, 0.6), stage('Test', 'CLEARING', null)];
    const longest = 'No stage holds work up; the longest part of the way, 60 % of lead time, is Build.';
    expect(bottleneckReportSentence(stages, 5)).toBe(`${longest} Waiting costs most in Ready: ${some}.`);
    expect(bottleneckReportSentence([stage('Build', 'FREE', null, 0.6)], 5)).toBe(longest);
  });

  it('has a word for nothing.', () => {
    expect(bottleneckReportSentence([], 5)).toContain('No stage is a queue');
    expect(bottleneckReportSentence([stage('Ready', 'FREE', null)], 0)).toContain('No issue');
  });
});
