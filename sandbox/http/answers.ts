import type { Answer } from './exchange.ts';

type Headers = Readonly<Record<string, string>>;

/** `body` may be JSON text already. */
export function jsonAnswer(status: number, body: unknown, headers: Headers = {}): Answer {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, headers: { 'content-type': 'application/json;charset=UTF-8', ...headers }, body: text };
}

export function htmlAnswer(status: number, body: string, headers: Headers = {}): Answer {
  const standard = { 'content-type': 'text/html;charset=UTF-8', 'cache-control': 'no-store' };
  return { status, headers: { ...standard, ...headers }, body };
}

export function redirect(location: string): Answer {
  return { status: 302, headers: { location, 'cache-control': 'no-store' }, body: '' };
}

/** Unknown cloud id or path at the gateway [recorded, JIRA-CLOUD.md 1]. `at` in ms. */
export function gatewayNotFound(path: string, at: number): Answer {
  const body = {
    timestamp: new Date(at).toISOString(),
    status: 404,
    error: 'Not Found',
    message: 'No message available',
    path,
  };
  return jsonAnswer(404, body, { 'x-failure-category': 'FAILURE_CLIENT_TCS' });
}

/** Jira's usual error: a list of messages [recorded, JIRA-CLOUD.md 2.1]. */
export function jiraError(status: number, message: string): Answer {
  return jsonAnswer(status, { errorMessages: [message], errors: {} });
}

/** Unknown path or method of the REST API [recorded, JIRA-CLOUD.md 2.1]. */
export function problem(status: 404 | 405, method: string, path: string, allow?: string): Answer {
  const [title, detail] =
    status === 404
      ? ['Not Found', `No endpoint ${method} ${path}.`]
      : ['Method Not Allowed', `Method '${method}' is not supported.`];
  const headers: Record<string, string> = { 'content-type': 'application/problem+json' };
  if (allow !== undefined) headers.allow = allow;
  return jsonAnswer(status, { type: 'about:blank', title, status, detail, instance: path }, headers);
}
