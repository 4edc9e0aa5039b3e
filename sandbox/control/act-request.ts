import { z } from 'zod';
import type { JsonObject } from '../world/json.ts';
import { oddityNames } from '../world/oddities.ts';

/** By whom (account id, or alice, bob, carla; the site's first user when absent) and when (ms; now when absent). */
const hand = { by: z.string().optional(), at: z.number().int().min(0).optional() };
/** An issue by id, key or former key; a project by id or key. */
const issue = z.string().min(1);
const project = z.string().min(1);
const person = z.string().min(1);
/** Statuses, types, priorities and resolutions by id, or by name in any case. */
const named = z.string().min(1);

const rawFields = z.record(z.string(), z.json()).transform((value) => value as JsonObject);
const content = {
  summary: z.string(),
  labels: z.array(z.string()),
  points: z.number().nullable(),
  assignee: person.nullable(),
  priority: named,
  parent: issue.nullable(),
  /** Raw values by field id. */
  fields: rawFields,
};

const addition = z
  .strictObject({ act: z.literal('add'), ...hand, ...content, project, type: named, status: named, reporter: person })
  .extend({ description: z.string() })
  .partial()
  .required({ act: true, project: true, summary: true });

const edition = z
  .strictObject({ act: z.literal('edit'), ...hand, ...content, issue, type: named, status: named })
  .extend({
    resolution: named.nullable(),
    /** All sprints it was and is in, oldest first. */
    sprints: z.array(z.number().int()),
    blockedBy: issue,
    ranked: z.enum(['higher', 'lower']),
    worklogSeconds: z.number().int().min(1),
  })
  .partial()
  .required({ act: true, issue: true });

const hidden = z.union([
  z.strictObject({ project }),
  z.strictObject({ issue }),
  z.strictObject({ everything: z.literal(true) }),
]);

/** The body of POST /sandbox/sites/{id or name}/acts. */
export const actRequest = z.discriminatedUnion('act', [
  addition,
  edition,
  z.strictObject({ act: z.literal('transition'), ...hand, issue, status: named }),
  z.strictObject({ act: z.literal('flag'), ...hand, issue, reason: z.string().optional() }),
  z.strictObject({ act: z.literal('unflag'), ...hand, issue, reason: z.string().optional() }),
  z.strictObject({ act: z.literal('comment'), ...hand, issue, text: z.string() }),
  z.strictObject({ act: z.literal('move'), ...hand, issue, project, status: named.optional() }),
  z.strictObject({ act: z.literal('delete'), ...hand, issue }),
  z.strictObject({ act: z.literal('archive-issue'), issue }),
  z.strictObject({ act: z.literal('unarchive-issue'), issue }),
  z.strictObject({ act: z.literal('archive-project'), project }),
  z.strictObject({ act: z.literal('unarchive-project'), project }),
  z.strictObject({ act: z.literal('hide'), account: z.string(), what: hidden }),
  z.strictObject({ act: z.literal('show'), account: z.string(), what: hidden }),
  /** The issue comes otherwise than it is; raw JSON is a matter of the fault plan. */
  z.strictObject({ act: z.literal('corrupt'), issue, oddity: z.enum(oddityNames) }),
  z.strictObject({ act: z.literal('heal'), issue }),
  z.strictObject({
    act: z.literal('add-histories'),
    issue,
    count: z.number().int().min(1).max(100_000),
    kind: z.enum(['rank', 'status']).optional(),
  }),
  z.strictObject({ act: z.literal('remove-user'), accountId: person, as: z.enum(['former', 'unknown']).optional() }),
]);

export type ActRequest = z.output<typeof actRequest>;
export type Addition = z.output<typeof addition>;
export type Edition = z.output<typeof edition>;
