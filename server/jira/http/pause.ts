import { setTimeout } from 'node:timers/promises';

/** Resolves after `ms`; rejects with the signal's own reason when it aborts first. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await setTimeout(ms, undefined, { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}
