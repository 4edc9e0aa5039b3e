import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DestinationStream, pino } from 'pino';
import { inject } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/start-sandbox.ts';
import { type Application, startApplication } from '../../server/application.ts';
import type { ApplicationOptions } from '../../server/application-options.ts';
import { databaseIn } from './database-in.ts';
import { freePort } from './free-port.ts';
import { Person } from './person.ts';

/** What sandbox apps are registered with. */
const client = { id: 'quantum-sprout-sandbox', secret: 'sandbox-secret' };

const secrets = {
  jwtSecret: 'a secret that signs the tokens of tests only',
  encryptionKey: 'a key that wraps the keys of tests only, 32+',
};

export interface World {
  readonly url: string;
  readonly databaseUri: string;
  readonly secrets: { readonly jwtSecret: string; readonly encryptionKey: string };
  readonly sandbox: Sandbox;
  readonly application: Application;
  /** A new person with an account: alice, bob, carla. */
  signUp(name: string): Promise<Person>;
  /** Somebody without an account. */
  stranger(): Person;
  close(): Promise<void>;
}

export interface WorldOptions {
  readonly sandbox?: Partial<SandboxOptions>;
  /** A database of its own, instead of one in the mongod that all tests share. */
  readonly databaseUri?: string;
  readonly role?: 'all' | 'api' | 'worker';
  readonly jiraPointsPerHour?: number;
  readonly leaseSeconds?: number;
  readonly lanes?: number;
  readonly sliceMs?: number;
  readonly now?: () => Date;
  readonly fetch?: typeof globalThis.fetch;
  readonly onCommand?: NonNullable<ApplicationOptions['onCommand']>;
  /** Where everything is logged to; nowhere without. */
  readonly log?: DestinationStream;
  /** The built client to serve; an empty folder without. */
  readonly clientFolder?: string;
}

/** The first rung: the whole server on a database of its own, and a Jira of its own behind HTTP. */
export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const sandbox = await startSandbox({ port: 0, ...options.sandbox });
  const emptyFolder = await mkdtemp(join(tmpdir(), 'no-client-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const databaseUri = options.databaseUri ?? databaseIn(inject('mongodbUri'), `world-${randomUUID()}`);
  const application = await startApplication({
    mongodbUri: databaseUri,
    atlassian: { clientId: client.id, clientSecret: client.secret, authUrl: sandbox.url, apiUrl: sandbox.url },
    ...secrets,
    jiraPointsPerHour: options.jiraPointsPerHour ?? 1_000_000,
    role: options.role ?? 'all',
    ...(options.leaseSeconds && { leaseSeconds: options.leaseSeconds }),
    ...(options.lanes && { lanes: options.lanes }),
    ...(options.sliceMs && { sliceMs: options.sliceMs }),
    ...(options.now && { now: options.now }),
    ...(options.fetch && { fetch: options.fetch }),
    ...(options.onCommand && { onCommand: options.onCommand }),
    host: 'localhost',
    port,
    appUrl: url,
    clientFolder: options.clientFolder ?? emptyFolder,
    log: options.log ? pino({ level: 'trace' }, options.log) : pino({ level: process.env.TEST_LOG_LEVEL ?? 'silent' }),
  });
  return {
    url,
    databaseUri,
    secrets,
    sandbox,
    application,
    async signUp(name) {
      const person = new Person(url, name);
      await person.signUp();
      return person;
    },
    stranger: () => new Person(url, 'stranger'),
    async close() {
      await application.close();
      await sandbox.close();
      await rm(emptyFolder, { recursive: true, force: true });
    },
  };
}
