import type { ActionMetric } from '../../domain/action.ts';
import { seededRandom } from '../statistics/seeded-random.ts';
import type { ActionWorld } from './action-world.ts';
import { itemSides } from './item-sides.ts';
import { metricTraits } from './metric-traits.ts';
import { fewestWeeks, rateSides } from './rate-sides.ts';
import type { TrialDays } from './trial-days.ts';
import type { TwoSides } from './two-sides.ts';

/** How likely a finding may be by chance: one in fifty. */
export const level = 0.02;
/** Items of either side below which nothing is said. */
export const fewestItems = 10;

const draws = 2000;
/** A difference of logarithms or shares that is a matter of the last digits. */
const nothing = 1e-9;
/** The same question has the same answer. */
const seed = 20_240_229;

/** What is compared, and with whom. */
export interface ComparisonSubject {
  readonly metric: ActionMetric;
  /** One of the view's stages; null for the whole. */
  readonly stageIndex: number | null;
  readonly teamId: string | null;
  /** Comparable teams in which nothing of the kind was tried. */
  readonly controlIds: readonly string[];
  readonly days: TrialDays;
}

export interface Comparison {
  readonly sides: TwoSides;
  readonly chance: number;
  /** The 80 % interval of `after` less `before`, as measured. */
  readonly interval80: readonly [number, number];
  /** What the metric of comparable teams changed by, in its unit; null without any of which there is enough. */
  readonly controlChange: number | null;
  /** Whether the change stands out against theirs; true without them. */
  readonly standsOut: boolean;
}

/** Both sides of a metric, whether there is enough of it or not. Null for days of which nothing is known. */
export function sidesOf(
  world: ActionWorld,
  { metric, stageIndex, teamId, days }: Omit<ComparisonSubject, 'controlIds'>,
): TwoSides | null {
  if (metric === 'THROUGHPUT' || metric === 'WIP' || metric === 'DELAY_COST')
    return rateSides(world, teamId, metric, stageIndex, days);
  return itemSides(world, teamId, metric, stageIndex ?? -1, days);
}

/** Whether there is what a comparison takes. `fewestAfter`: items that have to be there since. */
export function isEnough(
  { nBefore, nAfter, readyOn, before, after, weeksBefore }: TwoSides,
  metric: ActionMetric,
  { today }: TrialDays,
  fewestAfter = fewestItems,
): boolean {
  if (readyOn > today || before === null || after === null) return false;
  if (metricTraits[metric].kind === 'RATE' && weeksBefore.length < fewestWeeks) return false;
  return nBefore >= fewestItems && nAfter >= fewestAfter;
}

/** Compares sides of which there is enough (difference in differences where there is somebody to compare with). */
export function compareSides(world: ActionWorld, sides: TwoSides, subject: ComparisonSubject): Comparison {
  const { metric, days, controlIds } = subject;
  const controls = controlIds.flatMap((teamId) => {
    const control = sidesOf(world, { ...subject, teamId });
    return control && isEnough(control, metric, days) ? [control] : [];
  });
  return {
    sides,
    chance: sides.chance(seededRandom(seed)),
    interval80: intervalOf(sides.drawChange(seededRandom(seed + 1)), 0.8),
    controlChange: controls.length === 0 ? null : controlChange(metric, sides, controls),
    standsOut: controls.length === 0 || standsOut(sides, controls),
  };
}

function standsOut(sides: TwoSides, controls: readonly TwoSides[]): boolean {
  const random = seededRandom(seed + 2);
  const draw = sides.drawEffect(random);
  const drawn = controls.map((control) => control.drawEffect(random));
  const apart = (): number => draw() - average(controls, (_, place) => drawn[place]?.() ?? 0);
  // Only the end on the side of the effect counts, so that it is wrong as rarely as the level says.
  const [low, high] = intervalOf(apart, 1 - 2 * level);
  return sides.effect > 0 ? low > nothing : high < -nothing;
}

/** Of a rate, in proportion to the team's own: teams are not of one size. */
function controlChange(metric: ActionMetric, { before }: TwoSides, controls: readonly TwoSides[]): number {
  if (metricTraits[metric].kind === 'RATE')
    return (before ?? 0) * Math.expm1(average(controls, ({ effect }) => effect));
  return average(controls, (control) => (control.after ?? 0) - (control.before ?? 0));
}

function average(controls: readonly TwoSides[], value: (control: TwoSides, place: number) => number): number {
  let sum = 0;
  let weights = 0;
  controls.forEach((control, place) => {
    sum += control.weight * value(control, place);
    weights += control.weight;
  });
  return sum / weights;
}

/** Where the middle `share` of the draws lies. */
function intervalOf(draw: () => number, share: number): readonly [number, number] {
  const outcomes = Float64Array.from({ length: draws }, draw).sort();
  const tail = (1 - share) / 2;
  return [outcomes[Math.floor(tail * draws)] ?? 0, outcomes[draws - 1 - Math.floor(tail * draws)] ?? 0];
}
