import { startMongod } from '../../server/mongod/start-mongod.ts';

/** Run by killed-parent.test.ts as a process of its own: starts a mongod, writes one document, tells its address, lives on. */
const binary = process.env.MONGOD_BINARY;
const mongod = await startMongod({
  dataFolder: process.env.SCRATCH_FOLDER ?? '',
  ...(binary && { binary }),
  log: () => undefined,
});
process.stdout.write(`${mongod.uri}\n`);
