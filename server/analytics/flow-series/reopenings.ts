import type { TimeWindow } from '../../domain/question.ts';
import { doneStays } from '../flow-view/done-stays.ts';
import type { FlowView } from '../flow-view/flow-view.ts';
import type { RatioPart } from '../statistics/draw-ratio.ts';

/**
 * The items that entered DONE or left it at an instant in [from, to), each once: `whole` is 1 for one that entered (finally
 * or not), `part` is 1 for one that left. The sum of the one by that of the other is the reopen rate (METRICS 4).
 */
export function reopenings(view: FlowView, rows: Uint32Array, window: TimeWindow): RatioPart[] {
  const { start, from, to } = view.derive(doneStays);
  const isInside = (instant: number): boolean => instant >= window.from && instant < window.to;
  const items: RatioPart[] = [];
  for (const row of rows) {
    const end = start[row + 1] ?? 0;
    let entered = 0;
    let left = 0;
    for (let stay = start[row] ?? 0; stay < end; stay += 1) {
      if (isInside(from[stay] ?? 0)) entered = 1;
      if (isInside(to[stay] ?? 0)) left = 1;
    }
    if (entered + left > 0) items.push({ part: left, whole: entered });
  }
  return items;
}
