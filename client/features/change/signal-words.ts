import type { Signal } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/Badge.tsx';

interface SignalWords {
  readonly label: string;
  readonly tone: Tone;
}

/** What a change to the window before is worth (METRICS, signals). */
export const signalWords: Readonly<Record<Signal, SignalWords>> = {
  IMPROVED: { label: 'Improved', tone: 'good' },
  WORSE: { label: 'Worse', tone: 'danger' },
  NOISE: { label: 'Within chance', tone: 'neutral' },
  TOO_FEW: { label: 'Too few to tell', tone: 'neutral' },
};
