import type { FlowView } from '../flow-view/flow-view.ts';
import { segmentStatuses } from '../flow-view/segment-statuses.ts';

/** What a status, by its place in `strings`, is called: its name today, or for one that is stored nowhere its last in any history. */
export function nameOfStatus(view: FlowView, place: number): string {
  if (place === 0) return 'Unknown';
  const id = view.table.strings[place] ?? '';
  return view.statuses.find((status) => status.id === id)?.name ?? (lastNameOf(view, place) || id);
}

/** Of names given in the same second, the first by letters: the order of issues must not matter. */
function lastNameOf(view: FlowView, place: number): string {
  const { segmentFrom, segmentStatusName, strings } = view.table;
  let last = -1;
  let name = '';
  view.derive(segmentStatuses).forEach((status, segment) => {
    const from = segmentFrom[segment] ?? 0;
    if (status !== place || from < last) return;
    const then = strings[segmentStatusName[segment] ?? 0] ?? '';
    if (then === '' || (from === last && then >= name)) return;
    last = from;
    name = then;
  });
  return name;
}
