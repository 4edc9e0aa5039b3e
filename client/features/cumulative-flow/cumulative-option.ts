import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColours } from '../../ui/chart/palette.ts';
import { stepColours } from '../../ui/chart/step-colours.ts';
import type { Formats } from '../../ui/format.ts';
import { type CumulativeBand, cumulativeFloor } from './cumulative-bands.ts';

/** Neutral for what is not under way, and for the stages between steps from dark to light, which every eye can order. */
export function bandColours(bands: readonly CumulativeBand[], colours: ChartColours): readonly string[] {
  const underWay = bands.filter(({ kind }) => kind === 'QUEUE' || kind === 'ACTIVE');
  const steps = stepColours(colours, underWay.length);
  return bands.map((band) => {
    if (band.kind === 'DONE') return colours.finished;
    return band.kind === 'BACKLOG' ? colours.waiting : (steps[underWay.indexOf(band)] ?? colours.muted);
  });
}

/** Bands over time, the last stage at the bottom. Hidden ones keep their colours' places. */
export function cumulativeOption(
  bands: readonly CumulativeBand[],
  hidden: readonly string[],
  dates: readonly string[],
  words: (day: number) => readonly string[],
  formats: Formats,
  colours: ChartColours,
): EChartsCoreOption {
  const fills = bandColours(bands, colours);
  const shown = bands.filter((band) => !hidden.includes(band.id));
  return {
    grid: { left: 8, right: 12, top: 12, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      trigger: 'axis',
      backgroundColor: colours.surface,
      borderColor: colours.line,
      textStyle: { color: colours.ink, fontSize: 12 },
      axisPointer: { lineStyle: { color: colours.ink } },
      formatter: (marks: readonly { dataIndex: number }[]) => words(marks[0]?.dataIndex ?? -1).join('<br>'),
    },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: dates.map(formats.dayMonth),
      axisLabel: { color: colours.muted, hideOverlap: true },
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      min: cumulativeFloor(shown),
      minInterval: 1,
      axisLabel: { color: colours.muted, formatter: formats.number },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: shown.toReversed().map((band) => {
      const fill = fills[bands.indexOf(band)] ?? colours.muted;
      return {
        type: 'line',
        name: band.name,
        stack: 'all',
        showSymbol: false,
        symbol: 'circle',
        symbolSize: 6,
        itemStyle: { color: fill, borderColor: colours.ink, borderWidth: 1 },
        // The edge of a band is the surface's colour, so that two bands never touch.
        lineStyle: { color: colours.surface, width: 1.5 },
        areaStyle: { color: fill, opacity: 1 },
        emphasis: { focus: 'none', areaStyle: { opacity: 1 }, lineStyle: { width: 1.5 } },
        data: band.counts,
      };
    }),
  };
}
