import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColours } from '../../ui/chart/palette.ts';
import type { Formats } from '../../ui/format.ts';

const grid = { left: 8, right: 12, top: 16, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' };

function tooltip(colours: ChartColours) {
  return {
    trigger: 'item' as const,
    backgroundColor: colours.surface,
    borderColor: colours.line,
    textStyle: { color: colours.ink, fontSize: 12 },
  };
}

/** How many issues took how long. */
export function histogramOption(
  bins: readonly { readonly label: string; readonly count: number }[],
  colours: ChartColours,
): EChartsCoreOption {
  return {
    grid,
    tooltip: { ...tooltip(colours), formatter: '{b}: {c} issues' },
    xAxis: {
      type: 'category',
      data: bins.map((bin) => bin.label),
      axisLabel: { color: colours.muted, hideOverlap: true },
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: { color: colours.muted },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
      {
        type: 'bar',
        barCategoryGap: '12%',
        itemStyle: { color: colours.series[0], borderRadius: [2, 2, 0, 0] },
        emphasis: { itemStyle: { color: colours.series[1] } },
        data: bins.map((bin) => bin.count),
      },
    ],
  };
}

/** A value a day. Days without one leave a gap. */
export function dailyLineOption(
  days: readonly { readonly date: string; readonly value: number }[],
  formats: Formats,
  colours: ChartColours,
): EChartsCoreOption {
  return {
    grid,
    tooltip: {
      ...tooltip(colours),
      formatter: (mark: { dataIndex: number }) => {
        const day = days[mark.dataIndex];
        return day ? `${formats.date(day.date)}: ${formats.days(day.value)}` : '';
      },
    },
    xAxis: {
      type: 'time',
      axisLabel: {
        color: colours.muted,
        hideOverlap: true,
        formatter: (at: number) => formats.date(new Date(at).toISOString().slice(0, 10)),
      },
      axisLine: { lineStyle: { color: colours.line } },
    },
    yAxis: {
      type: 'value',
      axisLabel: { color: colours.muted, formatter: (value: number) => formats.days(value) },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
      {
        type: 'line',
        symbol: 'circle',
        symbolSize: 5,
        lineStyle: { color: colours.series[0], width: 2 },
        itemStyle: { color: colours.series[0] },
        emphasis: { scale: 2 },
        data: days.map((day) => [Date.parse(day.date), day.value]),
      },
    ],
  };
}
