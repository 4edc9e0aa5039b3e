import type { Action, ActionState } from '../../domain/action.ts';
import { nextStates } from '../../domain/action-steps.ts';
import { done, type Outcome, refused } from '../../domain/user-error.ts';
import { dateOf, invalidParts, noteOf, reasonOf, reviewDateOf, titleOf } from './action-checks.ts';

type Edited<T> = T | null | undefined;

/** Parts of an action to change: what is absent stays, null empties. That the owner exists is the caller's to know. */
export interface ActionEdit {
  readonly title?: Edited<string>;
  readonly note?: Edited<string>;
  readonly state?: Edited<ActionState>;
  readonly ownerId?: Edited<string>;
  readonly dueOn?: Edited<string>;
  readonly reviewOn?: Edited<string>;
  readonly dismissReason?: Edited<string>;
}

type Editable = 'title' | 'note' | 'state' | 'ownerId' | 'dueOn' | 'reviewOn' | 'dismissReason' | 'begunAt';
/** What an edit comes to: empty when it changes nothing. */
export type ActionChange = Partial<Pick<Action, Editable>>;

const words: { readonly [S in ActionState]: string } = {
  PROPOSED: 'proposed',
  ACCEPTED: 'accepted',
  IN_PROGRESS: 'in progress',
  DONE: 'done',
  REVIEWED: 'reviewed',
  DISMISSED: 'dismissed',
};

/**
 * What an edit changes of an action, or why it cannot be: INVALID for what is wrong with it, CONFLICT for a state that is
 * not the next one, and for any change of what has been dismissed.
 */
export function editAction(present: Action, edit: ActionEdit, now: Date): Outcome<ActionChange> {
  const { errors, refuse } = invalidParts();
  const isLeaving = edit.state === 'DISMISSED';
  if (edit.state === null) refuse('state', 'An action has a state: leave it out to keep the present one.');
  if (edit.dismissReason != null && !isLeaving)
    refuse('dismissReason', 'A reason belongs to an action that is dismissed: say state DISMISSED too.');
  const wanted: ActionChange = {
    ...(edit.title !== undefined && { title: titleOf(edit.title, refuse) }),
    ...(edit.note !== undefined && { note: noteOf(edit.note, refuse) }),
    ...(edit.ownerId !== undefined && { ownerId: edit.ownerId }),
    ...(edit.dueOn !== undefined && { dueOn: dateOf('dueOn', edit.dueOn, refuse) }),
    ...(edit.reviewOn !== undefined && { reviewOn: reviewDateOf(edit.reviewOn, refuse) }),
    ...(isLeaving && { dismissReason: reasonOf(edit.dismissReason ?? null, refuse) }),
    ...(edit.state && { state: edit.state }),
    ...(edit.state === 'IN_PROGRESS' && { begunAt: now }),
  };
  if (errors.length > 0) return { ok: false, errors };
  if (edit.state && !nextStates(present.state).includes(edit.state))
    return refused('CONFLICT', whyNot(present.state, edit.state), ['state']);
  const change = whatDiffers(present, wanted);
  const isEmpty = Object.keys(change).length === 0;
  if (present.state === 'DISMISSED' && !isEmpty)
    return refused('CONFLICT', 'A dismissed action stays as it is. Make a new one instead.');
  return done(change);
}

function whyNot(from: ActionState, to: ActionState): string {
  if (to === 'REVIEWED') return 'An action is reviewed by reviewAction, once it is done.';
  const next = nextStates(from).map((state) => words[state]);
  const onward = next.length > 0 ? `it can be ${next.join(' or ')} next` : 'there is no step after that';
  return `It is ${words[from]}, and cannot be ${words[to]}: ${onward}.`;
}

function whatDiffers(present: Action, wanted: ActionChange): ActionChange {
  const parts = Object.entries(wanted) as [Editable, unknown][];
  return Object.fromEntries(parts.filter(([part, value]) => present[part] !== value));
}
