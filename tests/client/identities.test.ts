import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLOutputType,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import * as generated from '../../client/gql/graphql.ts';

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
const documents = Object.values(generated) as readonly unknown[] as readonly DocumentNode[];

/** Its figures are of one question: it is kept inside the answer. */
const withoutIdentity = ['TimeInStatusRow'];

/** Where an operation, with the fragments it spreads, asks for something of a thing but not for the thing's id. */
function placesWithoutId({ definitions }: DocumentNode): readonly string[] {
  const fragments = new Map(
    definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one]),
  );
  const found: string[] = [];

  function look(output: GraphQLOutputType, sets: readonly SelectionSetNode[], path: string): void {
    const type = getNamedType(output);
    if (!isObjectType(type) && !isInterfaceType(type)) return;
    const fields = type.getFields();
    const asked = new Map<string, { name: string; sets: SelectionSetNode[] }>();
    const gather = (set: SelectionSetNode): void => {
      for (const one of set.selections) {
        if (one.kind === Kind.FRAGMENT_SPREAD) {
          const fragment = fragments.get(one.name.value);
          if (fragment) gather(fragment.selectionSet);
        } else if (one.kind === Kind.INLINE_FRAGMENT) gather(one.selectionSet);
        else {
          const key = one.alias?.value ?? one.name.value;
          const sub = asked.get(key) ?? { name: one.name.value, sets: [] };
          if (one.selectionSet) sub.sets.push(one.selectionSet);
          asked.set(key, sub);
        }
      }
    };
    sets.forEach(gather);
    if ('id' in fields && !asked.has('id') && !withoutIdentity.includes(type.name))
      found.push(`${path} (${type.name})`);
    for (const [key, sub] of asked) {
      const field = fields[sub.name];
      if (field && sub.sets.length > 0) look(field.type, sub.sets, `${path}.${key}`);
    }
  }

  for (const one of definitions) {
    if (one.kind !== Kind.OPERATION_DEFINITION) continue;
    const root = schema.getRootType(one.operation);
    if (root) look(root, [one.selectionSet], one.name?.value ?? one.operation);
  }
  return found;
}

describe('A document of the client', () => {
  it('asks for the id of everything that has one: without it, the cache cannot keep the thing up to date.', () => {
    expect(documents.filter((one) => one.kind === Kind.DOCUMENT).length).toBeGreaterThan(30);
    expect(documents.filter((one) => one.kind === Kind.DOCUMENT).flatMap(placesWithoutId)).toEqual([]);
  });
});
