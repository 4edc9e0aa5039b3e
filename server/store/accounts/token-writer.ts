import { isObjectIdOrHexString, Types } from 'mongoose';
import { newPersonalToken } from '../../auth/personal-token.ts';
import { hashSecret } from '../../auth/refresh-token.ts';
import type { AccessToken, TokenScope } from '../../domain/access-token.ts';
import { done, type Outcome, refused } from '../../domain/user-error.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';
import { collectionsOfOwner } from '../owned/bound-collections.ts';
import { toAccessToken } from '../repository/to-domain.ts';
import type { StoreParts } from '../store-parts.ts';

/** A token as it shall be. */
export interface TokenWish {
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  readonly expiresInDays: number;
}

/** A token that has just been made, with its text, which is kept nowhere. */
export interface MadeToken {
  readonly accessToken: AccessToken;
  readonly text: string;
}

const longestName = 100;
const mostDays = 365;
const mostTokens = 50;
const dayMs = 86_400_000;

/** Makes and ends a viewer's own personal access tokens. */
export class TokenWriter {
  readonly #parts: StoreParts;
  readonly #owner: Types.ObjectId;
  readonly #audit: AuditTrail;

  constructor(parts: StoreParts, owner: Types.ObjectId, audit: AuditTrail) {
    this.#parts = parts;
    this.#owner = owner;
    this.#audit = audit;
  }

  /** Makes a token. INVALID for a name, scopes or days that cannot be; CONFLICT when there are 50 that are good. */
  async create(wish: TokenWish): Promise<Outcome<MadeToken>> {
    const name = wish.name.trim();
    const fault = faultOf(name, wish);
    if (fault) return fault;
    const scopes: TokenScope[] = wish.scopes.includes('WRITE') ? ['READ', 'WRITE'] : ['READ'];
    const tokenId = new Types.ObjectId();
    const { text, secret } = newPersonalToken(this.#owner.toHexString(), tokenId.toHexString());
    return this.#parts.transaction(async (transaction): Promise<Outcome<MadeToken>> => {
      const { accessTokens } = collectionsOfOwner(this.#parts.collections, this.#owner, transaction);
      const createdAt = this.#parts.now();
      // Of two at once one repeats this: both write the log.
      if ((await accessTokens.count({ expiresAt: { $gt: createdAt } })) >= mostTokens)
        return refused('CONFLICT', `There can be ${mostTokens} tokens. Revoke one first.`);
      const expiresAt = new Date(createdAt.getTime() + wish.expiresInDays * dayMs);
      const secretHash = hashSecret(secret);
      const row = { _id: tokenId, secretHash, name, scopes, createdAt, lastUsedAt: null, expiresAt };
      const stored = await accessTokens.insert(row);
      await this.#audit.within(transaction).append('TOKEN_CREATED', `"${name}" (${scopes.join(', ')})`);
      return done({ accessToken: toAccessToken(stored), text });
    });
  }

  /** Ends a token, at once. A malformed, missing or foreign id is NOT_FOUND. */
  async revoke(id: string): Promise<Outcome<true>> {
    const unknown = refused('NOT_FOUND', 'There is no such token.', ['id']);
    if (!isObjectIdOrHexString(id)) return unknown;
    return this.#parts.transaction(async (transaction): Promise<Outcome<true>> => {
      const { accessTokens } = collectionsOfOwner(this.#parts.collections, this.#owner, transaction);
      const row = await accessTokens.take({ _id: new Types.ObjectId(id) });
      if (!row) return unknown;
      await this.#audit.within(transaction).append('TOKEN_REVOKED', `"${row.name}"`);
      return done(true);
    });
  }
}

function faultOf(name: string, { scopes, expiresInDays }: TokenWish): Outcome<never> | null {
  if (name === '' || name.length > longestName || /\p{Cc}/u.test(name))
    return refused('INVALID', `Give it a name of up to ${longestName} characters.`, ['input', 'name']);
  if (scopes.length === 0)
    return refused('INVALID', 'Say what it may do: READ, or READ and WRITE.', ['input', 'scopes']);
  if (expiresInDays < 1 || expiresInDays > mostDays)
    return refused('INVALID', `A token is good for 1 to ${mostDays} days.`, ['input', 'expiresInDays']);
  return null;
}
