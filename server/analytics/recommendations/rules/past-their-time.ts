import { daysInText } from '../../clocks/days-in-text.ts';
import { amountInText } from '../../money/amount-in-text.ts';
import { Decimal } from '../../money/decimal.ts';
import { sourceOf } from '../../money/delay/item-values.ts';
import type { Estimate } from '../../money/estimate.ts';
import { estimateOfTime, valueRule } from '../../money/sequence/cost-of-time.ts';
import { timesToDone } from '../../money/sequence/time-to-done.ts';
import { presentSlot, slotName } from '../../stuck-work/stage-slots.ts';
import type { AdviceQuestion } from '../advice-question.ts';
import { keysInText } from '../keys-in-text.ts';
import type { Rule } from '../rule.ts';
import { halfSaved, savedShare } from '../saved-share.ts';

/** So many a team can talk about in one morning. */
const mostToFinish = 10;

/**
 * R4: work under way for longer than 85 of 100 delivered issues took, the one of which a day costs most first. What is
 * late now, whatever the window, which only says what is late.
 */
export const pastTheirTime: Rule = {
  id: 'R4',
  hygiene: false,
  find(question) {
    const { view, clock, window } = question.money;
    const report = question.stuck();
    const late = report.ofKind('AGING');
    if (late.length === 0 || report.ageLimit === null) return [];
    const toFinish = late.subarray(0, mostToFinish);
    const limit = daysInText(report.ageLimit.seconds, clock);
    const underWay = `${late.length} of ${report.basis.n} issues under way`;
    const those = toFinish.length === 1 ? 'it' : 'them';
    return [
      {
        subject: 'issues',
        title: `Finish ${keysInText(view, toFinish)} first: under way for more than ${limit}`,
        advice:
          `Let whoever can help finish ${those} today, before anything new is begun. ${underWay} ` +
          `${late.length === 1 ? 'is' : 'are'} older than ${limit}, and 85 of 100 issues delivered in these ${window.dayCount} ` +
          `days took no longer. Begin where a day costs most: ${whereTheyAre(question, toFinish.subarray(0, 3))}.`,
        evidence: [
          {
            text: `Under way for more than ${limit}, in which 85 of 100 delivered issues were done`,
            value: underWay,
            rows: () => late,
          },
          {
            text: 'Where to begin, by what a day of each costs',
            value: Array.from(toFinish, (row) => keyWithCost(question, row)).join(', '),
            rows: () => toFinish,
          },
        ],
        severity: late.length,
        // Old issues that are delivered raise the percentile first: by how much it falls later nothing says.
        expectedEffect: null,
        worth: worthOf(question, toFinish),
        effort: 'SMALL',
        cautions: [
          'The 85th percentile of cycle times rises at first, when old issues are delivered; it falls once none grow so old.',
          'What nobody needs any more is better closed than finished.',
          'That this saves half of the time they would still take is an assumption: a quarter to three quarters is the range.',
        ],
        guardMetrics: ['REOPEN_RATE', 'THROUGHPUT'],
        metric: 'CYCLE_TIME_P85',
        stageId: null,
      },
    ];
  },
};

/** "P1-3 (Review for 4.0 working days), P1-7 (Build for 12 working days)". */
function whereTheyAre(question: AdviceQuestion, rows: Uint32Array): string {
  const { view, clock } = question.money;
  const report = question.stuck();
  return Array.from(rows, (row) => {
    const stay = daysInText(report.itemOf(row).timeInStage.seconds, clock);
    return `${view.table.keys[row]} (${slotName(view, presentSlot(view, row))} for ${stay})`;
  }).join(', ');
}

/** "P1-3 €200"; the key alone for one without a value. */
function keyWithCost(question: AdviceQuestion, row: number): string {
  const key = question.money.view.table.keys[row] ?? '';
  const cost = question.stuck().costPerDay(row);
  return cost === null ? key : `${key} ${amountInText(new Decimal(cost.amount), cost.currency)}`;
}

/** Half of what waiting for them would cost if they went on at the pace of others; null when none of them has a value. */
function worthOf(question: AdviceQuestion, rows: Uint32Array): Estimate | null {
  const { money, values } = question;
  const valued = rows.filter((row) => sourceOf(values(), row) !== null);
  if (valued.length === 0) return null;
  const times = timesToDone(money);
  const seconds = Float64Array.from(
    valued,
    (row) => (times[presentSlot(money.view, row)]?.seconds ?? 0) * savedShare.base,
  );
  const method =
    'Half of what a week without each of the issues to begin with costs × the median calendar time from the first entry ' +
    'into its present stage to done, of the issues delivered in the window: ' +
    `${valued.length} of ${rows.length} have a value. ${valueRule(values())}`;
  return estimateOfTime(values(), valued, seconds, method, [halfSaved]);
}
