import { z } from 'zod';
import type { Act, Issue } from '../../domain/issue.ts';
import type { Person } from '../../domain/person.ts';
import type { Project } from '../../domain/project.ts';
import type { Status } from '../../domain/status.ts';
import { type ReadAct, readComment, readWorklog } from './acts.ts';
import type { CustomFields } from './custom-fields.ts';
import { epicLinkOf, isFlagged, storyPointsOf } from './custom-values.ts';
import { instant, readInstant } from './instant.ts';
import { readPerson } from './person.ts';
import { projectShape, readProject } from './project.ts';
import { sprintsOf } from './sprints.ts';
import { readStatus, statusShape } from './status.ts';
import { nativeId, nonEmpty, orNull, text } from './text.ts';

const named = orNull(z.object({ name: orNull(nonEmpty(255)) }));
const total = z.number().catch(0).default(0);

/** What an issue cannot do without is required; all else is null when Jira sends something strange. */
const issueShape = z.object({
  id: nativeId,
  key: nonEmpty(255),
  fields: z.object({
    summary: text(1_000).catch('').default(''),
    project: projectShape,
    issuetype: z.object({
      name: nonEmpty(255),
      untranslatedName: orNull(nonEmpty(255)),
      subtask: z.boolean().catch(false).default(false),
    }),
    status: statusShape,
    created: instant,
    updated: instant,
    priority: named,
    resolution: named,
    resolutiondate: z.unknown().optional(),
    assignee: z.unknown().optional(),
    reporter: z.unknown().optional(),
    parent: orNull(z.object({ id: nativeId })),
    labels: z.array(z.unknown()).catch([]).default([]),
    comment: orNull(z.object({ comments: z.array(z.unknown()), total })),
    worklog: orNull(z.object({ worklogs: z.array(z.unknown()), total })),
  }),
});

/** An issue with what it says of other things. */
export interface ReadIssue {
  readonly ok: true;
  readonly issue: Issue;
  readonly people: readonly Person[];
  readonly project: Project;
  readonly status: Status;
  /** The comments and worklogs that make the issue's acts. */
  readonly listed: { readonly comments: readonly ReadAct[]; readonly worklogs: readonly ReadAct[] };
  /** Whether there are more of them than the issue lists. */
  readonly hasMore: { readonly comments: boolean; readonly worklogs: boolean };
  /** Key of the epic, where only the old epic link names it. */
  readonly epicKey: string | null;
}

/** An issue that cannot be stored. `reason` names the field and holds no content. */
export interface RejectedIssue {
  readonly ok: false;
  readonly id: string | null;
  readonly key: string;
  readonly reason: string;
}

/**
 * An issue of a search answer. Dates: `created` and `updated` have to be possible; `updated` and `resolutiondate` before
 * `created` become `created`; an impossible `resolutiondate` is none.
 */
export function readIssue(value: unknown, custom: CustomFields): ReadIssue | RejectedIssue {
  const read = issueShape.safeParse(value);
  if (!read.success) return rejection(value, read.error);
  const { id, key, fields } = read.data;
  const project = readProject(fields.project);
  const status = readStatus(fields.status);
  if (!project || !status) return { ok: false, id, key, reason: 'fields.project or fields.status: is none' };
  const raw = rawFields.parse(value).fields;
  const notBefore = (date: Date): Date => (date < fields.created ? fields.created : date);
  const resolvedAt = readInstant(fields.resolutiondate);
  const assignee = readPerson(fields.assignee);
  const reporter = readPerson(fields.reporter);
  const comments = fields.comment?.comments.map(readComment).filter((act) => act !== null) ?? [];
  const worklogs = fields.worklog?.worklogs.map(readWorklog).filter((act) => act !== null) ?? [];
  const acts = [...comments, ...worklogs];
  const issue: Issue = {
    id,
    key,
    projectId: project.id,
    summary: fields.summary,
    type: fields.issuetype.untranslatedName ?? fields.issuetype.name,
    subtask: fields.issuetype.subtask,
    priority: fields.priority?.name ?? null,
    statusId: status.id,
    statusName: status.name,
    resolution: fields.resolution?.name ?? null,
    resolvedAt: resolvedAt && notBefore(resolvedAt),
    assigneeId: assignee?.id ?? null,
    reporterId: reporter?.id ?? null,
    parentId: fields.parent?.id ?? null,
    labels: readLabels(fields.labels),
    storyPoints: storyPointsOf(raw, custom),
    flagged: isFlagged(raw, custom),
    sprints: sprintsOf(raw, custom),
    createdAt: fields.created,
    updatedAt: notBefore(fields.updated),
    acts: inOrder(acts),
  };
  const authors = acts.map((act) => act.author);
  return {
    ok: true,
    issue,
    people: [assignee, reporter, ...authors].filter((person) => person !== null),
    project,
    status,
    listed: { comments, worklogs },
    hasMore: {
      comments: (fields.comment?.total ?? 0) > (fields.comment?.comments.length ?? 0),
      worklogs: (fields.worklog?.total ?? 0) > (fields.worklog?.worklogs.length ?? 0),
    },
    epicKey: issue.parentId === null ? epicLinkOf(raw, custom) : null,
  };
}

/** Oldest first; acts of one moment keep their order. */
export function inOrder(acts: readonly ReadAct[]): Act[] {
  return acts.map(({ act }) => act).sort((a, b) => a.at.getTime() - b.at.getTime());
}

const rawFields = z.object({ fields: z.record(z.string(), z.unknown()) });

const mostLabels = 500;

function readLabels(values: readonly unknown[]): string[] {
  const label = nonEmpty(255);
  const labels = values.slice(0, mostLabels).map((value) => label.safeParse(value));
  return [...new Set(labels.flatMap((read) => (read.success ? [read.data] : [])))];
}

const nameShape = z.object({ id: orNull(nativeId), key: orNull(nonEmpty(255)) });

function rejection(value: unknown, error: z.ZodError): RejectedIssue {
  const name = nameShape.safeParse(value);
  const id = name.success ? name.data.id : null;
  const key = (name.success ? name.data.key : null) ?? id ?? 'without key';
  const [first] = error.issues;
  const field = first && first.path.length > 0 ? first.path.map(String).join('.') : 'issue';
  return { ok: false, id, key, reason: `${field}: ${first ? inWords(first) : 'is not readable'}` };
}

/** What is wrong with a member, for a person; our own schemas say it themselves, zod says it for programmers. */
function inWords({ code, message }: { readonly code?: string; readonly message: string }): string {
  if (code === 'custom') return message;
  return /received (undefined|null)/.test(message) ? 'is missing' : 'has another form than it should';
}
