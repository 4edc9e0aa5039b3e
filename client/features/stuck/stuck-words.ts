import type { StuckKind } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/Badge.tsx';

interface StuckWords {
  readonly label: string;
  readonly tone: Tone;
  readonly meaning: string;
}

/** In which ways work is stuck, the plainest first. */
export const stuckWords: Readonly<Record<StuckKind, StuckWords>> = {
  BLOCKED: { label: 'Blocked', tone: 'danger', meaning: 'its flag is up' },
  AGING: { label: 'Aging', tone: 'warn', meaning: 'older than 85 of 100 finished issues became' },
  STALE: { label: 'Stale', tone: 'warn', meaning: 'nobody has touched it for a week or longer' },
  UNASSIGNED: { label: 'Unassigned', tone: 'calm', meaning: 'in an active stage, and nobody’s' },
  PING_PONG: { label: 'Back and forth', tone: 'calm', meaning: 'between two stages, at least twice' },
};
