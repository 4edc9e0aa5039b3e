import type { Issue } from '../../domain/issue.ts';
import type { Person } from '../../domain/person.ts';
import type { Remark } from '../../domain/remark.ts';
import type { IssuePage } from '../../sync/source.ts';
import type { ReadAct } from '../normalize/acts.ts';
import type { CustomFields } from '../normalize/custom-fields.ts';
import { inOrder, type ReadIssue, type RejectedIssue, readIssue } from '../normalize/issue.ts';
import { remarkText } from '../normalize/remark-text.ts';
import type { EpicIds } from './epic-ids.ts';
import type { MoreActs } from './more-acts.ts';

/** Reads every issue of a search answer by itself and completes it, so that a bad one costs nobody but itself. */
export async function readIssuePage(
  values: readonly unknown[],
  custom: CustomFields,
  { moreActs, epicIds }: { readonly moreActs: MoreActs; readonly epicIds: EpicIds },
  signal: AbortSignal,
): Promise<Omit<IssuePage, 'nextPageToken'>> {
  const readings = values.map((value) => readIssue(value, custom));
  const read = readings.filter((reading): reading is ReadIssue => reading.ok);
  const rejected = readings.filter((reading): reading is RejectedIssue => !reading.ok);
  const epicKeys = read.flatMap(({ epicKey }) => epicKey ?? []);
  const atHand = read.map(({ issue }) => issue);
  const epicId = epicKeys.length > 0 ? await epicIds.find(epicKeys, atHand, signal) : () => null;
  const issues: Issue[] = [];
  const people = new Map<string, Person>();
  const remarks = new Map<string, readonly Remark[]>();
  for (const reading of read) {
    const acts = await allActs(reading, moreActs, signal);
    const parentId = reading.issue.parentId ?? (reading.epicKey === null ? null : epicId(reading.epicKey));
    issues.push({ ...reading.issue, parentId, acts: inOrder(acts) });
    const written = remarksAmong(acts);
    if (written.length > 0) remarks.set(reading.issue.id, written);
    const authors = acts.flatMap(({ author }) => author ?? []);
    for (const person of [...reading.people, ...authors]) people.set(person.id, person);
  }
  return {
    issues,
    people: [...people.values()],
    remarks,
    projects: uniqueById(read.map(({ project }) => project)),
    statuses: uniqueById(read.map(({ status }) => status)),
    rejected: rejected.map(({ id, key, reason }) => ({ id, key, reason })),
  };
}

/** What the issue lists, and the rest of it where there is more. */
async function allActs({ issue, listed, hasMore }: ReadIssue, more: MoreActs, signal: AbortSignal): Promise<ReadAct[]> {
  const comments = hasMore.comments ? await more.all(issue.id, 'comments', signal) : null;
  const worklogs = hasMore.worklogs ? await more.all(issue.id, 'worklogs', signal) : null;
  return [...union(listed.comments, comments ?? []), ...union(listed.worklogs, worklogs ?? [])];
}

/** What is said in the comments of people. */
function remarksAmong(acts: readonly ReadAct[]): Remark[] {
  return acts.flatMap(({ act: { kind, at, authorId }, body }) => {
    const text = kind === 'COMMENT' && authorId !== null ? remarkText(body) : null;
    return text === null || authorId === null ? [] : [{ at, authorId, text }];
  });
}

/** Both, without what the second has of the first. */
function union(listed: readonly ReadAct[], fetched: readonly ReadAct[]): readonly ReadAct[] {
  if (fetched.length === 0) return listed;
  const again = new Set(fetched.map(({ id }) => id));
  return [...listed.filter(({ id }) => id === null || !again.has(id)), ...fetched];
}

function uniqueById<T extends { readonly id: string }>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [value.id, value])).values()];
}
