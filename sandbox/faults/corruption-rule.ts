import { z } from 'zod';
import { oddityNames } from '../world/oddities.ts';

const raw = z.record(z.string(), z.json());

/** Bad data: an issue that comes otherwise than it is (JIRA-CLOUD.md 2.2), by ready-made oddities, by raw JSON, or both. */
export const corruptionRule = z.strictObject({
  /** Cloud id or name; absent: every site that has the issue. */
  site: z.string().optional(),
  /** Id or key. */
  issue: z.string(),
  oddities: z.array(z.enum(oddityNames)).default([]),
  fields: raw.optional(),
  dropFields: z.array(z.string()).optional(),
  longTexts: z.record(z.string(), z.number().int().min(0).max(50_000_000)).optional(),
  members: raw.optional(),
  dropMembers: z.array(z.string()).optional(),
  histories: z.array(z.json()).optional(),
  replaceHistories: z.array(z.json()).optional(),
});

export type CorruptionRule = z.output<typeof corruptionRule>;
