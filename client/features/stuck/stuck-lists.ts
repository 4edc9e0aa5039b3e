import type { StuckKind, StuckOrder } from '../../gql/graphql.ts';

/** In the order in which they are shown, the plainest first. */
export const stuckKinds: readonly StuckKind[] = ['BLOCKED', 'AGING', 'STALE', 'UNASSIGNED', 'PING_PONG'];

/** Until delay has a price, what costs most is what has waited longest; the server orders it so. */
export const stuckOrders: readonly { readonly value: StuckOrder; readonly label: string }[] = [
  { value: 'DELAY_COST', label: 'Waited longest' },
  { value: 'AGE', label: 'Oldest' },
  { value: 'TIME_IN_STAGE', label: 'Longest in stage' },
];
