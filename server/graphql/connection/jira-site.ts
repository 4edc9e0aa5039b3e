import { Field, ID, ObjectType } from 'type-graphql';
import type { JiraSite } from '../../domain/jira-connection.ts';
import { Url } from '../shared/scalars.ts';

@ObjectType('JiraSite', { description: 'A Jira Cloud site.' })
export class JiraSiteType implements JiraSite {
  @Field(() => ID, { description: "Atlassian's id of the site; name and address may change." })
  cloudId!: string;
  @Field(() => String, { description: 'What the site is called.' })
  name!: string;
  @Field(() => Url, { description: 'Where people open it.' })
  url!: string;
  @Field(() => Url, { nullable: true, description: 'Its picture.' })
  avatarUrl!: string | null;
}
