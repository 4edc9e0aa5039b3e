import type { Route } from '../gateway/gateway-call.ts';
import { deleteWebhooks, failedWebhooks, ownWebhooks, refreshWebhooks, registerWebhooks } from './webhook-endpoints.ts';

const scopes = [['read:jira-work', 'manage:jira-webhook']];
const path = '/rest/api/3/webhook';

export const webhookRoutes: readonly Route[] = [
  { method: 'GET', pattern: path, scopes, answer: ownWebhooks },
  { method: 'POST', pattern: path, scopes, answer: registerWebhooks },
  { method: 'DELETE', pattern: path, scopes, answer: deleteWebhooks },
  { method: 'PUT', pattern: `${path}/refresh`, scopes, answer: refreshWebhooks },
  { method: 'GET', pattern: `${path}/failed`, scopes, answer: failedWebhooks },
];
