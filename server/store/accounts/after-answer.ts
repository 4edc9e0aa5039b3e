/** Work that nobody waits for, so that how long it takes tells nobody whether there was any. */
export interface AfterAnswer {
  run(work: () => Promise<void>): void;
  /** Resolves once all of it is done. */
  settled(): Promise<void>;
}

/** Begins each piece of work after what is being answered now. What fails is told to `onError`. */
export function createAfterAnswer(onError: (error: unknown) => void): AfterAnswer {
  const underWay = new Set<Promise<void>>();
  return {
    run(work) {
      const piece: Promise<void> = new Promise<void>((resolve) => setImmediate(resolve))
        .then(work)
        .catch(onError)
        .finally(() => underWay.delete(piece));
      underWay.add(piece);
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
