import { Arg, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { bottlenecks } from '../../analytics/metrics/bottlenecks.ts';
import type { Stage } from '../../domain/stage.ts';
import { StageNode } from '../connection/workflow-nodes.ts';
import { ApiError } from '../errors/api-error.ts';
import { askMoney } from '../financial/ask-money.ts';
import { basisOf } from '../questions/basis-of.ts';
import { issuesBehind } from '../questions/issues-behind.ts';
import { Bottleneck, BottleneckReport } from './bottleneck-type.ts';
import { InvestigationType } from './investigation-type.ts';

const mostBottlenecks = 50;

@Resolver(() => InvestigationType)
export class BottlenecksField {
  @FieldResolver(() => BottleneckReport, {
    description: 'The stages in which work waits, the one in which that costs most first.',
  })
  async bottlenecks(
    @Root() { asked }: InvestigationType,
    @Arg('limit', () => Int, { nullable: true, defaultValue: 5, description: 'How many stages at most, 1 to 50.' })
    limit: number | null,
  ): Promise<BottleneckReport> {
    const { view, workflow, question } = asked;
    const most = limit ?? 5;
    if (most < 1 || most > mostBottlenecks)
      throw new ApiError('BAD_USER_INPUT', `\`limit\` is a number from 1 to ${mostBottlenecks}.`, {
        argumentName: 'limit',
      });
    const money = await askMoney(asked);
    const report = bottlenecks(question, money.question);
    const node = (stage: Stage): StageNode => new StageNode(view, workflow, stage);
    return {
      basis: basisOf(view, report.basis),
      sentence: report.sentence,
      bottlenecks: report.bottlenecks.slice(0, most).map((bottleneck) => {
        const behind = issuesBehind(view, () => bottleneck.rowsBehind());
        const culprit = bottleneck.propagatedFrom && node(bottleneck.propagatedFrom);
        const stages = { stage: node(bottleneck.stage), propagatedFrom: culprit };
        return new Bottleneck(stages, bottleneck, money.currency, behind);
      }),
    };
  }
}
