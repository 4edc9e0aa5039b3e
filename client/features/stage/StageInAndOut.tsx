import { useCallback, useMemo } from 'react';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Chart } from '../../ui/chart/Chart.tsx';
import { type ChartColours, palette } from '../../ui/chart/palette.ts';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { useTheme } from '../../ui/theme.ts';
import { inAndOutOption } from './stage-chart-options.ts';
import { sumOf } from './sum-of.ts';

const inAndOutFragment = graphql(`
  fragment StageInAndOut_stage on StageInvestigation {
    inflow {
      date
      value
    }
    outflow {
      date
      value
    }
  }
`);

/** Whether as much leaves as comes in. */
export function StageInAndOut(props: { report: FragmentType<typeof inAndOutFragment> }) {
  const { inflow, outflow } = readFragment(inAndOutFragment, props.report);
  const formats = useFormats();
  const draw = useCallback(
    (colours: ChartColours) => inAndOutOption(inflow, outflow, formats, colours),
    [inflow, outflow, formats],
  );
  const points = useMemo(
    () =>
      inflow.map((day, pointIndex) => ({
        label: `${formats.date(day.date)}: ${formats.number(day.value)} in, ${formats.number(outflow[pointIndex]?.value ?? 0)} out`,
        seriesIndex: 0,
        pointIndex,
      })),
    [inflow, outflow, formats],
  );
  return (
    <Chart
      title="In and out, a day"
      summary={`${formats.number(sumOf(inflow))} came in and ${formats.number(sumOf(outflow))} left in ${formats.number(inflow.length)} days.`}
      draw={draw}
      points={points}
      table={{
        columns: ['Date', 'In', 'Out'],
        rows: inflow.map((day, index) => [day.date, day.value, outflow[index]?.value ?? 0]),
      }}
      fileName="stage-in-and-out"
      height={260}
      legend={<Legend />}
    />
  );
}

function Legend() {
  const { series } = palette[useTheme().shown];
  return (
    <p className="mb-1 flex gap-3 text-xs text-ink-soft">
      <span>
        <span aria-hidden style={{ color: series[0] }}>
          ▲
        </span>{' '}
        In, upwards
      </span>
      <span>
        <span aria-hidden style={{ color: series[1] }}>
          ▼
        </span>{' '}
        Out, downwards
      </span>
    </p>
  );
}
