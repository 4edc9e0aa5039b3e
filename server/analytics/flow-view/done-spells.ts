import type { FlowView } from './flow-view.ts';
import { milestones } from './milestones.ts';
import { stageKindCode } from './stage-kind-code.ts';
import { stageVisits, stillOpen } from './stage-visits.ts';

/**
 * Every stay in the DONE stages, those that a reopening ended included, by row: from completion to reopening, `to` being
 * `stillOpen` for an issue that is done. At a moment between the two the issue counted as done; so one can tell what was
 * known then. An issue that was created in a DONE status tells nobody when its work was done: of its first stay only what
 * its milestones make of it counts. Instants are Unix seconds.
 */
export interface DoneSpells {
  readonly row: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

export function doneSpells(view: FlowView): DoneSpells {
  const { start, kind, from, to } = view.derive(stageVisits);
  const { doneAt } = view.derive(milestones);
  const spells: { row: number; from: number; to: number }[] = [];
  for (let row = 0; row < view.table.rowCount; row += 1) {
    const first = start[row] ?? 0;
    const end = start[row + 1] ?? 0;
    for (let visit = first; visit < end; visit += 1) {
      if (kind[visit] !== stageKindCode.DONE) continue;
      const began = visit === first ? 0 : (from[visit] ?? 0);
      while (visit + 1 < end && kind[visit + 1] === stageKindCode.DONE) visit += 1;
      const ended = to[visit] ?? 0;
      const at = ended === stillOpen ? (doneAt[row] ?? 0) : began;
      if (at !== 0) spells.push({ row, from: at, to: ended });
    }
  }
  return {
    row: Uint32Array.from(spells, (spell) => spell.row),
    from: Uint32Array.from(spells, (spell) => spell.from),
    to: Uint32Array.from(spells, (spell) => spell.to),
  };
}
