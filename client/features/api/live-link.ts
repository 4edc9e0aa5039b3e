/** Whether events are arriving; polling takes over while they are not. */
export interface LiveLink {
  set(connected: boolean): void;
  isConnected(): boolean;
  subscribe(listener: () => void): () => void;
}

export function createLiveLink(): LiveLink {
  let connected = false;
  const listeners = new Set<() => void>();
  return {
    set(next) {
      if (next === connected) return;
      connected = next;
      for (const listener of listeners) listener();
    },
    isConnected: () => connected,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
