import { LRUCache } from 'lru-cache';

interface Kept<T> {
  readonly version: number;
  readonly value: T;
}

/**
 * Values by id, each good for as long as its version stands. What is read is read after its version, so it may be newer,
 * and is then read once more; it is never older. The least used go first when `most` is reached, counted by `sizeOf`.
 */
export class VersionedCache<T> {
  readonly #kept: LRUCache<string, Kept<T>>;

  constructor(most: number, sizeOf: (value: T) => number = () => 1) {
    this.#kept = new LRUCache({ maxSize: most, sizeCalculation: ({ value }) => Math.max(1, sizeOf(value)) });
  }

  /** The value as of `version` or later; read when what is kept is older. */
  async upTo(id: string, version: number, read: () => Promise<T>): Promise<T> {
    const kept = this.#kept.get(id);
    if (kept && kept.version >= version) return kept.value;
    const value = await read();
    // Another request may have read a later version meanwhile.
    if ((this.#kept.peek(id)?.version ?? -1) < version) this.#kept.set(id, { version, value });
    return value;
  }

  forget(id: string): void {
    this.#kept.delete(id);
  }
}
