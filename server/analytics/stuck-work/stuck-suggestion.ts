import { daysInText } from '../clocks/days-in-text.ts';
import type { TimeClock } from '../clocks/time-clock.ts';
import type { StuckKind } from './stuck-kind.ts';

/** What a sentence about a stuck issue is made of; times in seconds of the clock. */
export interface StuckFacts {
  readonly kinds: readonly StuckKind[];
  readonly age: number;
  readonly timeInStage: number;
  readonly stage: string;
  /** For how long it has been blocked. */
  readonly blocked: number;
  /** Since something last happened. */
  readonly quiet: number;
  /** 85 of 100 stays in the stage, and 85 of 100 finished issues, were no longer; null where too few are known. */
  readonly stayLimit: number | null;
  readonly ageLimit: number | null;
  readonly loop: { readonly from: string; readonly to: string; readonly count: number } | null;
}

/** The reasons in the order in which they are worth acting on: the nearest cause first, age, which has many, last. */
const byNearness: readonly StuckKind[] = ['BLOCKED', 'UNASSIGNED', 'PING_PONG', 'STALE', 'AGING'];

/** What to do about it, in one sentence with its numbers. Names no person. */
export function stuckSuggestion(facts: StuckFacts, clock: TimeClock): string {
  const long = (seconds: number): string => daysInText(seconds, clock);
  const { age, timeInStage, stage, blocked, quiet, stayLimit, ageLimit, loop } = facts;
  switch (byNearness.find((kind) => facts.kinds.includes(kind))) {
    case 'BLOCKED':
      return `Clear what blocks it: it has been blocked for ${long(blocked)}, and work began ${long(age)} ago.`;
    case 'UNASSIGNED':
      return `Give it an owner: it has been in ${stage} for ${long(timeInStage)}, and is nobody's.`;
    case 'PING_PONG':
      return `Agree on when it may leave ${loop?.from}: it has come back from ${loop?.to} ${loop?.count} times.`;
    case 'STALE':
      return stayLimit === null
        ? `Close or revive it: nothing has happened to it for ${long(quiet)}.`
        : `Close or revive it: nothing has happened to it for ${long(quiet)}; 85 of 100 stays in ${stage} end within ${long(stayLimit)}.`;
    default:
      return `Finish it before anything new is begun: work began ${long(age)} ago, and 85 of 100 finished issues took no more than ${long(ageLimit ?? 0)}.`;
  }
}
