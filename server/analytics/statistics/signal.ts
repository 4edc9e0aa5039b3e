/** Whether a figure has moved for the better or the worse, has not left chance behind, or rests on too few items to say. */
export const signals = ['IMPROVED', 'WORSE', 'NOISE', 'TOO_FEW'] as const;
export type Signal = (typeof signals)[number];

/** Which way is better. */
export type Better = 'HIGHER' | 'LOWER';

/** Items that either side needs before a change is judged (METRICS 4, "Signal"). */
export const fewestForSignal = 10;

/** What an interval of the difference (current less previous) says: one that holds 0 is noise. */
export function signalOf([low, high]: readonly [number, number], better: Better): Signal {
  if (low <= 0 && high >= 0) return 'NOISE';
  return low > 0 === (better === 'HIGHER') ? 'IMPROVED' : 'WORSE';
}
