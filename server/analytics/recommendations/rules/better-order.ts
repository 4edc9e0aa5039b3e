import { amountInText } from '../../money/amount-in-text.ts';
import { perWeekOf } from '../../money/delay/item-values.ts';
import { paidDay } from '../../money/paid-day.ts';
import { swapsWithinTeams, type TeamSwap } from '../../money/sequence/swaps-within-teams.ts';
import { presentSlot, slotName } from '../../stuck-work/stage-slots.ts';
import type { AdviceQuestion } from '../advice-question.ts';
import { figureInText } from '../figures-in-text.ts';
import type { Rule } from '../rule.ts';

const mostSwaps = 3;

/**
 * R9: two issues that one team has under way, whose exchange in the order of work saves at least what a day of one person
 * costs. Less is not worth the talk.
 */
export const betterOrder: Rule = {
  id: 'R9',
  hygiene: false,
  find(question) {
    const { money, currency } = question;
    const { view } = money;
    const values = question.values();
    const swaps = swapsWithinTeams(money, values, mostSwaps);
    const [best] = swaps;
    if (!best) return [];
    const { worth, sideBySide } = best;
    const day = paidDay(values.model, money.calendar);
    if (worth.base.lt(day)) return [];
    const days = worth.base.div(day).toNumber();
    const saved = amountInText(worth.base, currency);
    const keyOf = (row: number): string => view.table.keys[row] ?? '';
    const swapped = ({ first, second }: TeamSwap): string => `${keyOf(second)} before ${keyOf(first)}`;
    const others = swaps.slice(1).map(swapped);
    return [
      {
        subject: 'order',
        title: `Do ${swapped(best)}: that saves about ${saved} of delay`,
        advice:
          `By start ${described(question, best.first)} is before ${described(question, best.second)}. Let them exchange ` +
          `their places. As ${paceOf(sideBySide)} by the team, that saves about ${saved}, as much as ${figureInText(days)} paid ` +
          `${days < 1.05 ? 'day' : 'days'} of a person.${others.length > 0 ? ` Then do ${others.join(', and ')}.` : ''}`,
        evidence: swaps.map((swap) => ({
          text: swapped(swap),
          value: `${amountInText(swap.worth.base, currency)} saved`,
          rows: () => Uint32Array.of(swap.second, swap.first),
        })),
        severity: days,
        // Delay cost of a window is of all work, and what two issues have in it depends on how far the others get.
        expectedEffect: null,
        worth,
        effort: 'SMALL',
        cautions: [
          `That ${paceOf(sideBySide)} by the team is taken from the window: were it twice as many, half would be saved.`,
          'The cost of delay shows more for a swap: there all work, whose ever it is, is finished one after the other.',
          'The present order is taken to be the one by start: where people already work in another one, the swap may be done.',
          'How long each will take is the median of others that went on from its stage, whatever is special about it.',
        ],
        guardMetrics: ['CYCLE_TIME_P85', 'THROUGHPUT'],
        metric: 'DELAY_COST',
        stageId: null,
      },
    ];
  },
};

const paceOf = (sideBySide: number): string =>
  sideBySide < 1.05
    ? 'one issue is finished after the other'
    : `${Number(sideBySide.toPrecision(2))} issues are finished side by side`;

/** "P1-3 (in Review, €200 a week)". */
function described({ money: { view }, currency, values }: AdviceQuestion, row: number): string {
  const perWeek = amountInText(perWeekOf(values(), row), currency);
  return `${view.table.keys[row]} (in ${slotName(view, presentSlot(view, row))}, ${perWeek} a week)`;
}
