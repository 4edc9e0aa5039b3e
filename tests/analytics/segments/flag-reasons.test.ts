import { describe, expect, it } from 'vitest';
import { flagReasons } from '../../../server/analytics/segments/flag-reasons.ts';
import { buildIssue, entryAt, flagItem } from '../../support/build-issue.ts';

const day = (number: number): Date => new Date(Date.UTC(2024, 0, number, 9));
const seconds = (number: number): number => day(number).getTime() / 1000;
const flag = (number: number, up: boolean) => entryAt(day(number).toISOString(), [flagItem(up)], 'bob');
const issue = (...reasons: [number, string][]) =>
  buildIssue({ createdAt: day(1), flagReasons: reasons.map(([number, text]) => ({ at: day(number), text })) });

describe('the reasons of flags', () => {
  it('hold from when the flag went up until it came down.', () => {
    const history = [flag(2, true), flag(4, false), flag(6, true), flag(7, false), flag(9, true)];
    expect(flagReasons(issue([2, 'No licence'], [9, 'No machine']), history)).toEqual([
      { reason: 'No licence', from: seconds(2), to: seconds(4) },
      { reason: 'No machine', from: seconds(9), to: 0 },
    ]);
  });

  it('begin with the issue at the earliest.', () => {
    const before = entryAt('2023-12-01T00:00:00.000Z', [flagItem(true)], 'bob');
    const early = { ...issue(), flagReasons: [{ at: before.at, text: 'No licence' }] };
    expect(flagReasons(early, [before, flag(3, false)])).toEqual([
      { reason: 'No licence', from: seconds(1), to: seconds(3) },
    ]);
    const over = entryAt('2023-12-02T00:00:00.000Z', [flagItem(false)], 'bob');
    expect(flagReasons(early, [before, over])).toEqual([]);
  });

  it('are none where sync has not looked for them.', () => {
    const { flagReasons: _, ...older } = issue();
    expect(flagReasons(older, [flag(2, true)])).toEqual([]);
  });
});
