import { htmlAnswer, jsonAnswer } from '../http/answers.ts';
import type { Answer } from '../http/exchange.ts';
import type { FaultEffect } from './fault-rule.ts';

type Refusal = Extract<FaultEffect, { kind: 'refuse' }>;

/** The answer of a `refuse` rule. `at` in ms: what an HTTP date counts from. */
export function refuseAnswer(effect: Refusal, at: number): Answer {
  const headers: Record<string, string> = {};
  if (effect.retryAfter !== undefined) headers['retry-after'] = retryAfter(effect.retryAfter, at);
  if (effect.reason !== undefined) headers['ratelimit-reason'] = effect.reason;
  for (const [name, value] of Object.entries(effect.headers ?? {})) headers[name.toLowerCase()] = value;
  if (effect.body !== undefined) return jsonAnswer(effect.status, effect.body, headers);
  if (effect.html) {
    const page = `<!DOCTYPE html><html><head><title>${effect.status}</title></head><body><h1>Atlassian Cloud is unavailable</h1></body></html>`;
    return htmlAnswer(effect.status, page, headers);
  }
  const message = effect.status === 429 ? 'Rate limit exceeded' : 'The service is unavailable.';
  return jsonAnswer(effect.status, { code: effect.status, message }, headers);
}

function retryAfter(wait: NonNullable<Refusal['retryAfter']>, at: number): string {
  return typeof wait === 'number' ? String(wait) : new Date(at + wait.date * 1000).toUTCString();
}
