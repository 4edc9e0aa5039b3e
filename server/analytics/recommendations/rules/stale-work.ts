import type { ExpectedEffect } from '../../../domain/action.ts';
import { calendarClock } from '../../clocks/calendar-clock.ts';
import { daysInText } from '../../clocks/days-in-text.ts';
import { deliveredWithin } from '../../flow-view/delivered-within.ts';
import { measureSeconds } from '../../flow-view/measure-seconds.ts';
import { milestones } from '../../flow-view/milestones.ts';
import { sourceOf } from '../../money/delay/item-values.ts';
import type { Estimate } from '../../money/estimate.ts';
import type { MoneyQuestion } from '../../money/money-question.ts';
import { estimateOfTime, valueRule } from '../../money/sequence/cost-of-time.ts';
import { durationPercentiles } from '../../statistics/duration-percentiles.ts';
import { leastQuiet } from '../../stuck-work/find-stuck.ts';
import { lastActivity } from '../../stuck-work/last-activity.ts';
import { presentSlot, slotName } from '../../stuck-work/stage-slots.ts';
import type { AdviceQuestion } from '../advice-question.ts';
import { heaviestFirst } from '../heaviest-first.ts';
import { keysInText } from '../keys-in-text.ts';
import type { Rule } from '../rule.ts';

/** So many times the 95th percentile of cycle times is no pause any more. */
const timesP95 = 3;

/**
 * R13: work under way that nobody has touched for so long that in the same time others would have been done three times
 * over. On the calendar, like the promise to whoever waits for it; and for a week at least, as stale work is everywhere.
 */
export const staleWork: Rule = {
  id: 'R13',
  hygiene: false,
  find(question) {
    const { money } = question;
    const { view, rows, window } = money;
    const cycle = Float64Array.from(deliveredWithin(view, rows, window), (row) =>
      measureSeconds(view, row, 'CYCLE', calendarClock),
    );
    const { p95 } = durationPercentiles(cycle, calendarClock);
    if (p95 === null) return [];
    const limit = Math.max(leastQuiet, timesP95 * p95.seconds);
    const { startedAt, doneAt } = view.derive(milestones);
    const last = view.derive(lastActivity);
    const quiet = (row: number): number => view.asOf - (last[row] ?? 0);
    const underWay = rows.filter((row) => startedAt[row] !== 0 && doneAt[row] === 0);
    const stale = heaviestFirst(
      view,
      underWay.filter((row) => quiet(row) > limit),
      quiet,
    );
    const [longest] = stale;
    if (longest === undefined) return [];
    const days = (seconds: number): string => daysInText(seconds, calendarClock);
    const share = `${stale.length} of ${underWay.length} issues under way`;
    const where = slotName(view, presentSlot(view, longest));
    return [
      {
        subject: 'issues',
        title: `Close or revive ${keysInText(view, stale)}: untouched for more than ${days(limit)}`,
        advice:
          `Nothing has happened for more than ${days(limit)} to ${share}; 95 of 100 issues delivered in these ` +
          `${window.dayCount} days took no more than ${days(p95.seconds)} from start to done. Go through them once, ` +
          `${view.table.keys[longest]} first, which has been left in ${where} for ${days(quiet(longest))}: close what nobody ` +
          'needs any more, and agree on the next step of what is left.',
        evidence: [
          { text: `Untouched for more than ${days(limit)}`, value: share, rows: () => stale },
          { text: 'The longest', value: days(quiet(longest)), rows: () => stale.subarray(0, 1) },
        ],
        severity: stale.length,
        expectedEffect: effectOf(money, stale),
        worth: worthOf(question, stale),
        effort: 'SMALL',
        cautions: [
          'What nobody has touched for so long may be worth less than its class says, or than its labour: then closing it saves less.',
          'A comment or a new label counts as a touch: reviving means that work goes on.',
          'That all of them are closed or done soon is an assumption; what is only revived stays under way.',
        ],
        guardMetrics: ['REOPEN_RATE', 'THROUGHPUT'],
        metric: 'WIP',
        stageId: null,
      },
    ];
  },
};

/** Without what they had part in the average of the window, if all of them are closed or done; with it, if only revived. */
function effectOf({ view, window: { from, to } }: MoneyQuestion, rows: Uint32Array): ExpectedEffect | null {
  const { startedAt } = view.derive(milestones);
  const seconds = rows.reduce((sum, row) => sum + Math.max(0, to - Math.max(from, startedAt[row] ?? 0)), 0);
  if (seconds === 0) return null;
  const part = seconds / (to - from);
  return { metric: 'WIP', low: -part, base: -part, high: 0 };
}

/** What another window of waiting for them costs; null when none of them has a value. */
function worthOf({ money, values }: AdviceQuestion, rows: Uint32Array): Estimate | null {
  const valued = rows.filter((row) => sourceOf(values(), row) !== null);
  if (valued.length === 0) return null;
  const { from, to } = money.window;
  const method =
    'What a week without each of the untouched issues costs × the length of the window, taking for granted that otherwise ' +
    `they would lie for as long again: ${valued.length} of ${rows.length} have a value. ${valueRule(values())}`;
  return estimateOfTime(values(), valued, new Float64Array(valued.length).fill(to - from), method);
}
