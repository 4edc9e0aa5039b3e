import type { TimeWindow } from '../../domain/question.ts';
import type { FlowView } from '../flow-view/flow-view.ts';
import { sprintDates } from './sprint-dates.ts';

/** What was in a sprint between its start and its completion, or asOf. Rows are ascending. */
export interface SprintContent {
  /** Native id. */
  readonly sprint: string;
  /** Unix seconds. */
  readonly startedAt: number;
  /** In it when it was started. */
  readonly committed: readonly number[];
  /** Come into it afterwards. One that was there at the start, left and came back is none of these. */
  readonly added: readonly number[];
}

/**
 * The sprints that were started inside a window and have ended or are under way, the earliest first, with those of the
 * rows that were in them at any time (METRICS 2.3, "Sprint"). Without those of which no issue tells when they were started.
 */
export function sprintsStartedWithin(view: FlowView, rows: Uint32Array, { from, to }: TimeWindow): SprintContent[] {
  const { table, asOf } = view;
  const { strings, membershipStart, membershipSprint, membershipFrom, membershipTo } = table;
  const dates = view.derive(sprintDates);
  const contents = new Map<number, { startedAt: number; committed: number[]; added: number[] }>();
  for (const row of rows) {
    const first = membershipStart[row] ?? 0;
    const end = membershipStart[row + 1] ?? 0;
    if (first === end) continue;
    const counted = new Set<number>();
    for (let place = first; place < end; place += 1) {
      const sprint = membershipSprint[place] ?? 0;
      const { startedAt = 0, completedAt = 0 } = dates.get(sprint) ?? {};
      if (startedAt < from || startedAt >= to || startedAt === 0 || counted.has(sprint)) continue;
      const cameIn = membershipFrom[place] ?? 0;
      const left = membershipTo[place] || Number.POSITIVE_INFINITY;
      if (left <= startedAt || cameIn >= Math.min(completedAt || Number.POSITIVE_INFINITY, asOf)) continue;
      counted.add(sprint);
      const content = contents.get(sprint) ?? { startedAt, committed: [], added: [] };
      (cameIn <= startedAt ? content.committed : content.added).push(row);
      contents.set(sprint, content);
    }
  }
  return [...contents]
    .map(([sprint, content]) => ({ sprint: strings[sprint] ?? '', ...content }))
    .sort((a, b) => a.startedAt - b.startedAt || (a.sprint < b.sprint ? -1 : 1));
}
