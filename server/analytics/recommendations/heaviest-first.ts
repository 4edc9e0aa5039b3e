import type { FlowView } from '../flow-view/flow-view.ts';
import { placesByKey } from '../issue-selection/places-by-key.ts';

/** The rows by a weight, the heaviest first, equal ones by key: however the issues are stored, the order is the same. */
export function heaviestFirst(view: FlowView, rows: Uint32Array, weightOf: (row: number) => number): Uint32Array {
  const places = view.derive(placesByKey);
  return rows.toSorted((a, b) => weightOf(b) - weightOf(a) || (places[a] ?? 0) - (places[b] ?? 0));
}
