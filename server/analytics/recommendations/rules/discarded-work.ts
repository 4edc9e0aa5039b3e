import type { ExpectedEffect } from '../../../domain/action.ts';
import { deliveredWithin } from '../../flow-view/delivered-within.ts';
import { amountInText } from '../../money/amount-in-text.ts';
import { type Estimate, estimateOf } from '../../money/estimate.ts';
import { ledgerOfWindow } from '../../money/labour/ledger-of-window.ts';
import type { MoneyQuestion } from '../../money/money-question.ts';
import { slotName } from '../../stuck-work/stage-slots.ts';
import { type DroppedLabour, droppedIn, droppedLabour } from '../dropped-labour.ts';
import { issuesInText, shareInText } from '../figures-in-text.ts';
import { heaviestFirst } from '../heaviest-first.ts';
import type { Rule } from '../rule.ts';
import { halfSaved, savedShare } from '../saved-share.ts';

/** Of the labour of the window that went into issues. */
const leastShare = 0.1;

/**
 * R14: much of the labour went into issues that were dropped in the end. Judged by throughput: what no longer goes into
 * them goes into what is delivered, whereas flow efficiency is of delivered issues alone and would not move.
 */
export const discardedWork: Rule = {
  id: 'R14',
  hygiene: false,
  find({ money, currency }) {
    const dropped = droppedLabour(money);
    if (!dropped || dropped.share < leastShare) return [];
    const { view, window } = money;
    const stage = slotName(view, dropped.most.slot);
    const share = shareInText(dropped.share);
    const cost = amountInText(dropped.cost, currency);
    return [
      {
        subject: 'issues',
        title: `Decide before ${stage} what is worth doing: ${share} of labour went into dropped issues`,
        advice:
          `In these ${window.dayCount} days ${share} of the labour on issues, about ${cost}, went into ` +
          `${issuesInText(dropped.amounts.size)} that ${dropped.amounts.size === 1 ? 'was' : 'were'} dropped, ` +
          `${shareInText(dropped.most.share)} of it in ${stage}. Before an issue may come there, ask who needs it and whether ` +
          'it would still be begun today, and close at once what has no answer.',
        evidence: [
          {
            text: 'Labour that went into dropped issues',
            value: `${share}, ${cost}`,
            rows: () => dearestFirst(money, dropped.amounts),
          },
          {
            text: `Part of it in ${stage}, more than in any other stage`,
            value: shareInText(dropped.most.share),
            rows: () => dearestFirst(money, droppedIn(money, dropped.most.slot)),
          },
        ],
        severity: dropped.share,
        expectedEffect: effectOf(money, dropped),
        worth: worthOf(money, dropped),
        effort: 'MEDIUM',
        cautions: [
          'That half of it can be saved is an assumption: a quarter to three quarters is the range. Some things only work shows.',
          'Labour is cash only where people would be paid for less: otherwise it is what they could have done instead.',
          'Where dropped work is left open or closed as done, the share falls and nothing is saved.',
        ],
        guardMetrics: ['WIP', 'REOPEN_RATE'],
        metric: 'THROUGHPUT',
        stageId: null,
      },
    ];
  },
};

/** The labour that is saved delivers as much for each day of it as all other labour does. */
function effectOf({ view, rows, window }: MoneyQuestion, { share }: DroppedLabour): ExpectedEffect | null {
  const perWeek = (deliveredWithin(view, rows, window).length / window.dayCount) * 7;
  if (perWeek === 0 || share === 1) return null;
  const more = (saved: number): number => (perWeek * share * saved) / (1 - share);
  return { metric: 'THROUGHPUT', low: more(savedShare.low), base: more(savedShare.base), high: more(savedShare.high) };
}

/** Half of it, which is an assumption: so of less confidence than the labour itself. */
function worthOf(money: MoneyQuestion, { cost, amounts }: DroppedLabour): Estimate {
  const isLogged = ledgerOfWindow(money).method === 'WORKLOGS';
  return estimateOf({
    kind: 'DISCARDED',
    confidence: isLogged ? 'MEDIUM' : 'LOW',
    method:
      'Half of the labour of the window on issues known by now to be dropped, ' +
      `${isLogged ? 'as people logged it' : "by an even split of each person's day over what they had in work"}, at the loaded ` +
      'hourly rate: that half of it can be saved is an assumption.',
    base: cost.times(savedShare.base),
    parts: [...amounts.values()],
    assumptions: [halfSaved],
  });
}

/** Sums of parts of days differ by less than this when they were summed in another order. */
const dust = 1e-6;

function dearestFirst({ view }: MoneyQuestion, amounts: ReadonlyMap<number, number>): Uint32Array {
  return heaviestFirst(view, Uint32Array.from(amounts.keys()), (row) => Math.round((amounts.get(row) ?? 0) / dust));
}
