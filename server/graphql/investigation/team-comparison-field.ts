import { Arg, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { type TeamRow as Result, teamComparison } from '../../analytics/metrics/team-comparison.ts';
import { teamDelays } from '../../analytics/team-comparison/team-delays.ts';
import { TeamNode } from '../connection/team-node.ts';
import { ApiError } from '../errors/api-error.ts';
import { askMoney } from '../financial/ask-money.ts';
import { basisOf } from '../questions/basis-of.ts';
import { type MoneyEstimate, moneyEstimateOf } from '../questions/money-type.ts';
import type { Asked } from '../questions/question.ts';
import { InvestigationType } from './investigation-type.ts';
import { TeamComparison, TeamRow } from './team-comparison-type.ts';

@Resolver(() => InvestigationType)
export class TeamComparisonField {
  @FieldResolver(() => TeamComparison, {
    description: 'How each team does: its own trend first, and whether it can be compared with the others at all.',
  })
  teamComparison(
    @Root() { asked }: InvestigationType,
    @Arg('days', () => Int, {
      nullable: true,
      description: 'So many days up to asOf, 1 to 730, whatever the window; as many as the window has when absent.',
    })
    days: number | null | undefined,
  ): TeamComparison {
    const { view, question } = asked;
    const report = teamComparison(question, days ?? null);
    if (!report.ok) throw new ApiError('BAD_USER_INPUT', '`days` is a number from 1 to 730.', { argumentName: 'days' });
    const { basis, rows, window } = report.value;
    let delays: Promise<(MoneyEstimate | null)[]> | null = null;
    const delayCosts = (): Promise<(MoneyEstimate | null)[]> => {
      delays ??= delaysOf({ ...asked, question: { ...question, window } }, rows);
      return delays;
    };
    return {
      basis: basisOf(view, basis),
      days: report.value.days,
      rows: rows.map(
        (row, place) => new TeamRow(new TeamNode(view, row.team), row, async () => (await delayCosts())[place] ?? null),
      ),
    };
  }
}

/** For all rows at once, when the first of them is asked for it. */
async function delaysOf(asked: Asked, rows: readonly Pick<Result, 'team'>[]): Promise<(MoneyEstimate | null)[]> {
  const { question, currency } = await askMoney(asked);
  const teams = rows.map(({ team }) => team);
  return teamDelays(question, teams).map((estimate) => estimate && moneyEstimateOf(estimate, currency));
}
