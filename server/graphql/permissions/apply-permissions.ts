import { type GraphQLSchema, isIntrospectionType, isObjectType } from 'graphql';
import { applyMiddleware, type IMiddlewareGenerator } from 'graphql-middleware';
import { graphqlShield } from './load-shield.ts';

type RuleTree = Readonly<Record<string, unknown>>;

/**
 * Puts the rules on the schema. Whatever has no rule is denied, as with graphql-shield itself; only a field whose rule
 * is `allow` is left as it was, so that lists stay synchronous and cost nothing extra.
 */
export function applyPermissions(
  schema: GraphQLSchema,
  permissions: IMiddlewareGenerator<unknown, unknown, unknown>,
  rules: RuleTree,
): GraphQLSchema {
  const guarded = permissions.generate(schema) as Record<string, Record<string, unknown> | undefined>;
  const kept: Record<string, Record<string, unknown>> = {};
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.keys(type.getFields())) {
      if (ruleOf(rules[type.name], field) === graphqlShield.allow) continue;
      const guard = guarded[type.name]?.[field];
      if (guard === undefined) throw new Error(`${type.name}.${field} has no guard`);
      kept[type.name] = { ...kept[type.name], [field]: guard };
    }
  }
  return applyMiddleware(schema, kept as Parameters<typeof applyMiddleware>[1]);
}

function ruleOf(rulesOfType: unknown, field: string): unknown {
  const isMap =
    typeof rulesOfType === 'object' && rulesOfType !== null && Object.getPrototypeOf(rulesOfType) === Object.prototype;
  if (!isMap) return rulesOfType;
  const map = rulesOfType as RuleTree;
  return map[field] ?? map['*'];
}
