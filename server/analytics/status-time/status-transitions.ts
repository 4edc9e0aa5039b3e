import { segmentBits } from '../../domain/flow-chunk.ts';
import { segmentStatuses } from '../flow-view/segment-statuses.ts';
import { stageKindCode } from '../flow-view/stage-kind-code.ts';
import { stageRank } from '../flow-view/stage-rank.ts';
import { statusPlaces } from '../flow-view/status-places.ts';
import type { Question } from '../metrics/question.ts';
import { distinctStatuses } from './distinct-statuses.ts';
import { nameOfStatus } from './name-of-status.ts';

/** How often issues went from one status to another. */
export interface StatusTransition {
  /** Native ids, '' for a status that history does not tell, and their names. */
  readonly from: { readonly id: string; readonly name: string };
  readonly to: { readonly id: string; readonly name: string };
  readonly count: number;
  /** To a lower stage than the one left, or out of DONE. */
  readonly isBackward: boolean;
}

/**
 * The changes of status that histories record inside the window, the most frequent first; a status that was left after
 * 0 s counts here. What is only concluded, where a history has a hole, is no change (METRICS 4, "Gaps").
 */
export function statusTransitions({ view, rows, window }: Question): StatusTransition[] {
  const { segmentStart, segmentFrom, segmentBits: bits, strings } = view.table;
  const statuses = view.derive(segmentStatuses);
  const { values, numberOf } = view.derive(distinctStatuses);
  const recorded = segmentBits.ENTERED;
  const relevant = segmentBits.ENTERED | segmentBits.INFERRED;
  const counts: (Uint32Array | undefined)[] = [];
  for (const row of rows) {
    const end = segmentStart[row + 1] ?? 0;
    if ((segmentFrom[end - 1] ?? 0) < window.from) continue;
    for (let segment = (segmentStart[row] ?? 0) + 1; segment < end; segment += 1) {
      const at = segmentFrom[segment] ?? 0;
      if (at >= window.to) break;
      if (at < window.from || ((bits[segment] ?? 0) & relevant) !== recorded) continue;
      const from = statuses[segment - 1] ?? 0;
      const to = statuses[segment] ?? 0;
      if (from === to) continue;
      let counted = counts[numberOf[from] ?? 0];
      if (!counted) {
        counted = new Uint32Array(values.length);
        counts[numberOf[from] ?? 0] = counted;
      }
      const number = numberOf[to] ?? 0;
      counted[number] = (counted[number] ?? 0) + 1;
    }
  }
  const isBackward = backwardMoves(view);
  const told = (place: number) => ({ id: strings[place] ?? '', name: nameOfStatus(view, place) });
  const transitions: StatusTransition[] = [];
  counts.forEach((counted, fromNumber) => {
    const from = values[fromNumber] ?? 0;
    counted?.forEach((count, toNumber) => {
      const to = values[toNumber] ?? 0;
      if (count > 0) transitions.push({ from: told(from), to: told(to), count, isBackward: isBackward(from, to) });
    });
  });
  return transitions.sort(
    (a, b) => b.count - a.count || byText(a.from.name, b.from.name) || byText(a.to.name, b.to.name) || byId(a, b),
  );
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byId = (a: StatusTransition, b: StatusTransition): number =>
  byText(a.from.id, b.from.id) || byText(a.to.id, b.to.id);

/** METRICS 4, "Back-flow and rework", for places in `strings`. */
function backwardMoves(view: Question['view']): (from: number, to: number) => boolean {
  const { stage, kind } = view.derive(statusPlaces);
  const rank = (place: number): number => stageRank(stage[place] ?? -1, kind[place] ?? 0, view.stages.length);
  const isDone = (place: number): boolean => kind[place] === stageKindCode.DONE;
  return (from, to) => rank(to) < rank(from) || (isDone(from) && !isDone(to));
}
