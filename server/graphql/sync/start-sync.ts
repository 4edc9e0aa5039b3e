import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { SyncMode, SyncRun } from '../../domain/sync-run.ts';
import { type Outcome, refused } from '../../domain/user-error.ts';
import { type MutationContext, writerOf } from '../context.ts';
import { nativeIdOf } from '../shared/node-id.ts';
import { Payload } from '../shared/user-error-type.ts';
import { SyncModeEnum, SyncRunNode } from './sync-run-node.ts';

@InputType({ description: 'Which kind of run.' })
export class StartSyncInput {
  @Field(() => SyncModeEnum, {
    nullable: true,
    defaultValue: 'INCREMENTAL',
    description:
      'INCREMENTAL reads what has changed, RECONCILE compares every id, FULL reads everything again. Before the first success every run is FULL.',
  })
  mode?: SyncMode | null;
}

@ObjectType({ description: 'The run as it is now.' })
export class StartSyncPayload extends Payload {
  @Field(() => SyncRunNode, { nullable: true, description: 'Null when it was refused.' })
  run!: SyncRunNode | null;
}

@Resolver()
export class StartSyncResolver {
  @Mutation(() => StartSyncPayload, { description: 'Asks for a run. CONFLICT while one is open.' })
  async startSync(
    @Arg('input', () => StartSyncInput, { nullable: true, description: 'Which kind of run.' })
    input: StartSyncInput | null,
    @Ctx() context: MutationContext,
  ): Promise<StartSyncPayload> {
    return runPayload(context, await writerOf(context).jira.startSync(input?.mode ?? 'INCREMENTAL'));
  }

  @Mutation(() => StartSyncPayload, { description: 'Stops an open run. What it has stored stays.' })
  async cancelSync(
    @Arg('runId', () => ID, { description: "The run's id." }) runId: string,
    @Ctx() context: MutationContext,
  ): Promise<StartSyncPayload> {
    const writer = writerOf(context);
    const jira = await writer.jiraConnection();
    const nativeId = jira && nativeIdOf(runId, 'SyncRun', jira.connection.id);
    if (jira && nativeId === null)
      return runPayload(context, refused('NOT_FOUND', 'There is no such running sync.', ['runId']));
    return runPayload(context, await writer.jira.cancelSync(nativeId ?? ''));
  }
}

async function runPayload(context: MutationContext, outcome: Outcome<SyncRun>): Promise<StartSyncPayload> {
  if (!outcome.ok) return { run: null, userErrors: outcome.errors };
  const jira = await writerOf(context).jiraConnection();
  return { run: jira && new SyncRunNode(jira.connection.id, outcome.value, new Date()), userErrors: [] };
}
