import { describe, expect, it } from 'vitest';
import { cumulativeBands, cumulativeFloor } from '../../client/features/cumulative-flow/cumulative-bands.ts';
import { bandColours } from '../../client/features/cumulative-flow/cumulative-option.ts';
import { palette } from '../../client/ui/chart/palette.ts';
import { stepColours } from '../../client/ui/chart/step-colours.ts';

const stages = [
  { id: 'b', name: 'Ideas', kind: 'BACKLOG' },
  { id: 'a', name: 'Doing', kind: 'ACTIVE' },
  { id: 'd', name: 'Done', kind: 'DONE' },
] as const;

/** Relative luminance by WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((place) => {
    const share = Number.parseInt(colour.slice(place, place + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('The bands of cumulative flow', () => {
  it('hold what the next stage lacks when every issue counts in all stages it has reached.', () => {
    const bands = cumulativeBands({ stages, days: [{ counts: [10, 7, 4] }, { counts: [12, 7, 5] }] }, 'HIGH_WATER');
    expect(bands.map(({ name, counts }) => [name, ...counts])).toEqual([
      ['Ideas', 3, 5],
      ['Doing', 3, 2],
      ['Done', 4, 5],
    ]);
  });

  it('are the counts themselves when every issue counts where it was.', () => {
    const bands = cumulativeBands({ stages, days: [{ counts: [3, 3, 4] }] }, 'OCCUPANCY');
    expect(bands.map((band) => band.counts)).toEqual([[3], [3], [4]]);
  });

  it('begin a little below what was finished all the time.', () => {
    const band = (kind: 'ACTIVE' | 'DONE', counts: readonly number[]) => ({ id: kind, name: kind, kind, counts });
    expect(cumulativeFloor([band('ACTIVE', [40, 60]), band('DONE', [1_234, 1_260])])).toBe(1_220);
    expect(cumulativeFloor([band('ACTIVE', [40, 60])])).toBe(0);
    expect(cumulativeFloor([band('ACTIVE', [4, 6]), band('DONE', [0, 2])])).toBe(0);
    expect(cumulativeFloor([])).toBe(0);
  });
});

describe.each(['light', 'dark'] as const)('Colours of stages on the %s theme', (theme) => {
  const colours = palette[theme];

  // Lightness is what every eye sees, and what is left in grey.
  it.each([2, 3, 5, 8])('rise in lightness from the first of %i stages to the last.', (count) => {
    const steps = stepColours(colours, count).map(luminance);
    expect(new Set(steps).size).toBe(count);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  });

  it('are neutral before and after, and of their own in between.', () => {
    const bands = stages.map((stage) => ({ ...stage, counts: [] }));
    const [before, under, after] = bandColours(bands, colours);
    expect(before).toBe(colours.waiting);
    expect(after).toBe(colours.finished);
    expect(stepColours(colours, 1)).toEqual([under]);
  });
});
