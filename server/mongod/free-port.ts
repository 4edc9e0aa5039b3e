import { once } from 'node:events';
import { createServer } from 'node:net';
import { MongodError } from './mongod-error.ts';

/** A port on 127.0.0.1 that nobody listens on now: the wished one, or any. Throws MongodError when the wished one is taken. */
export async function freePort(wished = 0): Promise<number> {
  const server = createServer();
  server.listen(wished, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new MongodError(`Port ${wished} on 127.0.0.1 is in use by another program, so MongoDB cannot listen there.`, {
      cause,
    });
  }
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a numbered port');
  return address.port;
}
