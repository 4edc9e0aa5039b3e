import type { ActionState, Verdict } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/Badge.tsx';

interface StateWords {
  readonly name: string;
  /** What bringing an action there is called. */
  readonly step: string;
  readonly meaning: string;
}

/** Where an action stands, in the order of the board. */
export const stateWords: Readonly<Record<ActionState, StateWords>> = {
  PROPOSED: { name: 'Proposed', step: 'Propose', meaning: 'Written down, not agreed to yet.' },
  ACCEPTED: { name: 'Accepted', step: 'Accept', meaning: 'To be done.' },
  IN_PROGRESS: { name: 'In progress', step: 'Begin', meaning: 'Being done.' },
  DONE: { name: 'Done', step: 'Mark as done', meaning: 'To be reviewed on its day.' },
  REVIEWED: { name: 'Reviewed', step: 'Review now', meaning: 'Found to have helped, or not.' },
  DISMISSED: { name: 'Dismissed', step: 'Dismiss…', meaning: 'Not to be done.' },
};

interface VerdictWords {
  readonly label: string;
  readonly tone: Tone;
}

export const verdictWords: Readonly<Record<Verdict, VerdictWords>> = {
  IMPROVED: { label: 'Improved', tone: 'good' },
  NO_CHANGE: { label: 'No change', tone: 'neutral' },
  WORSE: { label: 'Worse', tone: 'danger' },
  TOO_EARLY: { label: 'Too early to tell', tone: 'neutral' },
  INSUFFICIENT_DATA: { label: 'Too little to tell', tone: 'neutral' },
};
