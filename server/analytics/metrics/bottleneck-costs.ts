import type { Stage } from '../../domain/stage.ts';
import { calendarClock } from '../clocks/calendar-clock.ts';
import { type Money, moneyOf, unitOf } from '../money/amount.ts';
import { costModelAtEnd } from '../money/cost-model-at-end.ts';
import { costModelNamed } from '../money/cost-model-named.ts';
import { Decimal } from '../money/decimal.ts';
import { dearestFirst } from '../money/delay/dearest-first.ts';
import { delayAfterMedian } from '../money/delay/delay-after-median.ts';
import { type DelayCost, delayByPlace, delayOfWindow } from '../money/delay/delay-cost.ts';
import { delayEstimate } from '../money/delay/delay-estimate.ts';
import { tellDelay } from '../money/delay/tell-delay.ts';
import { unvaluedWaits } from '../money/delay/unvalued-waits.ts';
import { type WorkCarried, workCarried } from '../money/delay/work-carried.ts';
import { type Estimate, estimateOf } from '../money/estimate.ts';
import { amountOfLabour } from '../money/labour/labour-amounts.ts';
import { ledgerOfWindow } from '../money/labour/ledger-of-window.ts';
import { type ReworkLabour, reworkByStage } from '../money/labour/rework-by-stage.ts';
import { tellLabour } from '../money/labour/tell-labour.ts';
import type { MoneyQuestion } from '../money/money-question.ts';
import { timePlacesOf } from '../status-time/time-places-of.ts';
import { type Basis, basisOf } from './basis.ts';
import { subtasksLeftOut } from './subtasks-left-out.ts';

/** What one stage costs. Kinds of money stand side by side, and are never summed. */
export interface StageCost {
  readonly stage: Stage;
  /** What a day without the work in it costs, at the end of the window. */
  readonly wipCostPerDay: Money;
  /** What a week without one more costs, on the average of those in it that have a value; 0 without any. */
  readonly costPerExtraItem: Money;
  /** Of the delay of all stages, that of this one and those before it, 0 to 1; 0 where there is none. */
  readonly cumulativeShare: number;
  delay(): Estimate;
  reworkLabour(): Estimate;
  /** Null when fewer visits ended in the window than a median needs. */
  ifMedianStay(): Estimate | null;
  /** The issues whose waiting in it cost anything, the most costly first. */
  rowsBehind(): Uint32Array;
}

export interface BottleneckCostReport {
  readonly basis: Basis;
  /** Every QUEUE and ACTIVE stage, and each BACKLOG one that cost anything; the largest delay first. */
  readonly stages: readonly StageCost[];
}

const definitionOf = ({ costs }: MoneyQuestion): string =>
  'Delay is what a week without an issue costs × the calendar time it waited in the stage, inside the window and between ' +
  'its start and done: in queues, flagged, or for a new owner to act. A week costs what the dearest value class of its ' +
  'priority or labels says, without one its labour so far, that of subtasks included, / weeks of payback. Rework is the ' +
  "window's labour in the stage on issues that had been further. Work in progress is what is in the stage at the window's " +
  'end. If no stay had been longer than the median: what waiting after it cost, in visits that ended in the window. ' +
  `Shares add up from the largest delay on. By ${costModelNamed(costs)}.`;

const ifMedian =
  'What it cost to wait, in the visits that ended in the window, once the median of their stays had passed. An upper ' +
  'bound: work that leaves this stage sooner waits longer in the next when that one is the narrower.';

const reworkMethod = {
  EVEN_SPLIT: 'Labour in the window on issues in a lower stage than they had reached, working days split evenly.',
  WORKLOGS: 'Labour logged in the window on issues in a lower stage than they had reached.',
} as const;

/** What waiting and rework cost, stage by stage (METRICS 2.7 and 4, "Delay cost", "Labour and paid capacity"). */
export function bottleneckCosts(question: MoneyQuestion, currency: string): BottleneckCostReport {
  const { view, rows, window } = question;
  const places = timePlacesOf(view, 'STAGE');
  const delays = delayByPlace(question, places.placeOf, places.count);
  const toldDelays = tellDelay(question, delays, currency);
  const rework = reworkByStage(question);
  const toldRework = tellRework(question, rework, currency);
  const carried = workCarried(question);
  const afterMedian = delayAfterMedian(question);
  const model = costModelAtEnd(question);
  const { method } = ledgerOfWindow(question);
  const found = view.stages.flatMap((stage, index) => {
    const delay = delays[index];
    if (!delay || stage.kind === 'DONE' || (stage.kind === 'BACKLOG' && delay.base.isZero())) return [];
    return [{ stage, index, delay, told: toldDelays[index] ?? delay.base }];
  });
  found.sort((a, b) => dearestFirst(a.delay, b.delay) || a.index - b.index);
  const all = Decimal.sum(0, ...found.map(({ delay }) => delay.base));
  let before = new Decimal(0);
  const stages = found.map(({ stage, index, delay, told }): StageCost => {
    before = before.plus(delay.base);
    return {
      stage,
      ...carriedMoney(carried[index], currency),
      cumulativeShare: all.isZero() ? 0 : before.div(all).toNumber(),
      delay: () => delayEstimate(delay, model, { told }),
      reworkLabour: () =>
        estimateOf({
          kind: 'REWORK_LABOUR',
          confidence: method === 'WORKLOGS' ? 'HIGH' : 'MEDIUM',
          method: reworkMethod[method],
          base: toldRework[index] ?? new Decimal(0),
          parts: [...(rework[index]?.amounts.values() ?? [])],
          assumptions: [],
        }),
      ifMedianStay() {
        const late = afterMedian[index];
        return late ? delayEstimate(late, model, { how: ifMedian, told: Decimal.min(late.base, told) }) : null;
      },
      rowsBehind: () => mostCostlyFirst(delay),
    };
  });
  const { rows: costly } = delayOfWindow(question);
  const subtasks = subtasksLeftOut(question, (left) => delayOfWindow({ ...question, rows: left }).rows.length);
  const excluded = [
    ...unvaluedWaits(question),
    { reason: 'Subtasks, whose work their parents stand for', count: subtasks },
  ];
  const asked = { view, rows, window, clock: calendarClock, local: question.local };
  return { basis: basisOf(asked, Uint32Array.from(costly), excluded, definitionOf(question)), stages };
}

/** In sum the rework labour of the window, as that is told. */
function tellRework(question: MoneyQuestion, rework: readonly ReworkLabour[], currency: string): Decimal[] {
  const unit = unitOf(currency);
  const personDays = rework.map((place) => place.personDays);
  const all = question.costs.map((_, period) => personDays.reduce((sum, days) => sum + (days[period] ?? 0), 0));
  const whole = amountOfLabour(question, all).div(unit).round().times(unit);
  return tellLabour(question, whole, personDays, unit).map(({ amount }) => amount);
}

function carriedMoney(
  { perWeek, valued }: Pick<WorkCarried, 'perWeek' | 'valued'> = { perWeek: new Decimal(0), valued: 0 },
  currency: string,
): Pick<StageCost, 'wipCostPerDay' | 'costPerExtraItem'> {
  return {
    wipCostPerDay: moneyOf(perWeek.div(7), currency),
    costPerExtraItem: moneyOf(valued === 0 ? new Decimal(0) : perWeek.div(valued), currency),
  };
}

function mostCostlyFirst({ rows, amounts }: DelayCost): Uint32Array {
  const places = Uint32Array.from(rows.keys()).sort((a, b) => (amounts[b] ?? 0) - (amounts[a] ?? 0) || a - b);
  return places.map((place) => rows[place] ?? 0);
}
