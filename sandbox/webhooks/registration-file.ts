import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const registration = z.object({
  /** Counted for each owner by itself: two owners have the same ids. */
  id: z.number().int(),
  clientId: z.string(),
  account: z.string(),
  siteId: z.string(),
  url: z.string(),
  events: z.array(z.string()),
  jqlFilter: z.string(),
  fieldIdsFilter: z.array(z.string()).optional(),
  issuePropertyKeysFilter: z.array(z.string()).optional(),
  /** ms since 1970. */
  expiresAt: z.number(),
});

const registrations = z.object({
  all: z.array(registration),
  /** The highest id given, by owner: no id is given twice. */
  lastIds: z.record(z.string(), z.number().int()),
});

export type Registration = z.infer<typeof registration>;
export type Registrations = z.infer<typeof registrations>;

/** Reads the webhooks of an earlier run; none when there was none. */
export function readRegistrations(folder: string | undefined): Registrations {
  const path = folder === undefined ? undefined : join(folder, 'webhooks.json');
  if (path === undefined || !existsSync(path)) return { all: [], lastIds: {} };
  return registrations.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** Writes beside and renames, so that a crash leaves the old file or the new one, never half of it. */
export function writeRegistrations(folder: string | undefined, state: Registrations): void {
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'webhooks.json');
  // Addresses carry secrets of the app.
  writeFileSync(`${path}.new`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}
