import type { FlowView } from '../flow-view/flow-view.ts';
import { rowFlaw, rowFlaws } from './row-flaws.ts';

/** Share of the issues without INFERRED or UNKNOWN segments (METRICS 4, "Basis"), 0 to 1; 1 for no issues, which have no holes. */
export function coverageOf(view: FlowView, rows: Uint32Array): number {
  if (rows.length === 0) return 1;
  const flaws = view.derive(rowFlaws);
  const holes = rowFlaw.CHANGELOG_GAP | rowFlaw.UNKNOWN_STATUS;
  let whole = 0;
  for (const row of rows) if (((flaws[row] ?? 0) & holes) === 0) whole += 1;
  return whole / rows.length;
}
