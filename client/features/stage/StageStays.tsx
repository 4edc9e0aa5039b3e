import { useCallback, useMemo } from 'react';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Chart } from '../../ui/chart/Chart.tsx';
import type { ChartColours } from '../../ui/chart/palette.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { histogramOption } from '../cycle-time/bar-line-options.ts';

const staysFragment = graphql(`
  fragment StageStays_stage on StageInvestigation {
    stay {
      n
      p50 {
        seconds
        days
      }
      p85 {
        seconds
        days
      }
      p95 {
        seconds
        days
      }
    }
    stayHistogram {
      fromDays
      toDays
      count
    }
  }
`);

/** How long stays were that ended in the window. */
export function StageStays(props: { report: FragmentType<typeof staysFragment> }) {
  const { stay, stayHistogram } = readFragment(staysFragment, props.report);
  const formats = useFormats();
  const bins = useMemo(
    () =>
      stayHistogram.map((bin) => ({
        label: `${formats.number(bin.fromDays)}–${formats.days(bin.toDays)}`,
        count: bin.count,
      })),
    [stayHistogram, formats],
  );
  const draw = useCallback((colours: ChartColours) => histogramOption(bins, colours), [bins]);
  const points = useMemo(
    () =>
      bins.map((bin, pointIndex) => ({
        label: `${bin.label}: ${formats.number(bin.count)} stays`,
        seriesIndex: 0,
        pointIndex,
      })),
    [bins, formats],
  );
  if (bins.length === 0) {
    return (
      <EmptyState
        title="No stay ended in this window"
        text="Widen the window or the scope to see how long they were."
      />
    );
  }
  return (
    <Chart
      title="How long stays were"
      summary={`${formats.number(stay.n)} stays ended in the window. p50 ${formats.span(stay.p50)}, p85 ${formats.span(stay.p85)}, p95 ${formats.span(stay.p95)}.`}
      draw={draw}
      points={points}
      table={{
        columns: ['From (days)', 'To (days)', 'Stays'],
        rows: stayHistogram.map((bin) => [bin.fromDays, bin.toDays, bin.count]),
      }}
      fileName="stage-stays"
      height={260}
    />
  );
}
