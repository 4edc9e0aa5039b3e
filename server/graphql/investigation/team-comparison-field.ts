import { Arg, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { teamComparison } from '../../analytics/metrics/team-comparison.ts';
import { TeamNode } from '../connection/team-node.ts';
import { ApiError } from '../errors/api-error.ts';
import { basisOf } from '../questions/basis-of.ts';
import { InvestigationType } from './investigation-type.ts';
import { TeamComparison } from './team-comparison-type.ts';

@Resolver(() => InvestigationType)
export class TeamComparisonField {
  @FieldResolver(() => TeamComparison, {
    description: 'How each team does: its own trend first, and whether it can be compared with the others at all.',
  })
  teamComparison(
    @Root() { asked: { view, question } }: InvestigationType,
    @Arg('days', () => Int, {
      nullable: true,
      description: 'So many days up to asOf, 1 to 730, whatever the window; as many as the window has when absent.',
    })
    days: number | null | undefined,
  ): TeamComparison {
    const report = teamComparison(question, days ?? null);
    if (!report.ok) throw new ApiError('BAD_USER_INPUT', '`days` is a number from 1 to 730.', { argumentName: 'days' });
    const { basis, rows } = report.value;
    return {
      basis: basisOf(view, basis),
      days: report.value.days,
      rows: rows.map((row) => ({ ...row, team: new TeamNode(view, row.team) })),
    };
  }
}
