import type { Logger } from 'pino';
import { startSync } from '../../server/start-sync.ts';
import { openStore } from '../../server/store/open-store.ts';
import type { WorkerOptions } from './heir.ts';
import { createNamedPoints, type NamedPoints } from './processes/named-points.ts';

/**
 * A worker in this process whose tie to the world is cut at a point: from then on nothing that it sends leaves the
 * process, and no answer reaches it, so that to MongoDB and Jira it is as dead as one whose process was killed.
 */
export interface ForsakenWorker {
  /** Works until it comes to this point, and is dropped. False when nothing was due any more before that. */
  until(point: string): Promise<boolean>;
  close(): Promise<void>;
}

const ignored = { error: () => undefined, warn: () => undefined } as unknown as Logger;

export async function openForsakenWorker(options: WorkerOptions): Promise<ForsakenWorker> {
  let points: NamedPoints = createNamedPoints(() => undefined, fetch);
  const { mongodbUri: uri, encryptionKey, leaseSeconds = 30 } = options;
  const store = await openStore({
    uri,
    encryptionKey,
    leaseSeconds,
    onCommand: (event) => points.onCommand(event),
    onAnswer: (event) => points.onAnswer(event),
  });
  return {
    async until(point) {
      let isCut = false;
      await new Promise<void>((resolve) => {
        points = createNamedPoints((name) => {
          if (name === point) {
            isCut = true;
            resolve(worker.stop());
          }
          // The driver passes it on to whoever waits for the command, which is then not sent.
          if (isCut) throw new Error('this worker is cut off');
        }, fetch);
        const watched: typeof store = {
          ...store,
          // What is asked for about personal data comes in its own time: see tests/store/data-requests.test.ts.
          forNextDueRequest: async () => false,
          async forNextDueConnection(work) {
            const found = await store.forNextDueConnection(work);
            if (!found) resolve(worker.stop());
            return found;
          },
        };
        const nowhere = { role: 'worker', host: 'localhost', port: 0, clientFolder: '', log: ignored } as const;
        const worker = startSync(
          { ...options, ...nowhere, lanes: 1, fetch: (...request) => points.fetch(...request) },
          watched,
        );
      });
      points = createNamedPoints(() => undefined, fetch);
      return isCut;
    },
    close: () => store.close(),
  };
}
