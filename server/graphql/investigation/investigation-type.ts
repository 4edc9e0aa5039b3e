import { Arg, Field, Int, ObjectType } from 'type-graphql';
import { bottlenecks } from '../../analytics/metrics/bottlenecks.ts';
import type { Stage } from '../../domain/stage.ts';
import { StageNode } from '../connection/workflow-nodes.ts';
import { ApiError } from '../errors/api-error.ts';
import { basisOf } from '../questions/basis-of.ts';
import { issuesBehind } from '../questions/issues-behind.ts';
import type { Asked } from '../questions/question.ts';
import { Bottleneck, BottleneckReport } from './bottleneck-type.ts';

const mostBottlenecks = 50;

@ObjectType('Investigation', { description: 'Where work waits, and why.' })
export class InvestigationType {
  readonly #asked: Asked;

  constructor(asked: Asked) {
    this.#asked = asked;
  }

  @Field(() => BottleneckReport, { description: 'The stages in which work waits, the worst first.' })
  bottlenecks(
    @Arg('limit', () => Int, { nullable: true, defaultValue: 5, description: 'How many stages at most, 1 to 50.' })
    limit: number | null,
  ): BottleneckReport {
    const most = limit ?? 5;
    if (most < 1 || most > mostBottlenecks)
      throw new ApiError('BAD_USER_INPUT', `\`limit\` is a number from 1 to ${mostBottlenecks}.`, {
        argumentName: 'limit',
      });
    const { view, workflow, question } = this.#asked;
    const report = bottlenecks(question);
    const node = (stage: Stage): StageNode => new StageNode(view, workflow, stage);
    return {
      basis: basisOf(view, report.basis),
      sentence: report.sentence,
      bottlenecks: report.bottlenecks.slice(0, most).map((bottleneck) => {
        const behind = issuesBehind(view, () => bottleneck.rowsBehind());
        const culprit = bottleneck.propagatedFrom && node(bottleneck.propagatedFrom);
        return new Bottleneck(node(bottleneck.stage), culprit, bottleneck, behind);
      }),
    };
  }
}
