import { useCallback, useMemo } from 'react';
import { type FragmentType, graphql, readFragment } from '../../../gql/index.ts';
import { Chart } from '../../../ui/chart/Chart.tsx';
import { type ChartColours, palette } from '../../../ui/chart/palette.ts';
import { useFormats } from '../../../ui/FormatProvider.tsx';
import { useTheme } from '../../../ui/theme.ts';
import { type MetricFormats, metricName } from '../metric-words.ts';
import { type SeriesMarks, seriesOption, type Week, weekSeries } from './series-option.ts';

const seriesFragment = graphql(`
  fragment ActionSeries_action on Action {
    metric
    target
    begunAt
    reviewOn
    state
    scopeStage {
      id
      name
    }
    baseline {
      value
      window {
        from
        to
      }
    }
    outcome {
      reviewedAt
    }
    series {
      date
      value
    }
  }
`);

/** A review that is further away than this would leave the weeks little room. */
const farAway = 90 * 86_400_000;

interface ActionSeriesProps {
  action: FragmentType<typeof seriesFragment>;
  words: MetricFormats;
}

/** The metric week by week, from the first day of the baseline on. */
export function ActionSeries({ action: masked, words }: ActionSeriesProps) {
  const action = readFragment(seriesFragment, masked);
  const { metric, target, scopeStage, baseline, begunAt, reviewOn, state, outcome, series } = action;
  const formats = useFormats();
  const { window, value: before } = baseline;
  const reviewedAt = outcome?.reviewedAt;
  const begunOn = begunAt ? formats.localDate(begunAt) : null;

  const marks = useMemo<SeriesMarks>(() => {
    const last = series.at(-1)?.date ?? formats.localDate(window.to);
    const planned = state !== 'DISMISSED' && Date.parse(reviewOn) - Date.parse(last) < farAway;
    return {
      baseline: { from: formats.localDate(window.from), to: formats.localDate(window.to), value: before ?? null },
      target,
      moments: [
        ...(begunOn ? [{ name: 'Begun', date: begunOn }] : []),
        ...(reviewedAt
          ? [{ name: 'Reviewed', date: formats.localDate(reviewedAt) }]
          : planned
            ? [{ name: 'Review', date: reviewOn }]
            : []),
      ],
    };
  }, [series, window, before, target, begunOn, reviewedAt, reviewOn, state, formats]);

  const period = useCallback(
    ({ date }: Week): string =>
      begunOn && date > begunOn ? 'since it began' : date < marks.baseline.to ? 'baseline' : 'before it began',
    [begunOn, marks],
  );
  const weekWords = useCallback(
    (week: Week) => `Week of ${formats.date(week.date)}: ${words.value(metric, week.value)}, ${period(week)}`,
    [formats, words, metric, period],
  );
  const draw = useCallback(
    (colours: ChartColours) =>
      seriesOption(series, marks, weekWords, (value) => words.short(metric, value), formats, colours),
    [series, marks, weekWords, words, metric, formats],
  );
  const points = useMemo(
    () => series.map((week, pointIndex) => ({ label: weekWords(week), seriesIndex: weekSeries, pointIndex })),
    [series, weekWords],
  );
  const [first, last] = [series[0], series.at(-1)];
  const name = metricName(metric, scopeStage);
  return (
    <Chart
      title={`${name}, week by week`}
      summary={
        first && last
          ? `From ${words.value(metric, first.value)} in the week of ${formats.date(first.date)} to ${words.value(metric, last.value)} in that of ${formats.date(last.date)}. The baseline is ${words.value(metric, before)}, the target ${words.value(metric, target)}.${begunOn ? ` Begun on ${formats.date(begunOn)}.` : ''}`
          : ''
      }
      draw={draw}
      points={points}
      table={{
        columns: ['Week of', name, 'Period'],
        rows: series.map((week) => [
          week.date,
          { exact: String(week.value), shown: words.value(metric, week.value) },
          period(week),
        ]),
      }}
      fileName="action-series"
      height={280}
      empty={series.length === 0 ? 'No week has enough to say what the metric was.' : null}
      legend={<Legend before={words.short(metric, before)} target={words.short(metric, target)} />}
    />
  );
}

function Legend({ before, target }: { before: string; target: string }) {
  const colours = palette[useTheme().shown];
  const line = 'inline-block w-5 border-t-2';
  return (
    <ul className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-soft">
      <li className="flex items-center gap-1.5">
        <span aria-hidden className={line} style={{ borderColor: colours.series[0] }} /> Each week
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden className="h-3 w-5 rounded-sm bg-line/60" /> Days of the baseline
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden className={line} style={{ borderColor: colours.muted, borderStyle: 'dashed' }} /> Baseline,{' '}
        {before}
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden className={line} style={{ borderColor: colours.series[2], borderStyle: 'dotted' }} /> Target,{' '}
        {target}
      </li>
    </ul>
  );
}
