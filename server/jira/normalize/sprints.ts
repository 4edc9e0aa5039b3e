import { z } from 'zod';
import type { Sprint } from '../../domain/sprint.ts';
import type { CustomFields } from './custom-fields.ts';
import { readInstant } from './instant.ts';
import { nativeId, nonEmpty, orNull } from './text.ts';

/** An issue that has been carried over for years has been in a few dozen. */
const mostSprints = 500;

const sprintShape = z.object({
  id: nativeId.refine((id) => /^\d{1,19}$/.test(id), 'is no number'),
  state: orNull(nonEmpty(50)),
  startDate: z.unknown().optional(),
  activatedDate: z.unknown().optional(),
  endDate: z.unknown().optional(),
  completeDate: z.unknown().optional(),
});

/**
 * The sprints that the sprint fields of an issue name, each once. A field holds a list of objects; on old sites a list of
 * texts of Java objects, and either may come as a JSON text (METRICS 2.1, rule 17). What is no sprint is left out.
 */
export function sprintsOf(fields: Readonly<Record<string, unknown>>, { sprint }: CustomFields): Sprint[] {
  const sprints = sprint.flatMap((id) => elementsOf(fields[id])).map(readSprint);
  const byId = new Map(sprints.flatMap((each) => (each ? [[each.id, each] as const] : [])));
  return [...byId.values()].slice(0, mostSprints);
}

/** A planned start or end is none: it says nothing of what happened. */
function readSprint(value: unknown): Sprint | null {
  const read = sprintShape.safeParse(typeof value === 'string' ? membersOf(value) : value);
  if (!read.success) return null;
  const { id, state, startDate, activatedDate, endDate, completeDate } = read.data;
  const isPlanned = state?.toLowerCase() === 'future';
  const completedAt = readInstant(completeDate) ?? (state?.toLowerCase() === 'closed' ? readInstant(endDate) : null);
  return {
    id,
    startedAt: isPlanned ? null : (readInstant(activatedDate) ?? readInstant(startDate)),
    completedAt: isPlanned ? null : completedAt,
  };
}

function elementsOf(value: unknown): readonly unknown[] {
  const elements = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  return elements.slice(0, mostSprints).flatMap((element: unknown) => {
    const parsed = typeof element === 'string' ? parsedJson(element) : element;
    return Array.isArray(parsed) ? parsed.slice(0, mostSprints) : [parsed];
  });
}

/** The text itself where it is no JSON. */
function parsedJson(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

const memberNames = ['id', 'state', 'startDate', 'activatedDate', 'endDate', 'completeDate'];

/**
 * Members of "com.atlassian.greenhopper.service.sprint.Sprint@1f39a[id=76,rapidViewId=3,state=CLOSED,name=Sprint 1,
 * startDate=2024-03-04T09:00:00.000Z,endDate=…,completeDate=<null>,sequence=76]": of each name the first.
 */
function membersOf(text: string): Record<string, string> | null {
  if (!text.includes('[')) return null;
  return Object.fromEntries(
    memberNames.flatMap((name) => {
      const value = new RegExp(`[[,]${name}=([^,\\]]*)`).exec(text)?.[1];
      return value === undefined || value === '<null>' ? [] : [[name, value] as const];
    }),
  );
}
