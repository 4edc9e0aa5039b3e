import { ConfigError, readConfig } from './config.ts';
import { openStore } from './store/open-store.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Says of every viewer's log whether it is as it was written; ends with 1 when one is not. The processes may go on meanwhile. */
async function main(environment: NodeJS.ProcessEnv): Promise<void> {
  const { mongodbUri: uri, encryptionKey } = readConfig(environment);
  if (uri === null || encryptionKey === null) throw new ConfigError(['MONGODB_URI, ENCRYPTION_KEY: set both']);
  const store = await openStore({ uri, encryptionKey });
  try {
    const { logs, broken } = await store.verifyTrails();
    for (const { accountId, number, fault } of broken)
      say(`The log of account ${accountId} does not hold: entry ${number} is ${fault.toLowerCase()}.`);
    say(`${logs - broken.length} of ${logs} logs hold.`);
    if (broken.length > 0) process.exitCode = 1;
  } finally {
    await store.close();
  }
}

try {
  await main(process.env);
} catch (error) {
  // What the driver says can hold the address of the database, with its password.
  process.stderr.write(`${error instanceof ConfigError ? error.message : 'The logs could not be read.'}\n`);
  process.exit(1);
}
