import type { Logger } from 'pino';
import type { ApplicationOptions } from '../../server/application-options.ts';
import { startSync } from '../../server/start-sync.ts';
import { openStore } from '../../server/store/open-store.ts';

export type WorkerOptions = Omit<ApplicationOptions, 'log' | 'role' | 'host' | 'port' | 'clientFolder'>;

/** A worker in this process that works when it is told to. */
export interface Heir {
  /** Works until nothing is due. Answers what it complained of meanwhile. */
  untilIdle(): Promise<readonly unknown[]>;
  close(): Promise<void>;
}

export async function openHeir(options: WorkerOptions): Promise<Heir> {
  const { mongodbUri: uri, encryptionKey, leaseSeconds = 30 } = options;
  const store = await openStore({ uri, encryptionKey, leaseSeconds });
  return {
    async untilIdle() {
      const complaints: unknown[] = [];
      const note = (details: unknown): unknown => complaints.push(details);
      const log = { error: note, warn: note } as unknown as Logger;
      await new Promise<void>((resolve) => {
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
        const nowhere = { role: 'worker', host: 'localhost', port: 0, clientFolder: '', log } as const;
        const worker = startSync({ ...options, ...nowhere, lanes: 1 }, watched);
      });
      return complaints;
    },
    close: () => store.close(),
  };
}
