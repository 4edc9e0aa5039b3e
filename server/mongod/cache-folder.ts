import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where this user's programs keep what can be fetched again: one mongod serves every checkout. */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>>): string {
  return join(environment.XDG_CACHE_HOME || join(homedir(), '.cache'), 'quantum-sprout');
}
