import DataLoader from 'dataloader';
import type { OwnedCollection, Stored } from '../owned/owned-collection.ts';
import type { Where } from '../owned/where.ts';

/**
 * Rows of one collection by native id, for one request: any number of asks become one command.
 * `known` answers without a promise for what has been loaded, so that a list whose relations were prefetched
 * is resolved without waiting.
 */
export class RowsById<D extends { readonly id: string }, R extends { readonly id: string } = D> {
  readonly #known = new Map<string, D | null>();
  readonly #loader: DataLoader<string, D | null>;

  /** `open` makes of rows what they stand for, where they are not that themselves. */
  constructor(
    collection: OwnedCollection<R>,
    ...[open]: R extends D ? [] : [open: (rows: readonly Stored<R>[]) => Promise<readonly D[]>]
  ) {
    this.#loader = new DataLoader(async (ids) => {
      const rows = await collection.find({ id: { $in: ids } } as unknown as Where<Stored<R>>);
      const values = open ? await open(rows) : (rows as unknown as readonly D[]);
      const found = new Map<string, D>(values.map((value) => [value.id, value]));
      for (const id of ids) this.#known.set(id, found.get(id) ?? null);
      return ids.map((id) => found.get(id) ?? null);
    });
  }

  async byId(id: string): Promise<D | null> {
    return this.#loader.load(id);
  }

  /** In the order of `ids`; null where there is none. */
  async byIds(ids: readonly string[]): Promise<(D | null)[]> {
    return Promise.all(ids.map((id) => this.#loader.load(id)));
  }

  /** What has been loaded; undefined when it has not been asked for yet. */
  known(id: string): D | null | undefined {
    return this.#known.get(id);
  }
}
