import type { Facts } from '../questions/bench-field.ts';

/** Sums of many numbers differ in their last digits with the order in which they are added. */
const tolerance = 1e-9;

/** Where two answers differ in the figures that both of them name, as far as the first of each; empty when they agree. */
export function differences(ours: Facts, theirs: Facts): string[] {
  return Object.entries(theirs).flatMap(([name, value]) => firstDifference(name, ours[name], value) ?? []);
}

function firstDifference(path: string, ours: unknown, theirs: unknown): string | null {
  if (Array.isArray(ours) && Array.isArray(theirs)) {
    if (ours.length !== theirs.length) return `${path} has ${ours.length} values here and ${theirs.length} there`;
    for (let place = 0; place < ours.length; place += 1) {
      const found = firstDifference(`${path}[${place}]`, ours[place], theirs[place]);
      if (found) return found;
    }
    return null;
  }
  if (typeof ours === 'number' && typeof theirs === 'number') {
    const scale = Math.max(Math.abs(ours), Math.abs(theirs), 1);
    if (Math.abs(ours - theirs) <= tolerance * scale) return null;
  } else if (ours === theirs) return null;
  return `${path} is ${JSON.stringify(ours)} here and ${JSON.stringify(theirs)} there`;
}
