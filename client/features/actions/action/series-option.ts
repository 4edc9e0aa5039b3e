import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColours } from '../../../ui/chart/palette.ts';
import type { Formats } from '../../../ui/format.ts';

export interface Week {
  /** Its Monday. */
  readonly date: string;
  readonly value: number;
}

/** What stands beside the weeks. Dates are local, values in the unit of the metric. */
export interface SeriesMarks {
  readonly baseline: { readonly from: string; readonly to: string; readonly value: number | null };
  readonly target: number;
  /** Moments of the action: when it was begun, when it was or is to be reviewed. */
  readonly moments: readonly { readonly name: string; readonly date: string }[];
}

/** The place of the weeks among the series: what the keyboard points at. */
export const weekSeries = 0;

const at = (date: string): number => Date.parse(date);

/**
 * The metric week by week over the shaded days of the baseline, between what it was and what it is to reach. The two are
 * lines of their own, so that the axis holds them.
 */
export function seriesOption(
  weeks: readonly Week[],
  marks: SeriesMarks,
  words: (week: Week) => string,
  shortValue: (value: number) => string,
  formats: Formats,
  colours: ChartColours,
): EChartsCoreOption {
  const { baseline, target, moments } = marks;
  const dates = [baseline.from, ...weeks.map(({ date }) => date), ...moments.map(({ date }) => date)].sort();
  const [first = baseline.from, last = first] = [dates[0], dates.at(-1)];
  const level = (value: number | null, colour: string | undefined, type: 'dashed' | 'dotted') => ({
    type: 'line',
    silent: true,
    showSymbol: false,
    lineStyle: { color: colour, type, width: 2 },
    tooltip: { show: false },
    data: value === null ? [] : [first, last].map((date) => [at(date), value]),
  });
  return {
    useUTC: true,
    grid: { left: 8, right: 34, top: 30, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      trigger: 'item',
      confine: true,
      backgroundColor: colours.surface,
      borderColor: colours.line,
      textStyle: { color: colours.ink, fontSize: 12 },
      formatter: ({ seriesIndex, dataIndex }: { seriesIndex: number; dataIndex: number }) => {
        const week = seriesIndex === weekSeries ? weeks[dataIndex] : undefined;
        return week ? words(week) : '';
      },
    },
    xAxis: {
      type: 'time',
      min: at(first),
      max: at(last),
      axisLabel: {
        color: colours.muted,
        hideOverlap: true,
        formatter: (time: number) => formats.dayMonth(new Date(time).toISOString().slice(0, 10)),
      },
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      axisLabel: { color: colours.muted, formatter: shortValue },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
      {
        type: 'line',
        symbol: 'circle',
        symbolSize: 7,
        lineStyle: { color: colours.series[0], width: 2 },
        itemStyle: { color: colours.series[0] },
        emphasis: { itemStyle: { borderColor: colours.ink, borderWidth: 2 } },
        data: weeks.map(({ date, value }) => [at(date), value]),
        markArea: {
          silent: true,
          itemStyle: { color: colours.line, opacity: 0.45 },
          data: [[{ xAxis: at(baseline.from) }, { xAxis: at(baseline.to) }]],
        },
        markLine: {
          symbol: 'none',
          silent: true,
          lineStyle: { color: colours.ink, type: 'solid', width: 1 },
          label: { color: colours.ink, fontSize: 11, formatter: '{b}' },
          data: moments.map(({ name, date }, step) => ({
            name,
            xAxis: at(date),
            // One above the other: the dates may lie close together.
            label: { distance: 2 + (step % 2) * 12 },
          })),
        },
      },
      level(baseline.value, colours.muted, 'dashed'),
      level(target, colours.series[2], 'dotted'),
    ],
  };
}
