import { describe, expect, it } from 'vitest';
import { blockedWithin } from '../../../server/analytics/blocked-time/blocked-within.ts';
import { viewFlow } from '../../../server/analytics/flow-view/view-flow.ts';
import { withBlockingLinks } from '../../../server/analytics/flow-view/with-blocking-links.ts';
import type { HistoryItem } from '../../../server/domain/history.ts';
import { viewWorld } from '../../support/view-world.ts';
import { dateOf, type WorkedIssue, workedIssue, workedWorld } from '../../support/worked-world.ts';

const blockedBy = (key: string): HistoryItem => ({
  field: 'link',
  from: null,
  to: key,
  fromName: null,
  toName: `This issue is blocked by ${key}`,
});
const seconds = (day: number): number => dateOf(day).getTime() / 1000;

/** Every spell as "row: from–to reason", in days; of the days 10 to 20 unless others are given. */
function read(issues: readonly WorkedIssue[], links = false, [from, to] = [10, 20]): string[] {
  const flagged = viewWorld(workedWorld(issues.map(workedIssue), 30));
  const view = links ? viewFlow(withBlockingLinks(flagged), flagged) : flagged;
  const dayOf = (at: number): number => (at - seconds(0)) / 86_400;
  return blockedWithin(view, Uint32Array.from(issues.keys()), { from: seconds(from ?? 0), to: seconds(to ?? 0) }).map(
    (spell) => `${spell.row}: ${dayOf(spell.from)}–${dayOf(spell.to)} ${spell.reason}`,
  );
}
const reason = (day: number, text: string) => ({ at: dateOf(day), text });

describe('blocked time', () => {
  it('is cut by the window, by start and done, and is for the reason of its flag.', () => {
    const issue = {
      number: 1,
      createdOn: 0,
      moves: [
        [12, '4'],
        [18, '8'],
      ] as const,
      flags: [11, 13, 14, 15, 16],
      flagReasons: [reason(11, 'No licence'), reason(16, 'No machine')],
    };
    expect(read([issue])).toEqual(['0: 12–13 No licence', '0: 14–15 ', '0: 16–18 No machine']);
    expect(read([issue], false, [12.5, 17])).toEqual(['0: 12.5–13 No licence', '0: 14–15 ', '0: 16–17 No machine']);
    expect(read([issue], false, [20, 30])).toEqual([]);
  });

  it('is for the key of the blocker where links block, until that is done, and for what was written with a flag first.', () => {
    const issues: WorkedIssue[] = [
      {
        number: 1,
        createdOn: 0,
        moves: [[10, '4']],
        changes: [[11, blockedBy('P1-2')]],
        flags: [13, 14],
        flagReasons: [reason(13, 'No licence')],
      },
      {
        number: 2,
        createdOn: 0,
        moves: [
          [10, '4'],
          [16, '8'],
        ],
      },
    ];
    expect(read(issues, true)).toEqual(['0: 11–13 P1-2', '0: 13–14 No licence', '0: 14–16 P1-2']);
    expect(read(issues)).toEqual(['0: 13–14 No licence']);
  });

  it('is for no blocker while only a flag without a reason blocks, where links do not.', () => {
    const issues: WorkedIssue[] = [
      { number: 1, createdOn: 0, moves: [[10, '4']], changes: [[11, blockedBy('P1-2')]], flags: [13, 14] },
      { number: 2, createdOn: 0 },
    ];
    expect(read(issues)).toEqual(['0: 13–14 ']);
    expect(read(issues, true, [12, 15])).toEqual(['0: 12–13 P1-2', '0: 13–14 P1-2', '0: 14–15 P1-2']);
  });

  it('is for the blocker that blocked first, of several.', () => {
    const issues: WorkedIssue[] = [
      {
        number: 1,
        createdOn: 0,
        moves: [[10, '4']],
        changes: [
          [11, blockedBy('P1-2')],
          [12, blockedBy('P1-3')],
        ],
      },
      { number: 2, createdOn: 0, moves: [[14, '8']] },
      { number: 3, createdOn: 0 },
    ];
    expect(read(issues, true)).toEqual(['0: 11–12 P1-2', '0: 12–14 P1-2', '0: 14–20 P1-3']);
  });
});
