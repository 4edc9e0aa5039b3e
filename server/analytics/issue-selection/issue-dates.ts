import { type Duration, durationOf } from '../clocks/duration.ts';
import type { TimeClock } from '../clocks/time-clock.ts';
import type { FlowView } from '../flow-view/flow-view.ts';
import { milestones } from '../flow-view/milestones.ts';

/** Unix seconds; null where an issue has none. */
export interface IssueDates {
  readonly startedAt: number | null;
  readonly firstDoneAt: number | null;
  readonly doneAt: number | null;
}

export function issueDates(view: FlowView, row: number): IssueDates {
  const { startedAt, firstDoneAt, doneAt } = view.derive(milestones);
  const dateOf = (column: Uint32Array): number | null => column[row] || null;
  return { startedAt: dateOf(startedAt), firstDoneAt: dateOf(firstDoneAt), doneAt: dateOf(doneAt) };
}

/** Cycle time is started to done, lead time created to done, both null until done; age is for started, unfinished issues. */
export interface IssueTimes {
  readonly cycleTime: Duration | null;
  readonly leadTime: Duration | null;
  readonly age: Duration | null;
}

export function issueTimes(view: FlowView, row: number, clock: TimeClock): IssueTimes {
  const { startedAt, doneAt } = issueDates(view, row);
  const createdAt = view.table.createdAt[row] ?? 0;
  const between = (from: number | null, to: number | null): Duration | null =>
    from === null || to === null ? null : durationOf(clock.reading(to) - clock.reading(from), clock);
  return {
    cycleTime: between(startedAt, doneAt),
    leadTime: between(createdAt, doneAt),
    age: doneAt === null ? between(startedAt, view.asOf) : null,
  };
}
