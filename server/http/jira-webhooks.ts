import type { FastifyInstance } from 'fastify';
import { readWebhook } from '../jira/webhooks/read-webhook.ts';
import type { VerifyWebhook } from '../jira/webhooks/verify-webhook.ts';

/** Where Jira calls; the address of a connection follows. */
export const webhookPath = '/webhooks/jira';

/** Messages hold the whole issue, and people write long descriptions. */
const bodyLimit = 10 * 1024 * 1024;

export interface WebhookParts {
  readonly verify: VerifyWebhook;
  /** Notes what a connection is told; false when the address names none. */
  readonly receive: (
    address: string,
    hint: { readonly issueId: string | null; readonly isDeletion: boolean },
  ) => Promise<boolean>;
}

/**
 * Takes Jira's webhooks. The signature is looked at before a byte of the body is read; then a message is noted for the
 * connection that its address names, and answered: reading is a worker's matter. Who has no right to call, and who calls
 * a connection that is not there, get the same answer.
 */
export function receiveJiraWebhooks(app: FastifyInstance, { verify, receive }: WebhookParts): void {
  app.post<{ Params: { address: string } }>(
    `${webhookPath}/:address`,
    {
      bodyLimit,
      async onRequest(request, reply) {
        if (!(await verify(request.headers.authorization))) await reply.code(404).send({ ok: false });
      },
    },
    async (request, reply) => {
      const message = readWebhook(request.body);
      if (!message) return reply.code(400).send({ ok: false });
      const known = await receive(request.params.address, message);
      return reply.code(known ? 200 : 404).send({ ok: known });
    },
  );
}
