import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColours } from '../../ui/chart/palette.ts';
import type { Amount, Formats } from '../../ui/format.ts';

interface StageOfPareto {
  readonly stage: { readonly name: string };
  readonly delay: { readonly base: Amount };
  readonly cumulativeShare: number;
}

/** The place of the bars among the series. */
export const delayBars = 0;

/**
 * The dearest first, and over them how much of the whole they make together. Both scales are one: the left one ends with
 * the whole, where the right one says 100 %.
 */
export function paretoOption<S extends StageOfPareto>(
  stages: readonly S[],
  words: (stage: S) => string,
  formats: Formats,
  colours: ChartColours,
): EChartsCoreOption {
  const currency = stages[0]?.delay.base.currency ?? 'EUR';
  const total = stages.reduce((sum, { delay }) => sum + Number(delay.base.amount), 0) || 1;
  return {
    grid: { left: 8, right: 8, top: 28, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      trigger: 'item',
      confine: true,
      backgroundColor: colours.surface,
      borderColor: colours.line,
      textStyle: { color: colours.ink, fontSize: 12 },
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const stage = stages[dataIndex];
        return stage ? words(stage) : '';
      },
    },
    xAxis: {
      type: 'category',
      data: stages.map(({ stage }) => stage.name),
      axisLabel: { color: colours.ink, interval: 0, width: 88, lineHeight: 15, overflow: 'break', hideOverlap: true },
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
    },
    yAxis: [
      {
        type: 'value',
        min: 0,
        max: total,
        interval: total / 4,
        axisLabel: {
          color: colours.muted,
          formatter: (value: number) => formats.shortMoney({ amount: String(value), currency }),
        },
        splitLine: { lineStyle: { color: colours.line } },
      },
      {
        type: 'value',
        min: 0,
        max: 1,
        interval: 0.25,
        axisLabel: { color: colours.muted, formatter: formats.percent },
        splitLine: { show: false },
      },
    ],
    series: [
      {
        type: 'bar',
        barMaxWidth: 72,
        barCategoryGap: '30%',
        itemStyle: { color: colours.series[2], borderRadius: [2, 2, 0, 0] },
        emphasis: { itemStyle: { borderColor: colours.ink, borderWidth: 2 } },
        data: stages.map(({ delay }) => ({
          value: Number(delay.base.amount),
          label: barLabel(Number(delay.base.amount) / total, formats.shortMoney(delay.base), colours),
        })),
      },
      {
        type: 'line',
        yAxisIndex: 1,
        symbol: 'circle',
        symbolSize: 6,
        lineStyle: { color: colours.ink, width: 1.5 },
        itemStyle: { color: colours.ink },
        data: stages.map(({ cumulativeShare }) => cumulativeShare),
      },
    ],
  };
}

/** Inside a tall bar, where the line does not cross it; none on bars so low that labels of neighbours would touch. */
function barLabel(share: number, formatter: string, colours: ChartColours) {
  const isTall = share >= 0.15;
  return {
    show: share >= 0.05,
    position: isTall ? 'insideTop' : 'top',
    distance: isTall ? 10 : 5,
    color: isTall ? colours.surface : colours.ink,
    fontSize: 11,
    formatter,
  };
}
