import { z } from 'zod';
import type { Act } from '../../domain/issue.ts';
import type { Person } from '../../domain/person.ts';
import { readInstant } from './instant.ts';
import { readPerson } from './person.ts';
import { nativeId, orNull } from './text.ts';

/** A comment or worklog, its author and the id that tells it from its doubles on other pages. */
export interface ReadAct {
  readonly id: string | null;
  readonly act: Act;
  readonly author: Person | null;
  /** Of a comment, unread. */
  readonly body?: unknown;
}

const commentShape = z.object({
  id: orNull(nativeId),
  author: z.unknown().optional(),
  created: z.unknown().optional(),
  body: z.unknown().optional(),
});
const worklogShape = commentShape.extend({
  started: z.unknown().optional(),
  timeSpentSeconds: z.number().catch(0).default(0),
});

/** A comment, dated when it was made; null without a possible date. Its text is no part of the act. */
export function readComment(value: unknown): ReadAct | null {
  const read = commentShape.safeParse(value);
  const at = read.success ? readInstant(read.data.created) : null;
  if (!read.success || !at) return null;
  const author = readPerson(read.data.author);
  const { id, body } = read.data;
  return { id, act: { kind: 'COMMENT', at, authorId: author?.id ?? null, seconds: 0 }, author, body };
}

/** Logged work, dated when it began (`created` where that is missing); null without a possible date. */
export function readWorklog(value: unknown): ReadAct | null {
  const read = worklogShape.safeParse(value);
  const at = read.success ? (readInstant(read.data.started) ?? readInstant(read.data.created)) : null;
  if (!read.success || !at) return null;
  const author = readPerson(read.data.author);
  const seconds = Math.min(Math.max(Math.round(read.data.timeSpentSeconds), 0), mostSeconds);
  return { id: read.data.id, act: { kind: 'WORKLOG', at, authorId: author?.id ?? null, seconds }, author };
}

/** What 32 bits hold: 68 years of work. */
const mostSeconds = 2_147_483_647;
