import { describe, expect, it } from 'vitest';
import {
  metricFormats,
  metricName,
  readTarget,
  targetUnit,
  writeTarget,
} from '../../client/features/actions/metric-words.ts';
import { createFormats } from '../../client/ui/format.ts';

const words = metricFormats(createFormats('en-GB', 'Europe/Berlin'), 'EUR');

describe('The number of a metric', () => {
  it('is told in its unit, at length and for short.', () => {
    expect(words.value('CYCLE_TIME_P85', 12.34)).toBe('12.3 working days');
    expect(words.value('THROUGHPUT', 4)).toBe('4 a week');
    expect(words.value('FLOW_EFFICIENCY', 0.412)).toBe('41%');
    expect(words.value('DELAY_COST', 1234.5)).toBe('€1,235 a week');
    expect(words.short('CYCLE_TIME_P85', 12.34) + words.shortUnit('CYCLE_TIME_P85')).toBe('12.3 d');
    expect(words.short('WIP', 20.75) + words.shortUnit('WIP')).toBe('20.8 issues');
  });

  it('is told as a change with its sign, shares in points.', () => {
    expect(words.change('CYCLE_TIME_P85', -1.2)).toBe('-1.2 working days');
    expect(words.change('REWORK_RATE', 0.05)).toBe('+5 points');
    expect(words.change('DELAY_COST', 1200)).toBe('+€1,200 a week');
    expect(words.change('DELAY_COST', -1200)).toBe('-€1,200 a week');
  });

  it('is said to be none where there is none, and never shown as 0.', () => {
    expect([words.value('WIP', null), words.short('WIP', undefined), words.change('WIP', null)]).toEqual([
      'no value',
      '–',
      'no value',
    ]);
  });

  it('is typed as it is told: shares in percent, with a point or a comma.', () => {
    expect(readTarget('FLOW_EFFICIENCY', writeTarget('FLOW_EFFICIENCY', 0.4567))).toBe(0.4567);
    expect(readTarget('CYCLE_TIME_P85', ' 9,5 ')).toBe(9.5);
    // 1200 to some, 1.2 to others.
    expect(readTarget('DELAY_COST', '1,200')).toBeNull();
    expect([readTarget('BLOCKED_SHARE', '100.5'), readTarget('WIP', '-1'), readTarget('WIP', '')]).toEqual([
      null,
      null,
      null,
    ]);
    expect([targetUnit('REOPEN_RATE', 'EUR'), targetUnit('DELAY_COST', 'EUR')]).toEqual(['%', 'EUR a week']);
  });
});

describe('The name of a metric', () => {
  it('says the stage it is of.', () => {
    expect(metricName('STAGE_STAY_P85', { name: 'Review' })).toBe('Stay in Review, p85');
    expect(metricName('WIP', { name: 'Review' })).toBe('Work in Review');
    expect(metricName('DELAY_COST', { name: 'Review' })).toBe('Delay cost of Review');
    expect(metricName('WIP', null)).toBe('Work in progress');
  });
});
