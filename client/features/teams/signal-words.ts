import type { Signal } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/Badge.tsx';

/** Whether a change means something, in words and a mark; never by colour alone. */
export const signalWords: Readonly<Record<Signal, { readonly label: string; readonly tone: Tone }>> = {
  IMPROVED: { label: 'Better', tone: 'good' },
  WORSE: { label: 'Worse', tone: 'danger' },
  NOISE: { label: 'No clear change', tone: 'neutral' },
  TOO_FEW: { label: 'Too few to tell', tone: 'neutral' },
};
