import type { HistoryEntry } from '../domain/history.ts';
import type { Issue } from '../domain/issue.ts';
import type { Person } from '../domain/person.ts';
import type { Project } from '../domain/project.ts';
import type { Remark } from '../domain/remark.ts';
import type { Status } from '../domain/status.ts';
import type { SyncFaults } from '../domain/sync-run.ts';
import type { Webhook } from '../domain/webhook.ts';

/**
 * The port through which sync reads an issue tracker. It is bound to one site and one grant; nothing here names either.
 * Every method may throw a SourceError and nothing else on purpose.
 */
export interface IssueSource {
  /** Projects and statuses as they are now, complete. */
  catalog(signal: AbortSignal): Promise<Catalog>;
  /** How many issues were updated since; an estimate, null when the source will not say. */
  countUpdatedSince(updatedSince: Date, signal: AbortSignal): Promise<number | null>;
  /**
   * One page of the issues updated at or after `updatedSince`, oldest update first, without an upper bound.
   * `pageToken` is what the page before returned; null for the first page.
   * A page may be short or hold issues seen before; only `nextPageToken === null` ends the walk.
   */
  page(updatedSince: Date, pageToken: string | null, signal: AbortSignal): Promise<IssuePage>;
  /** The whole changelog of each named issue, oldest entry first; an issue without one has an empty list. */
  histories(
    issueIds: readonly string[],
    signal: AbortSignal,
    /** Those that have not changed since they were made: an empty changelog of theirs is believed at once. */
    untouched?: ReadonlySet<string>,
  ): Promise<ReadonlyMap<string, readonly HistoryEntry[]>>;
  /** One page of everything the source lists, by native id, in no promised order; pages may overlap. */
  list(pageToken: string | null, signal: AbortSignal): Promise<ListedPage>;
  /** These issues as they are now, past any index that lags. Those the source does not show are left out. */
  issues(issueIds: readonly string[], signal: AbortSignal): Promise<Omit<IssuePage, 'nextPageToken'>>;
  /**
   * Those of these issues that the source shows when each is asked for by itself, with when they were updated; null where
   * it does not say.
   */
  shown(issueIds: readonly string[], signal: AbortSignal): Promise<ReadonlyMap<string, Date | null>>;
  /** Native ids of the projects in sight; null when the source will not say. */
  projectsInSight(signal: AbortSignal): Promise<ReadonlySet<string> | null>;
  readonly webhooks: WebhookSource;
  readonly accounts: AccountSource;
  /** What has been asked since the source was made. */
  readonly usage: { readonly requests: number; readonly retries: number; readonly faults: SyncFaults };
}

/** Messages of the source about changes. Methods throw SourceError; REFUSED where the source wants none registered. */
export interface WebhookSource {
  /** Registers one. Throws REFUSED with the source's reason in words of ours. */
  register(request: { readonly url: string; readonly filter: string }, signal: AbortSignal): Promise<Webhook>;
  /** Makes it last longer. Answers until when; null when the source does not know it any more. */
  extend(id: string, signal: AbortSignal): Promise<Date | null>;
  /** The ones registered by this grant. */
  registered(signal: AbortSignal): Promise<readonly (Webhook & { readonly url: string })[]>;
  remove(ids: readonly string[], signal: AbortSignal): Promise<void>;
}

/** What the provider of people's accounts knows of them. Methods throw SourceError. */
export interface AccountSource {
  /** Tells of whom personal fields are kept, 90 at most, and as of when; hears what to do. */
  report(
    kept: readonly { readonly id: string; readonly fetchedAt: Date }[],
    signal: AbortSignal,
  ): Promise<AccountReport>;
  /** These people as they are now, 90 at most; those the source does not show are left out. */
  people(ids: readonly string[], signal: AbortSignal): Promise<readonly Person[]>;
}

export interface AccountReport {
  /** Whose account is gone: to be erased. */
  readonly closed: readonly string[];
  /** Whose fields have changed: to be read again, or erased. */
  readonly updated: readonly string[];
  /** How long not to report them again; null where the provider does not say. */
  readonly cycleMs: number | null;
}

export interface ListedPage {
  /** `updatedAt` is null where the source does not give it. */
  readonly issues: readonly { readonly id: string; readonly updatedAt: Date | null }[];
  readonly nextPageToken: string | null;
}

export interface Catalog {
  readonly projects: readonly Project[];
  readonly statuses: readonly Status[];
}

export interface IssuePage {
  readonly issues: readonly Issue[];
  /** People named on this page's issues. */
  readonly people: readonly Person[];
  /** What is written on the issues, by native id of the issue; none of those on which nothing is. Sync keeps the reasons of flags. */
  readonly remarks: ReadonlyMap<string, readonly Remark[]>;
  /** Projects and statuses named on this page's issues: the catalog may not list them (no permission, just made). */
  readonly projects: readonly Project[];
  readonly statuses: readonly Status[];
  /** Issues that could not be parsed. */
  readonly rejected: readonly { readonly id: string | null; readonly key: string; readonly reason: string }[];
  readonly nextPageToken: string | null;
}

export type SourceErrorKind =
  /** The grant is gone: the person has to connect again. */
  | 'GRANT_REVOKED'
  /** Come back at `retryAt`. */
  | 'BUSY'
  /** No usable answer after the permitted tries: network, 5xx, gateway page. */
  | 'UNAVAILABLE'
  /** The page token is no longer good: begin again from the cursor. */
  | 'TOKEN_EXPIRED'
  /** The source understood and said no. */
  | 'REFUSED'
  /** The answer is not what the API promises. */
  | 'MALFORMED';

/** Why the source could not answer. `message` is fit for the person: it holds no token, address or personal value. */
export class SourceError extends Error {
  readonly kind: SourceErrorKind;
  /** For BUSY: the earliest moment to ask again. */
  readonly retryAt: Date | null;

  constructor(kind: SourceErrorKind, message: string, options: { cause?: unknown; retryAt?: Date } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'SourceError';
    this.kind = kind;
    this.retryAt = options.retryAt ?? null;
  }
}
