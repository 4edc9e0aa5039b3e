import { ZodError, z } from 'zod';
import type { Faults } from '../faults/faults.ts';
import { jsonAnswer } from './answers.ts';
import type { Answer, Call } from './exchange.ts';
import type { Journal } from './journal.ts';

/** The sandbox's own switches: GET, PUT, DELETE /sandbox/faults and GET, DELETE /sandbox/journal. No part of Jira. */
export function answerControl(call: Call, faults: Faults, journal: Journal): Answer {
  if (call.path === '/sandbox/journal') {
    if (call.method === 'DELETE') journal.clear();
    return jsonAnswer(200, { entries: journal.entries });
  }
  if (call.path !== '/sandbox/faults') return jsonAnswer(404, { message: 'The sandbox has no such switch.' });
  if (call.method === 'DELETE') faults.clear();
  if (call.method === 'PUT') {
    try {
      faults.set(JSON.parse(call.body === '' ? '{}' : call.body));
    } catch (error) {
      if (error instanceof ZodError) return jsonAnswer(400, { message: z.prettifyError(error) });
      if (error instanceof SyntaxError) return jsonAnswer(400, { message: 'The body is not JSON.' });
      throw error;
    }
  }
  return jsonAnswer(200, faults.plan);
}
