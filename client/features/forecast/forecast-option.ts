import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColours } from '../../ui/chart/palette.ts';
import type { Formats } from '../../ui/format.ts';

interface DayValue {
  readonly date: string;
  readonly value: number;
}

/** A line over the days to come, with a name for some of them. */
export function forecastOption(
  days: readonly DayValue[],
  marks: readonly { readonly name: string; readonly date: string }[],
  words: (day: DayValue) => string,
  writeValue: (value: number) => string,
  formats: Formats,
  colours: ChartColours,
): EChartsCoreOption {
  const [first] = colours.series;
  return {
    grid: { left: 8, right: 20, top: 52, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      trigger: 'axis',
      backgroundColor: colours.surface,
      borderColor: colours.line,
      textStyle: { color: colours.ink, fontSize: 12 },
      axisPointer: { lineStyle: { color: colours.ink } },
      formatter: (at: readonly { dataIndex: number }[]) => {
        const day = days[at[0]?.dataIndex ?? -1];
        return day ? words(day) : '';
      },
    },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: days.map((day) => formats.date(day.date)),
      axisLabel: { color: colours.muted, hideOverlap: true },
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      axisLabel: { color: colours.muted, formatter: writeValue },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
      {
        type: 'line',
        step: 'end',
        showSymbol: false,
        symbol: 'circle',
        symbolSize: 8,
        lineStyle: { color: first, width: 2 },
        itemStyle: { color: first },
        areaStyle: { color: first, opacity: 0.12 },
        data: days.map((day) => day.value),
        markLine: {
          symbol: 'none',
          silent: true,
          lineStyle: { color: colours.ink, type: 'dashed', width: 1 },
          label: { color: colours.ink, fontSize: 11, formatter: '{b}' },
          data: marks.map(({ name, date }, step) => ({
            name,
            xAxis: days.findIndex((day) => day.date === date),
            // One above the other: the dates may lie close together.
            label: { distance: 4 + step * 14 },
          })),
        },
      },
    ],
  };
}
