import { Draw } from '../seeding/draw.ts';

/** The entries in another order (Fisher and Yates), the same one for the same seed. */
export function shuffle<T>(entries: readonly T[], seed: number): T[] {
  const draw = new Draw(seed);
  const left = [...entries];
  const shuffled: T[] = [];
  while (left.length > 0) shuffled.push(...left.splice(draw.below(left.length), 1));
  return shuffled;
}
