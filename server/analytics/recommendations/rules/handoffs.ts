import { daysInText } from '../../clocks/days-in-text.ts';
import { deliveredWithin } from '../../flow-view/delivered-within.ts';
import { measureSeconds } from '../../flow-view/measure-seconds.ts';
import { segmentState, segmentStates } from '../../flow-view/segment-states.ts';
import { underWayColumns } from '../../flow-view/under-way-columns.ts';
import { costModelAtEnd } from '../../money/cost-model-at-end.ts';
import { delayByPlace } from '../../money/delay/delay-cost.ts';
import { savingOfDelay } from '../../money/delay/saving-of-delay.ts';
import type { Estimate } from '../../money/estimate.ts';
import type { MoneyQuestion } from '../../money/money-question.ts';
import { fewestFor } from '../../statistics/duration-percentiles.ts';
import { nearestRankPlace } from '../../statistics/nearest-rank.ts';
import { selectRank } from '../../statistics/select-rank.ts';
import { figureInText, shareInText } from '../figures-in-text.ts';
import { heaviestFirst } from '../heaviest-first.ts';
import type { Finding, Rule } from '../rule.ts';
import { halfSaved, savedShare } from '../saved-share.ts';

/** Of the time between start and done, waiting for a new owner to act. */
const leastShare = 0.2;
/** Fewer say nothing of how work is handed on. */
const fewestDelivered = fewestFor.p85;

const how =
  'Half of what it cost in the window to wait for a new owner to act after a handoff; that half of it would go (a quarter ' +
  'to three quarters) is an assumption.';

/**
 * R6: work that changes hands waits for the new owner. It is judged by cycle time: waiting for an owner passes in ACTIVE
 * stages, so that it is part of active time, and flow efficiency would even fall when it goes.
 */
export const handoffs: Rule = {
  id: 'R6',
  hygiene: false,
  find({ money }) {
    const { view, rows, window, clock } = money;
    const delivered = deliveredWithin(view, rows, window);
    if (delivered.length < fewestDelivered) return [];
    const times = view.deriveOn(clock, underWayColumns);
    let total = 0;
    let waited = 0;
    let count = 0;
    for (const row of delivered) {
      total += times.total[row] ?? 0;
      waited += times.awaitsOwner[row] ?? 0;
      count += times.handoffs[row] ?? 0;
    }
    if (total === 0 || count === 0 || waited < leastShare * total) return [];
    return [findingOf(money, delivered, { share: waited / total, waited, count })];
  },
};

interface Waits {
  readonly share: number;
  /** Seconds, and handoffs, of all the issues delivered. */
  readonly waited: number;
  readonly count: number;
}

function findingOf(money: MoneyQuestion, delivered: Uint32Array, { share, waited, count }: Waits): Finding {
  const { view, clock } = money;
  const times = view.deriveOn(clock, underWayColumns);
  const waitOf = (row: number): number => times.awaitsOwner[row] ?? 0;
  const handoffsOf = (row: number): number => times.handoffs[row] ?? 0;
  const perIssue = figureInText(count / delivered.length);
  const perHandoff = daysInText(waited / count, clock);
  const p85 = (shorterBy: number): number => {
    const cycles = Float64Array.from(
      delivered,
      (row) => measureSeconds(view, row, 'CYCLE', clock) - shorterBy * waitOf(row),
    );
    return selectRank(cycles, nearestRankPlace(cycles.length, 85)) / clock.secondsPerDay;
  };
  const change = (shorterBy: number): number => p85(shorterBy) - p85(0);
  return {
    subject: 'issues',
    title: 'Let issues keep their owner, or hand them over in person',
    advice:
      `The ${delivered.length} issues delivered changed hands ${count === 1 ? 'once' : `${count} times`}, and waited ${perHandoff} each time on average ` +
      `for the new owner to act: ${shareInText(share)} of the time between start and done. Let whoever begins an issue finish it, ` +
      'or have both work on it together where it has to change hands; nobody hands over what the next has no time for.',
    evidence: [
      {
        text: 'Time between start and done spent waiting for a new owner to act',
        value: shareInText(share),
        rows: () =>
          heaviestFirst(
            view,
            delivered.filter((row) => waitOf(row) > 0),
            waitOf,
          ),
      },
      {
        text: 'Handoffs of an issue on average',
        value: perIssue,
        rows: () =>
          heaviestFirst(
            view,
            delivered.filter((row) => handoffsOf(row) > 0),
            handoffsOf,
          ),
      },
    ],
    severity: share,
    expectedEffect: {
      metric: 'CYCLE_TIME_P85',
      low: change(savedShare.high),
      base: change(savedShare.base),
      high: change(savedShare.low),
    },
    worth: worthOf(money),
    effort: 'MEDIUM',
    cautions: [
      'That half of the waiting goes (a quarter to three quarters) is an assumption, not a measurement.',
      'A wait ends with the first move, comment or work log of the new owner: who works without leaving a trace in Jira seems to wait.',
      'Fewer handoffs ask more of each person: watch that quality does not fall.',
    ],
    guardMetrics: ['REWORK_RATE', 'REOPEN_RATE', 'THROUGHPUT'],
    metric: 'CYCLE_TIME_P85',
    stageId: null,
  };
}

function worthOf(money: MoneyQuestion): Estimate | null {
  const states = money.view.derive(segmentStates);
  const [delay] = delayByPlace(
    money,
    (segment) => (((states[segment] ?? 0) & segmentState.AWAITS_OWNER) !== 0 ? 0 : -1),
    1,
  );
  return delay && delay.rows.length > 0
    ? savingOfDelay(delay, { ...savedShare, name: halfSaved.name }, costModelAtEnd(money), how)
    : null;
}
