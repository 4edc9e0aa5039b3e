import type { Grant } from '../domain/grant.ts';
import { type Authorization, AuthorizationError } from './authorization.ts';
import { SourceError } from './source.ts';

/** A grant, when to renew it, and how often that has been done. */
export interface KeptGrant {
  readonly grant: Omit<Grant, 'scopes'>;
  readonly renewAt: Date;
  readonly version: number;
}

/** Where the one copy of a grant is kept (store/work/grant-keeper.ts). */
export interface GrantStorage {
  read(): Promise<KeptGrant | null>;
  lock(version: number): Promise<boolean>;
  save(grant: Omit<Grant, 'scopes'>, version: number): Promise<boolean>;
  unlock(version: number): Promise<void>;
}

/** Gives the source an access token that works. */
export interface AccessTokens {
  current(signal: AbortSignal): Promise<string>;
  /** Another token than the one that was just rejected. */
  renewed(rejected: string, signal: AbortSignal): Promise<string>;
}

export interface GrantTokensOptions {
  readonly grants: GrantStorage;
  readonly authorization: Pick<Authorization, 'refresh'>;
  readonly now: () => number;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

const pollMs = 250;
const mostPolls = 160;
/** Waits before a refresh that got no answer is sent again. With what the tries take they end before the lock does. */
const betweenTriesMs = [500, 2_000];

/**
 * Access tokens of one grant. However many workers and processes ask at once, one of them refreshes and the others
 * wait for what it stores: a refresh token that is used twice would end the whole grant.
 * Throws SourceError: GRANT_REVOKED when the provider refuses for good, UNAVAILABLE when it does not answer.
 */
export function createGrantTokens(options: GrantTokensOptions): AccessTokens {
  const { grants, now } = options;

  let last: KeptGrant | null = null;

  async function present(): Promise<KeptGrant> {
    last = await grants.read();
    if (!last) throw new SourceError('GRANT_REVOKED', 'The connection to Jira has been given up.');
    return last;
  }

  async function refreshed(isGood: (kept: KeptGrant) => boolean, signal: AbortSignal): Promise<string> {
    for (let poll = 0; poll < mostPolls; poll += 1) {
      signal.throwIfAborted();
      const kept = await present();
      const { accessToken, refreshToken, expiresAt } = kept.grant;
      // A grant that cannot be renewed is used to its end.
      const lasts = refreshToken === null && expiresAt.getTime() > now();
      if (isGood(kept) || lasts) return accessToken;
      if (await grants.lock(kept.version)) return refresh(options, refreshToken, kept.version, signal);
      await options.wait(pollMs, signal);
    }
    throw new SourceError('UNAVAILABLE', 'Signing in to Jira took too long.');
  }

  const isFresh = ({ renewAt }: KeptGrant): boolean => renewAt.getTime() > now();

  return {
    current: async (signal) => (last && isFresh(last) ? last.grant.accessToken : refreshed(isFresh, signal)),
    renewed: (rejected, signal) => refreshed(({ grant }) => grant.accessToken !== rejected, signal),
  };
}

async function refresh(
  options: GrantTokensOptions,
  refreshToken: string | null,
  version: number,
  signal: AbortSignal,
): Promise<string> {
  const { grants } = options;
  if (refreshToken === null) {
    await grants.unlock(version);
    throw new SourceError('GRANT_REVOKED', 'Jira gave no lasting permission. Connect again.');
  }
  try {
    const grant = await answeredRefresh(options, refreshToken, signal);
    // Saved before it is used: a crash between the two must not lose the only good refresh token.
    const saved = await grants.save({ ...grant, refreshToken: grant.refreshToken ?? refreshToken }, version);
    if (saved) return grant.accessToken;
  } catch (error) {
    await grants.unlock(version);
    if (!(error instanceof AuthorizationError)) throw error;
    if (error.kind !== 'REFUSED')
      throw new SourceError('UNAVAILABLE', 'Atlassian did not renew the permission.', { cause: error });
    const meanwhile = await grants.read();
    if (meanwhile && meanwhile.version !== version) return meanwhile.grant.accessToken;
    throw new SourceError('GRANT_REVOKED', 'Jira no longer accepts the permission. Connect again.', { cause: error });
  }
  const meanwhile = await grants.read();
  if (!meanwhile) throw new SourceError('GRANT_REVOKED', 'The connection to Jira has been given up.');
  return meanwhile.grant.accessToken;
}

/**
 * Asks for the next tokens, again and at once when no usable answer comes: one that got lost has retired the refresh
 * token, which is good for ten minutes more and no longer (JIRA-CLOUD.md 1). Throws AuthorizationError.
 */
async function answeredRefresh(
  { authorization, wait }: GrantTokensOptions,
  refreshToken: string,
  signal: AbortSignal,
): Promise<Grant> {
  for (const waitMs of betweenTriesMs)
    try {
      return await authorization.refresh(refreshToken);
    } catch (error) {
      if (!(error instanceof AuthorizationError) || error.kind === 'REFUSED') throw error;
      await wait(waitMs, signal);
    }
  return authorization.refresh(refreshToken);
}
