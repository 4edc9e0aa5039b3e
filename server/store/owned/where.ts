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
 * A filter within what the collection is bound to: equality, `$in` and ranges on its own fields. A range on a list is
 * one that a single element has to meet: without `$elemMatch`, MongoDB lets different elements meet its two ends.
 * Naming an owner or a connection does not compile: the collection adds both.
 */
export type Where<D> = { readonly owner?: never; readonly connection?: never } & {
  readonly [K in Exclude<keyof D, 'owner' | 'connection'>]?:
    | Comparable<D[K]>
    | { readonly $in: readonly Comparable<D[K]>[] }
    | { readonly $nin: readonly Comparable<D[K]>[] }
    | (D[K] extends readonly (infer E)[] ? { readonly $elemMatch: Range<E> } : Range<NonNullable<D[K]>>);
};
