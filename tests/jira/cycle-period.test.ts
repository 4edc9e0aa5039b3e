import { describe, expect, it } from 'vitest';
import { cyclePeriod } from '../../server/jira/accounts/cycle-period.ts';

const day = 86_400_000;

describe('the header Cycle-Period', () => {
  it('is days below 3,600 and seconds from there on.', () => {
    expect(cyclePeriod('7')).toBe(7 * day);
    expect(cyclePeriod(' 604800 ')).toBe(7 * day);
    expect(cyclePeriod('3600')).toBe(3_600_000);
  });

  it('says nothing where it is no such number.', () => {
    for (const header of [null, '', '0', '-7', '1.5', 'soon', '3599', '999999999'])
      expect(cyclePeriod(header)).toBe(null);
  });
});
