import type { Stage } from '../../domain/stage.ts';
import { type Duration, durationOf } from '../clocks/duration.ts';
import { localDateText } from '../clocks/local-date.ts';
import { dailyOccupancy } from '../stage-flow/daily-occupancy.ts';
import { handoffsInStage } from '../stage-flow/handoffs-in-stage.ts';
import { rowsByTimeInStage } from '../stage-flow/rows-by-time-in-stage.ts';
import { splitStays } from '../stage-flow/split-stays.ts';
import { stageFlows } from '../stage-flow/stage-flows.ts';
import { stageReturns } from '../stage-flow/stage-returns.ts';
import { stageStays } from '../stage-flow/stage-stays.ts';
import { timeInStage } from '../stage-flow/time-in-stage.ts';
import { type DurationPercentiles, durationPercentiles } from '../statistics/duration-percentiles.ts';
import { type HistogramBin, histogram } from '../statistics/histogram.ts';
import { type Basis, basisOf } from './basis.ts';
import type { SplitRow } from './cycle-times.ts';
import type { Question } from './question.ts';
import type { DayValue } from './rolling-p85.ts';
import { subtasksLeftOut } from './subtasks-left-out.ts';

/** Returns to the stage from one other, and what those visits took. */
export interface StageLoop {
  readonly from: Stage;
  readonly to: Stage;
  readonly count: number;
  readonly time: Duration;
}

export interface StageInvestigation {
  readonly basis: Basis;
  readonly stage: Stage;
  /** A value for each local day of the window. */
  readonly inflow: readonly DayValue[];
  readonly outflow: readonly DayValue[];
  /** Just before each day's end. */
  readonly occupancy: readonly DayValue[];
  readonly stay: DurationPercentiles;
  readonly stayHistogram: readonly HistogramBin[];
  readonly byType: readonly SplitRow[];
  readonly byPriority: readonly SplitRow[];
  readonly reentries: readonly StageLoop[];
  readonly handoffs: number;
  /** The issues that were in it during the window, the longest first; of a DONE stage those that entered it. */
  rowsBehind(): Uint32Array;
}

const definition =
  'Entries and exits count when they happen inside the window, creation being an entry; occupancy is taken just before ' +
  'the end of each local day. Stays are those that ended inside the window, with their full length, in days of the clock; ' +
  'one of 0 s is none, and a done stage has none. By type and priority, as they are today: n and share count issues, ' +
  'the times are of their stays. A return is an entry inside the window into the stage where the issue had been before, ' +
  'ever, counted by the stage it came from, and its time is the part of that visit inside the window. Handoffs are ' +
  'changes to a different person, between start and done, while the issue was in the stage.';

/** One stage at its closest (METRICS 4, "Stage flow", "Returns", "Handoff and its wait"). `stageIndex` is one of the view's. */
export function stageInvestigation(question: Question, stageIndex: number): StageInvestigation {
  const { view, window, clock } = question;
  const { stages } = view;
  const stage = stages[stageIndex];
  const flow = stageFlows(question).stages[stageIndex];
  if (!stage || !flow) throw new Error(`there is no stage ${stageIndex}`);
  const daily = (counts: Int32Array): DayValue[] =>
    Array.from(counts, (value, day) => ({ date: localDateText(window.firstDay + day), value }));
  const stays = stageStays(question, stageIndex);
  const { loops, fromNoStage } = stageReturns(question, stageIndex);
  const excluded = [
    { reason: 'Returns from statuses in no stage', count: fromNoStage },
    {
      reason: 'Subtasks, whose work their parents stand for',
      count: subtasksLeftOut(question, (rows) => timeInStage({ ...question, rows }, stageIndex).rows.length),
    },
  ];
  return {
    basis: basisOf(question, timeInStage(question, stageIndex).rows, excluded, definition),
    stage,
    inflow: daily(flow.dailyArrivals),
    outflow: daily(flow.dailyDepartures),
    occupancy: daily(dailyOccupancy(flow)),
    stay: durationPercentiles(stays.seconds, clock),
    stayHistogram: histogram(stays.seconds.map((seconds) => seconds / clock.secondsPerDay)),
    byType: splitStays(question, stays, 'type', 'No type'),
    byPriority: splitStays(question, stays, 'priority', 'No priority'),
    reentries: loops.flatMap(({ from, count, seconds }) => {
      const before = stages[from];
      return before ? [{ from: before, to: stage, count, time: durationOf(seconds, clock) }] : [];
    }),
    handoffs: handoffsInStage(question, stageIndex),
    rowsBehind: () => rowsByTimeInStage(question, stageIndex),
  };
}
