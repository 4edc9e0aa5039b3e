import type { Types } from 'mongoose';
import { passwordMatches } from '../../auth/password.ts';
import type { Throttle } from '../../auth/throttle.ts';
import { done, type Outcome, refused } from '../../domain/user-error.ts';
import { collectionsOfOwner } from '../owned/bound-collections.ts';
import type { StoreParts } from '../store-parts.ts';
import { fromNow } from '../work/from-now.ts';

/** What shows that leaving is meant. */
export interface ProofOfLeaving {
  readonly password: string;
  /** The account's e-mail address, typed again. */
  readonly confirm: string;
  /** Network address the wish comes from. */
  readonly address: string | null;
}

/** Closes the account of `owner`. */
export type CloseAccount = (owner: Types.ObjectId, proof: ProofOfLeaving) => Promise<Outcome<true>>;

/**
 * Closing an account at once: nobody can sign in to it any more, its sessions, tokens and connection are over, and its
 * e-mail address is free. A worker deletes the rest. Failures count like those of signing in.
 */
export function closingAccounts(parts: StoreParts, throttle: Throttle): CloseAccount {
  return async (owner, { password, confirm, address }) => {
    const account = await parts.collections.accounts.findById(owner, { email: 1, passwordHash: 1 }).lean();
    const attempt = { email: account?.email ?? '', address: address ?? '' };
    const seconds = await throttle.secondsToWait(attempt);
    if (seconds > 0)
      return refused('RATE_LIMITED', `Too many tries. Wait ${Math.ceil(seconds / 60)} minutes, then try again.`);
    if (!account || !(await passwordMatches(account.passwordHash, password))) {
      await throttle.countFailure(attempt);
      return refused('BAD_CREDENTIALS', 'The password is wrong.', ['input', 'password']);
    }
    if (confirm.trim().toLowerCase() !== account.email)
      return refused('INVALID', 'Type the e-mail address of the account.', ['input', 'confirm']);
    await close(parts, owner);
    await throttle.forgive(attempt);
    return done(true);
  };
}

async function close(parts: StoreParts, owner: Types.ObjectId): Promise<void> {
  const { accounts, dueConnections, dueRequests } = parts.collections;
  await parts.transaction(async (session) => {
    // Until a worker has taken leave of Atlassian the row stays, for the key.
    const nobody = { email: `closed ${owner.toHexString()}`, name: '', passwordHash: '' };
    await accounts.updateOne({ _id: owner }, { $set: nobody }, { session });
    const rows = collectionsOfOwner(parts.collections, owner, session);
    await rows.sessions.deleteMany({});
    await rows.accessTokens.deleteMany({});
    // Raises the epoch, so that a sync that is running can write nothing more.
    await rows.connections.updateMany({}, { set: { current: false, status: 'DISCONNECTING' }, increase: { epoch: 1 } });
    const ids = (await rows.connections.find({}, { select: ['_id'] })).map(({ _id }) => _id);
    await dueConnections.deleteMany({ _id: { $in: ids } }, { session });
    await dueRequests.updateOne(
      { _id: owner },
      [{ $set: { owner, work: 'ACCOUNT', dueAt: fromNow(0), connections: ids, passes: 0 } }],
      { upsert: true, updatePipeline: true, session },
    );
  });
}
