import type { FlowView } from '../../flow-view/flow-view.ts';

/** Deeper than any hierarchy of Jira; parent chains that bite their own tail, which real data has, end here. */
const deepest = 32;

/**
 * The row on which each row's labour is booked: a subtask's on its parent, any other's on itself (METRICS 4, "Labour and
 * paid capacity"). A subtask whose parent is not in the table has nobody else to stand for it and keeps its own.
 */
export function bookedRows({ table }: FlowView): Uint32Array {
  const parents = table.parentRows();
  return Uint32Array.from({ length: table.rowCount }, (_, row) => {
    let booked = row;
    for (let depth = 0; table.subtask[booked] === 1; depth += 1) {
      const parent = parents[booked] ?? -1;
      if (depth === deepest) return row;
      if (parent < 0) break;
      booked = parent;
    }
    return booked;
  });
}
