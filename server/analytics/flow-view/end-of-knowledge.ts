/**
 * The instant from which on nothing is known, Unix seconds: the second after the one up to which the store was brought up
 * to date. Changes count by whole seconds, so what changed in that very second is known. 0 before anything was read.
 */
export function endOfKnowledge(upTo: Date | null): number {
  return upTo === null ? 0 : Math.floor(upTo.getTime() / 1000) + 1;
}
