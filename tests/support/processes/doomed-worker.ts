import type { Logger } from 'pino';
import { startSync } from '../../../server/start-sync.ts';
import { openStore } from '../../../server/store/open-store.ts';
import type { WorkerOptions } from '../heir.ts';
import { createNamedPoints } from './named-points.ts';

/** What becomes of a worker process. */
export type Fate =
  /** Works until nothing is due, says which points it has passed, and ends. */
  | { readonly kind: 'RECORD' }
  /** Is killed at this point; ends with code 3 where it does not come to it. */
  | { readonly kind: 'DIE'; readonly at: string }
  /** Is stopped at this point, as by SIGSTOP, and goes on when it is continued. */
  | { readonly kind: 'FREEZE'; readonly at: string }
  | { readonly kind: 'LIVE' };

export interface DoomedWorker {
  readonly application: WorkerOptions;
  readonly fate: Fate;
}

const say = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

/** Every complaint of the worker becomes a line of what it says. */
const complain = (level: string) => (details: { err?: Error }, message: string) =>
  say({ [level]: message, because: details.err ? `${details.err.name}: ${details.err.message}` : null });

const log = { error: complain('error'), warn: complain('warning') } as unknown as Logger;

async function main({ application, fate }: DoomedWorker): Promise<void> {
  const passed: string[] = [];
  const points = createNamedPoints((name) => {
    if (fate.kind === 'RECORD') passed.push(name);
    if (fate.kind === 'DIE' && name === fate.at) process.kill(process.pid, 'SIGKILL');
    if (fate.kind === 'FREEZE' && name === fate.at) {
      say({ frozenAt: name });
      process.kill(process.pid, 'SIGSTOP');
    }
  }, fetch);
  const { mongodbUri: uri, encryptionKey, leaseSeconds = 30 } = application;
  const store = await openStore({ uri, encryptionKey, leaseSeconds, ...points });
  const idle = (): void => {
    say({ idle: true });
    if (fate.kind === 'RECORD') say({ passed });
    if (fate.kind === 'RECORD' || fate.kind === 'DIE') process.exit(fate.kind === 'RECORD' ? 0 : 3);
  };
  const watched: typeof store = {
    ...store,
    // What is asked for about personal data comes in its own time: see tests/store/data-requests.test.ts.
    forNextDueRequest: async () => false,
    async forNextDueConnection(work) {
      const found = await store.forNextDueConnection(work);
      if (!found) idle();
      return found;
    },
  };
  const options = { ...application, role: 'worker', host: 'localhost', port: 0, clientFolder: '', log } as const;
  startSync({ ...options, lanes: 1, fetch: points.fetch }, watched);
  say({ ready: true });
}

// Nobody is left who would end it.
process.stdin.resume().once('end', () => process.exit(4));

main(JSON.parse(process.argv[4] ?? '')).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
});
