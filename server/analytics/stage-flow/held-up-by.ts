import type { BottleneckState } from './bottleneck-state.ts';

/** A stage on the way, in workflow order, without BACKLOG and DONE ones. */
export interface StageOnTheWay {
  readonly state: BottleneckState;
  /** Items in it at the end of each day. */
  readonly daily: Int32Array;
}

/**
 * The stage that holds a stage up from behind: while the next stages do not keep up either, the one furthest down
 * that is not itself short of work (METRICS 2.6, "walk downstream"). Index into `stages`; null when nothing behind it does.
 */
export function heldUpBy(stages: readonly StageOnTheWay[], index: number): number | null {
  let culprit: number | null = null;
  if (!fallsBehind(stages[index])) return null;
  for (let next = index + 1; fallsBehind(stages[next]); next += 1)
    if (!isStarved(stages[next - 1], stages[next])) culprit = next;
  return culprit;
}

const fallsBehind = (stage: StageOnTheWay | undefined): boolean =>
  stage?.state === 'FALLING_BEHIND' || stage?.state === 'STUCK';

/** Empty on most days although the stage before it was not. */
function isStarved(before: StageOnTheWay | undefined, stage: StageOnTheWay | undefined): boolean {
  const daily = stage?.daily ?? new Int32Array(0);
  const starved = daily.filter((present, day) => present === 0 && (before?.daily[day] ?? 0) > 0).length;
  return starved > daily.length / 2;
}
