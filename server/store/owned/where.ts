/** Limits on an ordered value; absent limits are open. */
export interface Range<V> {
  readonly $gte?: V;
  readonly $gt?: V;
  readonly $lte?: V;
  readonly $lt?: V;
  readonly $ne?: V;
}

/** What a field of an array type is compared with: one of its elements. */
type Comparable<V> = V extends readonly (infer E)[] ? E : V;

/**
 * A filter within what the collection is bound to: equality, `$in` and ranges on its own fields.
 * Naming an owner or a connection does not compile: the collection adds both.
 */
export type Where<D> = { readonly owner?: never; readonly connection?: never } & {
  readonly [K in Exclude<keyof D, 'owner' | 'connection'>]?:
    | Comparable<D[K]>
    | { readonly $in: readonly Comparable<D[K]>[] }
    | Range<NonNullable<Comparable<D[K]>>>;
};
