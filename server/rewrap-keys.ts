import { ConfigError, readConfig } from './config.ts';
import { openStore } from './store/open-store.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Wraps the tenants' keys anew, with ENCRYPTION_KEY in the place of PREVIOUS_ENCRYPTION_KEY. The processes may go on meanwhile. */
async function main(environment: NodeJS.ProcessEnv): Promise<void> {
  const { mongodbUri: uri, encryptionKey, previousEncryptionKey } = readConfig(environment);
  if (uri === null || encryptionKey === null || previousEncryptionKey === null)
    throw new ConfigError(['MONGODB_URI, ENCRYPTION_KEY, PREVIOUS_ENCRYPTION_KEY: set all three']);
  const store = await openStore({ uri, encryptionKey, previousEncryptionKey });
  try {
    const count = await store.rewrapKeys();
    say(
      `${count} ${count === 1 ? 'key is' : 'keys are'} wrapped by ENCRYPTION_KEY now. PREVIOUS_ENCRYPTION_KEY can go.`,
    );
  } finally {
    await store.close();
  }
}

try {
  await main(process.env);
} catch (error) {
  // What the driver says can hold the address of the database, with its password.
  const sentence =
    error instanceof ConfigError ? error.message : 'The keys could not be wrapped anew; what was done stays.';
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
