import { onTestFinished } from 'vitest';
import { type Mongod, startMongod } from '../../server/mongod/start-mongod.ts';

/** A mongod on a folder; closing it twice does no harm, so that a test may do it in its middle. */
export async function startedMongod(
  dataFolder: string,
  options: { readonly port?: number; readonly binary?: string } = {},
): Promise<Mongod> {
  const binary = options.binary ?? process.env.MONGOD_BINARY;
  const mongod = await startMongod({ dataFolder, ...options, ...(binary && { binary }), log: () => undefined });
  onTestFinished(() => mongod.close());
  return mongod;
}
