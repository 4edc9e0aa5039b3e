import type { Action } from '../../domain/action.ts';
import { done, type Outcome, refused } from '../../domain/user-error.ts';
import type { ActionRow } from '../models/rows.ts';
import type { Stored } from '../owned/owned-collection.ts';
import { toAction } from './to-domain.ts';

/** The answer to a request whose key has been used: the action of then as it is now, or CONFLICT when it asks for another. */
export function madeBefore(row: Stored<ActionRow>, digest: string): Outcome<Action> {
  return row.asked === digest
    ? done(toAction(row))
    : refused('CONFLICT', 'This key was used for another action. Take a new key for a new action.', ['idempotencyKey']);
}
