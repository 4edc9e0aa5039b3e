import { type ReactNode, useCallback, useMemo } from 'react';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Chart } from '../../ui/chart/Chart.tsx';
import type { ChartColours } from '../../ui/chart/palette.ts';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { moneyCell } from './money-cell.ts';
import { barSeries, waterfallOption } from './waterfall-option.ts';
import { type WaterfallStep, waterfallSteps } from './waterfall-steps.ts';

const waterfallFragment = graphql(`
  fragment ImpactWaterfall_impact on FinancialImpact {
    labour {
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
    reworkLabour {
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
    discarded {
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
    reconciliation {
      paidCapacity {
        amount
        currency
      }
      attributed {
        amount
        currency
      }
      unattributed {
        amount
        currency
      }
    }
  }
`);

interface ImpactWaterfallProps {
  impact: FragmentType<typeof waterfallFragment>;
  height: number;
  actions?: ReactNode;
  footer?: ReactNode;
}

/** Where the paid time went: into issues, into which of it again or for nothing, and into none. */
export function ImpactWaterfall({ impact: masked, height, actions, footer }: ImpactWaterfallProps) {
  const impact = readFragment(waterfallFragment, masked);
  const formats = useFormats();
  const steps = useMemo(() => waterfallSteps(impact), [impact]);
  const words = useCallback(
    ({ name, amount, range }: WaterfallStep) =>
      `${name}: ${formats.money(amount)}${range ? ` (${formats.moneyRange(range.low, range.high)})` : ''}`,
    [formats],
  );
  const draw = useCallback(
    (colours: ChartColours) => waterfallOption(steps, words, formats, colours),
    [steps, words, formats],
  );
  const points = useMemo(
    () => steps.map((step, pointIndex) => ({ label: words(step), seriesIndex: barSeries, pointIndex })),
    [steps, words],
  );
  const { paidCapacity, attributed, unattributed } = impact.reconciliation;
  return (
    <Chart
      title="Where paid time went"
      summary={`Of ${formats.shortMoney(paidCapacity)} paid, ${formats.shortMoney(attributed)} went into issues and ${formats.shortMoney(unattributed)} into none that is known.`}
      draw={draw}
      points={points}
      table={{
        columns: ['Part', `Amount (${paidCapacity.currency})`, 'Low', 'High'],
        rows: steps.map(({ name, amount, range }) => [
          name,
          moneyCell(amount, formats),
          range ? moneyCell(range.low, formats) : null,
          range ? moneyCell(range.high, formats) : null,
        ]),
      }}
      fileName="paid-time"
      height={height}
      empty={Number(paidCapacity.amount) === 0 ? 'Nobody owned an issue of this scope in this window.' : null}
      actions={actions}
      footer={footer}
    />
  );
}
