import { controlLimits } from '../statistics/control-limits.ts';

/** A range of fewer weeks than this is a range of next to nothing. */
const fewestWeeks = 4;
const longestRunOfChance = 7;

/**
 * Whether the weeks since do what the weeks before do not by chance: one outside their natural process limits (XmR,
 * Wheeler), or eight in a row on one side of their mean. False with fewer than four weeks before.
 */
export function weeklySignal(before: ArrayLike<number>, after: ArrayLike<number>): boolean {
  const limits = before.length < fewestWeeks ? null : controlLimits(before);
  if (!limits) return false;
  let side = 0;
  let run = 0;
  for (let week = 0; week < after.length; week += 1) {
    const value = after[week] ?? 0;
    if (value < limits.lower || value > limits.upper) return true;
    const itsSide = Math.sign(value - limits.mean);
    run = itsSide === side ? run + 1 : 1;
    side = itsSide;
    if (side !== 0 && run > longestRunOfChance) return true;
  }
  return false;
}
