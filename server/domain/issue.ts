import type { Sprint } from './sprint.ts';

/**
 * A Jira issue as sync stores it: today's values, already parsed and without any markup.
 * `id` is Jira's numeric id, which a move between projects keeps; `key` changes with the project.
 */
export interface Issue {
  readonly id: string;
  readonly key: string;
  readonly projectId: string;
  readonly summary: string;
  /** Name of the issue type: "Bug", "Story". */
  readonly type: string;
  readonly subtask: boolean;
  readonly priority: string | null;
  readonly statusId: string;
  /** The status's name as the issue carries it, for statuses that Jira no longer lists. */
  readonly statusName: string;
  readonly resolution: string | null;
  readonly resolvedAt: Date | null;
  readonly assigneeId: string | null;
  readonly reporterId: string | null;
  /** Numeric id of the parent (epic, story of a subtask); null without one. */
  readonly parentId: string | null;
  readonly labels: readonly string[];
  readonly storyPoints: number | null;
  readonly flagged: boolean;
  /** What was written with the flag while it is up, plain text; null without, absent where sync did not look for it yet. */
  readonly flagReason?: string | null;
  /** The same for each time the flag went up with a reason, the oldest first; absent where sync did not look for it yet. */
  readonly flagReasons?: readonly FlagReason[];
  /** The sprints it is in, and those that were completed with it; absent where sync did not look for them yet. */
  readonly sprints?: readonly Sprint[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** When somebody commented or logged work: what ends the wait after a handoff. Oldest first, texts left behind. */
  readonly acts: readonly Act[];
}

/** One thing a person did on an issue beside changing a field. */
export interface Act {
  readonly kind: 'COMMENT' | 'WORKLOG';
  readonly at: Date;
  readonly authorId: string | null;
  /** Logged working time; 0 for comments. */
  readonly seconds: number;
}

/** Why a flag went up. */
export interface FlagReason {
  /** When it went up. */
  readonly at: Date;
  /** Plain text, its beginning: prose, which may name people. */
  readonly text: string;
}
