import { Arg, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { stageInvestigation } from '../../analytics/metrics/stage-investigation.ts';
import type { Stage } from '../../domain/stage.ts';
import { StageNode } from '../connection/workflow-nodes.ts';
import { basisOf } from '../questions/basis-of.ts';
import { issuesBehind } from '../questions/issues-behind.ts';
import { InvestigationType } from './investigation-type.ts';
import { StageInvestigation } from './stage-investigation-type.ts';

@Resolver(() => InvestigationType)
export class StageField {
  @FieldResolver(() => StageInvestigation, {
    nullable: true,
    description: "One stage at its closest; null for an id that is no stage of the viewer's.",
  })
  stage(
    @Root() { asked: { view, workflow, question } }: InvestigationType,
    @Arg('id', () => ID, { description: 'The id of a stage.' }) id: string,
  ): StageInvestigation | null {
    const nativeId = view.nativeId(id, 'Stage');
    const index = question.view.stages.findIndex((stage) => stage.id === nativeId);
    if (index < 0) return null;
    const report = stageInvestigation(question, index);
    const node = (stage: Stage): StageNode => new StageNode(view, workflow, stage);
    const reentries = report.reentries.map((loop) => ({ ...loop, from: node(loop.from), to: node(loop.to) }));
    const figures = { ...report, basis: basisOf(view, report.basis), stage: node(report.stage), reentries };
    const behind = issuesBehind(view, () => report.rowsBehind());
    return new StageInvestigation(figures, behind);
  }
}
