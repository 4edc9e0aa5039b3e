import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarClock } from '../../../server/analytics/clocks/calendar-clock.ts';
import { assembleFlowTable } from '../../../server/analytics/flow-table/assemble-flow-table.ts';
import { writeFlow } from '../../../server/analytics/flow-table/write-flow.ts';
import type { FlowView } from '../../../server/analytics/flow-view/flow-view.ts';
import { milestones } from '../../../server/analytics/flow-view/milestones.ts';
import { segmentEnds } from '../../../server/analytics/flow-view/segment-ends.ts';
import { segmentState, segmentStates } from '../../../server/analytics/flow-view/segment-states.ts';
import { stageKindCode } from '../../../server/analytics/flow-view/stage-kind-code.ts';
import { underWayTimes } from '../../../server/analytics/flow-view/under-way-times.ts';
import { viewFlow } from '../../../server/analytics/flow-view/view-flow.ts';
import { withBlockingLinks } from '../../../server/analytics/flow-view/with-blocking-links.ts';
import { blockingLinks } from '../../../server/analytics/segments/blocking-links.ts';
import type { HistoryItem } from '../../../server/domain/history.ts';
import { buildIssue, entryAt, flagItem, statusItem } from '../../support/build-issue.ts';
import { type Biography, randomWorld, worldStages, worldStatuses } from '../../support/random-world.ts';
import { viewWorld } from '../../support/view-world.ts';

const words = (key: string): string => `This issue is blocked by ${key}`;
const linked = (key: string): HistoryItem => ({
  field: 'link',
  from: null,
  to: key,
  fromName: null,
  toName: words(key),
});
const unlinked = (key: string): HistoryItem => ({
  field: 'link',
  from: key,
  to: null,
  fromName: words(key),
  toName: null,
});
const march = (day: number): string => `2024-03-${String(day).padStart(2, '0')}T12:00:00Z`;
const hour = 3600;

/** ABC-1 is built from the 4th to the 20th; ABC-2, which blocks it, is done on the 10th. */
function blockedDays(items: readonly [day: number, item: HistoryItem][]): number {
  const blocked: Biography = {
    issue: buildIssue({ statusId: '8', createdAt: new Date(march(1)) }),
    history: [
      entryAt(march(4), [statusItem('1', '4')]),
      ...items.map(([day, item], index) => entryAt(march(day), [item], null, String(index + 1))),
      entryAt(march(20), [statusItem('4', '8')]),
    ],
  };
  const blocker: Biography = {
    issue: buildIssue({ id: '10002', key: 'ABC-2', statusId: '8', createdAt: new Date(march(1)) }),
    history: [entryAt(march(2), [statusItem('1', '4')]), entryAt(march(10), [statusItem('4', '8')])],
  };
  const setting = {
    stages: worldStages,
    statuses: worldStatuses,
    teams: [],
    projects: [],
    asOf: Date.parse(march(30)) / 1000,
  };
  const view = viewFlow(assembleFlowTable([writeFlow(null, [blocked, blocker])]), setting);
  return underWayTimes(viewFlow(withBlockingLinks(view), setting), 0, calendarClock).blocked / (24 * hour);
}

describe('an issue that is linked as blocked', () => {
  it('is blocked from the making of the link until the blocker is done.', () => {
    expect(blockedDays([[6, linked('ABC-2')]])).toBe(4);
  });

  it('is blocked until the link is removed, when that is earlier.', () => {
    expect(
      blockedDays([
        [6, linked('ABC-2')],
        [8, unlinked('ABC-2')],
      ]),
    ).toBe(2);
  });

  it('is blocked once while flag and link say so.', () => {
    expect(
      blockedDays([
        [5, flagItem(true)],
        [6, linked('ABC-2')],
        [7, flagItem(false)],
      ]),
    ).toBe(5);
  });

  it('is not blocked by a blocker that is done, that nobody knows, or by a link of another kind.', () => {
    expect(blockedDays([[12, linked('ABC-2')]])).toBe(0);
    expect(blockedDays([[6, linked('XYZ-9')]])).toBe(0);
    expect(blockedDays([[6, { ...linked('ABC-2'), toName: 'This issue blocks ABC-2' }]])).toBe(0);
  });

  it('was linked from its creation on, when only the removal is recorded.', () => {
    const issue = buildIssue({ createdAt: new Date(march(1)) });
    expect(blockingLinks(issue, [entryAt(march(3), [unlinked('ABC-2')])])).toEqual([
      { blocker: 'ABC-2', from: Date.parse(march(1)) / 1000, to: Date.parse(march(3)) / 1000 },
    ]);
  });
});

const day = 86_400;

interface Linked {
  readonly biography: Biography;
  readonly blocker: string | null;
  /** Unix seconds; without end where the link stays. */
  readonly from: number;
  readonly to: number;
}

/** Each second issue is linked to the one before it: for a while, or for good. */
function linkEverySecond(biographies: readonly Biography[]): Linked[] {
  return biographies.map(({ issue, history }, index): Linked => {
    const blocker = index % 2 === 0 ? null : (biographies[index - 1]?.issue.key ?? null);
    if (blocker === null) return { biography: { issue, history }, blocker, from: 0, to: 0 };
    const from = Math.floor(issue.createdAt.getTime() / 1000) + (index % 7) * day;
    const to = index % 3 === 0 ? from + (1 + (index % 11)) * day : Number.POSITIVE_INFINITY;
    const at = (second: number): string => new Date(second * 1000).toISOString();
    const links = [entryAt(at(from), [linked(blocker)], null, '9999998')];
    if (Number.isFinite(to)) links.push(entryAt(at(to), [unlinked(blocker)], null, '9999999'));
    return { biography: { issue, history: [...history, ...links] }, blocker, from, to };
  });
}

/** What an issue was at a second. */
function stateAt(view: FlowView, row: number, second: number): number {
  const ends = view.derive(segmentEnds);
  for (let segment = view.table.segmentStart[row] ?? 0; segment < (view.table.segmentStart[row + 1] ?? 0); segment += 1)
    if ((view.table.segmentFrom[segment] ?? 0) <= second && second < (ends[segment] ?? 0))
      return view.derive(segmentStates)[segment] ?? 0;
  return -1;
}

describe('links in random worlds', () => {
  // A handoff is marked where it happens: on the first piece only.
  const lasting = ~segmentState.HANDED_OVER;

  it('block for exactly as long as they stand and the blocker is not done, and change nothing else of a life.', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const plain = randomWorld(seed, 40, 0.1);
        const links = linkEverySecond(plain.biographies);
        const world = { ...plain, biographies: links.map(({ biography }) => biography) };
        const flagged = viewWorld(world);
        const both = viewFlow(withBlockingLinks(flagged), world);
        const { doneAt, closedWithoutHistory } = flagged.derive(milestones);
        links.forEach(({ biography, blocker, from, to }, row) => {
          const blockerRow = flagged.table.rowOfKey(blocker ?? '') ?? -1;
          const blockerDone = doneAt[blockerRow];
          // Closed, and nobody knows when.
          const isMute = closedWithoutHistory[blockerRow] === 1 && blockerDone === 0;
          const until = Math.min(to, blockerDone || Number.POSITIVE_INFINITY, doneAt[row] || Number.POSITIVE_INFINITY);
          const handoffs = (view: FlowView): number => underWayTimes(view, row, calendarClock).handoffs;
          expect(handoffs(both)).toBe(handoffs(flagged));
          const created = Math.floor(biography.issue.createdAt.getTime() / 1000);
          const edges = [from - 1, from, until - 1, until].filter((edge) => edge >= created && Number.isFinite(edge));
          for (let second = created; second < world.asOf; second += 7 * 3600 + 13) edges.push(second);
          for (const second of edges.filter((edge) => edge < world.asOf)) {
            const [before, after] = [stateAt(flagged, row, second), stateAt(both, row, second)];
            const isLinked =
              !isMute &&
              blocker !== null &&
              from <= second &&
              second < until &&
              (before & segmentState.KIND) !== stageKindCode.DONE;
            expect(after & lasting).toBe((isLinked ? before | segmentState.BLOCKED : before) & lasting);
          }
        });
      }),
      { numRuns: 15 },
    );
  });
});
