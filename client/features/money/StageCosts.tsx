import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Chart } from '../../ui/chart/Chart.tsx';
import type { ChartColours } from '../../ui/chart/palette.ts';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { BasisDisclosure } from '../basis/BasisDisclosure.tsx';
import { moneyCell } from './money-cell.ts';
import { delayBars, paretoOption } from './pareto-option.ts';
import { StageCostTable } from './StageCostTable.tsx';
import { stageCostBasis } from './stage-cost-basis.ts';

const StageCostIssues = lazy(() =>
  import('./StageCostIssues.tsx').then((module) => ({ default: module.StageCostIssues })),
);

const costsFragment = graphql(`
  fragment StageCosts_report on BottleneckCostReport {
    basis {
      ...BasisDisclosure_basis
    }
    stages {
      stage {
        id
        name
      }
      delay {
        low {
          amount
          currency
        }
        base {
          amount
          currency
        }
        high {
          amount
          currency
        }
      }
      cumulativeShare
    }
    ...StageCostTable_report
  }
`);

/** In which few stages most of the delay cost arises, and what each stage costs otherwise. */
export function StageCosts(props: { report: FragmentType<typeof costsFragment> }) {
  const report = readFragment(costsFragment, props.report);
  const { stages, basis } = report;
  const formats = useFormats();
  const [opened, setOpened] = useState<string | null>(null);
  const words = useCallback(
    ({ stage, delay, cumulativeShare }: (typeof stages)[number]) =>
      `${stage.name}: ${formats.money(delay.base)} of delay (${formats.moneyRange(delay.low, delay.high)}), ${formats.percent(cumulativeShare)} with the stages before it`,
    [formats],
  );
  const draw = useCallback(
    (colours: ChartColours) => paretoOption(stages, words, formats, colours),
    [stages, words, formats],
  );
  const points = useMemo(
    () =>
      stages.map((one, pointIndex) => ({
        label: words(one),
        seriesIndex: delayBars,
        pointIndex,
        open: () => setOpened(one.stage.id),
      })),
    [stages, words],
  );
  const dearest = stages[0];
  const few = stages.findIndex(({ cumulativeShare }) => cumulativeShare >= 0.8) + 1;
  const currency = dearest?.delay.base.currency ?? '';
  return (
    <div className="space-y-4">
      <Chart
        title="Where delay costs most"
        summary={
          few > 0
            ? `${few === 1 ? `${dearest?.stage.name ?? ''} alone makes` : `${formats.number(few)} of ${formats.number(stages.length)} stages make`} at least ${formats.percent(0.8)} of the delay cost, which is opportunity, not paid.`
            : 'No delay cost in this window.'
        }
        draw={draw}
        points={points}
        table={{
          columns: ['Stage', `Delay (${currency})`, 'Low', 'High', 'Cumulative share'],
          rows: stages.map(({ stage, delay, cumulativeShare }) => [
            stage.name,
            moneyCell(delay.base, formats),
            moneyCell(delay.low, formats),
            moneyCell(delay.high, formats),
            { exact: String(cumulativeShare), shown: formats.percent(cumulativeShare) },
          ]),
        }}
        openRow={(row) => {
          const id = stages[row]?.stage.id;
          return id === undefined ? undefined : () => setOpened(id);
        }}
        fileName="delay-cost-by-stage"
        height={300}
        empty={stages.length === 0 ? 'No stage held work in this window.' : null}
        footer={
          <div className="mt-2">
            <BasisDisclosure basis={basis} of={stageCostBasis} />
          </div>
        }
      />
      <StageCostTable report={report} onOpen={setOpened} />
      {opened && (
        <Suspense fallback={null}>
          <StageCostIssues stageId={opened} onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </div>
  );
}
