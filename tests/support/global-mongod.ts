import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startMongod } from '../../server/mongod/start-mongod.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A replica set for tests; each takes a database of its own name in it. */
    mongodbUri: string;
  }
}

/** One mongod for the tests of a project, or the one MONGODB_TEST_URI names. Its data go with it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.MONGODB_TEST_URI;
  if (given) {
    project.provide('mongodbUri', given);
    return async () => undefined;
  }
  const dataFolder = await mkdtemp(join(tmpdir(), 'quantum-sprout-tests-'));
  const binary = process.env.MONGOD_BINARY;
  const mongod = await startMongod({
    dataFolder,
    ...(binary && { binary }),
    log: (line) => process.stdout.write(`${line}\n`),
  });
  project.provide('mongodbUri', mongod.uri);
  return async () => {
    await mongod.close();
    await rm(dataFolder, { recursive: true, force: true });
  };
}
