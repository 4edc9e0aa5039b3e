import type { Logger } from 'pino';
import type { StoreOptions } from './store/open-store.ts';

/** What an application is started with; main.ts makes it from the configuration. */
export interface ApplicationOptions {
  readonly mongodbUri: string;
  readonly atlassian: {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly authUrl: string;
    readonly apiUrl: string;
  };
  readonly jwtSecret: string;
  readonly encryptionKey: string;
  /** The one before, while it is being replaced. */
  readonly previousEncryptionKey?: string;
  readonly role: 'all' | 'api' | 'worker';
  readonly host: string;
  readonly port: number;
  /** How browsers reach it: "https://sprout.example". */
  readonly appUrl: string;
  readonly clientFolder: string;
  readonly log: Logger;
  /** What all tenants together may ask of Jira in an hour, in its points. */
  readonly jiraPointsPerHour: number;
  /** How Jira and Atlassian are reached; Node's own without. */
  readonly fetch?: typeof globalThis.fetch;
  /** Connections worked for at once, and how long a turn may take; sync's own without. */
  readonly lanes?: number;
  readonly sliceMs?: number;
  /** How long a worker holds a connection without a sign of life, in seconds; the store's own without. */
  readonly leaseSeconds?: number;
  /** What time it is for sync and for what it stores; the queue goes by the database's clock. */
  readonly now?: () => Date;
  /** Told of every command before it is sent to MongoDB. */
  readonly onCommand?: StoreOptions['onCommand'];
}
