import { Field, Int, ObjectType } from 'type-graphql';
import type { Person } from '../../domain/person.ts';
import { Node, typename } from '../shared/node.ts';
import { connectionOf, pageOf } from '../shared/paging.ts';
import { Url } from '../shared/scalars.ts';
import type { JiraView } from './jira-view.ts';

@ObjectType('Person', { implements: Node, description: 'A person of the connected Jira.' })
export class PersonNode implements Node {
  readonly [typename] = 'Person';
  readonly id: string;
  @Field(() => String, { description: 'As Jira shows it.' })
  readonly displayName: string;
  @Field(() => Boolean, { description: 'False when the Jira account is closed or suspended.' })
  readonly active: boolean;
  @Field(() => Url, { nullable: true, description: 'Their picture.' })
  readonly avatarUrl: string | null;

  constructor(view: JiraView, person: Person) {
    this.id = view.id('Person', person.id);
    this.displayName = person.displayName;
    this.active = person.active;
    this.avatarUrl = person.avatarUrl;
  }
}

@ObjectType({ description: 'A page of people, by id.' })
export class PersonConnection extends connectionOf(() => PersonNode, 'Person', 'the people') {
  @Field(() => Int, { description: 'How many there are in all.' })
  totalCount!: number;
}

/** A page out of people by id, who may be one more than `first`. */
export function personPage(
  view: JiraView,
  people: readonly Person[],
  first: number,
  from: string | null,
  totalCount: number,
): PersonConnection {
  const page = pageOf(
    people,
    first,
    from !== null,
    ({ id }) => id,
    (person) => new PersonNode(view, person),
  );
  return { ...page, totalCount } as PersonConnection;
}
