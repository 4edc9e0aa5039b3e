import { z } from 'zod';
import { jiraError, jsonAnswer } from '../http/answers.ts';
import type { Answer } from '../http/exchange.ts';
import { JqlError } from '../jql/jql-error.ts';
import { findIssues } from './find-issues.ts';
import type { GatewayCall } from './gateway-call.ts';
import { invalidPayload, readPayload } from './payload.ts';

/** POST /search/approximate-count. Exact here; a caller may only show progress with it. */
export function approximateCount(call: GatewayCall): Answer {
  const asked = readPayload(call.body, z.strictObject({ jql: z.string().optional() }));
  if (!asked) return invalidPayload();
  try {
    return jsonAnswer(200, { count: findIssues(call, asked.jql ?? '').issues.length });
  } catch (error) {
    if (error instanceof JqlError) return jiraError(400, error.message);
    throw error;
  }
}
