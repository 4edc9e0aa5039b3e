import type { Confidence, CostKind } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/Badge.tsx';

interface KindWords {
  readonly name: string;
  /** What kind of money it is, in a word or two. */
  readonly nature: string;
  readonly meaning: string;
}

/** The kinds of money, which are told apart and never summed (METRICS 2.7). */
export const kindWords: Readonly<Record<CostKind, KindWords>> = {
  LABOUR: { name: 'Labour on issues', nature: 'paid', meaning: 'Working time that went into issues.' },
  REWORK_LABOUR: {
    name: 'Rework',
    nature: 'paid',
    meaning: 'The part of labour that went into work that had come back.',
  },
  DELAY: {
    name: 'Delay',
    nature: 'opportunity',
    meaning: 'What it costs not to have the work while it waits. Nobody pays it, and it is part of no sum.',
  },
  DISCARDED: {
    name: 'Dropped work',
    nature: 'paid',
    meaning: 'The part of labour that went into work that was dropped.',
  },
  CAPACITY_EQUIVALENT: {
    name: 'Capacity equivalent',
    nature: 'no cost',
    meaning: 'Waiting in working hours at the hourly rate. People did something else meanwhile: nobody pays it.',
  },
};

export const confidenceWords: Readonly<Record<Confidence, { readonly label: string; readonly tone: Tone }>> = {
  LOW: { label: 'Low confidence', tone: 'warn' },
  MEDIUM: { label: 'Medium confidence', tone: 'neutral' },
  HIGH: { label: 'High confidence', tone: 'good' },
};
