import { z } from 'zod';

/** The two ways in which a refresh is known to be refused (JIRA-CLOUD.md 1). */
export const refusalSpelling = z.enum(['invalid_grant', 'unauthorized_client']);

/** Refreshes are refused: none, all, or the next few. */
export const refreshRefusal = z.union([
  z.literal('no'),
  refusalSpelling,
  z.strictObject({ spelling: refusalSpelling, times: z.number().int().min(1) }),
]);

export type RefusalSpelling = z.output<typeof refusalSpelling>;
