import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColours } from '../../ui/chart/palette.ts';
import type { Formats } from '../../ui/format.ts';
import type { FlowPeriod } from './flow-periods.ts';

interface Limits {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
}

/** The places of the series in the option: what keyboard and mouse point at. */
export const deliveredSeries = 0;
export const wipSeries = 1;

/** Room at the right for the names of the limits. */
const right = 76;

/** Above, what was delivered with its control limits; below, over the same days, what was under way. */
export function flowOverTimeOption(
  periods: readonly FlowPeriod[],
  limits: Limits | null,
  words: (period: FlowPeriod) => readonly string[],
  formats: Formats,
  colours: ChartColours,
): EChartsCoreOption {
  const [bar, line] = colours.series;
  const dates = periods.map((period) => formats.dayMonth(period.date));
  const axis = (gridIndex: number, named: boolean) => ({
    type: 'category',
    gridIndex,
    data: dates,
    axisLabel: { show: named, color: colours.muted, hideOverlap: true },
    axisLine: { lineStyle: { color: colours.line } },
    axisTick: { show: false },
  });
  const scale = (gridIndex: number, name: string) => ({
    type: 'value',
    gridIndex,
    name,
    nameTextStyle: { color: colours.muted, align: 'left', padding: [0, 0, 0, -28] },
    nameGap: 12,
    ...(gridIndex === 0 ? axisTop(periods, limits) : { minInterval: 1, splitNumber: 2 }),
    axisLabel: { color: colours.muted, formatter: formats.number },
    splitLine: { lineStyle: { color: colours.line } },
  });
  return {
    grid: [
      { left: 40, right, top: 26, height: '46%' },
      { left: 40, right, top: '69%', bottom: 24 },
    ],
    tooltip: {
      trigger: 'axis',
      backgroundColor: colours.surface,
      borderColor: colours.line,
      textStyle: { color: colours.ink, fontSize: 12 },
      formatter: (marks: readonly { dataIndex: number }[]) => {
        const period = periods[marks[0]?.dataIndex ?? -1];
        return period ? words(period).join('<br>') : '';
      },
    },
    axisPointer: { link: [{ xAxisIndex: 'all' }], type: 'shadow', shadowStyle: { color: colours.line, opacity: 0.4 } },
    xAxis: [axis(0, false), axis(1, true)],
    yAxis: [scale(0, 'Delivered'), scale(1, 'In progress at the end')],
    series: [
      {
        type: 'bar',
        barCategoryGap: '24%',
        barMaxWidth: 48,
        emphasis: { itemStyle: { borderColor: colours.ink, borderWidth: 2 } },
        data: periods.map(({ delivered, signal }) => ({
          value: delivered,
          itemStyle: { color: signal === null ? bar : line, borderRadius: [2, 2, 0, 0] },
          // A diamond as well as another colour: nobody has to tell hues apart.
          label: {
            show: signal !== null,
            position: 'top',
            formatter: '◆',
            color: colours.ink,
            fontSize: 11,
            distance: 2,
          },
        })),
        markLine: {
          symbol: 'none',
          silent: true,
          lineStyle: { color: colours.ink, width: 1 },
          label: { color: colours.ink, fontSize: 11, formatter: '{b}' },
          data: limits === null ? [] : limitLines(limits, formats),
        },
      },
      {
        type: 'line',
        xAxisIndex: 1,
        yAxisIndex: 1,
        symbol: 'circle',
        symbolSize: periods.length > 60 ? 3 : 6,
        lineStyle: { color: bar, width: 2 },
        itemStyle: { color: bar },
        emphasis: { scale: 2 },
        areaStyle: { color: bar, opacity: 0.12 },
        data: periods.map(({ wip }) => wip),
      },
    ],
  };
}

/** The upper limit has to be on the scale, though no bar may reach it: up to four even steps that hold both. */
function axisTop(periods: readonly FlowPeriod[], limits: Limits | null) {
  const top = Math.max(limits?.upper ?? 0, 1, ...periods.map(({ delivered }) => delivered));
  const magnitude = 10 ** Math.floor(Math.log10(top / 4));
  const step = ([1, 2, 5].find((one) => one * magnitude * 4 >= top) ?? 10) * magnitude;
  const interval = Math.max(step, 1);
  return { max: Math.ceil(top / interval) * interval, interval };
}

/** A lower limit of 0 is the axis itself. */
function limitLines({ mean, lower, upper }: Limits, formats: Formats) {
  const line = (name: string, value: number, type: string) => ({
    name: `${name} ${formats.number(value)}`,
    yAxis: value,
    lineStyle: { type },
  });
  return [
    line('mean', mean, 'solid'),
    line('upper', upper, 'dashed'),
    ...(lower > 0 ? [line('lower', lower, 'dashed')] : []),
  ];
}
