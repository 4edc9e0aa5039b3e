import type { FlowView } from './flow-view.ts';
import { segmentStatuses } from './segment-statuses.ts';
import { statusPlaces } from './status-places.ts';

/** `to` of a visit that had not ended at asOf. */
export const stillOpen = 0xffff_ffff;

/**
 * Every issue's visits to stages in order: neighbouring statuses of one stage are one visit, and a stay of 0 s is none
 * (METRICS 4, "Precision and zero-length stays"). Row i owns the visits from `start[i]` to `start[i + 1]`; they tile
 * [created, asOf). `stage` is an index into the view's stages, −1 for statuses in no stage, which are told apart by
 * kind alone. Instants are Unix seconds.
 */
export interface StageVisits {
  readonly start: Uint32Array;
  readonly stage: Int16Array;
  readonly kind: Uint8Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/**
 * Where to begin with a row's visits when those that ended before `since` do not matter. Most issues have been at rest
 * for long: of them that is their last visit.
 */
export function firstVisitSince(
  { start, from }: Pick<StageVisits, 'start' | 'from'>,
  row: number,
  since: number,
): number {
  const first = start[row] ?? 0;
  const last = (start[row + 1] ?? 0) - 1;
  return last >= first && (from[last] ?? 0) < since ? last : first;
}

export function stageVisits(view: FlowView): StageVisits {
  const { rowCount, segmentStart, segmentFrom } = view.table;
  const { asOf } = view;
  const places = view.derive(statusPlaces);
  const statuses = view.derive(segmentStatuses);
  const most = segmentFrom.length;
  const start = new Uint32Array(rowCount + 1);
  const stage = new Int16Array(most);
  const kind = new Uint8Array(most);
  const from = new Uint32Array(most);
  const to = new Uint32Array(most);
  let end = 0;
  for (let row = 0; row < rowCount; row += 1) {
    const first = end;
    const last = (segmentStart[row + 1] ?? 0) - 1;
    for (let segment = segmentStart[row] ?? 0; segment <= last; segment += 1) {
      const begins = segmentFrom[segment] ?? 0;
      if (begins >= asOf) break;
      const ends = segment === last ? stillOpen : (segmentFrom[segment + 1] ?? 0);
      if (begins === ends) continue;
      const place = statuses[segment] ?? 0;
      const itsStage = places.stage[place] ?? -1;
      const itsKind = places.kind[place] ?? 0;
      const visibleEnd = ends >= asOf ? stillOpen : ends;
      if (end > first && stage[end - 1] === itsStage && kind[end - 1] === itsKind) {
        to[end - 1] = visibleEnd;
        continue;
      }
      stage[end] = itsStage;
      kind[end] = itsKind;
      from[end] = begins;
      to[end] = visibleEnd;
      end += 1;
    }
    start[row + 1] = end;
  }
  return {
    start,
    stage: stage.slice(0, end),
    kind: kind.slice(0, end),
    from: from.slice(0, end),
    to: to.slice(0, end),
  };
}
