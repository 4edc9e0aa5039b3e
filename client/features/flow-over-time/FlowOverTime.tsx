import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Granularity } from '../../gql/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Chart } from '../../ui/chart/Chart.tsx';
import type { ChartColours } from '../../ui/chart/palette.ts';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { BasisDisclosure } from '../basis/BasisDisclosure.tsx';
import { flowOverTimeBasis } from './flow-over-time-basis.ts';
import { deliveredSeries, flowOverTimeOption, wipSeries } from './flow-over-time-option.ts';
import { type FlowPeriod, flowPeriods } from './flow-periods.ts';
import { granularities, periodNouns, periodWindow, periodWords, writeGranularity } from './granularity.ts';
import { LittlesLawNote } from './LittlesLawNote.tsx';

const FinishedIssues = lazy(() =>
  import('../cycle-time/FinishedIssues.tsx').then((module) => ({ default: module.FinishedIssues })),
);

const InProgressIssues = lazy(() =>
  import('./InProgressIssues.tsx').then((module) => ({ default: module.InProgressIssues })),
);

const flowOverTimeFragment = graphql(`
  fragment FlowOverTime_overview on FlowOverview {
    basis {
      ...BasisDisclosure_basis
    }
    throughputSeries {
      date
      value
    }
    arrivalSeries {
      date
      value
    }
    wipSeries {
      date
      value
    }
    controlLimits {
      mean
      lower
      upper
      signals
    }
    littlesLaw {
      ...LittlesLawNote_law
    }
  }
`);

interface FlowOverTimeProps {
  overview: FragmentType<typeof flowOverTimeFragment>;
  granularity: Granularity;
  height?: number;
}

/** What was delivered and what was under way, period by period; each opens its issues. */
export function FlowOverTime({ overview, granularity, height = 340 }: FlowOverTimeProps) {
  const { basis, controlLimits, littlesLaw, ...series } = readFragment(flowOverTimeFragment, overview);
  const formats = useFormats();
  const [, setSearch] = useSearchParams();
  const [opened, setOpened] = useState<{ what: 'delivered' | 'inProgress'; date: string } | null>(null);
  const limits = controlLimits ?? null;
  const { throughputSeries, arrivalSeries, wipSeries: wip } = series;
  const periods = useMemo(
    () => flowPeriods({ throughputSeries, arrivalSeries, wipSeries: wip, controlLimits: limits }),
    [throughputSeries, arrivalSeries, wip, limits],
  );
  const words = useCallback(
    (period: FlowPeriod) => [
      periodWords(period.date, granularity, formats),
      `${formats.number(period.delivered)} delivered${period.signal === null ? '' : `, ${period.signal}`}`,
      `${formats.number(period.started)} started`,
      `${formats.number(period.wip)} in progress at the end`,
    ],
    [granularity, formats],
  );
  const draw = useCallback(
    (colours: ChartColours) => flowOverTimeOption(periods, limits, words, formats, colours),
    [periods, limits, words, formats],
  );
  const points = useMemo(
    () => [
      ...periods.map((period, pointIndex) => ({
        label: words(period).join(', '),
        seriesIndex: deliveredSeries,
        pointIndex,
        open: () => setOpened({ what: 'delivered', date: period.date }),
      })),
      ...periods.map((period, pointIndex) => ({
        label: `${periodWords(period.date, granularity, formats)}, ${formats.number(period.wip)} in progress at the end`,
        seriesIndex: wipSeries,
        pointIndex,
        open: () => setOpened({ what: 'inProgress', date: period.date }),
      })),
    ],
    [periods, words, granularity, formats],
  );
  const nouns = periodNouns[granularity];
  const signals = periods.filter((period) => period.signal !== null);
  const summary =
    limits === null
      ? `Too few whole ${nouns} in this window for control limits.`
      : `On average ${formats.number(limits.mean)} delivered, and by chance alone between ${formats.number(limits.lower)} and ${formats.number(limits.upper)}. ${
          signals.length === 0
            ? `None of the ${formats.number(periods.length)} ${nouns} stands out.`
            : `◆ ${formats.number(signals.length)} of ${formats.number(periods.length)} ${nouns} stand out.`
        }`;

  return (
    <>
      <Chart
        title="Flow over time"
        summary={summary}
        draw={draw}
        points={points}
        columns={[deliveredSeries, wipSeries]}
        table={{
          columns: ['From', 'Delivered', 'Started', 'In progress at the end', 'Signal'],
          rows: periods.map((one) => [one.date, one.delivered, one.started, one.wip, one.signal]),
        }}
        openRow={(row) => {
          const period = periods[row];
          return period && (() => setOpened({ what: 'delivered', date: period.date }));
        }}
        fileName={`flow-by-${granularity.toLowerCase()}`}
        height={height}
        empty={periods.length === 0 ? `No whole ${nouns.slice(0, -1)} lies in this window.` : null}
        actions={
          <Segmented
            label="Length of a period"
            options={granularities}
            value={granularity}
            onChange={(next) => setSearch((now) => writeGranularity(now, next), { replace: true })}
          />
        }
        footer={
          <div className="space-y-2">
            <LittlesLawNote law={littlesLaw} />
            <BasisDisclosure basis={basis} of={flowOverTimeBasis(granularity)} />
          </div>
        }
      />
      {opened && (
        <Suspense fallback={null}>
          {opened.what === 'delivered' ? (
            <FinishedIssues
              title={`Delivered: ${periodWords(opened.date, granularity, formats)}`}
              window={periodWindow(opened.date, granularity)}
              onClose={() => setOpened(null)}
            />
          ) : (
            <InProgressIssues on={periodWindow(opened.date, granularity).to} onClose={() => setOpened(null)} />
          )}
        </Suspense>
      )}
    </>
  );
}
