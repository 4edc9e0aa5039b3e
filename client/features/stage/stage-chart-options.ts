import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColours } from '../../ui/chart/palette.ts';
import type { Formats } from '../../ui/format.ts';

export interface Day {
  readonly date: string;
  readonly value: number;
}

const grid = { left: 8, right: 12, top: 16, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' };

const tooltip = (colours: ChartColours) => ({
  trigger: 'item' as const,
  backgroundColor: colours.surface,
  borderColor: colours.line,
  textStyle: { color: colours.ink, fontSize: 12 },
});

const dayAxis = (days: readonly Day[], formats: Formats, colours: ChartColours) => ({
  type: 'category',
  data: days.map((day) => formats.date(day.date)),
  axisLabel: { color: colours.muted, hideOverlap: true, margin: 10 },
  axisLine: { onZero: false, lineStyle: { color: colours.line } },
  axisTick: { show: false },
});

const countAxis = (formats: Formats, colours: ChartColours) => ({
  type: 'value',
  minInterval: 1,
  // What left is drawn downwards; it is a count all the same.
  axisLabel: { color: colours.muted, formatter: (count: number) => formats.number(Math.abs(count)) },
  splitLine: { lineStyle: { color: colours.line } },
});

/** What came in as bars upwards, what left as bars downwards, day by day. */
export function inAndOutOption(
  inflow: readonly Day[],
  outflow: readonly Day[],
  formats: Formats,
  colours: ChartColours,
): EChartsCoreOption {
  const bars = { type: 'bar', stack: 'day', barCategoryGap: '20%', emphasis: { itemStyle: { color: colours.ink } } };
  return {
    grid,
    tooltip: {
      ...tooltip(colours),
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const day = inflow[dataIndex];
        return day
          ? `${formats.date(day.date)}: ${formats.number(day.value)} in, ${formats.number(outflow[dataIndex]?.value ?? 0)} out`
          : '';
      },
    },
    xAxis: dayAxis(inflow, formats, colours),
    yAxis: countAxis(formats, colours),
    series: [
      { ...bars, name: 'In', itemStyle: { color: colours.series[0] }, data: inflow.map((day) => day.value) },
      { ...bars, name: 'Out', itemStyle: { color: colours.series[1] }, data: outflow.map((day) => -day.value) },
    ],
  };
}

/** How many were in the stage at the end of each day, under the limit that was set for it. */
export function occupancyOption(
  days: readonly Day[],
  limit: number | null,
  formats: Formats,
  colours: ChartColours,
): EChartsCoreOption {
  const most = Math.max(0, ...days.map((day) => day.value));
  return {
    grid: { ...grid, right: limit === null ? 12 : 64 },
    tooltip: {
      ...tooltip(colours),
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const day = days[dataIndex];
        return day ? `${formats.date(day.date)}: ${formats.number(day.value)} in it` : '';
      },
    },
    xAxis: { ...dayAxis(days, formats, colours), boundaryGap: false },
    yAxis: { ...countAxis(formats, colours), ...(limit !== null && limit > most && { max: limit + 1 }) },
    series: [
      {
        type: 'line',
        step: 'end',
        showSymbol: false,
        symbolSize: 6,
        lineStyle: { color: colours.series[0], width: 2 },
        itemStyle: { color: colours.series[0] },
        areaStyle: { color: colours.series[0], opacity: 0.12 },
        data: days.map((day) => day.value),
        ...(limit !== null && {
          markLine: {
            symbol: 'none',
            silent: true,
            lineStyle: { color: colours.ink, type: 'dashed', width: 1 },
            label: { color: colours.ink, fontSize: 11, formatter: `limit ${formats.number(limit)}` },
            data: [{ yAxis: limit }],
          },
        }),
      },
    ],
  };
}
