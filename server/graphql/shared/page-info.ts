import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'There is a page after this one.' })
  hasNextPage!: boolean;
  @Field(() => Boolean, { description: 'There is a page before this one.' })
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: 'Cursor of the first edge; null on an empty page.' })
  startCursor!: string | null;
  @Field(() => String, { nullable: true, description: 'Cursor of the last edge, for `after`; null on an empty page.' })
  endCursor!: string | null;
}
