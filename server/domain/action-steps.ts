import type { ActionState } from './action.ts';

const steps: { readonly [S in ActionState]: readonly ActionState[] } = {
  PROPOSED: ['ACCEPTED', 'DISMISSED'],
  ACCEPTED: ['IN_PROGRESS', 'DISMISSED'],
  IN_PROGRESS: ['DONE', 'DISMISSED'],
  DONE: [],
  REVIEWED: [],
  DISMISSED: [],
};

/** States that an edit can bring an action to; there is no way back. REVIEWED is reached by a review alone. */
export const nextStates = (state: ActionState): readonly ActionState[] => steps[state];

/** Whether a review has a place: what it is about has been done. */
export const canBeReviewed = (state: ActionState): boolean => state === 'DONE' || state === 'REVIEWED';
