import type { Stage } from '../../server/domain/stage.ts';

/** What pipelines have to be told: whose rows they read, and which stage each status belongs to. */
export interface PipelineSetting {
  readonly owner: unknown;
  readonly connection: unknown;
  readonly stages: readonly Stage[];
}

/** Whole Unix seconds of an expression of a date. */
export const secondsOf = (date: unknown): object => ({ $floor: { $divide: [{ $toLong: date }, 1000] } });

/** Index of the stage of an expression of a status id. */
function stageOf(status: unknown, stages: readonly Stage[]): object {
  const ids = stages.flatMap(({ statusIds }) => statusIds);
  const indexes = stages.flatMap(({ statusIds }, index) => statusIds.map(() => index));
  return { $arrayElemAt: [indexes, { $indexOfArray: [ids, status] }] };
}

/**
 * Joins an issue with its history and makes `visits` of it, {status, stage, begins} in order: one for each status, its
 * creation first. Histories of this world have no holes and are stored in order, so no more has to be said.
 */
export function visitStages({ owner, connection, stages }: PipelineSetting): object[] {
  const isStatus = { $eq: ['$$item.field', 'status'] };
  const changes = {
    $reduce: {
      input: { $ifNull: [{ $first: '$history.entries' }, []] },
      initialValue: [],
      in: {
        $concatArrays: [
          '$$value',
          {
            $map: {
              input: { $filter: { input: '$$this.items', as: 'item', cond: isStatus } },
              as: 'item',
              in: { from: '$$item.from', to: '$$item.to', at: '$$this.at' },
            },
          },
        ],
      },
    },
  };
  const lookup = {
    from: 'histories',
    localField: 'id',
    foreignField: 'issueId',
    pipeline: [{ $match: { owner, connection } }, { $project: { _id: 0, entries: 1 } }],
    as: 'history',
  };
  const firstStatus = { $ifNull: [{ $first: '$changes.from' }, '$statusId'] };
  const first = {
    status: firstStatus,
    stage: stageOf(firstStatus, stages),
    begins: secondsOf('$createdAt'),
  };
  const rest = {
    $map: {
      input: '$changes',
      as: 'change',
      in: { status: '$$change.to', stage: stageOf('$$change.to', stages), begins: secondsOf('$$change.at') },
    },
  };
  return [
    { $lookup: lookup },
    { $set: { changes } },
    { $project: { _id: 0, key: 1, type: 1, resolution: 1, visits: { $concatArrays: [[first], rest] } } },
  ];
}

/** Adds `startedAt` and `doneAt` (null where there is none) to issues with `visits`. */
export function milestoneStages(stages: readonly Stage[]): object[] {
  const indexesOf = (...kinds: readonly string[]): number[] =>
    stages.flatMap(({ kind }, index) => (kinds.includes(kind) ? [index] : []));
  const [done, committed] = [indexesOf('DONE'), indexesOf('QUEUE', 'ACTIVE')];
  const firstCommitted = { $first: { $filter: { input: '$visits', cond: { $in: ['$$this.stage', committed] } } } };
  // The first of the DONE visits that the life ends with.
  const doneAt = {
    $reduce: {
      input: '$visits',
      initialValue: null,
      in: { $cond: [{ $in: ['$$this.stage', done] }, { $ifNull: ['$$value', '$$this.begins'] }, null] },
    },
  };
  return [
    { $set: { doneAt } },
    { $set: { startedAt: { $ifNull: [{ $getField: { field: 'begins', input: firstCommitted } }, '$doneAt'] } } },
  ];
}

/** Sorted numbers of a group as n, the percentiles by nearest rank, and the mean. */
export function percentileFields(sorted: string): Record<string, object> {
  const n = { $size: sorted };
  const rank = (p: number): object => ({ $subtract: [{ $ceil: { $divide: [{ $multiply: [p, n] }, 100] } }, 1] });
  return {
    n,
    percentiles: [50, 70, 85, 95].map((p) => ({ $arrayElemAt: [sorted, { $toInt: rank(p) }] })) as unknown as object,
    mean: { $avg: sorted },
  };
}

export const sorted = (values: string): object => ({ $sortArray: { input: values, sortBy: 1 } });
