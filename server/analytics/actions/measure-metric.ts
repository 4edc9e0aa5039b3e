import type { ActionMetric } from '../../domain/action.ts';
import { reopenings } from '../flow-series/reopenings.ts';
import { systemFlow } from '../flow-series/system-flow.ts';
import { deliveredWithin } from '../flow-view/delivered-within.ts';
import { type DelayCost, delayByPlace, delayOfWindow } from '../money/delay/delay-cost.ts';
import type { MoneyQuestion } from '../money/money-question.ts';
import { averageOccupancy } from '../stage-flow/average-occupancy.ts';
import { stageFlows } from '../stage-flow/stage-flows.ts';
import { timeInStage } from '../stage-flow/time-in-stage.ts';
import { durationPercentiles } from '../statistics/duration-percentiles.ts';
import { timePlacesOf } from '../status-time/time-places-of.ts';
import { metricItems } from './metric-items.ts';
import { metricTraits } from './metric-traits.ts';

/** A metric of a window. */
export interface Measured {
  /** In the unit of the metric, as `ActionMetric` of the schema describes it; null without enough to make it of. */
  readonly value: number | null;
  /** Items it is made of. */
  readonly n: number;
}

const nothing: Measured = { value: null, n: 0 };

/**
 * A metric of the question's scope and window, as the reports tell it: durations, shares, throughput and work in progress
 * as the flow overview and the stage's investigation, the rework rate as the comparison of teams, delay as its cost.
 *
 * @param stageId narrows WIP, DELAY_COST and STAGE_STAY_P85, which needs one, and nothing else; of a stage that does not
 *   exist there is nothing
 */
export function measureMetric(question: MoneyQuestion, metric: ActionMetric, stageId: string | null): Measured {
  const { view, rows, window, clock } = question;
  const stageIndex = view.stages.findIndex(({ id }) => id === stageId);
  const isOfStage = metricTraits[metric].ofStage && stageId !== null;
  if (isOfStage && stageIndex < 0) return nothing;
  switch (metric) {
    case 'CYCLE_TIME_P85':
    case 'LEAD_TIME_P85':
    case 'STAGE_STAY_P85': {
      const { n, part } = metricItems(question, metric, stageIndex);
      return { value: durationPercentiles(part, clock).p85?.days ?? null, n };
    }
    case 'FLOW_EFFICIENCY':
    case 'BLOCKED_SHARE':
    case 'REWORK_RATE': {
      const { n, part, whole } = metricItems(question, metric, stageIndex);
      return { value: ratio(sumOf(part), sumOf(whole)), n };
    }
    case 'REOPEN_RATE': {
      const items = reopenings(view, rows, window);
      const sum = (of: 'part' | 'whole'): number => items.reduce((total, item) => total + item[of], 0);
      return { value: ratio(sum('part'), sum('whole')), n: items.length };
    }
    case 'THROUGHPUT': {
      const n = deliveredWithin(view, rows, window).length;
      return { value: rows.length === 0 ? null : (7 * n) / window.dayCount, n };
    }
    case 'WIP':
      return isOfStage ? occupancyOf(question, stageIndex) : workInProgress(question);
    case 'DELAY_COST':
      return weekOf(isOfStage ? delayInStage(question, stageIndex) : delayOfWindow(question), window.dayCount);
  }
}

function workInProgress({ view, rows, window }: MoneyQuestion): Measured {
  const { averageWip, itemsUnderWay } = systemFlow(view, rows, window);
  return { value: averageWip, n: itemsUnderWay };
}

function occupancyOf(question: MoneyQuestion, stageIndex: number): Measured {
  const { rows, window } = question;
  const flow = stageFlows(question).stages[stageIndex];
  if (!flow || rows.length === 0 || window.to === window.from) return nothing;
  return { value: averageOccupancy(flow, window), n: timeInStage(question, stageIndex).rows.length };
}

function delayInStage(question: MoneyQuestion, stageIndex: number): DelayCost | undefined {
  const { placeOf } = timePlacesOf(question.view, 'STAGE');
  return delayByPlace(question, (segment, row) => (placeOf(segment, row) === stageIndex ? 0 : -1), 1)[0];
}

/** Nothing where nothing of a value waited: nobody knows whether that is 0. */
function weekOf(cost: DelayCost | undefined, days: number): Measured {
  if (!cost || cost.rows.length === 0) return nothing;
  return { value: cost.base.times(7).div(days).toNumber(), n: cost.rows.length };
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
