import { z } from 'zod';

/** What a message says has happened, as far as it is believed: to which issue, and whether it is gone. */
export interface WebhookMessage {
  readonly issueId: string | null;
  readonly isDeletion: boolean;
}

const shape = z.object({
  webhookEvent: z.string().max(100),
  issue: z
    .object({ id: z.union([z.string().regex(/^\d{1,20}$/), z.number().int().nonnegative().transform(String)]) })
    .nullish()
    .catch(null),
});

/** Reads a webhook's body; null for what is none. Nothing of it but the issue's number is kept. */
export function readWebhook(body: unknown): WebhookMessage | null {
  const read = shape.safeParse(body);
  if (!read.success) return null;
  const { webhookEvent, issue } = read.data;
  return { issueId: issue?.id ?? null, isDeletion: webhookEvent === 'jira:issue_deleted' };
}
