import { z } from 'zod';

/** Who loses sight of what (JIRA-CLOUD.md 2.3, 2.5): of a project, of an issue, or of the whole site when neither is named. */
export const permissionLoss = z.strictObject({
  account: z.enum(['alice', 'bob', 'carla']),
  /** Cloud id or name; absent: every site. */
  site: z.string().optional(),
  /** Id or key. */
  project: z.string().optional(),
  /** Id or key. */
  issue: z.string().optional(),
  /** It is lost once the account has made so many requests of the gateway: in the middle of a sync. */
  afterRequests: z.number().int().min(0).default(0),
});

/** A person who has left (JIRA-CLOUD.md 3). */
export const formerUser = z.strictObject({
  accountId: z.string(),
  site: z.string().optional(),
  /** `unknown`: nothing says any more who it was, not even the id. */
  as: z.enum(['former', 'unknown']).default('former'),
});

export type PermissionLoss = z.output<typeof permissionLoss>;
export type FormerUser = z.output<typeof formerUser>;
