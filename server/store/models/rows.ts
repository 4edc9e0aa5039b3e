import type { Types } from 'mongoose';
import type { AccessToken } from '../../domain/access-token.ts';
import type { Action } from '../../domain/action.ts';
import type { AuditEvent } from '../../domain/audit-event.ts';
import type { CostModel, MonthLock } from '../../domain/cost-model.ts';
import type { DataRequest } from '../../domain/data-request.ts';
import type { FlowChunk } from '../../domain/flow-chunk.ts';
import type { HistoryEntry } from '../../domain/history.ts';
import type { Issue } from '../../domain/issue.ts';
import type { JiraConnectionStatus, JiraSite } from '../../domain/jira-connection.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Stage } from '../../domain/stage.ts';
import type { SyncCompleteness } from '../../domain/sync-completeness.ts';
import type { SyncMode, SyncRun } from '../../domain/sync-run.ts';
import type { Team } from '../../domain/team.ts';
import type { Webhook } from '../../domain/webhook.ts';
import type { Sweep } from '../work/sweep.ts';

/** A person who can sign in. The one collection whose rows belong to nobody but themselves: `_id` is the owner. */
export interface AccountRow {
  email: string;
  name: string;
  passwordHash: string;
  settings: Settings;
  /** The tenant's data key, wrapped by ENCRYPTION_KEY: deleting it makes everything sealed with it unreadable. */
  wrappedKey: string;
  createdAt: Date;
}

/** One browser's sign-in. The refresh secrets are hashes. */
export interface SessionRow {
  refreshHash: string;
  previousHash: string | null;
  rotatedAt: Date;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  userAgent: string | null;
}

/** A consent begun and not yet completed. */
export interface ConsentRow {
  sessionId: Types.ObjectId;
  stateHash: string;
  returnTo: string | null;
  expiresAt: Date;
  /** When MongoDB forgets the row: a while after it expires, so that "too late" can be told from "never seen". */
  forgottenAt: Date;
}

/** A personal access token. Of its secret only a hash is kept. */
export interface AccessTokenRow extends Omit<AccessToken, 'id'> {
  secretHash: string;
}

/** An entry of a viewer's log. Rows are never changed. */
export interface AuditEventRow extends Omit<AuditEvent, 'id'> {
  /** Of the entry before; of the first one, that of no entry. */
  previousHash: string;
  /** Hex, of all of this entry. */
  hash: string;
}

/** Both ends of a viewer's log: what its next entry has to follow, and what its oldest one does. */
export interface AuditHeadRow {
  /** The last entry's. */
  number: number;
  hash: string;
  /** Those of the last entry that was let go; 0 and that of no entry while all are kept. */
  letGoNumber: number;
  letGoHash: string;
}

/** A request about personal data, with what its download is proven by. */
export interface DataRequestRow extends Omit<DataRequest, 'id'> {
  /** Of a person: the connection whose person it is. */
  connectionId: Types.ObjectId | null;
  /** Rises with every beginning, and when what has been read so far does not hold any more. */
  attempt: number;
  failures: number;
  /** SHA-256 of the secret in the download's address, and the secret sealed; null without an archive. */
  secretHash: string | null;
  sealedSecret: string | null;
  /** Somebody is fetching the archive until then. */
  claimedUntil: Date;
}

/** A piece of an archive, sealed with the tenant's key. */
export interface ExportPartRow {
  request: Types.ObjectId;
  number: number;
  sealed: string;
  expiresAt: Date;
}

/** A version of the cost model. Rows are never changed; the present one is in the settings too. */
export interface CostModelRow {
  version: number;
  model: CostModel;
  savedAt: Date;
}

export interface ConnectionRow {
  /** True for the one connection the viewer sees; false once it is being deleted. */
  current: boolean;
  status: JiraConnectionStatus;
  site: JiraSite | null;
  availableSites: JiraSite[];
  grantedScopes: string[];
  connectedAt: Date;
  stages: Stage[];
  stagesEdited: boolean;
  teams: Team[];
  asOf: Date | null;
  lastSuccessAt: Date | null;
  nextRunAt: Date | null;
  issueCount: number;
  quarantinedCount: number;
  flowVersion: number;
  /** Rises with every change of the owner's settings and of locked months. */
  settingsVersion: number;
  /** Rises with every change of an action. No figure depends on it. */
  actionsVersion: number;
  /** Rises whenever projects or statuses may have changed. */
  catalogVersion: number;
  /** Places handed out in the flow table, used or not. */
  flowPlaces: number;
  /** Up to where a walk has been completed: where the next one begins (less an overlap). */
  walkedTo: Date | null;
  changedAt: Date | null;
  reconcileAt: Date | null;
  completeness: SyncCompleteness | null;
  webhook: Webhook | null;
  webhookProblem: string | null;
  /** When to look after the webhook next: to register, extend or check it. */
  webhookDueAt: Date;
  webhookReceivedAt: Date | null;
  /** Fencing: whoever writes for this connection must name the present epoch. */
  epoch: number;
  leaseUntil: Date;
}

/** A closed month with its model and figures. Rows are never changed. */
export type LockedMonthRow = MonthLock;

/** Something that is tried. Written by edits and reviews only; no sync touches it. */
export interface ActionRow extends Omit<Action, 'id'> {
  /** What its maker named the request by, so that the same one again makes no second action; null without. */
  idempotencyKey: string | null;
  /** A digest of that request; null without a key. */
  asked: string | null;
}

/** The OAuth grant of a connection: one row per grant, tokens sealed with the tenant's key. */
export interface GrantRow {
  sealedAccessToken: string;
  sealedRefreshToken: string | null;
  expiresAt: Date;
  /** When to ask for the next tokens, well before these run out. */
  renewAt: Date;
  /** Raised with every refresh. */
  version: number;
  refreshingUntil: Date;
}

export interface ProjectRow {
  id: string;
  key: string;
  name: string;
  archived: boolean;
}

export interface PersonRow {
  id: string;
  active: boolean;
  /** Name and picture, sealed with the tenant's key. */
  sealed: string;
  /** Made unrecognisable for good. */
  erased: boolean;
  /** What the name was that has been erased, as a fingerprint: to know it by where Jira sends it again. */
  former: FormerName | null;
  /** When the personal fields were read from Jira last. */
  fetchedAt: Date;
  /** When to tell Atlassian next that they are kept. */
  reportDueAt: Date;
}

/** A name of so many words, and the fingerprint of these. */
export interface FormerName {
  readonly words: number;
  readonly print: string;
}

export interface StatusRow {
  id: string;
  name: string;
  category: 'TO_DO' | 'IN_PROGRESS' | 'DONE' | 'UNKNOWN';
  deleted: boolean;
}

export interface IssueRow extends Issue {
  /** Words of key and summary, for search by prefix. */
  words: readonly string[];
  /** Number of the flow chunk that holds the issue. */
  chunk: number;
  /** The run that wrote or confirmed this row last. */
  seenInRun: Types.ObjectId;
  /** The sweep that listed the issue last. */
  sweptIn: string | null;
  /** When a complete sweep first did without the issue and its absence was confirmed; null while it is there. */
  missingSince: Date | null;
}

/** An issue's whole changelog. */
export interface HistoryRow {
  issueId: string;
  entries: readonly HistoryEntry[];
}

export interface FlowChunkRow {
  number: number;
  /** The connection's flow version that wrote the chunk. */
  version: number;
  chunk: FlowChunk;
}

export interface SyncRunRow extends Omit<SyncRun, 'id'> {
  mode: SyncMode;
  /** True until the run has ended: at most one per connection. */
  open: boolean;
  cancelRequested: boolean;
  /** Where the walk stands; null before it has begun. */
  checkpoint: Checkpoint | null;
  /** Where the sweep of ids stands; null before it has begun. */
  sweep: Sweep | null;
  /** Consecutive slices that ended in an error. */
  failures: number;
}

/** Where a walk can go on after a crash: every page before this one is stored. */
export interface Checkpoint {
  /** What the page token belongs to: the beginning of the query under way. */
  readonly queriedSince: Date;
  /** The page to ask for next; null when the query has ended. */
  readonly pageToken: string | null;
  /** Greatest `updated` seen so far. */
  readonly reached: Date;
  /** Where the walk came near the present; null before. */
  readonly edge: Date | null;
}

/** Jira said that something about an issue has changed: it is to be read again. */
export interface HintRow {
  issueId: string;
  /** Another one with every hint, so that one that comes while the issue is read is not taken for the one before. */
  token: string;
}

/** An issue that could not be stored, until it can be. */
export interface QuarantineRow {
  /** Native id, or the key where even that is missing. */
  id: string;
  key: string;
  reason: string;
  since: Date;
  /** When Jira listed it last. */
  seenAt: Date;
}
