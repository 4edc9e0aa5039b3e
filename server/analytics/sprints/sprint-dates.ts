import type { FlowView } from '../flow-view/flow-view.ts';

/** When a sprint was started and completed, Unix seconds; 0 while no issue tells. */
export interface SprintDates {
  readonly startedAt: number;
  readonly completedAt: number;
}

/**
 * The dates of every sprint that an issue has been in, by the place of its id among the table's texts. Starting a sprint
 * and completing it leaves the issues in it as they are, so that one that was read before tells nothing of it: what the
 * issue says that was updated last of those that know, holds for all. For `FlowView.derive`.
 */
export function sprintDates({ table }: FlowView): ReadonlyMap<number, SprintDates> {
  const { rowCount, updatedAt, membershipStart, membershipSprint, sprintStartedAt, sprintCompletedAt } = table;
  const dates = new Map<number, { startedAt: number; startToldAt: number; completedAt: number; endToldAt: number }>();
  for (let row = 0; row < rowCount; row += 1) {
    const toldAt = updatedAt[row] ?? 0;
    const end = membershipStart[row + 1] ?? 0;
    for (let place = membershipStart[row] ?? 0; place < end; place += 1) {
      const sprint = membershipSprint[place] ?? 0;
      const known = dates.get(sprint) ?? { startedAt: 0, startToldAt: 0, completedAt: 0, endToldAt: 0 };
      const startedAt = sprintStartedAt[place] ?? 0;
      const completedAt = sprintCompletedAt[place] ?? 0;
      if (startedAt !== 0 && toldAt >= known.startToldAt) Object.assign(known, { startedAt, startToldAt: toldAt });
      if (completedAt !== 0 && toldAt >= known.endToldAt) Object.assign(known, { completedAt, endToldAt: toldAt });
      dates.set(sprint, known);
    }
  }
  return dates;
}
