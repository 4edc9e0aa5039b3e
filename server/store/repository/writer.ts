import { isObjectIdOrHexString, Types } from 'mongoose';
import { hashPassword, passwordMatches, passwordWeakness } from '../../auth/password.ts';
import type { Settings } from '../../domain/settings.ts';
import { done, type Outcome, refused } from '../../domain/user-error.ts';
import type { CloseAccount } from '../accounts/close-account.ts';
import { type OpenSession, openSession } from '../accounts/sessions.ts';
import { TokenWriter } from '../accounts/token-writer.ts';
import { AuditTrail } from '../audit/audit-trail.ts';
import type { StoreParts } from '../store-parts.ts';
import { ActionWriter } from './action-writer.ts';
import { ConnectionWriter } from './connection-writer.ts';
import { CostModelWriter } from './cost-model-writer.ts';
import { DataRequestWriter } from './data-request-writer.ts';
import { MonthWriter } from './month-writer.ts';
import { type Asker, Reader } from './reader.ts';
import { editSettings, type SettingsChange, type SettingsEdit } from './settings-edit.ts';
import { TeamWriter } from './team-writer.ts';

/** How long a consent may take. */
const consentMs = 10 * 60_000;

/** What a writer needs of the store. */
export interface WriterParts extends StoreParts {
  readonly closeAccount: CloseAccount;
}

/** A reader that may also change what is the viewer's own. */
export class Writer extends Reader {
  /** Changes to the Jira connection. */
  readonly jira: ConnectionWriter;
  /** Changes to its teams. */
  readonly teams: TeamWriter;
  /** Closing of its months. */
  readonly months: MonthWriter;
  /** What is tried on it. */
  readonly actions: ActionWriter;
  /** Changes to what their time is worth. */
  readonly costModel: CostModelWriter;
  /** Their personal access tokens. */
  readonly tokens: TokenWriter;
  /** Requests about personal data. */
  readonly privacy: DataRequestWriter;
  /** Their log. */
  readonly audit: AuditTrail;
  readonly #parts: WriterParts;
  readonly #address: string | null;

  /** @param address network address of whoever asks; null when it is no request */
  constructor(parts: WriterParts, asker: Asker, address: string | null) {
    super(parts, asker);
    const { owner } = asker;
    const audit = new AuditTrail(parts, owner, { address, tokenName: asker.token?.name ?? null });
    this.#parts = parts;
    this.#address = address;
    this.audit = audit;
    this.privacy = new DataRequestWriter(parts, owner, audit);
    this.tokens = new TokenWriter(parts, owner, audit);
    this.jira = new ConnectionWriter(parts, owner, audit, () => this.forgetConnection());
    this.teams = new TeamWriter(parts, owner, audit, () => this.forgetConnection());
    this.months = new MonthWriter(parts, owner, audit, () => this.forgetConnection());
    this.actions = new ActionWriter(parts, owner, () => this.forgetConnection());
    this.costModel = new CostModelWriter(parts, owner, audit, () => {
      this.forgetAccount();
      this.forgetConnection();
    });
  }

  /**
   * Replaces the given parts of the settings, and writes those alone: another one that is changed at the same time is
   * not lost. Takes effect at once: nothing stored depends on it.
   */
  async updateSettings(edit: SettingsEdit): Promise<Outcome<Settings>> {
    const change = editSettings(edit);
    if (!change.ok) return change;
    const parts = fieldsOf(change.value);
    if (Object.keys(parts).length > 0)
      await this.#parts.transaction(async (session) => {
        await this.collections.accounts.updateOne({ _id: this.owner }, { $set: parts }, { session });
        // Figures are kept by the versions that the connection tells.
        await this.rows.connections.within(session).updateOne({ current: true }, { increase: { settingsVersion: 1 } });
        await this.audit.within(session).append('SETTINGS_CHANGED', Object.keys(change.value).join(', '));
      });
    this.forgetAccount();
    this.forgetConnection();
    return done((await this.account()).settings);
  }

  /** Ends the present session, or all of them. */
  async signOut(everywhere: boolean): Promise<void> {
    await this.#parts.transaction(async (transaction) => {
      await this.rows.sessions.within(transaction).deleteMany(everywhere ? {} : { _id: this.#session() });
      await this.audit.within(transaction).append('SIGNED_OUT', everywhere ? 'everywhere' : null);
    });
  }

  /** Ends one session. A malformed, missing or foreign id is NOT_FOUND. */
  async revokeSession(id: string): Promise<Outcome<true>> {
    const unknown = refused('NOT_FOUND', 'There is no such session.', ['id']);
    if (!isObjectIdOrHexString(id)) return unknown;
    return this.#parts.transaction(async (transaction): Promise<Outcome<true>> => {
      const row = await this.rows.sessions.within(transaction).take({ _id: new Types.ObjectId(id) });
      if (!row) return unknown;
      await this.audit.within(transaction).append('SESSION_REVOKED', id);
      return done(true);
    });
  }

  /** Sets a new password, ends every session and opens a new one. */
  async changePassword(present: string, next: string, userAgent: string | null): Promise<Outcome<OpenSession>> {
    const accounts = this.collections.accounts;
    const account = await accounts.findById(this.owner).lean();
    if (!account || !(await passwordMatches(account.passwordHash, present)))
      return refused('BAD_CREDENTIALS', 'The present password is wrong.', ['input', 'currentPassword']);
    const weakness = passwordWeakness(next, account);
    if (weakness) return refused('WEAK_PASSWORD', weakness, ['input', 'newPassword']);
    const passwordHash = await hashPassword(next);
    return this.#parts.transaction(async (transaction) => {
      await accounts.updateOne({ _id: this.owner }, { $set: { passwordHash } }, { session: transaction });
      await this.rows.sessions.within(transaction).deleteMany({});
      await this.audit.within(transaction).append('PASSWORD_CHANGED');
      return done(await openSession(this.#parts, this.owner, userAgent, transaction));
    });
  }

  /**
   * Closes the account: nobody can sign in to it any more, and a worker deletes all that is its own. BAD_CREDENTIALS for a
   * wrong password, INVALID for another e-mail address, RATE_LIMITED after too many failures.
   */
  closeAccount(password: string, confirm: string): Promise<Outcome<true>> {
    return this.#parts.closeAccount(this.owner, { password, confirm, address: this.#address });
  }

  /** Notes that a consent has begun in this session. Answers until when it may be completed. */
  async beginConsent(stateHash: string, returnTo: string | null): Promise<Date> {
    const now = this.#parts.now().getTime();
    const expiresAt = new Date(now + consentMs);
    const forgottenAt = new Date(now + 24 * consentMs);
    await this.rows.consents.insert({ sessionId: this.#session(), stateHash, returnTo, expiresAt, forgottenAt });
    return expiresAt;
  }

  /**
   * Uses a consent up: it works once, in the session that began it, while it is fresh. EXPIRED when it came too late,
   * STATE_MISMATCH when it is unknown, used, another session's or another person's; these cannot be told apart.
   */
  async takeConsent(stateHash: string): Promise<Outcome<{ readonly returnTo: string | null }>> {
    const consent = await this.rows.consents.take({ stateHash, sessionId: this.#session() });
    if (!consent)
      return refused('STATE_MISMATCH', 'This answer does not belong to a connection you began here. Begin again.');
    if (consent.expiresAt <= this.#parts.now())
      return refused('EXPIRED', 'The consent took longer than ten minutes. Begin again.');
    return done({ returnTo: consent.returnTo });
  }

  /** Reaching this with a program's token is a hole in the permissions. */
  #session(): Types.ObjectId {
    if (!this.asker.sessionId) throw new Error('what only a person at a browser may do was asked by a program');
    return this.asker.sessionId;
  }
}

/** What to set in the account's row, by path. */
function fieldsOf({ workingCalendar, ...rest }: SettingsChange): Record<string, unknown> {
  const under = (path: string, values: object): [string, unknown][] =>
    Object.entries(values).map(([name, value]) => [`${path}.${name}`, value]);
  return Object.fromEntries([...under('settings', rest), ...under('settings.workingCalendar', workingCalendar ?? {})]);
}
