import type { StuckKind, StuckOrder } from '../../gql/graphql.ts';

/** In the order in which they are shown, the plainest first. */
export const stuckKinds: readonly StuckKind[] = ['BLOCKED', 'AGING', 'STALE', 'UNASSIGNED', 'PING_PONG'];

/** Of issues a day of which costs the same, the server puts the one first that has waited longest. */
export const stuckOrders: readonly { readonly value: StuckOrder; readonly label: string }[] = [
  { value: 'DELAY_COST', label: 'Costs most a day' },
  { value: 'AGE', label: 'Oldest' },
  { value: 'TIME_IN_STAGE', label: 'Longest in stage' },
];
