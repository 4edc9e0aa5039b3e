import { z } from 'zod';
import type { Faults } from '../faults/faults.ts';
import { invalidPayload, readPayload } from '../gateway/payload.ts';
import { jsonAnswer } from '../http/answers.ts';
import type { Answer, Call } from '../http/exchange.ts';
import type { Bearer } from '../oauth/grant-book.ts';
import type { AccountStatuses } from './account-statuses.ts';

/** For one report. */
const mostAccounts = 90;
const account = z.strictObject({ accountId: z.string().min(1), updatedAt: z.iso.datetime({ offset: true }) });
const request = z.strictObject({ accounts: z.array(account).max(mostAccounts) });

/**
 * POST /app/report-accounts/: an app tells of whom it stores personal data, and hears whose to erase or to fetch again.
 * 204 when there is nothing to do (JIRA-CLOUD.md 3).
 */
export function reportAccounts(
  call: Call,
  bearer: Bearer | undefined,
  faults: Faults,
  statuses: AccountStatuses,
): Answer {
  const { retryAfterSeconds, cyclePeriod } = faults.plan.reportAccounts;
  const headers: Record<string, string> = cyclePeriod === null ? {} : { 'cycle-period': cyclePeriod };
  if (!bearer) return jsonAnswer(401, { code: 401, message: 'Unauthorized' });
  if (!bearer.scopes.includes('report:personal-data')) return jsonAnswer(403, { code: 403, message: 'Forbidden' });
  if (retryAfterSeconds !== null) {
    const message = 'Rate limit exceeded';
    return jsonAnswer(429, { code: 429, message }, { ...headers, 'retry-after': String(retryAfterSeconds) });
  }
  const asked = readPayload(call.body, request);
  if (!asked) return invalidPayload();
  const accounts = asked.accounts.flatMap(({ accountId, updatedAt }) => {
    const status = statuses.statusFor(accountId, Date.parse(updatedAt));
    return status ? [{ accountId, status }] : [];
  });
  return accounts.length === 0 ? { status: 204, headers, body: '' } : jsonAnswer(200, { accounts }, headers);
}
