import type { Stage } from '../../domain/stage.ts';
import { underWayWithin } from '../flow-view/under-way-within.ts';
import { averageOccupancy } from '../stage-flow/average-occupancy.ts';
import { bottleneckSentence } from '../stage-flow/bottleneck-sentence.ts';
import { type BottleneckState, bottleneckState, bottleneckStates } from '../stage-flow/bottleneck-state.ts';
import { dailyOccupancy } from '../stage-flow/daily-occupancy.ts';
import { heldUpBy } from '../stage-flow/held-up-by.ts';
import { netFlowInterval80 } from '../stage-flow/net-flow-interval.ts';
import { rowsByTimeInStage } from '../stage-flow/rows-by-time-in-stage.ts';
import { stageFlows } from '../stage-flow/stage-flows.ts';
import { type WhatIf, waitsHalved } from '../stage-flow/waits-halved.ts';
import { type DurationPercentiles, durationPercentiles } from '../statistics/duration-percentiles.ts';
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
  /** The issues that were in it during the window, the longest first. */
  rowsBehind(): Uint32Array;
}

export interface BottleneckReport {
  readonly basis: Basis;
  /** Every QUEUE and ACTIVE stage, the worst first. */
  readonly bottlenecks: readonly Bottleneck[];
  readonly sentence: string;
}

const definition =
  'Share of lead time is the time spent in the stage inside the window, by every issue in scope, finished or not, over ' +
  'that in all stages before done, the backlog included. Entries and exits count when they happen inside the window, ' +
  'stays when they end inside it, with their full length; a stay of 0 s is none. The interval is that of the trend of ' +
  'daily occupancy. A backlog is steady when average occupancy is above the WIP limit or, without one, above twice ' +
  'departures a day × median stay. Stages are ranked by state (stuck, falling behind, steady backlog, clearing, free), then by share. ' +
  'Waits halved: the lead times of delivered issues less half of what each waited in the stage, which is all time in a ' +
  'queue, and in an active stage the time flagged or after a handoff.';

/** Where work waits (METRICS 2.6 and 4, "Stage flow", "Time in status", "Bottleneck state"). */
export function bottlenecks(question: Question): BottleneckReport {
  const { view, window, clock } = question;
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
  const found = onTheWay.map(({ stage, index, flow, interval, state }, place): Bottleneck => {
    const culprit = onTheWay[heldUpBy(onTheWay, place) ?? -1]?.stage ?? null;
    const shareOfLeadTime = flows.totalTime === 0 ? 0 : flow.time / flows.totalTime;
    const netFlowPerDay = (flow.arrivals - flow.departures) / window.dayCount;
    const { arrivals, departures, occupancy } = flow;
    const figures = { state, shareOfLeadTime, netFlowPerDay, occupancy };
    const named = { name: stage.name, days: window.dayCount, heldUpBy: culprit?.name ?? null };
    const average = averageOccupancy(flow, window);
    return {
      stage,
      ...figures,
      arrivals,
      departures,
      netFlowInterval80: interval,
      stay: durationPercentiles(flow.stays, clock),
      previousStay: durationPercentiles(flow.previousStays, clock),
      propagatedFrom: culprit,
      ifWaitsHalved: halved[place] ?? null,
      sentence: bottleneckSentence({ ...figures, ...named, averageOccupancy: average }),
      rowsBehind: () => rowsByTimeInStage(question, index),
    };
  });
  found.sort((a, b) => severity(a) - severity(b) || b.shareOfLeadTime - a.shareOfLeadTime);
  const subtasks = subtasksLeftOut(question, (rows) => underWayWithin(view, rows, window).length);
  const excluded = [{ reason: 'Subtasks, whose work their parents stand for', count: subtasks }];
  return {
    basis: basisOf(question, underWay, excluded, definition),
    bottlenecks: found,
    sentence: sentenceOf(found, underWay.length),
  };
}

const severity = ({ state }: Bottleneck): number => bottleneckStates.indexOf(state);

function sentenceOf(found: readonly Bottleneck[], items: number): string {
  const [worst] = found;
  if (!worst) return 'No stage is a queue or active, so there is nothing that could hold work up.';
  if (items === 0) return 'No issue was under way in this window.';
  if (worst.state !== 'FREE') return worst.sentence;
  return `No stage holds work up; the longest part of the way, ${Math.round(worst.shareOfLeadTime * 100)} % of lead time, is ${worst.stage.name}.`;
}
