import type { Effort } from '../../../gql/graphql.ts';
import type { Formats } from '../../../ui/format.ts';

interface EffortWords {
  readonly name: string;
  readonly meaning: string;
}

export const effortWords: Readonly<Record<Effort, EffortWords>> = {
  SMALL: { name: 'Small', meaning: 'a decision, or a talk of an hour' },
  MEDIUM: { name: 'Medium', meaning: 'a new rule of working together, over a few weeks' },
  LARGE: { name: 'Large', meaning: 'learning, hiring or building something' },
};

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

/** How a rule's advice has done so far: of those carried out, how many a review found to have helped. */
export function trackRecordWords({ tried, improved }: { readonly tried: number; readonly improved: number }): string {
  if (tried === 0) return 'Not tried here yet';
  if (improved === 0) return `Tried ${times(tried)} here, not found to have helped yet`;
  if (tried === 1) return 'Tried once here, and it helped';
  return improved === tried
    ? `Tried ${times(tried)} here, helped each time`
    : `Tried ${times(tried)} here, helped ${times(improved)}`;
}

/** The rule that speaks of the history itself: while it has a say, the other figures rest on shaky ground (METRICS 3). */
export const isHygiene = (rule: string): boolean => rule === 'R12';

/** How many recommendations there are, by their rules, and in which order. */
export function countWords(rules: readonly string[], formats: Pick<Formats, 'number'>): string {
  if (rules.length === 0) return 'No recommendations.';
  if (rules.length === 1) return '1 recommendation.';
  const count = `${formats.number(rules.length)} recommendations`;
  return isHygiene(rules[0] ?? '')
    ? `${count}: first what makes the other figures unreliable, then those worth most.`
    : `${count}, those worth most first.`;
}
