import { z } from 'zod';
import type { JsonObject } from '../world/json.ts';

const entry = z.record(z.string(), z.json()).transform((value) => value as JsonObject);
const idText = z.union([z.string(), z.number()]).transform(String);

const history = z.looseObject({
  id: idText,
  created: z.union([z.string(), z.number()]),
  items: z.array(z.looseObject({ field: z.string() })),
});

/** An issue as REST v3 gives it with `expand=changelog`. Members that are not named here are served as they came. */
const issue = z.looseObject({
  id: idText,
  key: z.string().regex(/^[A-Za-z][A-Za-z0-9_]*-\d+$/, 'is no issue key'),
  fields: z.looseObject({ created: z.string(), updated: z.string().optional() }),
  changelog: z.looseObject({ histories: z.array(history) }).optional(),
});

/** A site to serve: the shape of SANDBOX_DATA. All but the issues may be absent and is then inferred from them. */
export const sandboxSite = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  url: z.url(),
  /** IANA name; dates written by the sandbox itself are in this zone. */
  timeZone: z.string().optional(),
  /** Names of the demo accounts that see it; absent: all three. */
  accounts: z.array(z.enum(['alice', 'bob', 'carla'])).optional(),
  users: z.array(entry).optional(),
  statuses: z.array(entry).optional(),
  fields: z.array(entry).optional(),
  projects: z.array(entry).optional(),
  priorities: z.array(entry).optional(),
  boards: z.array(entry).optional(),
  sprints: z.array(entry).optional(),
  issues: z.array(issue),
});

export const sandboxFile = z.strictObject({ sites: z.array(sandboxSite).min(1) });
export const sandboxIssue = issue;

/** As written in a file or a test, before reading. */
export type SandboxSite = z.input<typeof sandboxSite>;
export type ReadSite = z.output<typeof sandboxSite>;
export type ReadIssue = z.output<typeof issue>;
