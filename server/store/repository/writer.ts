import { isObjectIdOrHexString, Types } from 'mongoose';
import { hashPassword, passwordMatches, passwordWeakness } from '../../auth/password.ts';
import type { Settings } from '../../domain/settings.ts';
import { done, type Outcome, refused } from '../../domain/user-error.ts';
import { type OpenSession, openSession } from '../accounts/sessions.ts';
import type { StoreParts } from '../store-parts.ts';
import { ActionWriter } from './action-writer.ts';
import { ConnectionWriter } from './connection-writer.ts';
import { CostModelWriter } from './cost-model-writer.ts';
import { MonthWriter } from './month-writer.ts';
import { Reader } from './reader.ts';
import { editSettings, type SettingsChange, type SettingsEdit } from './settings-edit.ts';
import { TeamWriter } from './team-writer.ts';

/** How long a consent may take. */
const consentMs = 10 * 60_000;

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
  readonly #parts: StoreParts;

  constructor(parts: StoreParts, owner: Types.ObjectId, sessionId: Types.ObjectId) {
    super(parts, owner, sessionId);
    this.#parts = parts;
    this.jira = new ConnectionWriter(parts, owner, () => this.forgetConnection());
    this.teams = new TeamWriter(parts, owner, () => this.forgetConnection());
    this.months = new MonthWriter(parts, owner, () => this.forgetConnection());
    this.actions = new ActionWriter(parts, owner, () => this.forgetConnection());
    this.costModel = new CostModelWriter(parts, owner, () => {
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
      });
    this.forgetAccount();
    this.forgetConnection();
    return done((await this.account()).settings);
  }

  /** Ends the present session, or all of them. */
  async signOut(everywhere: boolean): Promise<void> {
    await this.rows.sessions.deleteMany(everywhere ? {} : { _id: this.sessionId });
  }

  /** Ends one session. A malformed, missing or foreign id is NOT_FOUND. */
  async revokeSession(id: string): Promise<Outcome<true>> {
    const removed = isObjectIdOrHexString(id)
      ? await this.rows.sessions.deleteMany({ _id: new Types.ObjectId(id) })
      : 0;
    return removed === 1 ? done(true) : refused('NOT_FOUND', 'There is no such session.', ['id']);
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
      return done(await openSession(this.#parts, this.owner, userAgent, transaction));
    });
  }

  /** Notes that a consent has begun in this session. Answers until when it may be completed. */
  async beginConsent(stateHash: string, returnTo: string | null): Promise<Date> {
    const now = this.#parts.now().getTime();
    const expiresAt = new Date(now + consentMs);
    const forgottenAt = new Date(now + 24 * consentMs);
    await this.rows.consents.insert({ sessionId: this.sessionId, stateHash, returnTo, expiresAt, forgottenAt });
    return expiresAt;
  }

  /**
   * Uses a consent up: it works once, in the session that began it, while it is fresh. EXPIRED when it came too late,
   * STATE_MISMATCH when it is unknown, used, another session's or another person's; these cannot be told apart.
   */
  async takeConsent(stateHash: string): Promise<Outcome<{ readonly returnTo: string | null }>> {
    const consent = await this.rows.consents.take({ stateHash, sessionId: this.sessionId });
    if (!consent)
      return refused('STATE_MISMATCH', 'This answer does not belong to a connection you began here. Begin again.');
    if (consent.expiresAt <= this.#parts.now())
      return refused('EXPIRED', 'The consent took longer than ten minutes. Begin again.');
    return done({ returnTo: consent.returnTo });
  }
}

/** What to set in the account's row, by path. */
function fieldsOf({ workingCalendar, ...rest }: SettingsChange): Record<string, unknown> {
  const under = (path: string, values: object): [string, unknown][] =>
    Object.entries(values).map(([name, value]) => [`${path}.${name}`, value]);
  return Object.fromEntries([...under('settings', rest), ...under('settings.workingCalendar', workingCalendar ?? {})]);
}
