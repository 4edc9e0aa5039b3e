import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const address = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));
const secret = z.string().min(32, 'needs at least 32 characters');

/** Empty means absent, as in a compose file. */
const variables = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: port.default(4000),
  HOST: z.string().optional(),
  APP_URL: address.optional(),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'begins with mongodb://')
    .optional(),
  MONGOD_BINARY: z.string().optional(),
  DATA_DIR: z.string().default('.data'),
  ATLASSIAN_CLIENT_ID: z.string().optional(),
  ATLASSIAN_CLIENT_SECRET: z.string().optional(),
  ATLASSIAN_AUTH_URL: address.optional(),
  ATLASSIAN_API_URL: address.optional(),
  JIRA_POINTS_PER_HOUR: z.coerce.number().int().min(100).default(65_000),
  JWT_SECRET: secret.optional(),
  ENCRYPTION_KEY: secret.optional(),
  PREVIOUS_ENCRYPTION_KEY: secret.optional(),
  ROLE: z.enum(['all', 'api', 'worker']).default('all'),
  SANDBOX_DATA: z.string().optional(),
  SANDBOX_PORT: port.default(4100),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** The identity provider and API that Jira is reached through. */
export interface AtlassianConfig {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly authUrl: string;
  readonly apiUrl: string;
}

export interface Config {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  readonly appUrl: string;
  /** Null: start a mongod of our own. */
  readonly mongodbUri: string | null;
  readonly mongodBinary: string | null;
  readonly dataFolder: string;
  /** Null: start the sandbox. */
  readonly atlassian: AtlassianConfig | null;
  readonly sandbox: { readonly port: number; readonly dataFile: string | null };
  /** Null: made on first start and kept in the data folder. */
  readonly jwtSecret: string | null;
  readonly encryptionKey: string | null;
  /** What wrapped the tenants' keys before, while that is being replaced. */
  readonly previousEncryptionKey: string | null;
  /** What all tenants together may ask of Jira in an hour. */
  readonly jiraPointsPerHour: number;
  readonly role: 'all' | 'api' | 'worker';
  readonly logLevel: string;
}

/** The environment does not fit. The message names every variable that is wrong, and never a value. */
export class ConfigError extends Error {
  constructor(faults: readonly string[]) {
    super(`The configuration is wrong:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** Reads the configuration, whole or not at all. Throws ConfigError. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = variables.safeParse(given);
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  const env = parsed.data;
  const production = env.NODE_ENV === 'production';
  const faults: string[] = [];
  if ((env.ATLASSIAN_CLIENT_ID === undefined) !== (env.ATLASSIAN_CLIENT_SECRET === undefined))
    faults.push('ATLASSIAN_CLIENT_ID, ATLASSIAN_CLIENT_SECRET: set both or neither');
  for (const name of ['JWT_SECRET', 'ENCRYPTION_KEY'] as const) {
    if (production && env[name] === undefined)
      faults.push(`${name}: required with NODE_ENV=production, at least 32 characters`);
  }
  if (faults.length > 0) throw new ConfigError(faults);
  return {
    production,
    port: env.PORT,
    host: env.HOST ?? (production ? '0.0.0.0' : 'localhost'),
    appUrl: env.APP_URL ?? `http://localhost:${env.PORT}`,
    mongodbUri: env.MONGODB_URI ?? null,
    mongodBinary: env.MONGOD_BINARY ?? null,
    dataFolder: env.DATA_DIR,
    atlassian: atlassianOf(env),
    sandbox: { port: env.SANDBOX_PORT, dataFile: env.SANDBOX_DATA ?? null },
    jwtSecret: env.JWT_SECRET ?? null,
    encryptionKey: env.ENCRYPTION_KEY ?? null,
    previousEncryptionKey: env.PREVIOUS_ENCRYPTION_KEY ?? null,
    jiraPointsPerHour: env.JIRA_POINTS_PER_HOUR,
    role: env.ROLE,
    logLevel: env.LOG_LEVEL,
  };
}

function atlassianOf(env: z.infer<typeof variables>): AtlassianConfig | null {
  if (!env.ATLASSIAN_CLIENT_ID || !env.ATLASSIAN_CLIENT_SECRET) return null;
  return {
    clientId: env.ATLASSIAN_CLIENT_ID,
    clientSecret: env.ATLASSIAN_CLIENT_SECRET,
    authUrl: env.ATLASSIAN_AUTH_URL ?? 'https://auth.atlassian.com',
    apiUrl: env.ATLASSIAN_API_URL ?? 'https://api.atlassian.com',
  };
}
