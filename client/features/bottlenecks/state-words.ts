import type { BottleneckState } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/Badge.tsx';

interface StateWords {
  readonly label: string;
  readonly tone: Tone;
  readonly meaning: string;
}

/** What a stage's state is called and what it means (METRICS, bottleneck states). */
export const stateWords: Readonly<Record<BottleneckState, StateWords>> = {
  STUCK: { label: 'Stuck', tone: 'danger', meaning: 'Work is in it and none leaves.' },
  FALLING_BEHIND: { label: 'Falling behind', tone: 'danger', meaning: 'The queue grows: more arrives than leaves.' },
  STEADY_BACKLOG: { label: 'Steady backlog', tone: 'warn', meaning: 'The queue is high but does not grow.' },
  CLEARING: { label: 'Clearing', tone: 'calm', meaning: 'The queue shrinks.' },
  FREE: { label: 'Free', tone: 'good', meaning: 'Work passes without a queue.' },
};
