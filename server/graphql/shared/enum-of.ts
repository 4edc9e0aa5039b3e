/** The object form that type-graphql wants of a list of names. */
export function enumOf<N extends string>(names: readonly N[]): { readonly [K in N]: K } {
  return Object.fromEntries(names.map((name) => [name, name])) as { readonly [K in N]: K };
}
