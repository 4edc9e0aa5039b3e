import type { FlowView } from '../flow-view/flow-view.ts';
import { rowsByKey } from './issue-order.ts';

/** Where each row stands in the order of keys. */
export function placesByKey(view: FlowView): Uint32Array {
  const places = new Uint32Array(view.table.rowCount);
  view.derive(rowsByKey).forEach((row, place) => {
    places[row] = place;
  });
  return places;
}
