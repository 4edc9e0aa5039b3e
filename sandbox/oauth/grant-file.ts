import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** One consent of an account to the app, and the chain of refresh tokens that came of it. Instants in ms. */
const family = z.object({
  id: z.string(),
  clientId: z.string(),
  account: z.string(),
  scopes: z.array(z.string()),
  isRevoked: z.boolean(),
});
const refreshToken = z.object({
  hash: z.string(),
  family: z.string(),
  issuedAt: z.number(),
  retiredAt: z.number().nullable(),
});
const accessToken = z.object({ hash: z.string(), family: z.string(), expiresAt: z.number() });

const grants = z.object({
  /** Sites granted, per client and account: a later consent adds to them, and every token of the account sees all. */
  sites: z.record(z.string(), z.array(z.string())),
  families: z.array(family),
  refreshTokens: z.array(refreshToken),
  accessTokens: z.array(accessToken),
});

export type Grants = z.infer<typeof grants>;
export type TokenFamily = z.infer<typeof family>;

/** Reads the grants of an earlier run; empty when there was none. */
export function readGrants(folder: string | undefined): Grants {
  const path = folder === undefined ? undefined : join(folder, 'grants.json');
  if (path === undefined || !existsSync(path)) {
    return { sites: {}, families: [], refreshTokens: [], accessTokens: [] };
  }
  return grants.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** Writes beside and renames, so that a crash leaves the old file or the new one, never half of it. */
export function writeGrants(folder: string | undefined, state: Grants): void {
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'grants.json');
  writeFileSync(`${path}.new`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}
