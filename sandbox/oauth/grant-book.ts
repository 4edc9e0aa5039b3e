import { createHash, randomBytes } from 'node:crypto';
import { type Grants, readGrants, type TokenFamily, writeGrants } from './grant-file.ts';

/** What a bearer of an access token may do. */
export interface Bearer {
  readonly account: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly siteIds: readonly string[];
}

export interface Consent {
  readonly clientId: string;
  readonly account: string;
  readonly siteIds: readonly string[];
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  /** S256 challenge of PKCE, when the app sent one. */
  readonly challenge: string | undefined;
}

export interface IssuedTokens {
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  readonly scopes: readonly string[];
}

const codeLifeMs = 5 * 60_000;
/** A retired refresh token still works this long, for answers lost on the way (JIRA-CLOUD.md 1). */
export const reuseLeewayMs = 10 * 60_000;
const idleLifeMs = 90 * 86_400_000;

/** Codes, tokens and what they grant. Tokens are kept as hashes; all but codes survives in `folder` when there is one. */
export class GrantBook {
  readonly #folder: string | undefined;
  readonly #clock: () => number;
  readonly #codes = new Map<string, Consent & { expiresAt: number }>();
  readonly #grants: Grants;

  constructor(folder: string | undefined, clock: () => number) {
    this.#folder = folder;
    this.#clock = clock;
    this.#grants = readGrants(folder);
  }

  /** A code for a consent just given: single use, five minutes. */
  issueCode(consent: Consent): string {
    const code = `eyJ${randomBytes(120).toString('base64url')}`;
    this.#codes.set(hash(code), { ...consent, expiresAt: this.#clock() + codeLifeMs });
    return code;
  }

  /** The consent behind a code, once: the code is spent whatever becomes of the request. */
  redeemCode(code: string): Consent | undefined {
    const consent = this.#codes.get(hash(code));
    this.#codes.delete(hash(code));
    return consent && consent.expiresAt > this.#clock() ? consent : undefined;
  }

  /** Starts a family of tokens. `lifeSeconds` is the access token's. */
  begin(consent: Consent, lifeSeconds: number): IssuedTokens {
    const key = grantKey(consent.clientId, consent.account);
    this.#grants.sites[key] = [...new Set([...(this.#grants.sites[key] ?? []), ...consent.siteIds])];
    const family: TokenFamily = {
      id: randomBytes(12).toString('hex'),
      clientId: consent.clientId,
      account: consent.account,
      scopes: [...consent.scopes],
      isRevoked: false,
    };
    this.#grants.families.push(family);
    return this.#issue(family, lifeSeconds);
  }

  /**
   * Exchanges a refresh token for new tokens and retires it. Undefined when it is unknown, idle for 90 days, revoked, or
   * retired longer ago than the leeway; the last of these revokes its whole family.
   */
  rotate(token: string, clientId: string, lifeSeconds: number): IssuedTokens | undefined {
    const now = this.#clock();
    const known = this.#grants.refreshTokens.find((entry) => entry.hash === hash(token));
    const family = this.#grants.families.find((entry) => entry.id === known?.family);
    if (!known || !family || family.isRevoked || family.clientId !== clientId) return undefined;
    if (now - known.issuedAt > idleLifeMs) return undefined;
    if (known.retiredAt !== null && now - known.retiredAt > reuseLeewayMs) {
      this.#revoke(family);
      return undefined;
    }
    known.retiredAt ??= now;
    return this.#issue(family, lifeSeconds);
  }

  /** Who bears an access token; undefined when it is unknown, over or revoked. */
  bearer(token: string): Bearer | undefined {
    const wanted = hash(token);
    const known = this.#grants.accessTokens.find((entry) => entry.hash === wanted);
    const family = this.#grants.families.find((entry) => entry.id === known?.family);
    if (!known || !family || family.isRevoked || known.expiresAt <= this.#clock()) return undefined;
    const { account, clientId, scopes } = family;
    return { account, clientId, scopes, siteIds: this.#grants.sites[grantKey(clientId, account)] ?? [] };
  }

  /** Whether the account lets the app into a site, with any of its consents. */
  isGranted(clientId: string, account: string, siteId: string): boolean {
    const isAlive = this.#grants.families.some(
      (family) => family.clientId === clientId && family.account === account && !family.isRevoked,
    );
    return isAlive && (this.#grants.sites[grantKey(clientId, account)] ?? []).includes(siteId);
  }

  /** As when a refresh elsewhere, or Atlassian itself, ends them before their hour is over: refresh tokens still work. */
  voidAccessTokens(): void {
    this.#grants.accessTokens = [];
    this.#save();
  }

  /** As when a person removes the app from their Atlassian account: every token of theirs ends at once. */
  revokeAccount(account: string): void {
    for (const family of this.#grants.families) if (family.account === account) family.isRevoked = true;
    for (const key of Object.keys(this.#grants.sites)) {
      if (key.endsWith(` ${account}`)) delete this.#grants.sites[key];
    }
    this.#save();
  }

  #revoke(family: TokenFamily): void {
    family.isRevoked = true;
    this.#save();
  }

  #issue(family: TokenFamily, lifeSeconds: number): IssuedTokens {
    const now = this.#clock();
    // Real access tokens are JWTs of one to two kilobytes; as long, as opaque.
    const accessToken = `eyJraWQiOiJzYW5kYm94In0.${randomBytes(900).toString('base64url')}.${randomBytes(32).toString('base64url')}`;
    this.#grants.accessTokens.push({ hash: hash(accessToken), family: family.id, expiresAt: now + lifeSeconds * 1000 });
    let refreshToken: string | undefined;
    if (family.scopes.includes('offline_access')) {
      refreshToken = `eyJ${randomBytes(150).toString('base64url')}`;
      this.#grants.refreshTokens.push({ hash: hash(refreshToken), family: family.id, issuedAt: now, retiredAt: null });
    }
    this.#save();
    return { accessToken, refreshToken, scopes: family.scopes };
  }

  #save(): void {
    const now = this.#clock();
    this.#grants.accessTokens = this.#grants.accessTokens.filter((entry) => entry.expiresAt > now);
    this.#grants.refreshTokens = this.#grants.refreshTokens.filter((entry) => now - entry.issuedAt <= idleLifeMs);
    writeGrants(this.#folder, this.#grants);
  }
}

const hash = (token: string) => createHash('sha256').update(token).digest('base64url');
const grantKey = (clientId: string, account: string) => `${clientId} ${account}`;
