import { setDefaultAutoSelectFamilyAttemptTimeout } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { startApplication } from './application.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { createDemoAccount } from './demo-account.ts';
import { localSecret } from './local-secret.ts';
import { MongodError } from './mongod/mongod-error.ts';
import { startMongod } from './mongod/start-mongod.ts';
import { SandboxError, startSandboxProcess } from './sandbox-process.ts';

/** Node gives up on the first of a host's addresses after 250 ms, which a busy process can miss by itself. */
setDefaultAutoSelectFamilyAttemptTimeout(2_000);

/** Where the built client is, from the sources as from dist/. */
const root = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '..' : '../..', import.meta.url));

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function main(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel });
  const closing: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const part of closing.splice(0).reverse()) await part();
  };
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      say('Stopping …');
      close().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'could not stop cleanly');
          process.exit(1);
        },
      );
    });
  try {
    const dataFolder = resolve(config.dataFolder);
    const mongodbUri = config.mongodbUri ?? (await embeddedMongod(config, dataFolder, closing));
    const sandbox = config.atlassian
      ? null
      : await startSandboxProcess(root, { ...config.sandbox, stateFolder: join(dataFolder, 'sandbox') });
    if (sandbox) closing.push(sandbox.close);
    const application = await startApplication({
      mongodbUri,
      atlassian: config.atlassian ?? sandbox?.atlassian ?? neverWithoutJira(),
      jwtSecret: config.jwtSecret ?? localSecret(dataFolder, 'jwt-secret'),
      encryptionKey: config.encryptionKey ?? localSecret(dataFolder, 'encryption-key'),
      ...(config.previousEncryptionKey !== null && { previousEncryptionKey: config.previousEncryptionKey }),
      jiraPointsPerHour: config.jiraPointsPerHour,
      role: config.role,
      host: config.host,
      port: config.port,
      appUrl: config.appUrl,
      clientFolder: join(root, 'client/dist'),
      log,
    });
    closing.push(application.close);
    if (!application.url) return;
    say(`\n  Quantum Sprout is at ${application.url}`);
    // An account whose password everybody can read has no place where strangers come.
    if (sandbox && !config.production)
      say(`  Sign up, or sign in as ${await createDemoAccount(application.store.accounts)}`);
    say('  Ctrl-C stops it.\n');
  } catch (error) {
    await close();
    throw error;
  }
}

async function embeddedMongod(config: Config, dataFolder: string, closing: (() => Promise<void>)[]): Promise<string> {
  const mongod = await startMongod({
    dataFolder: join(dataFolder, 'mongodb'),
    ...(config.mongodBinary && { binary: config.mongodBinary }),
    log: say,
  });
  closing.push(mongod.close);
  return mongod.uri;
}

function neverWithoutJira(): never {
  throw new Error('there is neither a Jira app nor a sandbox');
}

function sentenceOf(error: unknown): string {
  const expected = error instanceof ConfigError || error instanceof MongodError || error instanceof SandboxError;
  if (expected) return error.message;
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'EADDRINUSE') return 'The port is in use by another program. Set PORT to another one.';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

try {
  await main(readConfig(process.env));
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exit(1);
}
