/** Two sides of a comparison, item by item: the figure of each is Σ part / Σ whole. A mean is one whose wholes are 1. */
export interface RatioColumns {
  readonly part: Float64Array;
  readonly whole: Float64Array;
}

export const permutations = 2000;
/** Items of each side that are dealt out one by one; of more, some are dealt out together. */
const mostDealt = 200;

/** Σ part / Σ whole; NaN without any. */
export function ratioOfColumns({ part, whole }: RatioColumns): number {
  return sum(part) / sum(whole);
}

/**
 * How likely two figures differ at least as much, either way, by chance alone (permutation test, Fisher 1935): all items
 * are dealt out anew to sides of the same sizes, 2,000 times, and the share of deals with a difference as great is told. The
 * deal that happened is one of them, so that it is never 0 (Phipson and Smyth 2010). 1 where a side has nothing.
 *
 * Nothing is assumed but that without an effect each item might as well have been on the other side. Where a side has more
 * than two hundred items they are dealt out in equal random groups, which is as true and costs less.
 */
export function permutationChance(before: RatioColumns, after: RatioColumns, random: () => number): number {
  const perGroup = Math.max(1, Math.ceil(Math.max(before.part.length, after.part.length) / mostDealt));
  const [first, second] = [grouped(before, perGroup, random), grouped(after, perGroup, random)];
  const part = Float64Array.of(...first.part, ...second.part);
  const whole = Float64Array.of(...first.whole, ...second.whole);
  const [sumPart, sumWhole] = [sum(part), sum(whole)];
  const dealt = Math.min(first.part.length, second.part.length);
  const apart = (partHere: number, wholeHere: number): number =>
    Math.abs(partHere / wholeHere - (sumPart - partHere) / (sumWhole - wholeHere));
  const observed = apart(sum(second.part), sum(second.whole));
  if (dealt === 0 || Number.isNaN(observed)) return 1;
  // Sums in another order differ in the last digits: as great is as great but for those.
  const asGreat = observed * (1 - 1e-9);
  // Of durations each counts for one: half of the work is saved.
  const alike = whole.every((value) => value === whole[0]) ? (whole[0] ?? 0) : null;
  let count = 0;
  for (let deal = 0; deal < permutations; deal += 1) {
    let partHere = 0;
    let wholeHere = alike === null ? 0 : alike * dealt;
    for (let place = 0; place < dealt; place += 1) {
      const other = place + Math.floor(random() * (part.length - place));
      const value = part[other] ?? 0;
      part[other] = part[place] ?? 0;
      part[place] = value;
      partHere += value;
      if (alike !== null) continue;
      swap(whole, place, other);
      wholeHere += whole[place] ?? 0;
    }
    if (!(apart(partHere, wholeHere) < asGreat)) count += 1;
  }
  return (count + 1) / (permutations + 1);
}

/** Sums of random groups of the same size; what is left over is left out. */
function grouped({ part, whole }: RatioColumns, perGroup: number, random: () => number): RatioColumns {
  if (perGroup === 1) return { part, whole };
  const [parts, wholes] = [part.slice(), whole.slice()];
  const groups = Math.floor(part.length / perGroup);
  const sums = { part: new Float64Array(groups), whole: new Float64Array(groups) };
  for (let place = 0; place < groups * perGroup; place += 1) {
    const other = place + Math.floor(random() * (parts.length - place));
    swap(parts, place, other);
    swap(wholes, place, other);
    const group = Math.floor(place / perGroup);
    sums.part[group] = (sums.part[group] ?? 0) + (parts[place] ?? 0);
    sums.whole[group] = (sums.whole[group] ?? 0) + (wholes[place] ?? 0);
  }
  return sums;
}

function swap(values: Float64Array, a: number, b: number): void {
  const value = values[a] ?? 0;
  values[a] = values[b] ?? 0;
  values[b] = value;
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
