import { Types } from 'mongoose';
import type { AccessClaims } from '../../auth/access-token.ts';
import { hashPassword, passwordMatches, passwordWeakness } from '../../auth/password.ts';
import type { PersonalToken } from '../../auth/personal-token.ts';
import type { AcceptedToken } from '../../auth/session.ts';
import type { Throttle } from '../../auth/throttle.ts';
import { defaultCostModel } from '../../domain/cost-model.ts';
import { defaultWorkingCalendar } from '../../domain/settings.ts';
import { done, type Outcome, refused } from '../../domain/user-error.ts';
import { AuditTrail } from '../audit/audit-trail.ts';
import type { StoreParts } from '../store-parts.ts';
import { acceptToken } from './accept-token.ts';
import type { AfterAnswer } from './after-answer.ts';
import { isLiveSession, type OpenSession, openSession, renewSession } from './sessions.ts';
import { wakeForViewer } from './wake-for-viewer.ts';

export interface SignUp {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly timeZone: string | null;
  readonly userAgent: string | null;
  /** Network address it comes from; null when it is no request. */
  readonly address: string | null;
}

export interface SignIn {
  readonly email: string;
  readonly password: string;
  readonly userAgent: string | null;
  /** Network address the try comes from. */
  readonly address: string;
}

/** The door for people who have no session yet: the only place where an account is looked up by what somebody typed. */
export interface Accounts {
  signUp(input: SignUp): Promise<Outcome<OpenSession>>;
  /** An unknown e-mail and a wrong password have the same answer and take the same time. */
  signIn(input: SignIn): Promise<Outcome<OpenSession>>;
  /** The session a refresh cookie stands for, with its next cookie; null when there is none. */
  refresh(cookie: string | undefined, address: string): Promise<OpenSession | null>;
  isLive(claims: AccessClaims): Promise<boolean>;
  /** What a personal access token may do; null when it is unknown, revoked or has run out. */
  acceptToken(token: PersonalToken, address: string): Promise<AcceptedToken | null>;
}

export function openAccounts(parts: StoreParts, throttle: Throttle, afterAnswer: AfterAnswer): Accounts {
  return {
    signUp: (input) => signUp(parts, input),
    signIn: (input) => signIn(parts, throttle, afterAnswer, input),
    refresh: (cookie, address) => renewSession(parts, cookie, address),
    isLive: (claims) => isLiveSession(parts, claims),
    acceptToken: (token, address) => acceptToken(parts, token, address),
  };
}

async function signUp(parts: StoreParts, input: SignUp): Promise<Outcome<OpenSession>> {
  const email = normalized(input.email);
  const name = input.name.trim();
  if (name === '' || name.length > 200)
    return refused('INVALID', 'Tell us your name, in up to 200 characters.', ['name']);
  const weakness = passwordWeakness(input.password, { email, name });
  if (weakness) return refused('WEAK_PASSWORD', weakness, ['password']);
  const owner = new Types.ObjectId();
  const passwordHash = await hashPassword(input.password);
  const account = {
    _id: owner,
    email,
    name,
    passwordHash,
    settings: {
      timeZone: input.timeZone ?? 'UTC',
      locale: 'en',
      workingCalendar: defaultWorkingCalendar,
      blockedByLinks: false,
      costModel: defaultCostModel,
    },
    wrappedKey: parts.keyring.newWrappedKey(owner.toHexString()),
    createdAt: parts.now(),
  };
  try {
    return await parts.transaction(async (transaction) => {
      await parts.collections.accounts.insertOne(account, { session: transaction });
      const opened = await openSession(parts, owner, input.userAgent, transaction);
      await trailOf(parts, owner, input.address).within(transaction).append('SIGNED_UP');
      return done(opened);
    });
  } catch (error) {
    if (isDuplicate(error)) return refused('EMAIL_TAKEN', 'There is an account with this e-mail address.', ['email']);
    throw error;
  }
}

async function signIn(
  parts: StoreParts,
  throttle: Throttle,
  afterAnswer: AfterAnswer,
  input: SignIn,
): Promise<Outcome<OpenSession>> {
  const email = normalized(input.email);
  const attempt = { email, address: input.address };
  const seconds = await throttle.secondsToWait(attempt);
  if (seconds > 0)
    return refused('RATE_LIMITED', `Too many tries. Wait ${Math.ceil(seconds / 60)} minutes, then try again.`);
  const account = await parts.collections.accounts.findOne({ email }, { passwordHash: 1 }).lean();
  if (!(await passwordMatches(account?.passwordHash ?? null, input.password)) || !account) {
    await throttle.countFailure(attempt);
    if (account) afterAnswer.run(() => trailOf(parts, account._id, input.address).appendFailedSignIn());
    return wrongCredentials;
  }
  await throttle.forgive(attempt);
  await wakeForViewer(parts, account._id);
  return parts.transaction(async (transaction): Promise<Outcome<OpenSession>> => {
    // It may have been closed since its password was compared.
    const isOpen = await parts.collections.accounts.exists({ _id: account._id, email }).session(transaction);
    if (!isOpen) return wrongCredentials;
    const opened = await openSession(parts, account._id, input.userAgent, transaction);
    await trailOf(parts, account._id, input.address).within(transaction).append('SIGNED_IN', opened.sessionId);
    return done(opened);
  });
}

const trailOf = (parts: StoreParts, owner: Types.ObjectId, address: string | null): AuditTrail =>
  new AuditTrail(parts, owner, { address, tokenName: null });

const wrongCredentials = refused('BAD_CREDENTIALS', 'E-mail address or password is wrong.');

const normalized = (email: string): string => email.trim().toLowerCase();

const isDuplicate = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 11_000;
