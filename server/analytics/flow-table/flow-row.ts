import type { HistoryEntry } from '../../domain/history.ts';
import type { Issue } from '../../domain/issue.ts';
import { type LoggedWork, loggedWork } from '../../domain/logged-work.ts';
import { type SprintMembership, sprintMemberships } from '../../domain/sprint-membership.ts';
import { type BlockingLink, blockingLinks } from '../segments/blocking-links.ts';
import { type FlaggedFor, flagReasons } from '../segments/flag-reasons.ts';
import { lifeOf } from '../segments/life-of.ts';
import type { Segment } from '../segments/segment.ts';

/** One issue as a row of the flow table, before it becomes columns. Instants are Unix seconds, 0 where absent; texts are '' where absent. */
export interface FlowRow {
  readonly id: string;
  readonly key: string;
  readonly parentId: string;
  readonly project: string;
  readonly type: string;
  readonly priority: string;
  readonly resolution: string;
  readonly assignee: string;
  readonly subtask: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly resolvedAt: number;
  readonly labels: readonly string[];
  readonly segments: readonly Segment[];
  readonly links: readonly BlockingLink[];
  readonly worklogs: readonly LoggedWork[];
  readonly memberships: readonly SprintMembership[];
  readonly flagReasons: readonly FlaggedFor[];
}

export function flowRowOf(issue: Issue, history: readonly HistoryEntry[]): FlowRow {
  const seconds = (at: Date | null): number => (at === null ? 0 : Math.floor(at.getTime() / 1000));
  return {
    id: issue.id,
    key: issue.key,
    parentId: issue.parentId ?? '',
    project: issue.projectId,
    type: issue.type,
    priority: issue.priority ?? '',
    resolution: issue.resolution ?? '',
    assignee: issue.assigneeId ?? '',
    subtask: issue.subtask,
    createdAt: seconds(issue.createdAt),
    updatedAt: seconds(issue.updatedAt),
    resolvedAt: seconds(issue.resolvedAt),
    labels: issue.labels,
    segments: lifeOf(issue, history),
    links: blockingLinks(issue, history),
    worklogs: loggedWork(issue.acts),
    memberships: sprintMemberships(issue, history),
    flagReasons: flagReasons(issue, history),
  };
}
