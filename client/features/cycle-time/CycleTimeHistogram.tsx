import { useCallback, useMemo } from 'react';
import type { CycleMeasure } from '../../gql/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Chart } from '../../ui/chart/Chart.tsx';
import type { ChartColours } from '../../ui/chart/palette.ts';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { histogramOption } from './bar-line-options.ts';
import { measureWords } from './measure-words.ts';

const histogramFragment = graphql(`
  fragment CycleTimeHistogram_report on CycleTimeReport {
    basis {
      n
    }
    histogram {
      fromDays
      toDays
      count
    }
  }
`);

interface CycleTimeHistogramProps {
  report: FragmentType<typeof histogramFragment>;
  measure: CycleMeasure;
}

/** How the times spread. */
export function CycleTimeHistogram({ report: masked, measure }: CycleTimeHistogramProps) {
  const { basis, histogram } = readFragment(histogramFragment, masked);
  const formats = useFormats();
  const bins = useMemo(
    () =>
      histogram.map((bin) => ({
        label: `${formats.number(bin.fromDays)}–${formats.days(bin.toDays)}`,
        count: bin.count,
      })),
    [histogram, formats],
  );
  const draw = useCallback((colours: ChartColours) => histogramOption(bins, colours), [bins]);
  const points = useMemo(
    () => bins.map((bin, pointIndex) => ({ label: `${bin.label}: ${bin.count} issues`, seriesIndex: 0, pointIndex })),
    [bins],
  );
  const fullest = bins.toSorted((a, b) => b.count - a.count)[0];
  if (bins.length === 0) return null;
  return (
    <Chart
      title={`Spread of ${measureWords[measure].name.toLowerCase()}`}
      summary={`n = ${formats.number(basis.n)}. ${fullest ? `Most issues (${formats.number(fullest.count)}) took ${fullest.label}.` : ''}`}
      draw={draw}
      points={points}
      table={{
        columns: ['From (days)', 'To (days)', 'Issues'],
        rows: histogram.map((bin) => [bin.fromDays, bin.toDays, bin.count]),
      }}
      fileName={`${measure.toLowerCase()}-histogram`}
      height={240}
    />
  );
}
