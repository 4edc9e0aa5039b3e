import type { Formats } from '../../../ui/format.ts';
import { ago } from './ago.ts';

export interface Webhooks {
  readonly active: boolean;
  readonly expiresAt: string | null;
  readonly lastReceivedAt: string | null;
  readonly problem: string | null;
}

/** Whether Jira tells of changes as they happen; if not, why, and how they come instead. */
export function webhookWords(webhooks: Webhooks, formats: Formats, now: number): string {
  const { active, expiresAt, lastReceivedAt, problem } = webhooks;
  const last = lastReceivedAt ? ` The last message came ${ago(lastReceivedAt, formats, now)}.` : '';
  if (active) {
    const until = expiresAt ? ` Registered until ${formats.date(expiresAt)}, and prolonged before.` : '';
    const trouble = problem ? ` The last attempt to prolong it failed: ${problem}` : '';
    return `Live: Jira tells of changes as they happen.${last || ' No message has come yet.'}${trouble || until}`;
  }
  const lapsed =
    expiresAt && Date.parse(expiresAt) <= now ? `The registration ended on ${formats.date(expiresAt)}.` : '';
  const why = problem ?? (lapsed || 'Jira is asked for it at the end of the first sync.');
  return `Not live: changes come with the next sync. ${why}${last}`;
}
