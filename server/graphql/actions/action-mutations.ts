import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Action } from '../../domain/action.ts';
import { canBeReviewed } from '../../domain/action-steps.ts';
import { type Outcome, refused } from '../../domain/user-error.ts';
import type { Writer } from '../../store/repository/writer.ts';
import { JiraView } from '../connection/jira-view.ts';
import { type MutationContext, writerOf } from '../context.ts';
import { unknownId } from '../shared/node-id.ts';
import { prefixed } from '../shared/prefixed.ts';
import { CreateActionInput, UpdateActionInput } from './action-inputs.ts';
import { ActionNode, ActionPayload } from './action-node.ts';
import { createAction } from './create-action.ts';
import { personNamed } from './named-things.ts';
import { reviewOf } from './review-of.ts';

@Resolver()
export class ActionMutations {
  @Mutation(() => ActionPayload, {
    description: 'Makes an action, PROPOSED, and freezes its baseline: the metric over the last 90 days.',
  })
  createAction(
    @Arg('input', () => CreateActionInput, { description: 'The action as it shall begin.' }) input: CreateActionInput,
    @Ctx() context: MutationContext,
  ): Promise<ActionPayload> {
    return onConnection(context, async (view, writer) => prefixed(await createAction(view, writer, input)));
  }

  @Mutation(() => ActionPayload, { description: 'Changes an action, or brings it to its next state.' })
  updateAction(
    @Arg('input', () => UpdateActionInput, { description: 'What to change.' }) input: UpdateActionInput,
    @Ctx() context: MutationContext,
  ): Promise<ActionPayload> {
    return onConnection(context, async (view, writer) => prefixed(await updateAction(view, writer, input)));
  }

  @Mutation(() => ActionPayload, {
    description: 'Looks whether a DONE or REVIEWED action has helped, and keeps what it finds as its outcome.',
  })
  reviewAction(
    @Arg('id', () => ID, { description: 'Which action.' }) id: string,
    @Ctx() context: MutationContext,
  ): Promise<ActionPayload> {
    return onConnection(context, (view, writer) => reviewAction(view, writer, id));
  }
}

async function updateAction(
  view: JiraView,
  writer: Writer,
  { id, version, ownerId, ...edit }: UpdateActionInput,
): Promise<Outcome<Action>> {
  const owner = ownerId == null ? ownerId : await personNamed(view, ownerId);
  if (ownerId != null && owner === null) return refused('NOT_FOUND', 'There is no such person.', ['ownerId']);
  return writer.actions.update(view.nativeId(id, 'Action') ?? unknownId, version, { ...edit, ownerId: owner });
}

async function reviewAction(view: JiraView, writer: Writer, id: string): Promise<Outcome<Action>> {
  const action = await view.reader.action(view.nativeId(id, 'Action') ?? unknownId);
  if (!action) return refused('NOT_FOUND', 'There is no such action.', ['id']);
  if (!canBeReviewed(action.state)) return refused('CONFLICT', 'Only what is done can be reviewed.', ['id']);
  return writer.actions.review(action.id, await reviewOf(view, action));
}

/** Does something to the viewer's connection; NOT_CONNECTED without one. */
async function onConnection(
  context: MutationContext,
  change: (view: JiraView, writer: Writer) => Promise<Outcome<Action>>,
): Promise<ActionPayload> {
  const writer = writerOf(context);
  const reader = await writer.jiraConnection();
  const isConnected = reader?.connection.status === 'CONNECTED' || reader?.connection.status === 'NEEDS_RECONNECT';
  if (!reader || !isConnected)
    return { action: null, userErrors: refused('NOT_CONNECTED', 'Connect a Jira site first.').errors };
  const view = new JiraView(reader, writer, context.flowTables);
  const outcome = await change(view, writer);
  return outcome.ok
    ? { action: new ActionNode(view, outcome.value), userErrors: [] }
    : { action: null, userErrors: outcome.errors };
}
