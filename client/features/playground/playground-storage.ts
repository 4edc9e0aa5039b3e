/** What GraphiQL asks of a storage. */
interface KeyedStorage {
  readonly length: number;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  clear(): void;
}

/** Queries kept under the viewer's own name: whoever signs in next in this browser does not see them. */
export function playgroundStorage(storage: Storage, viewerId: string): KeyedStorage {
  const prefix = `playground:${viewerId}:`;
  const own = (): string[] => Object.keys(storage).filter((key) => key.startsWith(prefix));
  return {
    get length() {
      return own().length;
    },
    getItem: (key) => storage.getItem(prefix + key),
    setItem: (key, value) => storage.setItem(prefix + key, value),
    removeItem: (key) => storage.removeItem(prefix + key),
    clear: () => {
      for (const key of own()) storage.removeItem(key);
    },
  };
}
