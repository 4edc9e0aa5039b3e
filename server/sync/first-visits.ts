import { type FlowChunk, segmentBits } from '../domain/flow-chunk.ts';

/** The order in which issues come through statuses. */
export interface VisitOrder {
  /** Smaller is earlier; for several statuses their mean. Statuses never visited come last. */
  rankOf(statusIds: readonly string[]): number;
}

/**
 * Ranks statuses by how many others they precede: for each pair, the status that issues first reach earlier, in most
 * of the issues that reach both, wins a point (Copeland's method). One loop back does not upset the order.
 */
export function firstVisits(chunks: Iterable<FlowChunk>): VisitOrder {
  const before = new Map<string, Map<string, number>>();
  for (const chunk of chunks) for (const path of pathsIn(chunk)) count(path, before);
  const wins = new Map<string, number>();
  for (const [status, later] of before) {
    const won = [...later].filter(([other, times]) => times > (before.get(other)?.get(status) ?? 0)).length;
    wins.set(status, won);
  }
  return {
    rankOf(statusIds) {
      const known = statusIds.flatMap((id) => wins.get(id) ?? []);
      return known.length === 0 ? Number.POSITIVE_INFINITY : -known.reduce((sum, won) => sum + won, 0) / known.length;
    },
  };
}

/** Per issue, the statuses it has been in, each once, by first entry. */
function* pathsIn(chunk: FlowChunk): Iterable<string[]> {
  for (let row = 0; row < chunk.ids.length; row += 1) {
    const path = new Set<string>();
    const end = chunk.segmentStart[row + 1] ?? 0;
    for (let segment = chunk.segmentStart[row] ?? 0; segment < end; segment += 1) {
      if (((chunk.segmentBits[segment] ?? 0) & segmentBits.ENTERED) === 0) continue;
      path.add(chunk.strings[chunk.segmentStatus[segment] ?? 0] ?? '');
    }
    yield [...path];
  }
}

function count(path: readonly string[], before: Map<string, Map<string, number>>): void {
  path.forEach((status, index) => {
    const later = before.get(status) ?? new Map<string, number>();
    for (const other of path.slice(index + 1)) later.set(other, (later.get(other) ?? 0) + 1);
    before.set(status, later);
  });
}
