import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColours } from '../../ui/chart/palette.ts';
import type { Formats } from '../../ui/format.ts';
import type { WaterfallStep } from './waterfall-steps.ts';

/** The place of the bars in the option; before them are the empty parts they stand on. */
export const barSeries = 1;

/** Room at the right for the last amount. */
const right = 64;

/** Bars lie, so that their names can be read on a phone; dashed lines show that the parts end where the whole does. */
export function waterfallOption(
  steps: readonly WaterfallStep[],
  words: (step: WaterfallStep) => string,
  formats: Formats,
  colours: ChartColours,
): EChartsCoreOption {
  const fills = {
    whole: colours.muted,
    part: colours.series[0],
    rework: colours.series[1],
    dropped: colours.series[3],
    rest: colours.finished,
  };
  const edges = steps.flatMap(({ role, to }) => (role === 'whole' || role === 'part' ? [{ xAxis: to }] : []));
  return {
    grid: { left: 4, right, top: 4, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      trigger: 'item',
      confine: true,
      backgroundColor: colours.surface,
      borderColor: colours.line,
      textStyle: { color: colours.ink, fontSize: 12 },
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const step = steps[dataIndex];
        return step ? words(step) : '';
      },
    },
    xAxis: { type: 'value', min: 0, max: steps[0]?.to || 1, axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: steps.map(({ name }) => name),
      axisLabel: { color: colours.ink, fontSize: 12, margin: 10 },
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
    },
    series: [
      {
        type: 'bar',
        stack: 'step',
        silent: true,
        itemStyle: { color: 'transparent' },
        data: steps.map(({ from }) => from),
      },
      {
        type: 'bar',
        stack: 'step',
        barCategoryGap: '34%',
        barMinHeight: 2,
        emphasis: { itemStyle: { borderColor: colours.ink, borderWidth: 2 } },
        label: {
          show: true,
          position: 'right',
          color: colours.ink,
          fontSize: 12,
          // Over the dashed lines, an amount has to stay readable.
          backgroundColor: colours.surface,
          padding: [2, 3],
          formatter: ({ dataIndex }: { dataIndex: number }) => {
            const step = steps[dataIndex];
            return step ? formats.shortMoney(step.amount) : '';
          },
        },
        data: steps.map(({ from, to, role }) => ({
          value: to - from,
          itemStyle: { color: fills[role], borderRadius: 2 },
        })),
        markLine: {
          symbol: 'none',
          silent: true,
          lineStyle: { color: colours.muted, type: 'dashed', width: 1 },
          label: { show: false },
          data: edges,
        },
      },
    ],
  };
}
