import { describe, expect, it } from 'vitest';
import { flagReasonOf, flagReasonsOf } from '../../server/sync/flag-reason.ts';
import { buildIssue, entryAt, flagItem, statusItem } from '../support/build-issue.ts';

const at = (second: number): string => new Date(Date.UTC(2024, 2, 4, 9, 0, second)).toISOString();
const said = (second: number, text: string, authorId = 'alice') => ({ at: new Date(at(second)), authorId, text });
const flagged = buildIssue({ flagged: true });
const history = [
  entryAt(at(0), [flagItem(true)], 'bob'),
  entryAt(at(10), [flagItem(false)], 'bob'),
  entryAt(at(1000), [flagItem(true)], 'alice'),
  entryAt(at(1100), [statusItem('1', '2')], 'bob'),
];

describe('the reason of a flag', () => {
  it('is what its author wrote within 30 seconds of it, the nearest.', () => {
    const remarks = [said(970, 'edge'), said(1001, 'with it'), said(1020, 'later')];
    expect(flagReasonOf(flagged, history, remarks)).toBe('with it');
    expect(flagReasonOf(flagged, history, remarks.slice(0, 1))).toBe('edge');
    expect(flagReasonOf(flagged, history, [said(969, 'too early'), said(1031, 'too late')])).toBeNull();
  });

  it('is no word of another, and none of a flag that is down again.', () => {
    expect(flagReasonOf(flagged, history, [said(1001, 'by bob', 'bob'), said(1, 'long ago', 'bob')])).toBeNull();
    expect(flagReasonOf(buildIssue(), history, [said(1001, 'with it')])).toBeNull();
    expect(flagReasonOf(flagged, history.slice(0, 2), [said(1, 'then', 'bob'), said(11, 'down', 'bob')])).toBeNull();
  });

  it('is null where nobody knows when or by whom the flag was put up.', () => {
    expect(flagReasonOf(flagged, [], [said(1001, 'with it')])).toBeNull();
    expect(flagReasonOf(flagged, [entryAt(at(1000), [flagItem(true)])], [said(1001, 'with it')])).toBeNull();
    expect(flagReasonOf(flagged, history)).toBeNull();
  });
});

describe('the reasons of the flags of a life', () => {
  it('are what was written with each of them, up or down today, the oldest first.', () => {
    const remarks = [said(1001, 'with it'), said(2, 'long ago', 'bob'), said(11, 'down again', 'bob')];
    expect(flagReasonsOf(history, remarks)).toEqual([
      { at: new Date(at(0)), text: 'long ago' },
      { at: new Date(at(1000)), text: 'with it' },
    ]);
    expect(flagReasonsOf(history.slice(0, 2), remarks)).toEqual([{ at: new Date(at(0)), text: 'long ago' }]);
    expect(flagReasonsOf(history, [said(500, 'between')])).toEqual([]);
    expect(flagReasonsOf(history)).toEqual([]);
  });

  it('are the last 50, and of each text its first 200 characters, whole ones.', () => {
    const flags = Array.from({ length: 60 }, (_, index) => entryAt(at(100 * index), [flagItem(true)], 'bob'));
    const long = `${'x'.repeat(199)}😀 and more`;
    const reasons = flagReasonsOf(
      flags,
      flags.map((_, index) => said(100 * index, index === 59 ? long : `reason ${index}`, 'bob')),
    );
    expect(reasons).toHaveLength(50);
    expect(reasons[0]?.text).toBe('reason 10');
    expect(reasons.at(-1)?.text).toBe('x'.repeat(199));
  });
});
