import type { ActionMetric } from '../../domain/action.ts';
import { deliveredWithin } from '../flow-view/delivered-within.ts';
import { milestones } from '../flow-view/milestones.ts';
import { stageVisits } from '../flow-view/stage-visits.ts';
import { underWayColumns } from '../flow-view/under-way-columns.ts';
import { visitReadings } from '../flow-view/visit-readings.ts';
import type { Question } from '../metrics/question.ts';
import { reworkedRows } from '../team-comparison/reworked-rows.ts';

/** Metrics made of items that ended in a window. The reopen rate is not: see `reopenings`. */
export type ItemMetric = Exclude<ActionMetric, 'THROUGHPUT' | 'WIP' | 'DELAY_COST' | 'REOPEN_RATE'>;

/**
 * The items a metric of a window is made of, by column: deliveries or, for stays in a stage, visits to it.
 *
 * A duration has `part` seconds of the question's clock and the `whole` 1; of a share, the metric is Σ part / Σ whole.
 */
export interface MetricItems {
  readonly n: number;
  /** When it was begun (created, for lead time), Unix seconds. */
  readonly begunAt: Float64Array;
  /** When it was done or left, inside the window. */
  readonly endedAt: Float64Array;
  readonly part: Float64Array;
  readonly whole: Float64Array;
}

/** @param stageIndex the stage whose stays are asked for, one of the view's */
export function metricItems(question: Question, metric: ItemMetric, stageIndex: number): MetricItems {
  return metric === 'STAGE_STAY_P85' ? staysIn(question, stageIndex) : deliveries(question, metric);
}

function deliveries(
  { view, rows, window, clock }: Question,
  metric: Exclude<ItemMetric, 'STAGE_STAY_P85'>,
): MetricItems {
  const delivered = deliveredWithin(view, rows, window);
  const { startedAt, doneAt } = view.derive(milestones);
  const begins = metric === 'LEAD_TIME_P85' ? view.table.createdAt : startedAt;
  const items = columnsFor(delivered.length);
  for (let place = 0; place < delivered.length; place += 1) {
    const row = delivered[place] ?? 0;
    items.begunAt[place] = begins[row] ?? 0;
    items.endedAt[place] = doneAt[row] ?? 0;
  }
  items.whole.fill(1);
  if (metric === 'CYCLE_TIME_P85' || metric === 'LEAD_TIME_P85') {
    for (let place = 0; place < items.n; place += 1)
      items.part[place] = clock.reading(items.endedAt[place] ?? 0) - clock.reading(items.begunAt[place] ?? 0);
    return items;
  }
  if (metric === 'REWORK_RATE') {
    const reworked = view.derive(reworkedRows);
    for (let place = 0; place < items.n; place += 1) items.part[place] = reworked[delivered[place] ?? 0] ?? 0;
    return items;
  }
  const times = view.deriveOn(clock, underWayColumns);
  const parts = metric === 'FLOW_EFFICIENCY' ? times.active : times.blocked;
  for (let place = 0; place < items.n; place += 1) {
    const row = delivered[place] ?? 0;
    items.part[place] = parts[row] ?? 0;
    items.whole[place] = times.total[row] ?? 0;
  }
  return items;
}

/** As `stageStays` has them, with when they began and ended. */
function staysIn({ view, rows, window, clock }: Question, stageIndex: number): MetricItems {
  const { start, stage, from, to } = view.derive(stageVisits);
  const readings = view.deriveOn(clock, visitReadings);
  const found: number[] = [];
  const kind = view.stages[stageIndex]?.kind;
  if (kind !== undefined && kind !== 'DONE')
    for (const row of rows) {
      const end = start[row + 1] ?? 0;
      for (let visit = start[row] ?? 0; visit < end; visit += 1) {
        const ended = to[visit] ?? 0;
        if (stage[visit] === stageIndex && ended >= window.from && ended < window.to) found.push(visit);
      }
    }
  const items = columnsFor(found.length);
  for (let place = 0; place < found.length; place += 1) {
    const visit = found[place] ?? 0;
    items.begunAt[place] = from[visit] ?? 0;
    items.endedAt[place] = to[visit] ?? 0;
    items.part[place] = (readings.to[visit] ?? 0) - (readings.from[visit] ?? 0);
  }
  items.whole.fill(1);
  return items;
}

const columnsFor = (n: number): MetricItems => ({
  n,
  begunAt: new Float64Array(n),
  endedAt: new Float64Array(n),
  part: new Float64Array(n),
  whole: new Float64Array(n),
});
