import { z } from 'zod';
import { reportFaults } from '../privacy/report-faults.ts';
import { webhookFaults } from '../webhooks/webhook-faults.ts';
import { corruptionRule } from './corruption-rule.ts';
import { faultRule } from './fault-rule.ts';
import { refreshRefusal, refusalSpelling } from './grant-faults.ts';
import { burstFault, concurrencyFault, pointsFault } from './limit-faults.ts';
import { pagingRule } from './paging-rule.ts';
import { formerUser, permissionLoss } from './permission-faults.ts';
import { timeZone } from './time-zone.ts';

/** All switches at once: the body of PUT /sandbox/faults, where what is absent is off. */
export const faultPlan = z.strictObject({
  rules: z.array(faultRule).default([]),
  /** Where several rules meet one request, the later ones win switch by switch. */
  paging: z.array(pagingRule).default([]),
  points: pointsFault.nullable().default(null),
  burst: burstFault.nullable().default(null),
  concurrency: concurrencyFault.nullable().default(null),
  /**
   * By how many seconds searches and counts are behind: they show issues, new and deleted ones too, as they were. Reads by
   * id are always up to date, and so is what `reconcileIssues` names (JIRA-CLOUD.md 2.1).
   */
  indexLagSeconds: z.number().min(0).max(300).default(0),
  corrupt: z.array(corruptionRule).default([]),
  /** Everybody's profile is in this zone: JQL reads quoted dates in it (JIRA-CLOUD.md 2.4). */
  accountTimeZone: timeZone.nullable().default(null),
  permissions: z.array(permissionLoss).default([]),
  formerUsers: z.array(formerUser).default([]),
  /** Nobody's e-mail address is shown. */
  withoutEmail: z.boolean().default(false),
  /** Life of access tokens issued from now on, in seconds. */
  accessTokenSeconds: z.number().int().min(0).default(3600),
  /** No page of anything holds more than this, whatever is asked for. */
  shortPages: z.number().int().min(1).nullable().default(null),
  /** Every nextPageToken is answered as expired. */
  expirePageTokens: z.boolean().default(false),
  /** All access tokens issued until now end, for good; refresh tokens still work (JIRA-CLOUD.md 1). */
  voidAccessTokens: z.boolean().default(false),
  refuseRefresh: refreshRefusal.default('no'),
  /** The spelling of refusals that refresh tokens earn by themselves. */
  refusalSpelling: refusalSpelling.default('invalid_grant'),
  /** How changelog/bulkfetch writes `created`: both have been seen (JIRA-CLOUD.md 2.2). */
  bulkfetchCreated: z.enum(['date-time', 'epoch']).default('date-time'),
  webhooks: webhookFaults.prefault({}),
  reportAccounts: reportFaults.prefault({}),
});

export type FaultPlan = z.output<typeof faultPlan>;
export type FaultPlanInput = z.input<typeof faultPlan>;
