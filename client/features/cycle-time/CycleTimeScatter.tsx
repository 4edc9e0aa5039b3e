import { useCallback, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { CycleMeasure } from '../../gql/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Chart } from '../../ui/chart/Chart.tsx';
import type { ChartColours } from '../../ui/chart/palette.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { BasisDisclosure } from '../basis/BasisDisclosure.tsx';
import { cycleTimeBasis } from './cycle-time-basis.ts';
import { measureWords } from './measure-words.ts';
import { type DaysScale, scatterOption, seriesByType } from './scatter-option.ts';
import { TypeLegend } from './TypeLegend.tsx';

const scatterFragment = graphql(`
  fragment CycleTimeScatter_report on CycleTimeReport {
    basis {
      n
      ...BasisDisclosure_basis
    }
    percentiles {
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
    points {
      issueId
      key
      doneAt
      days
      type
    }
  }
`);

const scales = [
  { value: 'log', label: 'Log' },
  { value: 'linear', label: 'Linear' },
] as const;

interface CycleTimeScatterProps {
  report: FragmentType<typeof scatterFragment>;
  measure: CycleMeasure;
  height?: number;
}

/** Every finished issue as a dot that opens it; half, 85 % and 95 % of them lie below the lines. */
export function CycleTimeScatter({ report: masked, measure, height = 340 }: CycleTimeScatterProps) {
  const { basis, percentiles, points } = readFragment(scatterFragment, masked);
  const formats = useFormats();
  const navigate = useNavigate();
  const [scale, setScale] = useState<DaysScale>('log');
  const words = measureWords[measure];

  const [hidden, setHidden] = useState<readonly string[]>([]);
  const everySeries = useMemo(
    () => seriesByType(points.toSorted((a, b) => a.doneAt.localeCompare(b.doneAt))),
    [points],
  );
  // A hidden type keeps its empty series, so that the others keep their colours and shapes.
  const series = useMemo(
    () => everySeries.map((one) => (hidden.includes(one.type) ? { ...one, points: [] } : one)),
    [everySeries, hidden],
  );
  const inTime = useMemo(
    () => series.flatMap((one) => one.points).toSorted((a, b) => a.doneAt.localeCompare(b.doneAt)),
    [series],
  );
  const lines = useMemo(
    () =>
      [
        { name: 'p50', days: percentiles.p50?.days },
        { name: 'p85', days: percentiles.p85?.days },
        { name: 'p95', days: percentiles.p95?.days },
      ].flatMap(({ name, days }) => (days === undefined ? [] : [{ name, days }])),
    [percentiles],
  );
  const open = useCallback((key: string) => void navigate(`/issues/${encodeURIComponent(key)}`), [navigate]);
  const walk = useMemo(() => {
    const places = new Map(
      series.flatMap((one, seriesIndex) =>
        one.points.map((point, pointIndex) => [point, { seriesIndex, pointIndex }] as const),
      ),
    );
    return inTime.map((point) => ({
      label: `${point.key}, ${point.type}, ${formats.days(point.days)}, done ${formats.date(point.doneAt)}`,
      ...(places.get(point) ?? { seriesIndex: 0, pointIndex: 0 }),
      open: () => open(point.key),
    }));
  }, [series, inTime, formats, open]);
  const draw = useCallback(
    (colours: ChartColours) => scatterOption(series, lines, scale, formats, colours),
    [series, lines, scale, formats],
  );

  if (points.length === 0) {
    return <EmptyState title="No finished issues in this window" text="Widen the window or the scope to see them." />;
  }
  return (
    <Chart
      title={`${words.name} of finished issues`}
      summary={`${formats.number(basis.n)} issues. ${
        lines.length > 0
          ? `${lines.map((line) => `${line.name} ${formats.days(line.days)}`).join(', ')}.`
          : 'Too few for percentiles.'
      } ${words.meaning}`}
      draw={draw}
      points={walk}
      table={{
        columns: ['Issue', 'Type', 'Done', 'Days'],
        rows: inTime.map((point) => [
          point.key,
          point.type,
          formats.date(point.doneAt),
          Math.round(point.days * 100) / 100,
        ]),
      }}
      openRow={(row) => {
        const point = inTime[row];
        return point && (() => open(point.key));
      }}
      fileName={`${measure.toLowerCase()}-times`}
      height={height}
      legend={<TypeLegend series={everySeries} hidden={hidden} onChange={setHidden} />}
      actions={<Segmented label="Scale of days" options={scales} value={scale} onChange={setScale} />}
      footer={<BasisDisclosure basis={basis} of={cycleTimeBasis(measure)} />}
    />
  );
}
