import type { FlowView } from '../../flow-view/flow-view.ts';
import { teamOfProject } from '../../flow-view/team-of-project.ts';
import type { OrderSwap } from '../../metrics/cost-of-delay.ts';
import { amountInText } from '../../money/amount-in-text.ts';
import { Decimal } from '../../money/decimal.ts';
import { paidDay } from '../../money/paid-day.ts';
import { presentSlot, slotName } from '../../stuck-work/stage-slots.ts';
import type { AdviceQuestion } from '../advice-question.ts';
import { figureInText } from '../figures-in-text.ts';
import type { Rule } from '../rule.ts';

/**
 * R9: two issues under way whose exchange in the order of work saves at least what a day of one person costs. Less is not
 * worth the talk.
 */
export const betterOrder: Rule = {
  id: 'R9',
  hygiene: false,
  find(question) {
    const { money, currency } = question;
    const { view } = money;
    const { swaps, worthOf, sideBySide } = question.order();
    const [best] = swaps;
    if (!best) return [];
    const worth = worthOf(best);
    const day = paidDay(question.values().model, money.calendar);
    if (worth.base.lt(day)) return [];
    const days = worth.base.div(day).toNumber();
    const saved = amountInText(worth.base, currency);
    const keyOf = (row: number): string => view.table.keys[row] ?? '';
    const swapped = ({ first, second }: OrderSwap): string => `${keyOf(second)} before ${keyOf(first)}`;
    const others = swaps.slice(1).map(swapped);
    return [
      {
        subject: 'order',
        title: `Do ${swapped(best)}: that saves about ${saved} of delay`,
        advice:
          `By start ${described(question, best.first)} is before ${described(question, best.second)}. Let them exchange ` +
          `their places. As ${paceOf(sideBySide)} here, that saves about ${saved}, as much as ${figureInText(days)} paid ` +
          `${days < 1.05 ? 'day' : 'days'} of a person.${others.length > 0 ? ` Then do ${others.join(', and ')}.` : ''}`,
        evidence: swaps.map((swap) => ({
          text: swapped(swap),
          value: `${amountInText(worthOf(swap).base, currency)} saved`,
          rows: () => Uint32Array.of(swap.second, swap.first),
        })),
        severity: days,
        // Delay cost of a window is of all work, and what two issues have in it depends on how far the others get.
        expectedEffect: null,
        worth,
        effort: 'SMALL',
        cautions: [
          `That ${paceOf(sideBySide)} is taken from the window: were it twice as many, half would be saved. The cost of delay ` +
            'shows more for the same swap, as if all issues were finished one after the other.',
          'The present order is taken to be the one by start: where people already work in another one, the swap may be done.',
          'How long each will take is the median of others that went on from its stage, whatever is special about it.',
          ...(isOfOneTeam(view, best)
            ? []
            : ['The two are of different teams: only people who can do either can swap them.']),
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

function isOfOneTeam(view: FlowView, { first, second }: OrderSwap): boolean {
  const { project, strings } = view.table;
  const teamOf = view.derive(teamOfProject);
  const team = (row: number): string => teamOf(strings[project[row] ?? 0] ?? '');
  return team(first) === team(second);
}

/** "P1-3 (in Review, €200 a week)". */
function described({ money: { view }, currency, order }: AdviceQuestion, row: number): string {
  const perWeek = amountInText(new Decimal(order().itemOf(row).perWeek.amount), currency);
  return `${view.table.keys[row]} (in ${slotName(view, presentSlot(view, row))}, ${perWeek} a week)`;
}
