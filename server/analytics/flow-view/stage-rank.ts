import { stageKindCode } from './stage-kind-code.ts';

/**
 * How far along the workflow a stay is: the stage's index. Statuses in no stage come before all stages or after them
 * when their category says backlog or done; else they have no place in the order, NaN, and are neither below nor above any.
 */
export function stageRank(stage: number, kind: number, stageCount: number): number {
  if (stage >= 0) return stage;
  if (kind === stageKindCode.BACKLOG) return -1;
  return kind === stageKindCode.DONE ? stageCount : Number.NaN;
}
