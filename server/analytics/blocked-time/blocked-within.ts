import type { TimeWindow } from '../../domain/question.ts';
import type { FlowView } from '../flow-view/flow-view.ts';
import { segmentEnds } from '../flow-view/segment-ends.ts';
import { segmentState, segmentStates } from '../flow-view/segment-states.ts';

/** A time during which one issue was blocked for one reason. Unix seconds. */
export interface BlockedSpell {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  /** What was written with the flag, else the key of the blocker where links block; '' where nobody knows. */
  readonly reason: string;
}

const blockedUnderWay = segmentState.UNDER_WAY | segmentState.BLOCKED;

/**
 * The time inside a window in which rows were blocked between start and done (METRICS 4, "Blocked"), cut where its reason
 * changes. Row by row, each from its beginning.
 */
export function blockedWithin(view: FlowView, rows: Uint32Array, window: TimeWindow): BlockedSpell[] {
  const { segmentStart, segmentFrom } = view.table;
  const states = view.derive(segmentStates);
  const ends = view.derive(segmentEnds);
  const spells: BlockedSpell[] = [];
  for (const row of rows) {
    const end = segmentStart[row + 1] ?? 0;
    for (let segment = segmentStart[row] ?? 0; segment < end; segment += 1) {
      if (((states[segment] ?? 0) & blockedUnderWay) !== blockedUnderWay) continue;
      const from = Math.max(segmentFrom[segment] ?? 0, window.from);
      const to = Math.min(ends[segment] ?? 0, window.to);
      if (from < to) spells.push(...cutByReason(view, row, from, to));
    }
  }
  return spells;
}

interface Known {
  readonly reason: string;
  readonly from: number;
  readonly to: number;
}

function cutByReason(view: FlowView, row: number, from: number, to: number): BlockedSpell[] {
  const known = [...ofFlags(view, row), ...ofLinks(view, row)].filter((each) => each.from < to && each.to > from);
  const edges = known.flatMap((each) => [each.from, each.to]).filter((edge) => edge > from && edge < to);
  const cuts = [from, ...[...new Set(edges)].sort((a, b) => a - b), to];
  return cuts.slice(0, -1).map((at, place) => ({
    row,
    from: at,
    to: cuts[place + 1] ?? to,
    reason: known.find((each) => each.from <= at && at < each.to)?.reason ?? '',
  }));
}

/** The flag that went up last comes first. */
function ofFlags({ table }: FlowView, row: number): Known[] {
  const known: Known[] = [];
  for (let place = (table.flagReasonStart[row + 1] ?? 0) - 1; place >= (table.flagReasonStart[row] ?? 0); place -= 1)
    known.push({
      reason: table.strings[table.flagReason[place] ?? 0] ?? '',
      from: table.flagReasonFrom[place] ?? 0,
      to: table.flagReasonTo[place] || Number.POSITIVE_INFINITY,
    });
  return known;
}

/** The link that was made first comes first. */
const ofLinks = ({ table }: FlowView, row: number): Known[] =>
  (table.blockedByLinks.get(row) ?? []).map(({ blocker, from, to }) => ({
    reason: table.keys[blocker] ?? '',
    from,
    to,
  }));
