import { useCallback, useMemo } from 'react';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Chart } from '../../ui/chart/Chart.tsx';
import type { ChartColours } from '../../ui/chart/palette.ts';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { occupancyOption } from './stage-chart-options.ts';

const occupancyFragment = graphql(`
  fragment StageOccupancy_stage on StageInvestigation {
    stage {
      id
      wipLimit
    }
    occupancy {
      date
      value
    }
  }
`);

/** How full the stage was, and whether it kept to its limit. */
export function StageOccupancy(props: { report: FragmentType<typeof occupancyFragment> }) {
  const { stage, occupancy: days } = readFragment(occupancyFragment, props.report);
  const limit = stage.wipLimit ?? null;
  const formats = useFormats();
  const draw = useCallback(
    (colours: ChartColours) => occupancyOption(days, limit, formats, colours),
    [days, limit, formats],
  );
  const points = useMemo(
    () =>
      days.map((day, pointIndex) => ({
        label: `${formats.date(day.date)}: ${formats.number(day.value)} in it`,
        seriesIndex: 0,
        pointIndex,
      })),
    [days, formats],
  );
  const [first, last] = [days[0], days.at(-1)];
  const over = limit === null ? 0 : days.filter((day) => day.value > limit).length;
  const kept =
    limit === null
      ? 'No WIP limit is set.'
      : `Above its limit of ${formats.number(limit)} on ${formats.number(over)} of ${formats.number(days.length)} days.`;
  return (
    <Chart
      title="In it at the end of each day"
      summary={`${first && last ? `From ${formats.number(first.value)} on ${formats.date(first.date)} to ${formats.number(last.value)} on ${formats.date(last.date)}.` : ''} ${kept}`}
      draw={draw}
      points={points}
      table={{ columns: ['Date', 'In it'], rows: days.map((day) => [day.date, day.value]) }}
      fileName="stage-occupancy"
      height={260}
    />
  );
}
