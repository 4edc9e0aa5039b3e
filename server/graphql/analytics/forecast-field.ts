import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';
import { forecast } from '../../analytics/metrics/forecast.ts';
import { ApiError } from '../errors/api-error.ts';
import { basisOf } from '../questions/basis-of.ts';
import { AnalyticsType } from './analytics-type.ts';
import { Forecast, ForecastInput } from './forecast-type.ts';

@Resolver(() => AnalyticsType)
export class ForecastField {
  @FieldResolver(() => Forecast, {
    description:
      'When so many issues will be done, or how many by a day, drawn from the throughput of the last days, whatever the window.',
  })
  forecast(
    @Root() { asked: { view, question } }: AnalyticsType,
    @Arg('question', () => ForecastInput, { description: 'What to forecast.' }) input: ForecastInput,
  ): Forecast {
    const outcome = forecast(question, input);
    if (outcome.ok) return { ...outcome.value, basis: basisOf(view, outcome.value.basis) };
    throw new ApiError('BAD_USER_INPUT', outcome.errors.map((error) => error.message).join(' '), {
      argumentName: outcome.errors[0]?.field?.at(-1) ?? 'question',
    });
  }
}
