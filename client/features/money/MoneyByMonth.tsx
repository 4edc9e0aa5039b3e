import { useCallback, useMemo } from 'react';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Chart } from '../../ui/chart/Chart.tsx';
import { type ChartColours, palette } from '../../ui/chart/palette.ts';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { useTheme } from '../../ui/theme.ts';
import { moneyCell } from './money-cell.ts';
import { labourSeries, monthsOption } from './months-option.ts';

const monthsFragment = graphql(`
  fragment MoneyByMonth_impact on FinancialImpact {
    trend {
      month
      labour {
        amount
        currency
      }
      reworkLabour {
        amount
        currency
      }
      discarded {
        amount
        currency
      }
      delay {
        amount
        currency
      }
    }
  }
`);

/** What became of each kind of money from month to month. */
export function MoneyByMonth(props: { impact: FragmentType<typeof monthsFragment> }) {
  const { trend } = readFragment(monthsFragment, props.impact);
  const formats = useFormats();
  const words = useCallback(
    ({ month, labour, reworkLabour, discarded, delay }: (typeof trend)[number]) => [
      formats.month(month),
      `Labour on issues ${formats.money(labour)}`,
      `of it, rework ${formats.money(reworkLabour)}`,
      `of it, dropped ${formats.money(discarded)}`,
      `Delay (opportunity) ${formats.money(delay)}`,
    ],
    [formats],
  );
  const draw = useCallback(
    (colours: ChartColours) => monthsOption(trend, words, formats, colours),
    [trend, words, formats],
  );
  const points = useMemo(
    () => trend.map((month, pointIndex) => ({ label: words(month).join(', '), seriesIndex: labourSeries, pointIndex })),
    [trend, words],
  );
  const last = trend.at(-1);
  const currency = last?.labour.currency ?? '';
  return (
    <Chart
      title="Month by month"
      summary={
        last
          ? `Months that lie wholly inside the window. ${formats.month(last.month)}: ${formats.shortMoney(last.labour)} of labour; apart from it, ${formats.shortMoney(last.delay)} of delay.`
          : ''
      }
      draw={draw}
      points={points}
      table={{
        columns: ['Month', `Labour (${currency})`, 'Of it, rework', 'Of it, dropped', 'Delay (opportunity)'],
        rows: trend.map(({ month, labour, reworkLabour, discarded, delay }) => [
          month.slice(0, 7),
          moneyCell(labour, formats),
          moneyCell(reworkLabour, formats),
          moneyCell(discarded, formats),
          moneyCell(delay, formats),
        ]),
      }}
      fileName="money-by-month"
      height={320}
      empty={trend.length === 0 ? 'No calendar month lies wholly inside this window: widen it to see some.' : null}
      legend={<Legend />}
    />
  );
}

function Legend() {
  const { series } = palette[useTheme().shown];
  const marks = [
    ['Labour on issues', series[0]],
    ['of it, rework', series[1]],
    ['of it, dropped', series[3]],
    ['Delay, on a scale of its own', series[2]],
  ] as const;
  return (
    <ul className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-soft">
      {marks.map(([name, colour]) => (
        <li key={name} className="flex items-center gap-1.5">
          <span aria-hidden className="size-2.5 rounded-sm" style={{ background: colour }} />
          {name}
        </li>
      ))}
    </ul>
  );
}
