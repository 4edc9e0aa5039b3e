import type { Action } from '../../domain/action.ts';
import type { RuleId } from './rule.ts';

/** How often advice of a rule was followed, and how often that helped. */
export interface TrackRecord {
  readonly tried: number;
  readonly improved: number;
}

/** What the viewer's own actions say of a rule: those carried out, done or reviewed, and those of them that improved. */
export function trackRecordOf(rule: RuleId, actions: readonly Action[]): TrackRecord {
  const tried = actions.filter(
    ({ origin, state }) => origin?.rule === rule && (state === 'DONE' || state === 'REVIEWED'),
  );
  return { tried: tried.length, improved: tried.filter(({ outcome }) => outcome?.verdict === 'IMPROVED').length };
}
