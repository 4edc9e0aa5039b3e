import type { Sandbox } from '../../sandbox/start-sandbox.ts';
import type { AnyJson } from './authorized.ts';

/** Asks the sandbox's own switches. `path` begins after /sandbox/. */
export async function steer(
  sandbox: Sandbox,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<{ readonly status: number; readonly body: AnyJson }> {
  const text = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
  const answer = await fetch(`${sandbox.url}/sandbox/${path}`, { method, headers, ...text });
  return { status: answer.status, body: await answer.json() };
}
