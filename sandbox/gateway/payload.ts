import type { z } from 'zod';
import { jsonAnswer } from '../http/answers.ts';
import type { Answer } from '../http/exchange.ts';

/** What Jira answers for a wrong member or type in a body [recorded, JIRA-CLOUD.md 2.1]; `errors` is missing there. */
export function invalidPayload(): Answer {
  const message = 'Invalid request payload. Refer to the REST API documentation and try again.';
  return jsonAnswer(400, { errorMessages: [message] });
}

/** Reads a JSON body by its schema; undefined when it does not fit. */
export function readPayload<S extends z.ZodType>(body: string, schema: S): z.output<S> | undefined {
  try {
    const parsed = schema.safeParse(JSON.parse(body));
    return parsed.success ? parsed.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A repeatable query parameter; undefined when it is absent. */
export function listParameter(query: URLSearchParams, name: string): string[] | undefined {
  return query.has(name) ? query.getAll(name) : undefined;
}

/** A whole number of the query within limits; the fallback when absent or no number. */
export function numberParameter(query: URLSearchParams, name: string, fallback: number, most: number): number {
  const value = Number(query.get(name) ?? Number.NaN);
  return Number.isInteger(value) && value >= 0 ? Math.min(value, most) : fallback;
}
