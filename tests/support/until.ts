import { setTimeout } from 'node:timers/promises';

/** Asks again and again until the answer is there; fails after `seconds` with the last one. */
export async function until<T>(ask: () => Promise<T>, isThere: (answer: T) => boolean, seconds = 30): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (isThere(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`still not there after ${seconds} s: ${JSON.stringify(answer)}`);
    await setTimeout(50);
  }
}
