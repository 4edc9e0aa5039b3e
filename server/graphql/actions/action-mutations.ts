import { Arg, ID, Mutation, Resolver } from 'type-graphql';
import { CreateActionInput, UpdateActionInput } from './action-inputs.ts';
import { ActionPayload } from './action-node.ts';

@Resolver()
export class ActionMutations {
  @Mutation(() => ActionPayload, {
    description: 'Makes an action, PROPOSED, and freezes its baseline: the metric over the last 90 days.',
  })
  createAction(
    @Arg('input', () => CreateActionInput, { description: 'The action as it shall begin.' }) _input: CreateActionInput,
  ): Promise<ActionPayload> {
    throw new Error('to come');
  }

  @Mutation(() => ActionPayload, { description: 'Changes an action, or brings it to its next state.' })
  updateAction(
    @Arg('input', () => UpdateActionInput, { description: 'What to change.' }) _input: UpdateActionInput,
  ): Promise<ActionPayload> {
    throw new Error('to come');
  }

  @Mutation(() => ActionPayload, {
    description: 'Looks whether a DONE or REVIEWED action has helped, and keeps what it finds as its outcome.',
  })
  reviewAction(@Arg('id', () => ID, { description: 'Which action.' }) _id: string): Promise<ActionPayload> {
    throw new Error('to come');
  }
}
