import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';
import { forecast } from '../../analytics/metrics/forecast.ts';
import { delayCostUntil } from '../../analytics/money/sequence/delay-cost-until.ts';
import { ApiError } from '../errors/api-error.ts';
import { presentValues } from '../financial/present-values.ts';
import { basisOf } from '../questions/basis-of.ts';
import { moneyEstimateOf } from '../questions/money-type.ts';
import { AnalyticsType } from './analytics-type.ts';
import { Forecast, ForecastInput } from './forecast-type.ts';

@Resolver(() => AnalyticsType)
export class ForecastField {
  @FieldResolver(() => Forecast, {
    description:
      'When so many issues will be done, or how many by a day, drawn from the throughput of the last days, whatever the window.',
  })
  async forecast(
    @Root() { asked: { view, question } }: AnalyticsType,
    @Arg('question', () => ForecastInput, { description: 'What to forecast.' }) input: ForecastInput,
  ): Promise<Forecast> {
    const outcome = forecast(question, input);
    const values = await view.derive(presentValues);
    if (outcome.ok) {
      const { at85, ...told } = outcome.value;
      return {
        ...told,
        basis: basisOf(view, told.basis),
        // Only when somebody asks for it: what an issue is worth takes going through everybody's days.
        get delayCostAtP85() {
          const cost = at85 && delayCostUntil(question, at85, values());
          return cost && moneyEstimateOf(cost, values().model.currency);
        },
      };
    }
    throw new ApiError('BAD_USER_INPUT', outcome.errors.map((error) => error.message).join(' '), {
      argumentName: outcome.errors[0]?.field?.at(-1) ?? 'question',
    });
  }
}
