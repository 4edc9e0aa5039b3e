import {
  type GraphQLField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

/** A text for every scalar that has to be of a form. */
const scalars: Readonly<Record<string, string>> = {
  Boolean: 'false',
  Currency: '"EUR"',
  Decimal: '"1"',
  EmailAddress: '"nobody@example.com"',
  Float: '1',
  Int: '1',
  LocalDate: '"2026-01-01"',
  TimeZone: '"UTC"',
};

/** The arguments that a field cannot do without, as text, with values of the right form that mean nothing. */
export function leastArguments(field: GraphQLField<unknown, unknown>): string {
  const given = field.args.filter(isRequiredArgument).map(({ name, type }) => `${name}: ${least(type)}`);
  return given.length > 0 ? `(${given.join(', ')})` : '';
}

function least(type: GraphQLInputType): string {
  if (isNonNullType(type)) return least(type.ofType as GraphQLInputType);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'null';
  if (!isInputObjectType(type)) return scalars[type.name] ?? '"nothing"';
  const fields = Object.values(type.getFields()).filter(isRequiredInputField);
  return `{ ${fields.map((field) => `${field.name}: ${least(field.type)}`).join(', ')} }`;
}
