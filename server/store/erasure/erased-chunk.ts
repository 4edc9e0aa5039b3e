import { Binary } from 'mongodb';
import type { ErasedNames } from './erased-names.ts';

/**
 * A chunk of the flow table, as it is read or as it is stored, with pseudonyms in what was written with flags: its only
 * prose. The same chunk where there is nothing to replace.
 */
export function chunkWithout<C extends object>(chunk: C, names: ErasedNames): C {
  const { flagReason, strings } = chunk as { flagReason?: unknown; strings: readonly string[] };
  const places = new Set(placesOf(flagReason));
  if (names.isEmpty || places.size === 0) return chunk;
  const after = strings.map((text, place) => (places.has(place) ? names.without(text) : text));
  return after.some((text, place) => text !== strings[place]) ? { ...chunk, strings: after } : chunk;
}

function placesOf(column: unknown): Uint32Array {
  if (column instanceof Uint32Array) return column;
  return column instanceof Binary ? new Uint32Array(new Uint8Array(column.value()).buffer) : new Uint32Array(0);
}
