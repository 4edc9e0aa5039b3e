import type { EChartsCoreOption } from 'echarts/core';
import { type ChartColours, symbols } from '../../ui/chart/palette.ts';
import type { Formats } from '../../ui/format.ts';

export interface ScatterPoint {
  readonly key: string;
  readonly doneAt: string;
  readonly days: number;
  readonly type: string;
}

export interface ScatterLine {
  readonly name: string;
  readonly days: number;
}

export type DaysScale = 'linear' | 'log';

/** A logarithmic axis has no zero: instant completions sit on this floor (about 15 minutes) and keep their true label. */
const logFloorDays = 0.01;

export interface ScatterSeries {
  readonly type: string;
  readonly points: readonly ScatterPoint[];
}

/** One series per issue type, in order of frequency; what is past the palette's end shares its last colour. */
export function seriesByType(points: readonly ScatterPoint[]): readonly ScatterSeries[] {
  const groups = new Map<string, ScatterPoint[]>();
  for (const point of points) {
    const group = groups.get(point.type);
    if (group) group.push(point);
    else groups.set(point.type, [point]);
  }
  return [...groups]
    .map(([type, group]) => ({ type, points: group }))
    .toSorted((a, b) => b.points.length - a.points.length || a.type.localeCompare(b.type));
}

/** Dots over time with the percentiles as lines across. */
export function scatterOption(
  series: readonly ScatterSeries[],
  lines: readonly ScatterLine[],
  scale: DaysScale,
  formats: Formats,
  colours: ChartColours,
): EChartsCoreOption {
  const last = colours.series.length - 1;
  const drawnDays = (days: number): number => (scale === 'log' ? Math.max(days, logFloorDays) : days);
  return {
    grid: { left: 8, right: 72, top: 12, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      trigger: 'item',
      backgroundColor: colours.surface,
      borderColor: colours.line,
      textStyle: { color: colours.ink, fontSize: 12 },
      formatter: (mark: { seriesIndex: number; dataIndex: number; componentType: string; name: string }) => {
        if (mark.componentType !== 'series') return mark.name;
        const point = series[mark.seriesIndex]?.points[mark.dataIndex];
        return point
          ? `${escapeHtml(point.key)}<br>${formats.days(point.days)}, done ${formats.date(point.doneAt)}`
          : '';
      },
    },
    xAxis: {
      type: 'time',
      axisLabel: {
        color: colours.muted,
        hideOverlap: true,
        formatter: (at: number) => formats.date(new Date(at).toISOString()),
      },
      axisLine: { lineStyle: { color: colours.line } },
      splitLine: { show: false },
    },
    yAxis: {
      type: scale === 'log' ? 'log' : 'value',
      ...(scale === 'log' && { min: logMinimum(series) }),
      axisLabel: {
        color: colours.muted,
        formatter: (days: number) => (days < 0.1 && days > 0 ? `${days} d` : formats.days(days)),
      },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: series.map((one, index) => ({
      type: 'scatter',
      name: one.type,
      symbol: symbols[Math.min(index, symbols.length - 1)],
      symbolSize: 8,
      itemStyle: { color: colours.series[Math.min(index, last)], opacity: 0.75 },
      emphasis: { itemStyle: { opacity: 1, borderColor: colours.ink, borderWidth: 2 }, scale: 1.6 },
      data: one.points.map((point) => [Date.parse(point.doneAt), drawnDays(point.days)]),
      ...(index === 0 && {
        markLine: {
          symbol: 'none',
          silent: true,
          lineStyle: { color: colours.ink, type: 'dashed', width: 1 },
          label: { color: colours.ink, fontSize: 11, formatter: '{b}' },
          data: lines.map((line) => ({ name: `${line.name} ${formats.days(line.days)}`, yAxis: drawnDays(line.days) })),
        },
      }),
    })),
  };
}

/** The power of ten at or below the shortest time, so that the axis begins where the dots do. */
function logMinimum(series: readonly ScatterSeries[]): number {
  const shortest = Math.min(
    1,
    ...series.flatMap((one) => one.points.map((point) => Math.max(point.days, logFloorDays))),
  );
  return 10 ** Math.floor(Math.log10(shortest));
}

/** Keys come from Jira, and ECharts' tooltips are HTML. */
export function escapeHtml(text: string): string {
  const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replaceAll(/[&<>"']/g, (character) => named[character] ?? character);
}
