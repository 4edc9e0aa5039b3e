import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColours } from '../../ui/chart/palette.ts';
import type { Amount, Formats } from '../../ui/format.ts';

export interface Month {
  /** Its first day. */
  readonly month: string;
  readonly labour: Amount;
  readonly reworkLabour: Amount;
  readonly discarded: Amount;
  readonly delay: Amount;
}

/** The place of labour among the series: what the keyboard points at. */
export const labourSeries = 0;

/** Above, what was paid; below, on an axis of its own, what waiting cost: the two are not to be added by eye either. */
export function monthsOption<M extends Month>(
  months: readonly M[],
  words: (month: M) => readonly string[],
  formats: Formats,
  colours: ChartColours,
): EChartsCoreOption {
  const currency = months[0]?.labour.currency ?? 'EUR';
  const names = months.map(({ month }) => formats.month(month));
  const axis = (gridIndex: number, named: boolean) => ({
    type: 'category',
    gridIndex,
    data: names,
    axisLabel: { show: named, color: colours.muted, hideOverlap: true },
    axisLine: { lineStyle: { color: colours.line } },
    axisTick: { show: false },
  });
  const scale = (gridIndex: number, name: string) => ({
    type: 'value',
    gridIndex,
    name,
    nameTextStyle: { color: colours.muted, align: 'left', padding: [0, 0, 0, -52] },
    nameGap: 12,
    splitNumber: gridIndex === 0 ? 4 : 2,
    axisLabel: {
      color: colours.muted,
      formatter: (value: number) => formats.shortMoney({ amount: String(value), currency }),
    },
    splitLine: { lineStyle: { color: colours.line } },
  });
  const bar = (place: number, colour: string | undefined, amount: (month: M) => Amount) => ({
    type: 'bar',
    xAxisIndex: place,
    yAxisIndex: place,
    barMaxWidth: 36,
    barGap: '10%',
    itemStyle: { color: colour, borderRadius: [2, 2, 0, 0] },
    emphasis: { itemStyle: { borderColor: colours.ink, borderWidth: 2 } },
    data: months.map((month) => Number(amount(month).amount)),
  });
  return {
    grid: [
      { left: 60, right: 8, top: 26, height: '44%' },
      { left: 60, right: 8, top: '70%', bottom: 24 },
    ],
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: colours.surface,
      borderColor: colours.line,
      textStyle: { color: colours.ink, fontSize: 12 },
      formatter: (marks: readonly { dataIndex: number }[]) => {
        const month = months[marks[0]?.dataIndex ?? -1];
        return month ? words(month).join('<br>') : '';
      },
    },
    axisPointer: { link: [{ xAxisIndex: 'all' }], type: 'shadow', shadowStyle: { color: colours.line, opacity: 0.4 } },
    xAxis: [axis(0, false), axis(1, true)],
    yAxis: [scale(0, 'Paid'), scale(1, 'Delay: opportunity')],
    series: [
      bar(0, colours.series[0], ({ labour }) => labour),
      bar(0, colours.series[1], ({ reworkLabour }) => reworkLabour),
      bar(0, colours.series[3], ({ discarded }) => discarded),
      bar(1, colours.series[2], ({ delay }) => delay),
    ],
  };
}
