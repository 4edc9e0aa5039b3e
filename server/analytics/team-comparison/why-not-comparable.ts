import type { Stage } from '../../domain/stage.ts';
import type { QualityGrade } from '../quality/grade-of.ts';
import { fewestForSignal } from '../statistics/signal.ts';
import type { WorkTraits } from './work-traits.ts';

/** Teams whose work has less than this in common, as shares of types, do other work. */
const leastInCommon = 0.5;

export interface TeamFacts {
  readonly own: WorkTraits;
  /** What all other teams delivered together. */
  readonly others: WorkTraits;
  readonly otherTeams: number;
  readonly grade: QualityGrade;
  readonly stages: readonly Stage[];
  readonly days: number;
}

/** Why a team's figures are not to be held against those of the others, in words; none when they may be. */
export function whyNotComparable({ own, others, otherTeams, grade, stages, days }: TeamFacts): string[] {
  if (otherTeams === 0) return ['There is no other team in this scope.'];
  if (own.n < fewestForSignal)
    return [
      `It delivered ${own.n} ${own.n === 1 ? 'issue' : 'issues'} in ${days} ${days === 1 ? 'day' : 'days'}; fewer than ${fewestForSignal} say little.`,
    ];
  const reasons: string[] = [];
  if (2 * own.withoutStart >= own.n)
    reasons.push(
      `${own.withoutStart} of the ${own.n} issues it delivered have no recorded start, so nobody knows how long they took.`,
    );
  if (grade === 'D')
    reasons.push('Too much of the history of what it delivered is wrong or lacking: its quality is D.');
  if (others.n < fewestForSignal) return reasons;
  const kinds = otherKinds(own, others);
  if (kinds) reasons.push(kinds);
  const missing = stages.filter(
    ({ kind }, place) =>
      (kind === 'QUEUE' || kind === 'ACTIVE') &&
      own.through[place] === 0 &&
      2 * (others.through[place] ?? 0) >= others.n,
  );
  if (missing.length > 0)
    reasons.push(
      `Nothing it delivered went through ${missing.map(({ name }) => name).join(', ')}, as at least half of what the other teams delivered did.`,
    );
  return reasons;
}

/** What sets its kinds of work apart, where they have less than half in common: the sum of the smaller shares of each type. */
function otherKinds(own: WorkTraits, others: WorkTraits): string | null {
  const shares = [...own.types].map(([name, count]) => {
    const share = count / own.n;
    const elsewhere = (others.types.get(name) ?? 0) / others.n;
    return { name, share, elsewhere };
  });
  const inCommon = shares.reduce((sum, { share, elsewhere }) => sum + Math.min(share, elsewhere), 0);
  if (inCommon >= leastInCommon) return null;
  const [most] = shares.sort((a, b) => b.share - b.elsewhere - (a.share - a.elsewhere) || (a.name < b.name ? -1 : 1));
  if (!most) return null;
  return `It does other kinds of work: ${percent(most.share)} of what it delivered is ${most.name}, of what the other teams did ${percent(most.elsewhere)}.`;
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;
