import { useCallback, useMemo } from 'react';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Chart } from '../../ui/chart/Chart.tsx';
import type { ChartColours } from '../../ui/chart/palette.ts';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { forecastOption } from './forecast-option.ts';
import type { ForecastQuestion } from './forecast-search.ts';
import { promises } from './forecast-words.ts';

const forecastChartFragment = graphql(`
  fragment ForecastChart_forecast on Forecast {
    when {
      probability
      date
    }
    distribution {
      date
      value
    }
  }
`);

interface ForecastChartProps {
  forecast: FragmentType<typeof forecastChartFragment>;
  asks: ForecastQuestion['asks'];
}

/** How the chance of being done rises day by day, or how many are done by then with the chance one would promise. */
export function ForecastChart({ forecast, asks }: ForecastChartProps) {
  const { when, distribution } = readFragment(forecastChartFragment, forecast);
  const formats = useFormats();
  const isChance = 'items' in asks;
  const writeValue = isChance ? formats.percent : formats.number;
  const words = useCallback(
    (day: { date: string; value: number }) =>
      isChance
        ? `${formats.date(day.date)}: ${formats.percent(day.value)} likely to be done`
        : `${formats.date(day.date)}: at least ${formats.number(day.value)} done, 85 % likely`,
    [isChance, formats],
  );
  const marks = useMemo(
    () =>
      promises.flatMap(({ probability }) => {
        const answer = when.find((one) => one.probability === probability);
        return answer ? [{ name: formats.percent(probability), date: answer.date }] : [];
      }),
    [when, formats],
  );
  const draw = useCallback(
    (colours: ChartColours) => forecastOption(distribution, marks, words, writeValue, formats, colours),
    [distribution, marks, words, writeValue, formats],
  );
  const points = useMemo(
    () => distribution.map((day, pointIndex) => ({ label: words(day), seriesIndex: 0, pointIndex })),
    [distribution, words],
  );
  const last = distribution.at(-1);
  return (
    <Chart
      title={isChance ? 'Chance of being done, day by day' : 'Done by each day, 85 % likely'}
      summary={
        isChance
          ? `How many of 100 futures have all ${formats.number(asks.items)} issues done by each day.`
          : `What 85 of 100 futures reach by each day, up to ${last ? formats.number(last.value) : '–'} at the end.`
      }
      draw={draw}
      points={points}
      table={{
        columns: ['Date', isChance ? 'Likelihood' : 'Issues, 85 % likely'],
        rows: distribution.map((day) => [day.date, day.value]),
      }}
      fileName="forecast"
      height={280}
      empty={distribution.length === 0 ? 'No future gets there within five years.' : null}
    />
  );
}
