import type { GuardResult, Verdict } from '../../domain/action.ts';
import { localDateText } from '../clocks/local-date.ts';
import type { ActionWorld } from './action-world.ts';
import { comparableTeams } from './comparable-teams.ts';
import {
  type Comparison,
  type ComparisonSubject,
  compareSides,
  fewestItems,
  isEnough,
  level,
  sidesOf,
} from './compare-metric.ts';
import type { Judgement, Trial } from './judgement.ts';
import { changeSentence, metricWords } from './judgement-sentence.ts';
import { metricTraits } from './metric-traits.ts';
import { realisedOf } from './realised-of.ts';
import { type TrialDays, trialDays } from './trial-days.ts';
import type { TwoSides } from './two-sides.ts';
import { weeklySignal } from './weekly-signal.ts';

/**
 * Whether something that was tried has helped (METRICS 2.8): whether what was begun since is better than what was before,
 * more than chance explains and more than where nothing of the kind was done. The same world and trial have the same
 * judgement.
 */
export function judgeAction(world: ActionWorld, trial: Trial): Judgement {
  const { metric, baseline, teamId } = trial;
  const { view } = world;
  const stageIndex = stageOf(world, trial);
  const days = trialDays(world, trial);
  if (!days) return undecided(trial, 'INSUFFICIENT_DATA', 'It has not begun, so that there is nothing to compare.');
  if (stageIndex === undefined) return undecided(trial, 'INSUFFICIENT_DATA', 'The stage that it is about is gone.');
  const controlIds = teamId === null ? [] : comparableTeams(world, teamId, trial.touchedTeamIds, days);
  if (!controlIds) return undecided(trial, 'INSUFFICIENT_DATA', 'The team that it is about is gone.');
  if (baseline.value === null || baseline.n < fewestItems)
    return undecided(
      trial,
      'INSUFFICIENT_DATA',
      `The baseline is made of ${issues(baseline.n)}: too few to compare anything with.`,
    );
  const subject: ComparisonSubject = { metric, stageIndex, teamId, controlIds, days };
  const sides = sidesOf(world, subject);
  if (!sides || days.today < sides.readyOn) return undecided(trial, 'TOO_EARLY', tooEarly(days, sides), sides);
  const isOver = localDateText(days.today) >= trial.reviewOn;
  if (!isEnough(sides, metric, days)) {
    const verdict = isOver || sides.nBefore < fewestItems ? 'INSUFFICIENT_DATA' : 'TOO_EARLY';
    return undecided(trial, verdict, tooFew(sides), sides);
  }
  const found = compareSides(world, sides, subject);
  const before = baseline.value;
  const after = sides.after ?? 0;
  const change = after - before;
  const shift = (sides.before ?? 0) - before;
  const interval80 = [found.interval80[0] + shift, found.interval80[1] + shift] as const;
  const direction = directionOf(found, change);
  const verdict = direction === 0 ? 'NO_CHANGE' : isBetter(metric, direction) ? 'IMPROVED' : 'WORSE';
  const stage = stageIndex === null ? null : (view.stages[stageIndex]?.name ?? null);
  return {
    verdict,
    sentence: changeSentence(metricWords(metric, stage, world.settings.costModel.currency), {
      ...found,
      before,
      after,
      isBeyondChance: found.chance <= level,
      movesAlike: movesAlike(found, change),
    }),
    before,
    after,
    change,
    interval80,
    chance: found.chance,
    signal: weeklySignal(sides.weeksBefore, sides.weeksAfter),
    controlChange: found.controlChange,
    guards: trial.guardMetrics.map((guard) => guardResult(world, trial, guard, subject)),
    realised: verdict === 'IMPROVED' ? realisedOf(trial.promise, metric, { change, interval80 }) : null,
    nBefore: baseline.n,
    nAfter: sides.nAfter,
  };
}

/** Null for the whole, undefined for a stage that is gone. */
function stageOf(
  { view }: ActionWorld,
  { metric, stageId }: Pick<Trial, 'metric' | 'stageId'>,
): number | null | undefined {
  if (!metricTraits[metric].ofStage || (stageId === null && metric !== 'STAGE_STAY_P85')) return null;
  const index = view.stages.findIndex(({ id }) => id === stageId);
  return index < 0 ? undefined : index;
}

/** Whether what is told moved the way that its items did on the whole. */
const movesAlike = ({ sides }: Comparison, change: number): boolean => Math.sign(change) === Math.sign(sides.effect);

/** Which way it went, 0 for neither: more than chance explains, and than where nothing was done. */
const directionOf = (found: Comparison, change: number): number =>
  found.chance <= level && movesAlike(found, change) && found.standsOut ? Math.sign(change) : 0;

const isBetter = (metric: Trial['metric'], direction: number): boolean =>
  direction > 0 === (metricTraits[metric].better === 'HIGHER');

/** The same comparison for a metric that might have paid for it; one of which nothing can be said yet has not. */
function guardResult(
  world: ActionWorld,
  trial: Trial,
  metric: Trial['metric'],
  subject: ComparisonSubject,
): GuardResult {
  const stageIndex = metric === 'STAGE_STAY_P85' ? stageOf(world, { metric, stageId: trial.stageId }) : null;
  const its = stageIndex === undefined ? null : { ...subject, metric, stageIndex };
  const sides = its && sidesOf(world, its);
  if (!its || !sides) return { metric, before: null, after: null, ok: true };
  const { before, after } = sides;
  // Where next to nothing is delivered any more, that is what there is to say.
  const fewestAfter = metric === 'THROUGHPUT' ? 0 : fewestItems;
  if (!isEnough(sides, metric, subject.days, fewestAfter)) return { metric, before, after, ok: true };
  const direction = directionOf(compareSides(world, sides, its), (after ?? 0) - (before ?? 0));
  return { metric, before, after, ok: direction === 0 || isBetter(metric, direction) };
}

function undecided({ baseline }: Trial, verdict: Verdict, sentence: string, sides: TwoSides | null = null): Judgement {
  return {
    verdict,
    sentence,
    before: baseline.value,
    after: null,
    change: null,
    interval80: [],
    chance: null,
    signal: false,
    controlChange: null,
    guards: [],
    realised: null,
    nBefore: baseline.n,
    nAfter: sides?.nAfter ?? 0,
  };
}

function tooEarly({ afterDay }: TrialDays, sides: TwoSides | null): string {
  const since = `What was begun since ${localDateText(afterDay)}`;
  return sides
    ? `${since} can be compared from ${localDateText(sides.readyOn)} on: until then only what was quick is done.`
    : `${since} has not had a day yet.`;
}

function tooFew({ nBefore, nAfter }: TwoSides): string {
  return `There are ${issues(nBefore)} before and ${issues(nAfter)} since that can be compared; it takes ${fewestItems} on either side.`;
}

const issues = (count: number): string => `${count} ${count === 1 ? 'issue' : 'issues'}`;
