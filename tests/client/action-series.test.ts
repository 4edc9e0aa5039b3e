import { describe, expect, it } from 'vitest';
import { seriesOption } from '../../client/features/actions/action/series-option.ts';
import { palette } from '../../client/ui/chart/palette.ts';
import { createFormats } from '../../client/ui/format.ts';

const formats = createFormats('en-GB', 'Europe/Berlin');
const weeks = [
  { date: '2026-03-02', value: 12 },
  { date: '2026-03-09', value: 9 },
];
const marks = {
  baseline: { from: '2026-02-01', to: '2026-03-05', value: 11 },
  target: 8,
  moments: [{ name: 'Begun', date: '2026-03-06' }],
};

interface DrawnSeries {
  readonly data: readonly (readonly [number, number])[];
  readonly markArea?: { readonly data: readonly (readonly { readonly xAxis: number }[])[] };
  readonly markLine?: { readonly data: readonly { readonly name: string; readonly xAxis: number }[] };
}
function drawn(with_ = marks as Parameters<typeof seriesOption>[1]) {
  const option = seriesOption(weeks, with_, ({ date }) => date, String, formats, palette.light);
  return { option, series: option.series as readonly DrawnSeries[] };
}

describe("The series of an action's metric", () => {
  it('lies over the days of the baseline, between what it was and what it is to reach.', () => {
    const { series } = drawn();
    const [line, baseline, target] = series;
    expect(line?.data).toEqual(weeks.map(({ date, value }) => [Date.parse(date), value]));
    expect(line?.markArea?.data).toEqual([[{ xAxis: Date.parse('2026-02-01') }, { xAxis: Date.parse('2026-03-05') }]]);
    expect(line?.markLine?.data).toMatchObject([{ name: 'Begun', xAxis: Date.parse('2026-03-06') }]);
    expect(baseline?.data.map(([, value]) => value)).toEqual([11, 11]);
    expect(target?.data.map(([, value]) => value)).toEqual([8, 8]);
  });

  it('has room for every moment of it.', () => {
    const { option } = drawn({ ...marks, moments: [{ name: 'Review', date: '2026-04-20' }] });
    expect(option.xAxis).toMatchObject({ min: Date.parse('2026-02-01'), max: Date.parse('2026-04-20') });
  });

  it('has no line for a baseline that is none.', () => {
    const { series } = drawn({ ...marks, baseline: { ...marks.baseline, value: null } });
    expect(series[1]?.data).toEqual([]);
  });
});
