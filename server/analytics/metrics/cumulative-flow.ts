import type { Stage } from '../../domain/stage.ts';
import { type Duration, durationOf } from '../clocks/duration.ts';
import { type CumulativeFlowMode, cumulativeCounts } from '../flow-series/cumulative-counts.ts';
import { type Granularity, periodsOf } from '../flow-series/periods-of.ts';
import { sumOfDays } from '../flow-series/series-of.ts';
import { systemFlow } from '../flow-series/system-flow.ts';
import { deliveredWithin } from '../flow-view/delivered-within.ts';
import { measureSeconds } from '../flow-view/measure-seconds.ts';
import { mean } from '../statistics/mean.ts';
import { type Basis, basisOf } from './basis.ts';
import type { Question } from './question.ts';
import { subtasksLeftOut } from './subtasks-left-out.ts';

/** One day, or one week or month, of a cumulative flow. */
export interface CumulativeFlowDay {
  readonly date: string;
  /** One per stage of the view, at its end. */
  readonly counts: readonly number[];
  readonly arrivals: number;
  readonly departures: number;
}

export interface CumulativeFlow {
  readonly basis: Basis;
  /** In workflow order, the backlog and done among them. */
  readonly stages: readonly Stage[];
  readonly days: readonly CumulativeFlowDay[];
  /** In a window of no length, that of its moment. */
  readonly averageWip: number;
  /** Mean of the issues delivered; null without any. */
  readonly averageCycleTime: Duration | null;
}

const definitions: Readonly<Record<CumulativeFlowMode, string>> = {
  HIGH_WATER:
    "Each issue created before a day's end counts in every stage up to the highest it has ever been in, discarded issues " +
    'too; what goes back or is reopened stays counted',
  OCCUPANCY: "Each issue created before a day's end counts in the stage it is in at that moment, discarded issues too",
};
const definitionEnd =
  '. A status in no stage counts by its category: to do in the first backlog stage, done in the last done stage, in ' +
  'progress in the stage the issue was in before if that is a queue or active, else in the first of those. Arrivals are ' +
  'issues started and departures issues done on the day, discarded ones included. Of weeks (from Monday) and months only ' +
  "those count that are over by the window's end and by the moment of the last sync; their counts are those at their end. " +
  'Average work in progress is that over time on the calendar clock, average cycle time the mean from start to done of ' +
  'the issues delivered.';

/** How work comes in, moves through the stages and goes out (METRICS 2.3 and 4, "Cumulative flow"). */
export function cumulativeFlow(question: Question, mode: CumulativeFlowMode, granularity: Granularity): CumulativeFlow {
  const { view, rows, window, clock, local } = question;
  const { byStage, counted, uncounted } = cumulativeCounts(view, rows, window, mode);
  const flow = systemFlow(view, rows, window);
  const averageCycle = mean(
    Float64Array.from(deliveredWithin(view, rows, window), (row) => measureSeconds(view, row, 'CYCLE', clock)),
  );
  const createdInTime = (subtasks: Uint32Array): number =>
    subtasks.filter((row) => (view.table.createdAt[row] ?? 0) < window.to).length;
  const excluded = [
    { reason: 'In a status of no stage, while no stage is of its kind', count: uncounted },
    { reason: 'Subtasks, whose work their parents stand for', count: subtasksLeftOut(question, createdInTime) },
  ];
  return {
    basis: basisOf(question, counted, excluded, definitions[mode] + definitionEnd),
    stages: view.stages,
    days: periodsOf(window, granularity, local).map(({ date, first, end }) => ({
      date,
      counts: byStage.map((counts) => counts[end - 1] ?? 0),
      arrivals: sumOfDays(flow.arrivals, first, end),
      departures: sumOfDays(flow.departures, first, end),
    })),
    averageWip: flow.averageWip ?? flow.wip[window.dayCount - 1] ?? 0,
    averageCycleTime: averageCycle === null ? null : durationOf(averageCycle, clock),
  };
}
