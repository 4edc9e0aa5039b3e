import type { Stage } from '../../domain/stage.ts';
import { underWayWithin } from '../flow-view/under-way-within.ts';
import { costModelAtEnd } from '../money/cost-model-at-end.ts';
import { costModelNamed } from '../money/cost-model-named.ts';
import { Decimal } from '../money/decimal.ts';
import { dearestFirst } from '../money/delay/dearest-first.ts';
import { type DelayCost, delayByPlace } from '../money/delay/delay-cost.ts';
import { delayEstimate } from '../money/delay/delay-estimate.ts';
import { delayInText } from '../money/delay/delay-in-text.ts';
import { partOfDelay } from '../money/delay/part-of-delay.ts';
import { type SavedPart, savingOfDelay } from '../money/delay/saving-of-delay.ts';
import { tellDelay } from '../money/delay/tell-delay.ts';
import type { Estimate } from '../money/estimate.ts';
import type { MoneyQuestion } from '../money/money-question.ts';
import { averageOccupancy } from '../stage-flow/average-occupancy.ts';
import { bottleneckReportSentence } from '../stage-flow/bottleneck-report-sentence.ts';
import { bottleneckSentence } from '../stage-flow/bottleneck-sentence.ts';
import { type BottleneckState, bottleneckState } from '../stage-flow/bottleneck-state.ts';
import { dailyOccupancy } from '../stage-flow/daily-occupancy.ts';
import { heldUpBy } from '../stage-flow/held-up-by.ts';
import { netFlowInterval80 } from '../stage-flow/net-flow-interval.ts';
import { occupancySlope } from '../stage-flow/occupancy-slope.ts';
import { rowsByTimeInStage } from '../stage-flow/rows-by-time-in-stage.ts';
import { stageFlows } from '../stage-flow/stage-flows.ts';
import { type WhatIf, waitsHalved } from '../stage-flow/waits-halved.ts';
import { type DurationPercentiles, durationPercentiles } from '../statistics/duration-percentiles.ts';
import { timePlacesOf } from '../status-time/time-places-of.ts';
import { type Basis, basisOf } from './basis.ts';
import type { Question } from './question.ts';
import { subtasksLeftOut } from './subtasks-left-out.ts';

/** One QUEUE or ACTIVE stage and how it keeps up. */
export interface Bottleneck {
  readonly stage: Stage;
  readonly state: BottleneckState;
  readonly shareOfLeadTime: number;
  readonly arrivals: number;
  readonly departures: number;
  readonly netFlowPerDay: number;
  readonly netFlowInterval80: readonly [number, number];
  readonly occupancy: number;
  readonly stay: DurationPercentiles;
  readonly previousStay: DurationPercentiles;
  readonly propagatedFrom: Stage | null;
  readonly ifWaitsHalved: WhatIf | null;
  readonly sentence: string;
  /** What waiting in it cost in the window; null when nothing of a value waited there. */
  delayCost(): Estimate | null;
  /** What waiting half as long would have saved of that: an upper bound. */
  savedIfHalved(): Estimate | null;
  /** What is saved of it when waiting gets shorter by a share, which `how` names. */
  savedBy(share: SavedPart, how: string): Estimate | null;
  /** The issues that were in it during the window, the longest first. */
  rowsBehind(): Uint32Array;
}

export interface BottleneckReport {
  readonly basis: Basis;
  /** Every QUEUE and ACTIVE stage, the one in which waiting cost most first. */
  readonly bottlenecks: readonly Bottleneck[];
  readonly sentence: string;
}

const definitionOf = ({ costs }: MoneyQuestion): string =>
  'Share of lead time is the time spent in the stage inside the window, by every issue in scope, finished or not, over ' +
  'that in all stages before done, the backlog included. Entries and exits count when they happen inside the window, ' +
  'stays when they end inside it, with their full length; a stay of 0 s is none. The interval is that of the trend of ' +
  'daily occupancy. A backlog is steady when average occupancy is above the WIP limit or, without one, above twice ' +
  'departures a day × median stay. Stages are ranked by what waiting in them cost inside the window (what a week without ' +
  'an issue costs × the calendar time it waited), equal ones by the slope of daily occupancy, then by share. ' +
  'Waits halved: the lead times of delivered issues less half of what each waited in the stage, which is all time in a ' +
  `queue, and in an active stage the time flagged or after a handoff. By ${costModelNamed(costs)}.`;

const howHalved =
  'Half of what waiting in the stage cost in the window. An upper bound: work that leaves this stage sooner waits longer ' +
  'in the next when that one is the narrower.';

/** Where work waits, and what that costs by `money`, which asks the same (METRICS 2.6, 2.7 and 4, "Stage flow", "Time in status", "Bottleneck state"). */
export function bottlenecks(question: Question, money: MoneyQuestion): BottleneckReport {
  const { view, window, clock } = question;
  const delays = delaysByStage(money);
  const flows = stageFlows(question);
  const underWay = underWayWithin(view, question.rows, window);
  const onTheWay = view.stages.flatMap((stage, index) => {
    const flow = flows.stages[index];
    if (!flow || stage.kind === 'BACKLOG' || stage.kind === 'DONE') return [];
    const interval = netFlowInterval80(flow);
    const state = bottleneckState(flow, interval, stage.wipLimit, window);
    return [{ stage, index, flow, interval, state, daily: dailyOccupancy(flow) }];
  });
  const halved = waitsHalved(
    question,
    onTheWay.map(({ index }) => index),
  );
  const found = onTheWay.map(({ stage, index, flow, interval, state }, place) => {
    const culprit = onTheWay[heldUpBy(onTheWay, place) ?? -1]?.stage ?? null;
    const shareOfLeadTime = flows.totalTime === 0 ? 0 : flow.time / flows.totalTime;
    const netFlowPerDay = (flow.arrivals - flow.departures) / window.dayCount;
    const { arrivals, departures, occupancy } = flow;
    const figures = { state, shareOfLeadTime, netFlowPerDay, occupancy };
    const told = {
      ...figures,
      name: stage.name,
      days: window.dayCount,
      heldUpBy: culprit?.name ?? null,
      averageOccupancy: averageOccupancy(flow, window),
    };
    const bottleneck: Bottleneck = {
      stage,
      ...figures,
      arrivals,
      departures,
      netFlowInterval80: interval,
      stay: durationPercentiles(flow.stays, clock),
      previousStay: durationPercentiles(flow.previousStays, clock),
      propagatedFrom: culprit,
      ifWaitsHalved: halved[place] ?? null,
      sentence: bottleneckSentence(told),
      delayCost: () => delays.estimateOf(index),
      savedIfHalved: () => delays.halfOf(index),
      savedBy: (share, how) => delays.savingOf(index, share, how),
      rowsBehind: () => rowsByTimeInStage(question, index),
    };
    const sentenceWith = (delay: string | null): string => bottleneckSentence({ ...told, delay });
    return { bottleneck, base: delays.baseOf(index), slope: occupancySlope(flow), sentenceWith };
  });
  found.sort(
    (a, b) => dearestFirst(a, b) || b.slope - a.slope || b.bottleneck.shareOfLeadTime - a.bottleneck.shareOfLeadTime,
  );
  const subtasks = subtasksLeftOut(question, (rows) => underWayWithin(view, rows, window).length);
  const excluded = [{ reason: 'Subtasks, whose work their parents stand for', count: subtasks }];
  return {
    basis: basisOf(question, underWay, excluded, definitionOf(money)),
    bottlenecks: found.map(({ bottleneck }) => bottleneck),
    sentence: bottleneckReportSentence(
      found.map(({ bottleneck, sentenceWith }) => ({
        name: bottleneck.stage.name,
        state: bottleneck.state,
        shareOfLeadTime: bottleneck.shareOfLeadTime,
        sentenceWith,
        delay() {
          const estimate = bottleneck.delayCost();
          return estimate && delayInText(estimate, costModelAtEnd(money).currency, window.dayCount);
        },
      })),
      underWay.length,
    ),
  };
}

/** What waiting cost, by the stage's index; only what somebody asks for is estimated. */
function delaysByStage(money: MoneyQuestion) {
  const places = timePlacesOf(money.view, 'STAGE');
  const costs = delayByPlace(money, places.placeOf, places.count);
  const model = costModelAtEnd(money);
  let told: readonly Decimal[] | null = null;
  const costed = (index: number): DelayCost | null => {
    const cost = costs[index];
    return cost && cost.rows.length > 0 ? cost : null;
  };
  return {
    baseOf: (index: number): Decimal => costs[index]?.base ?? new Decimal(0),
    estimateOf(index: number): Estimate | null {
      const cost = costed(index);
      if (!cost) return null;
      told ??= tellDelay(money, costs, model.currency);
      return delayEstimate(cost, model, { told: told[index] });
    },
    halfOf(index: number): Estimate | null {
      const cost = costed(index);
      return cost && delayEstimate(partOfDelay(cost, 0.5), model, { how: howHalved });
    },
    savingOf(index: number, share: SavedPart, how: string): Estimate | null {
      const cost = costed(index);
      return cost && savingOfDelay(cost, share, model, how);
    },
  };
}
