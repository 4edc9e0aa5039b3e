import type { waitFor } from '../api/wait-for.ts';

const everyMilliseconds = 2_000;
const longestMilliseconds = 60_000;

/** How long to wait after so many failures in a row: 2 s, doubled with each of them, a minute at most. */
export const pulsePause = (failures: number): number =>
  Math.min(everyMilliseconds * 2 ** failures, longestMilliseconds);

export interface PulseSurroundings {
  /** Asks once; whether there was an answer. */
  readonly ask: () => Promise<boolean>;
  readonly isVisible: () => boolean;
  /** Calls back whenever the page is shown or the device is online again; returns the stop. */
  readonly onReturn: (listener: () => void) => () => void;
  readonly wait: typeof waitFor;
}

/** Asks again and again while somebody looks, and at once when somebody looks again. Returns the stop. */
export function startChangePulse(around: PulseSurroundings): () => void {
  const stop = new AbortController();
  void beat(around, stop.signal);
  return () => stop.abort();
}

async function beat(around: PulseSurroundings, signal: AbortSignal): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    if (around.isVisible()) failures = (await around.ask()) ? 0 : failures + 1;
    await rest(around, around.isVisible() ? pulsePause(failures) : Number.POSITIVE_INFINITY, signal);
  }
}

/** Ends after so many milliseconds, at the return, or with the pulse. */
async function rest(around: PulseSurroundings, milliseconds: number, signal: AbortSignal): Promise<void> {
  const over = new AbortController();
  const end = () => over.abort();
  const forget = around.onReturn(end);
  signal.addEventListener('abort', end);
  if (Number.isFinite(milliseconds)) await around.wait(milliseconds, over.signal);
  else await new Promise((resolve) => over.signal.addEventListener('abort', resolve, { once: true }));
  signal.removeEventListener('abort', end);
  forget();
}
