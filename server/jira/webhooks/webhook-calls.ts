import { z } from 'zod';
import type { Webhook } from '../../domain/webhook.ts';
import { SourceError, type WebhookSource } from '../../sync/source.ts';
import type { JiraClient } from '../http/jira-client.ts';
import { readInstant } from '../normalize/instant.ts';
import { nativeId } from '../normalize/text.ts';
import { beanPages } from '../read/bean-pages.ts';
import { parseAnswer } from '../read/parse-answer.ts';

/** Which changes of issues Jira is to tell of; a comment ends the wait after a handoff. */
const events = ['jira:issue_created', 'jira:issue_updated', 'jira:issue_deleted', 'comment_created', 'comment_deleted'];
/** Jira keeps a webhook this long; the answer to a registration does not say. */
const lifeMs = 30 * 86_400_000;

const registration = z.object({
  webhookRegistrationResult: z
    .array(
      z.object({ createdWebhookId: nativeId.nullish().catch(null), errors: z.array(z.string()).catch([]).default([]) }),
    )
    .min(1),
});
const registeredOne = z.object({
  id: nativeId,
  url: z.string().catch(''),
  jqlFilter: z.string().catch(''),
  expirationDate: z.unknown().optional(),
});
const extension = z.object({ expirationDate: z.unknown().optional() });

/** Dynamic webhooks of an OAuth app (JIRA-CLOUD.md 2.6). */
export function webhookCalls(client: JiraClient, now: () => number): WebhookSource {
  return {
    async register({ url, filter }, signal) {
      const name = 'POST webhook';
      const body = { url, webhooks: [{ events, jqlFilter: filter }] };
      const answer = parseAnswer(registration, await client.ask({ name, path: 'webhook', body }, signal), name);
      const [result] = answer.webhookRegistrationResult;
      // Refusals come with status 200. Their texts are Jira's and stay here.
      if (!result?.createdWebhookId)
        throw new SourceError('REFUSED', 'Jira did not accept to tell of changes; they are read every few minutes.');
      return { id: result.createdWebhookId, expiresAt: new Date(now() + lifeMs), filter };
    },
    async extend(id, signal) {
      const name = 'PUT webhook/refresh';
      const body = { webhookIds: [Number(id)] };
      const request = { name, path: 'webhook/refresh', method: 'PUT', body } as const;
      return readInstant(parseAnswer(extension, await client.ask(request, signal), name).expirationDate);
    },
    async registered(signal) {
      const all: (Webhook & { url: string })[] = [];
      const list = { name: 'GET webhook', path: 'webhook', list: 'values', pageSize: 100, mostPages: 20 } as const;
      for await (const page of beanPages(client, list, signal))
        for (const value of page) {
          const read = registeredOne.safeParse(value);
          if (!read.success) continue;
          const { id, url, jqlFilter: filter, expirationDate } = read.data;
          all.push({ id, url, filter, expiresAt: readInstant(expirationDate) ?? new Date(now()) });
        }
      return all;
    },
    async remove(ids, signal) {
      const body = { webhookIds: ids.map(Number) };
      await client.ask({ name: 'DELETE webhook', path: 'webhook', method: 'DELETE', body }, signal);
    },
  };
}
