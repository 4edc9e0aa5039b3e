import { lazy, Suspense, useState } from 'react';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { NumberTile } from '../../ui/NumberTile.tsx';
import { BasisDisclosure } from '../basis/BasisDisclosure.tsx';
import { ForecastChart } from './ForecastChart.tsx';
import { forecastBasis } from './forecast-basis.ts';
import { type ForecastQuestion, forecastInput } from './forecast-search.ts';
import { calibrationWords, promises } from './forecast-words.ts';

const FinishedIssues = lazy(() =>
  import('../cycle-time/FinishedIssues.tsx').then((module) => ({ default: module.FinishedIssues })),
);

const forecastFragment = graphql(`
  fragment ForecastAnswers_forecast on Forecast {
    basis {
      n
      window {
        from
        to
      }
      ...BasisDisclosure_basis
    }
    trials
    seed
    delayCostAtP85 {
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
      confidence
    }
    when {
      probability
      date
    }
    howMany {
      probability
      count
    }
    calibration {
      n
      hit50
      hit85
      hit95
    }
    ...ForecastChart_forecast
  }
`);

interface ForecastAnswersProps {
  forecast: FragmentType<typeof forecastFragment>;
  asked: ForecastQuestion;
}

/** What may be promised, how likely it is, and how often such promises were kept; each number opens the history. */
export function ForecastAnswers({ forecast: masked, asked }: ForecastAnswersProps) {
  const forecast = readFragment(forecastFragment, masked);
  const { basis, when, howMany, delayCostAtP85: delay } = forecast;
  const formats = useFormats();
  const [isOpen, setIsOpen] = useState(false);
  const { asks } = asked;
  // Moments just inside the days of history, whose end is exclusive.
  const history = {
    from: formats.localDate(basis.window.from),
    to: formats.localDate(Date.parse(basis.window.to) - 1),
  };

  if (when.length === 0 && howMany.length === 0) {
    return (
      <Card>
        <EmptyState
          title="No answer that would be worth anything"
          text={`Either fewer than five of the last ${formats.number(asked.historyDays)} days saw an issue done, or so much is not done within five years. Take more days of history, or widen the scope.`}
        />
        <BasisDisclosure basis={basis} of={forecastBasis(forecastInput(asked))} />
      </Card>
    );
  }
  const answerTo = (probability: number): { value: string; words: string } => {
    const share = formats.number(probability * 100);
    if ('items' in asks) {
      const answer = when.find((one) => one.probability === probability);
      if (!answer) return { value: '–', words: `Fewer than ${share} of 100 futures get there within five years.` };
      const date = formats.date(answer.date);
      return {
        value: date,
        words: `${share} of 100 futures have ${formats.number(asks.items)} issues done by ${date}.`,
      };
    }
    const count = howMany.find((one) => one.probability === probability)?.count;
    if (count === undefined) return { value: '–', words: 'Too little history to say.' };
    return {
      value: formats.number(count),
      words: `${share} of 100 futures have at least ${formats.number(count)} issues done by ${formats.date(asks.until)}.`,
    };
  };

  return (
    <>
      <section aria-label="Answers" className="grid gap-3 md:grid-cols-3">
        {promises.map(({ probability, name }) => {
          const { value, words } = answerTo(probability);
          return (
            <NumberTile
              key={probability}
              name={`${formats.percent(probability)} · ${name}`}
              value={value}
              note={words}
              open={() => setIsOpen(true)}
            />
          );
        })}
      </section>
      {delay && (
        <Card>
          <p className="text-ink-soft">
            Until the date that is {formats.percent(0.85)} likely, delay costs{' '}
            <b className="figures">{formats.shortMoney(delay.base)}</b> ({formats.moneyRange(delay.low, delay.high)},
            opportunity, {delay.confidence.toLowerCase()} confidence).
          </p>
        </Card>
      )}
      <ForecastChart forecast={forecast} asks={asks} />
      <Card title="How far to trust it">
        <p className="max-w-[90ch] text-ink-soft">{calibrationWords(forecast.calibration ?? null, formats)}</p>
        <p className="mt-1 max-w-[90ch] text-ink-soft">
          {formats.number(forecast.trials)} futures, each drawn day by day from{' '}
          <button type="button" className="text-accent-text underline" onClick={() => setIsOpen(true)}>
            the {formats.number(basis.n)} issues done
          </button>{' '}
          in the last {formats.number(asked.historyDays)} days. Seed{' '}
          <span className="figures">{String(forecast.seed)}</span>: the same seed gives the same futures.
        </p>
        <div className="mt-2">
          <BasisDisclosure basis={basis} of={forecastBasis(forecastInput(asked))} />
        </div>
      </Card>
      {isOpen && (
        <Suspense fallback={null}>
          <FinishedIssues
            title="Issues the forecast is drawn from"
            window={history}
            description="Issues that were done in the days of history and not discarded, the slowest first."
            onClose={() => setIsOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
