import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { StageKind } from '../../domain/stage.ts';
import { type MutationContext, writerOf } from '../context.ts';
import { unknownId } from '../shared/node-id.ts';
import { Payload } from '../shared/user-error-type.ts';
import { JiraView } from './jira-view.ts';
import { StageKindEnum, StageNode } from './workflow-nodes.ts';

@InputType({ description: 'A stage as it shall be.' })
export class StageInput {
  @Field(() => ID, { nullable: true, description: 'The stage to keep; a new one without.' })
  id?: string | null;
  @Field(() => String, { description: 'What to call it.' })
  name!: string;
  @Field(() => StageKindEnum, { description: 'What happens to work in it.' })
  kind!: StageKind;
  @Field(() => [ID], { description: 'The statuses in it; each in one stage only.' })
  statusIds!: string[];
  @Field(() => Int, { nullable: true, description: 'Items allowed in it at once.' })
  wipLimit?: number | null;
}

@InputType({ description: 'The whole workflow, in order.' })
export class UpdateStagesInput {
  @Field(() => [StageInput], { description: 'Every stage, first to last. Statuses that none names are unmapped.' })
  stages!: StageInput[];
}

@ObjectType({ description: 'The workflow as it is now.' })
export class UpdateStagesPayload extends Payload {
  @Field(() => [StageNode], { nullable: true, description: 'Null when it was refused.' })
  stages!: StageNode[] | null;
}

@Resolver()
export class UpdateStagesResolver {
  @Mutation(() => UpdateStagesPayload, {
    description: 'Replaces the workflow. Every figure follows at once, of the past too.',
  })
  async updateStages(
    @Arg('input', () => UpdateStagesInput, { description: 'The whole workflow, in order.' }) input: UpdateStagesInput,
    @Ctx() context: MutationContext,
  ): Promise<UpdateStagesPayload> {
    const writer = writerOf(context);
    const before = await writer.jiraConnection();
    const view = before && new JiraView(before, writer, context.flowTables);
    const edits = input.stages.map((stage) => ({
      id: stage.id ? (view?.nativeId(stage.id, 'Stage') ?? unknownId) : null,
      name: stage.name,
      kind: stage.kind,
      statusIds: stage.statusIds.map((id) => view?.nativeId(id, 'Status') ?? unknownId),
      wipLimit: stage.wipLimit ?? null,
    }));
    const outcome = await writer.jira.updateStages(edits);
    if (!outcome.ok) return { stages: null, userErrors: outcome.errors };
    const after = await writer.jiraConnection();
    if (!after) return { stages: null, userErrors: [{ code: 'NOT_CONNECTED', message: 'Connect a Jira site first.' }] };
    const updated = new JiraView(after, writer, context.flowTables);
    const workflow = await updated.workflow();
    return { stages: workflow.stages.map((stage) => new StageNode(updated, workflow, stage)), userErrors: [] };
  }
}
