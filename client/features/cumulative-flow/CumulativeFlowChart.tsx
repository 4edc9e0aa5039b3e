import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { CumulativeFlowMode } from '../../gql/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Chart } from '../../ui/chart/Chart.tsx';
import type { ChartColours } from '../../ui/chart/palette.ts';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { BasisDisclosure } from '../basis/BasisDisclosure.tsx';
import { escapeHtml } from '../cycle-time/scatter-option.ts';
import { cumulativeBands } from './cumulative-bands.ts';
import { cumulativeBasis } from './cumulative-basis.ts';
import { cumulativeModes, modeWords, writeCumulativeMode } from './cumulative-mode.ts';
import { cumulativeOption } from './cumulative-option.ts';
import { StageLegend } from './StageLegend.tsx';

const InProgressIssues = lazy(() =>
  import('../flow-over-time/InProgressIssues.tsx').then((module) => ({ default: module.InProgressIssues })),
);

const cumulativeFragment = graphql(`
  fragment CumulativeFlowChart_flow on CumulativeFlow {
    basis {
      ...BasisDisclosure_basis
    }
    stages {
      id
      name
      kind
    }
    days {
      date
      counts
      arrivals
      departures
    }
    averageWip
    averageCycleTime {
      seconds
      days
    }
  }
`);

interface CumulativeFlowChartProps {
  flow: FragmentType<typeof cumulativeFragment>;
  mode: CumulativeFlowMode;
}

/** How many issues were in each stage, day by day: a band that widens is work that piles up. */
export function CumulativeFlowChart({ flow, mode }: CumulativeFlowChartProps) {
  const { basis, stages, days, averageWip, averageCycleTime } = readFragment(cumulativeFragment, flow);
  const formats = useFormats();
  const [, setSearch] = useSearchParams();
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const [opened, setOpened] = useState<string | null>(null);
  const bands = useMemo(() => cumulativeBands({ stages, days }, mode), [stages, days, mode]);
  const words = useCallback(
    (place: number) => {
      const day = days[place];
      if (!day) return [];
      return [
        formats.date(day.date),
        ...bands.map((band) => `${band.name} ${formats.number(band.counts[place] ?? 0)}`),
        `${formats.number(day.arrivals)} started, ${formats.number(day.departures)} finished`,
      ];
    },
    [days, bands, formats],
  );
  const draw = useCallback(
    (colours: ChartColours) =>
      cumulativeOption(
        bands,
        hidden,
        days.map((day) => day.date),
        (place) => words(place).map(escapeHtml),
        formats,
        colours,
      ),
    [bands, hidden, days, words, formats],
  );
  const points = useMemo(
    () =>
      days.map(({ date }, pointIndex) => ({
        label: words(pointIndex).join(', '),
        seriesIndex: 0,
        pointIndex,
        open: () => setOpened(date),
      })),
    [days, words],
  );

  return (
    <>
      <Chart
        title="Cumulative flow"
        summary={`On average ${formats.number(averageWip)} in progress${
          averageCycleTime ? `, and a cycle time of ${formats.span(averageCycleTime)} of what was delivered` : ''
        }. ${modeWords[mode]}`}
        draw={draw}
        points={points}
        columns={[0]}
        table={{
          columns: ['Date', ...bands.map((band) => band.name), 'Started', 'Finished'],
          rows: days.map((day, place) => [
            day.date,
            ...bands.map((band) => band.counts[place] ?? 0),
            day.arrivals,
            day.departures,
          ]),
        }}
        openRow={(row) => points[row]?.open}
        fileName={`cumulative-flow-${mode.toLowerCase().replace('_', '-')}`}
        height={420}
        empty={days.length === 0 || stages.length === 0 ? 'No day of this window has an issue.' : null}
        legend={<StageLegend bands={bands} hidden={hidden} onChange={setHidden} />}
        actions={
          <Segmented
            label="Stage an issue counts in"
            options={cumulativeModes}
            value={mode}
            onChange={(next) => setSearch((now) => writeCumulativeMode(now, next), { replace: true })}
          />
        }
        footer={<BasisDisclosure basis={basis} of={cumulativeBasis(mode)} />}
      />
      {opened && (
        <Suspense fallback={null}>
          <InProgressIssues on={opened} onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </>
  );
}
