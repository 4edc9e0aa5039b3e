import { Field, ID, InterfaceType } from 'type-graphql';

/** How a value names its own GraphQL type, for those interfaces through which it may be returned. */
export const typename = Symbol('GraphQL type');

@InterfaceType('Node', {
  description: 'Something with an id that `Query.node` finds again.',
  resolveType: (value: { [typename]: string }) => value[typename],
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque, unique over all types, stable for the life of the thing it names.' })
  readonly id!: string;
}
