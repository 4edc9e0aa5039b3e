import type { Worker } from './worker.ts';

export interface LaneOptions {
  /** Does what is due next; false when nothing was. */
  readonly turn: () => Promise<boolean>;
  /** Told of what a turn threw; what it was for comes back by itself. */
  readonly onError: (error: unknown) => void;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

const idleMs = 500;

/** Takes one turn after the other until stopped. */
export function startLane({ turn, onError, wait }: LaneOptions): Worker {
  const stopping = new AbortController();
  const { signal } = stopping;
  const take = async (): Promise<void> => {
    while (!signal.aborted) {
      const found = await turn().catch((error: unknown) => {
        onError(error);
        return false;
      });
      if (!found) await wait(idleMs, signal).catch(() => undefined);
    }
  };
  const lane = take();
  return {
    async stop() {
      stopping.abort(new Error('the worker stops'));
      await lane;
    },
  };
}
