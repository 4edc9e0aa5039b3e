import {
  type GraphQLField,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** Whether a field takes an id, in whatever of its inputs. */
export function takesId(field: GraphQLField<unknown, unknown>): boolean {
  const named = (type: unknown): boolean => {
    const inner = getNamedType(type as never);
    if (String(inner) === 'ID') return true;
    return isInputObjectType(inner) && Object.values(inner.getFields()).some((input) => named(input.type));
  };
  return field.args.some((arg) => named(arg.type));
}

/** A selection of everything below a field, to a depth; null where an argument would be needed. */
export function select(field: GraphQLField<unknown, unknown>, depth: number): string | null {
  if (field.args.some(isRequiredArgument)) return null;
  const type = getNamedType(field.type);
  if (isLeafType(type)) return field.name;
  if (!isObjectType(type) || depth === 0) return null;
  const inner = Object.values(type.getFields()).flatMap((child) => select(child, depth - 1) ?? []);
  const small = field.args.some((arg) => arg.name === 'first') ? '(first: 2)' : '';
  return inner.length > 0 ? `${field.name}${small} { ${inner.join(' ')} }` : null;
}
