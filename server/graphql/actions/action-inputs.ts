import { Field, Float, ID, InputType, Int } from 'type-graphql';
import type { ActionMetric, ActionState } from '../../domain/action.ts';
import { LocalDate } from '../shared/scalars.ts';
import { ActionMetricEnum, ActionStateEnum } from './action-enums.ts';

@InputType({ description: 'Only actions that meet all of it.' })
export class ActionFilter {
  @Field(() => [ActionStateEnum], { nullable: true, description: 'In one of these states.' })
  states?: ActionState[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Only those whose review is due, or only the others.' })
  due?: boolean | null;
}

@InputType({ description: 'An action as it shall begin. There can be 1,000.' })
export class CreateActionInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The recommendation it is made of: what that promised is kept with it.',
  })
  recommendationId?: string | null;
  @Field(() => String, { description: 'What is to be done, 200 characters at most.' })
  title!: string;
  @Field(() => String, { nullable: true, description: 'More about it, 5,000 characters at most.' })
  note?: string | null;
  @Field(() => ActionMetricEnum, { description: 'What it is judged by.' })
  metric!: ActionMetric;
  @Field(() => ID, {
    nullable: true,
    description:
      'The stage it is about. STAGE_STAY_P85 needs one, WIP and DELAY_COST are of it; others are of the whole life.',
  })
  stageId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The team whose issues are measured; all of them when absent.' })
  teamId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Who sees to it: a person of the connected Jira.' })
  ownerId?: string | null;
  @Field(() => Float, {
    description: 'The value the metric is to reach, in its unit; a share from 0 to 1 for shares and rates.',
  })
  target!: number;
  @Field(() => LocalDate, { nullable: true, description: 'When it is to be done.' })
  dueOn?: string | null;
  @Field(() => LocalDate, { description: 'When to look whether it has helped.' })
  reviewOn!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'Any text of up to 200 characters: the same one again makes no second action, and answers with the first.',
  })
  idempotencyKey?: string | null;
}

@InputType({ description: 'What to change of an action; what is absent stays. Null empties what may be empty.' })
export class UpdateActionInput {
  @Field(() => ID, { description: 'Which action.' })
  id!: string;
  @Field(() => Int, { description: 'The version you have read: VERSION_CONFLICT when there is a later one.' })
  version!: number;
  @Field(() => String, { nullable: true, description: 'What is to be done, 200 characters at most.' })
  title?: string | null;
  @Field(() => String, { nullable: true, description: 'More about it, 5,000 characters at most.' })
  note?: string | null;
  @Field(() => ActionStateEnum, { nullable: true, description: 'The state to go to: the next one, or DISMISSED.' })
  state?: ActionState | null;
  @Field(() => ID, { nullable: true, description: 'Who sees to it: a person of the connected Jira.' })
  ownerId?: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'When it is to be done.' })
  dueOn?: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'When to look whether it has helped.' })
  reviewOn?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Why it is not to be done: needed to dismiss it, 1,000 characters at most.',
  })
  dismissReason?: string | null;
}
