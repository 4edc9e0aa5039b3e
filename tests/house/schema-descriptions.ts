import { type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';

interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
}

/** Everything of a schema that says nothing about itself: `Type`, `Type.field`, `Type.field(argument)`, `Enum.VALUE`. */
export function undescribed(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !builtIn.has(type.name))
    .flatMap((type) => {
      const own = mute([type], (name) => name);
      if (isEnumType(type)) return [...own, ...mute(type.getValues(), (name) => `${type.name}.${name}`)];
      if (isInputObjectType(type))
        return [...own, ...mute(Object.values(type.getFields()), (name) => `${type.name}.${name}`)];
      if (!isObjectType(type) && !isInterfaceType(type)) return own;
      const fields = Object.values(type.getFields());
      return [
        ...own,
        ...mute(fields, (name) => `${type.name}.${name}`),
        ...fields.flatMap((field) => mute(field.args, (name) => `${type.name}.${field.name}(${name})`)),
      ];
    });
}

const builtIn = new Set(['String', 'Int', 'Float', 'Boolean', 'ID']);

function mute(things: readonly Described[], pathOf: (name: string) => string): string[] {
  return things.filter(({ description }) => !description?.trim()).map(({ name }) => pathOf(name));
}
