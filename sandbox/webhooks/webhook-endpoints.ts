import { z } from 'zod';
import type { GatewayCall } from '../gateway/gateway-call.ts';
import { pageBean } from '../gateway/page-bean.ts';
import { invalidPayload, readPayload } from '../gateway/payload.ts';
import { jiraError, jsonAnswer } from '../http/answers.ts';
import type { Answer } from '../http/exchange.ts';
import { JqlError } from '../jql/jql-error.ts';
import type { JsonObject } from '../world/json.ts';
import { mostPerOwner, type NewRegistration, type WebhookOwner } from './registration-book.ts';
import type { Registration } from './registration-file.ts';
import { webhookEvents } from './webhook-events.ts';
import { readWebhookFilter } from './webhook-filter.ts';

const details = z.strictObject({
  events: z.array(z.string()),
  jqlFilter: z.string(),
  fieldIdsFilter: z.array(z.string()).optional(),
  issuePropertyKeysFilter: z.array(z.string()).optional(),
});
const registrationRequest = z.strictObject({ url: z.url({ protocol: /^https?$/ }), webhooks: z.array(details) });
const idsRequest = z.strictObject({ webhookIds: z.array(z.number().int()) });

/** POST /webhook: always 200, with an id or errors for each of the webhooks, in their order (JIRA-CLOUD.md 2.6). */
export function registerWebhooks(call: GatewayCall): Answer {
  const asked = readPayload(call.body, registrationRequest);
  if (!asked) return invalidPayload();
  const webhookRegistrationResult = asked.webhooks.map((entry) => {
    const fresh = { url: asked.url, ...entry };
    const error = refusal(call, fresh);
    return error === undefined ? { createdWebhookId: call.webhooks.add(ownerOf(call), fresh).id } : { errors: [error] };
  });
  return jsonAnswer(200, { webhookRegistrationResult });
}

/** GET /webhook: the caller's own, a hundred a page. */
export function ownWebhooks(call: GatewayCall): Answer {
  const shown = call.webhooks.of(ownerOf(call)).map((entry) => show(entry, call));
  return jsonAnswer(200, pageBean(call, shown, { standard: 100, most: 100 }));
}

/** PUT /webhook/refresh: 30 days from now for those that are the caller's; other ids are ignored. */
export function refreshWebhooks(call: GatewayCall): Answer {
  const asked = readPayload(call.body, idsRequest);
  if (!asked) return invalidPayload();
  const expiresAt = call.webhooks.refresh(ownerOf(call), asked.webhookIds);
  return jsonAnswer(200, { expirationDate: writeExpiry(expiresAt, call) });
}

/** DELETE /webhook, with the ids in its body. */
export function deleteWebhooks(call: GatewayCall): Answer {
  const asked = readPayload(call.body, idsRequest);
  if (!asked) return invalidPayload();
  call.webhooks.remove(ownerOf(call), asked.webhookIds);
  return { status: 202, headers: {}, body: '' };
}

/** GET /webhook/failed: nothing to recover from for OAuth apps, whatever their scopes. */
export function failedWebhooks(): Answer {
  return jiraError(403, 'Only Connect apps can use this operation.');
}

function ownerOf(call: GatewayCall): WebhookOwner {
  return { clientId: call.clientId, account: call.account.name, siteId: call.state.catalog.id };
}

/** Why a webhook cannot be; undefined when it can. The wording of all but the filter's errors is the sandbox's own. */
function refusal(call: GatewayCall, fresh: NewRegistration): string | undefined {
  const strange = fresh.events.find((event) => !webhookEvents.includes(event));
  if (strange !== undefined) return `The event ${strange} is unsupported`;
  if (fresh.events.length === 0) return 'At least one event is needed';
  const base = (url: string) => (call.plan.webhooks.oneUrl === 'whole' ? url : new URL(url).origin);
  const ofApp = call.webhooks.all.filter((entry) => entry.clientId === call.clientId);
  if (ofApp.some((entry) => base(entry.url) !== base(fresh.url))) {
    return 'Only a single URL per app is allowed to be registered';
  }
  if (call.webhooks.of(ownerOf(call)).length >= mostPerOwner) {
    return `The limit of ${mostPerOwner} webhooks for this app and user is reached`;
  }
  try {
    readWebhookFilter(fresh.jqlFilter, call.state.catalog.fields);
    return undefined;
  } catch (error) {
    if (error instanceof JqlError) return error.message;
    throw error;
  }
}

function show(entry: Registration, call: GatewayCall): JsonObject {
  const { id, url, events, jqlFilter, fieldIdsFilter, issuePropertyKeysFilter, expiresAt } = entry;
  const shown: JsonObject = { id, url, events, jqlFilter, expirationDate: writeExpiry(expiresAt, call) };
  if (fieldIdsFilter) shown.fieldIdsFilter = fieldIdsFilter;
  if (issuePropertyKeysFilter) shown.issuePropertyKeysFilter = issuePropertyKeysFilter;
  return shown;
}

function writeExpiry(at: number, call: GatewayCall): number | string {
  return call.plan.webhooks.expirationDate === 'epoch' ? at : call.state.zone.write(at);
}
