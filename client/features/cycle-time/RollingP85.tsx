import { useCallback, useMemo } from 'react';
import type { CycleMeasure } from '../../gql/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Chart } from '../../ui/chart/Chart.tsx';
import type { ChartColours } from '../../ui/chart/palette.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { dailyLineOption } from './bar-line-options.ts';
import { measureWords } from './measure-words.ts';

const rollingFragment = graphql(`
  fragment RollingP85_report on CycleTimeReport {
    rollingP85 {
      date
      value
    }
  }
`);

interface RollingP85Props {
  report: FragmentType<typeof rollingFragment>;
  measure: CycleMeasure;
}

/** Whether the slow end is getting slower. */
export function RollingP85({ report: masked, measure }: RollingP85Props) {
  const { rollingP85: days } = readFragment(rollingFragment, masked);
  const formats = useFormats();
  const draw = useCallback((colours: ChartColours) => dailyLineOption(days, formats, colours), [days, formats]);
  const points = useMemo(
    () =>
      days.map((day, pointIndex) => ({
        label: `${formats.date(day.date)}: ${formats.days(day.value)}`,
        seriesIndex: 0,
        pointIndex,
      })),
    [days, formats],
  );
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) {
    return <EmptyState title="No rolling p85" text="It needs at least ten finished issues behind a day." />;
  }
  return (
    <Chart
      title={`Rolling p85 of ${measureWords[measure].name.toLowerCase()}`}
      summary={`From ${formats.days(first.value)} on ${formats.date(first.date)} to ${formats.days(last.value)} on ${formats.date(last.date)}.`}
      draw={draw}
      points={points}
      table={{
        columns: ['Date', 'p85 (days)'],
        rows: days.map((day) => [day.date, Math.round(day.value * 100) / 100]),
      }}
      fileName={`${measure.toLowerCase()}-rolling-p85`}
      height={240}
    />
  );
}
