import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { enumOf } from '../shared/enum-of.ts';
import { DateTime } from '../shared/scalars.ts';

const fields = ['KEY', 'CREATED_AT', 'UPDATED_AT', 'DONE_AT', 'AGE'] as const;
export type IssueOrderField = (typeof fields)[number];
const IssueOrderFieldEnum = enumOf(fields);
registerEnumType(IssueOrderFieldEnum, {
  name: 'IssueOrderField',
  description: 'What issues are ordered by.',
  valuesConfig: {
    KEY: { description: 'Project key, then number.' },
    CREATED_AT: { description: 'When they were created.' },
    UPDATED_AT: { description: 'When they last changed.' },
    DONE_AT: { description: 'When they were finished; unfinished ones last.' },
    AGE: { description: 'How long they have been under way; those that are not, last.' },
  },
});

const directions = ['ASC', 'DESC'] as const;
export type OrderDirection = (typeof directions)[number];
const OrderDirectionEnum = enumOf(directions);
registerEnumType(OrderDirectionEnum, {
  name: 'OrderDirection',
  description: 'Which way round.',
  valuesConfig: {
    ASC: { description: 'Smallest or earliest first.' },
    DESC: { description: 'Greatest or latest first.' },
  },
});

@InputType({ description: 'In which order; equal ones by key.' })
export class IssueOrder {
  @Field(() => IssueOrderFieldEnum, { description: 'By what.' })
  field!: IssueOrderField;
  @Field(() => OrderDirectionEnum, { defaultValue: 'DESC', description: 'Which way round.' })
  direction!: OrderDirection;
}

@InputType({ description: 'Only issues that meet all of it. An empty list matches nothing.' })
export class IssueFilter {
  @Field(() => [String], { nullable: true, description: 'With one of these keys.' })
  keys?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'In one of these projects.' })
  projectIds?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'Of one of these teams.' })
  teamIds?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'Assigned to one of these people.' })
  assigneeIds?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'In one of these statuses.' })
  statusIds?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'In one of these stages.' })
  stageIds?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Of one of these types, by name.' })
  types?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'With one of these labels.' })
  labels?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Finished, or not.' })
  done?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'With the flag up, or not.' })
  flagged?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Whose key or summary has words that begin so.' })
  text?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'Created at this moment or later.' })
  createdFrom?: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Created before this moment.' })
  createdTo?: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Finished at this moment or later.' })
  doneFrom?: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Finished before this moment.' })
  doneTo?: Date | null;
}
