import {
  milestoneStages,
  type PipelineSetting,
  percentileFields,
  sorted,
  visitStages,
} from '../reference/pipeline-parts.ts';
import { workingExpression } from '../reference/working-clock.ts';
import type { BenchWindow } from './bench-window.ts';

const droppedAs = ["Won't Do", 'Duplicate', 'Cannot Reproduce'];

/** Cycle times of the delivered issues by type, over issues that can have been done in the window at all: what was done in it was changed in it or later. */
export function deliveredByType({ from, to }: BenchWindow, setting: PipelineSetting): object[] {
  const done = setting.stages.flatMap(({ kind, statusIds }) => (kind === 'DONE' ? statusIds : []));
  const seconds = { $subtract: [workingExpression('$doneAt'), workingExpression('$startedAt')] };
  return [
    {
      $match: {
        subtask: false,
        statusId: { $in: done },
        resolution: { $nin: droppedAs },
        updatedAt: { $gte: new Date(from * 1000) },
      },
    },
    ...visitStages(setting),
    ...milestoneStages(setting.stages),
    { $match: { doneAt: { $gte: from, $lt: to } } },
    { $project: { type: 1, seconds } },
    { $group: { _id: '$type', values: { $push: '$seconds' } } },
    { $set: { values: sorted('$values') } },
    { $project: percentileFields('$values') },
    { $sort: { n: -1, _id: 1 } },
  ];
}
