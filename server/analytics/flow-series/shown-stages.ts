import type { Stage, StageKind } from '../../domain/stage.ts';
import type { FlowView } from '../flow-view/flow-view.ts';
import { stageKindCode } from '../flow-view/stage-kind-code.ts';
import { stageVisits } from '../flow-view/stage-visits.ts';

/**
 * The place, in the order of the view's stages, at which a cumulative flow shows each visit of `stageVisits`: its stage.
 *
 * A status in no stage is shown where its category belongs, so that no item falls out of the picture: to do in the first
 * BACKLOG stage, done in the last DONE stage, in progress or unknown where the item was before, if that is a QUEUE or ACTIVE
 * stage (it has no place of its own in the order, so it moves the item neither on nor back), else in the first of those.
 * Where no stage is of that kind, it is shown before all stages, −1, or, done, behind all of them, their number.
 */
export function shownStages(view: FlowView): Int16Array {
  const { stages } = view;
  const { rowCount } = view.table;
  const { start, stage, kind } = view.derive(stageVisits);
  const backlog = firstOf(stages, ['BACKLOG']);
  const underWay = firstOf(stages, ['QUEUE', 'ACTIVE']);
  const done = stages.findLastIndex((candidate) => candidate.kind === 'DONE');
  const isUnderWay = stages.map((candidate) => candidate.kind === 'QUEUE' || candidate.kind === 'ACTIVE');
  const shown = stage.slice();
  for (let row = 0; row < rowCount; row += 1) {
    const end = start[row + 1] ?? 0;
    let last = -1;
    for (let visit = start[row] ?? 0; visit < end; visit += 1) {
      if ((shown[visit] ?? 0) < 0) {
        const code = kind[visit];
        if (code === stageKindCode.BACKLOG) shown[visit] = backlog;
        else if (code === stageKindCode.DONE) shown[visit] = done < 0 ? stages.length : done;
        else shown[visit] = isUnderWay[last] ? last : underWay;
      }
      last = shown[visit] ?? -1;
    }
  }
  return shown;
}

const firstOf = (stages: readonly Stage[], kinds: readonly StageKind[]): number =>
  stages.findIndex(({ kind }) => kinds.includes(kind));
