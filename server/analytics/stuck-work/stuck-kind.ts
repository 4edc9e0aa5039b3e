/** Ways in which work that is under way can be stuck, in the order in which they are told. */
export const stuckKinds = ['AGING', 'BLOCKED', 'STALE', 'UNASSIGNED', 'PING_PONG'] as const;
export type StuckKind = (typeof stuckKinds)[number];

/** One bit for each. */
export const stuckBit = {
  AGING: 1,
  BLOCKED: 2,
  STALE: 4,
  UNASSIGNED: 8,
  PING_PONG: 16,
} as const satisfies Record<StuckKind, number>;
