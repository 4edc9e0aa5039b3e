import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDate } from '../shared/scalars.ts';

@InputType({
  description:
    "Narrows a question to part of the connection. Ids are this viewer's own: any other id is as one that does not exist.",
})
export class ScopeInput {
  @Field(() => [ID], { nullable: true, description: 'Only these projects.' })
  projectIds?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'Only these teams.' })
  teamIds?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Only these issue types, by name.' })
  types?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Only issues with one of these labels.' })
  labels?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Only issues below one of these epics.' })
  epicKeys?: string[] | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Count subtasks as items of their own.' })
  includeSubtasks?: boolean | null;
}

@InputType({ description: 'Either days back from now, or from and to; 1 to 730 days. Default: the last 90 days.' })
export class WindowInput {
  @Field(() => Int, { nullable: true, description: 'So many days, the last of them today.' })
  days?: number | null;
  @Field(() => LocalDate, { nullable: true, description: 'The first day.' })
  from?: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'The last day.' })
  to?: string | null;
}

/** Descriptions of the arguments that every question has. */
export const scopeArgument = {
  nullable: true,
  description: 'Which part of the connection; all of it when absent.',
} as const;
export const windowArgument = { nullable: true, description: 'Which days; the last 90 when absent.' } as const;
