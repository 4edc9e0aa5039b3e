import { type GraphQLResolveInfo, Kind, type SelectionNode, type SelectionSetNode } from 'graphql';

/** Whether a field with one of these names is asked for anywhere below the field that is being resolved. */
export function selects(info: GraphQLResolveInfo, names: readonly string[]): boolean {
  const isWanted = (selection: SelectionNode): boolean => {
    switch (selection.kind) {
      case Kind.FIELD:
        return names.includes(selection.name.value) || within(selection.selectionSet);
      case Kind.INLINE_FRAGMENT:
        return within(selection.selectionSet);
      case Kind.FRAGMENT_SPREAD:
        return within(info.fragments[selection.name.value]?.selectionSet);
    }
  };
  const within = (set: SelectionSetNode | undefined): boolean => set?.selections.some(isWanted) ?? false;
  return info.fieldNodes.some((node) => within(node.selectionSet));
}
