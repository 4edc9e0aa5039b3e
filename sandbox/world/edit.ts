import type { JsonObject } from './json.ts';

/**
 * What one person does to an issue at one moment. Each edit becomes one changelog entry with an item per field that
 * really changed; comments and nothing else leave no entry (as in Jira), yet bump `updated`.
 */
export interface Edit {
  /** Status id. Entering or leaving the done category sets or clears the resolution, unless `resolution` says which. */
  readonly status?: string;
  /** Resolution id, or null to clear. */
  readonly resolution?: string | null;
  /** Account id, or null to unassign. */
  readonly assignee?: string | null;
  /** Priority id. */
  readonly priority?: string;
  readonly summary?: string;
  readonly labels?: readonly string[];
  /** Story points. */
  readonly points?: number | null;
  /** All sprints the issue was and is in, oldest first: Jira keeps and lists them all. */
  readonly sprints?: readonly number[];
  readonly flagged?: boolean;
  /** Issue id of the parent, or null. */
  readonly parent?: string | null;
  /** Id of the project to move to; the key changes, the id stays. */
  readonly project?: string;
  /** Issue type id. */
  readonly type?: string;
  /** Id of an issue that blocks this one. */
  readonly blockedBy?: string;
  /** Moves the issue on the board: an entry without from and to. */
  readonly ranked?: 'higher' | 'lower';
  readonly comment?: string;
  /** Seconds of logged work. */
  readonly worklogSeconds?: number;
  /** Further raw fields by field id; each writes one item whose strings are the JSON of the values. */
  readonly fields?: JsonObject;
}

/** A new issue. Ids refer to the site's catalog; `id` and `key` follow the site's counters when absent. */
export interface NewIssue {
  readonly id?: string;
  readonly project: string;
  readonly type: string;
  readonly status: string;
  readonly summary: string;
  readonly description?: string;
  readonly reporter: string;
  readonly assignee?: string | null;
  readonly priority?: string;
  readonly labels?: readonly string[];
  readonly points?: number | null;
  readonly parent?: string | null;
  /** Set on issues that came in by import, closed and without history. */
  readonly resolution?: string;
  readonly resolvedAt?: number;
  readonly fields?: JsonObject;
}
