import type { CumulativeFlowMode, StageKind } from '../../gql/graphql.ts';

/** One stage of the diagram: how many issues lie in its band on each day. */
export interface CumulativeBand {
  readonly id: string;
  readonly name: string;
  readonly kind: StageKind;
  readonly counts: readonly number[];
}

interface Flow {
  readonly stages: readonly { readonly id: string; readonly name: string; readonly kind: StageKind }[];
  readonly days: readonly { readonly counts: readonly number[] }[];
}

/**
 * The bands in workflow order. A count of the high-water form holds every issue that got as far or farther, so its band
 * is what the next stage lacks of it; a count of the occupancy form is its band.
 */
export function cumulativeBands({ stages, days }: Flow, mode: CumulativeFlowMode): CumulativeBand[] {
  return stages.map(({ id, name, kind }, place) => ({
    id,
    name,
    kind,
    counts: days.map(({ counts }) => {
      const here = counts[place] ?? 0;
      return mode === 'HIGH_WATER' ? here - (counts[place + 1] ?? 0) : here;
    }),
  }));
}

/**
 * Where the axis begins: what was finished on every day of the window would only press the rest flat. Rounded down,
 * and a little below, so that the band of it is seen.
 */
export function cumulativeFloor(bands: readonly CumulativeBand[]): number {
  const days = bands[0]?.counts.map((_, day) => day) ?? [];
  const sumOf = (day: number, shown: (band: CumulativeBand) => boolean): number =>
    bands.filter(shown).reduce((sum, band) => sum + (band.counts[day] ?? 0), 0);
  const finished = Math.min(...days.map((day) => sumOf(day, ({ kind }) => kind === 'DONE')));
  const top = Math.max(...days.map((day) => sumOf(day, () => true)));
  if (!Number.isFinite(finished) || finished <= 0) return 0;
  // A power of ten, between an eightieth and an eighth of what is drawn.
  const step = 10 ** Math.max(Math.floor(Math.log10(Math.max(top - finished, 1)) - 0.9), 0);
  return Math.max(Math.floor(finished / step) * step - step, 0);
}
