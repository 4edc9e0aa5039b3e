import type { Action } from '../../domain/action.ts';
import type { Advice } from './advise.ts';

/** By how much a dismissed one has to move before it is told again, as a part of what it was. */
const leastMove = 0.1;

/** States of an action that is on its way. */
const open: ReadonlySet<Action['state']> = new Set(['PROPOSED', 'ACCEPTED', 'IN_PROGRESS', 'DONE']);

/**
 * The advice that is still to be told: not what an action under way was made of, nor what was dismissed, until its evidence
 * has moved by a tenth.
 *
 * @param asked the scope that the advice is for, as actions keep it
 * @param actions every action of the connection, the newest first
 */
export function standingAdvice(advice: readonly Advice[], asked: string, actions: readonly Action[]): Advice[] {
  return advice.filter(({ rule, finding: { subject, severity } }) => {
    const made = actions.filter(
      ({ origin }) => origin?.rule === rule && origin.subject === subject && origin.asked === asked,
    );
    if (made.some(({ state }) => open.has(state))) return false;
    const [last] = made;
    if (last?.state !== 'DISMISSED' || !last.origin) return true;
    return Math.abs(severity - last.origin.severity) >= leastMove * last.origin.severity;
  });
}
