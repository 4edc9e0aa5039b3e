import { jsonAnswer } from '../http/answers.ts';
import type { Answer, Call } from '../http/exchange.ts';
import type { ControlParts } from './control-call.ts';
import { ControlError } from './control-error.ts';
import { controlRoutes } from './control-routes.ts';

/** The sandbox's own switches under /sandbox/, for tests and whoever plays with it. No part of Jira. */
export function answerControl(call: Call, parts: ControlParts): Answer {
  if (!isOwn(call)) return jsonAnswer(403, { message: 'Pages from elsewhere do not steer the sandbox.' });
  const fitting = controlRoutes.flatMap((route) => {
    const params = matchPath(route.pattern, call.path);
    return params ? [{ route, params }] : [];
  });
  if (fitting.length === 0) return jsonAnswer(404, { message: 'The sandbox has no such switch.' });
  const found = fitting.find(({ route }) => route.method === call.method);
  if (!found) {
    const allow = fitting.map(({ route }) => route.method).join(', ');
    return jsonAnswer(405, { message: `This switch takes ${allow}.` }, { allow });
  }
  try {
    return jsonAnswer(200, found.route.answer({ ...call, ...parts, params: found.params }));
  } catch (error) {
    if (error instanceof ControlError) return jsonAnswer(error.status, { message: error.message });
    throw error;
  }
}

/** Browsers name the page that asks; programs name none. */
function isOwn(call: Call): boolean {
  const { origin, host } = call.headers;
  if (origin === undefined) return true;
  return typeof origin === 'string' && URL.canParse(origin) && new URL(origin).host === host;
}

function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const [parts, segments] = [pattern.split('/'), path.split('/')];
  if (parts.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith('{')) params[part.slice(1, -1)] = segment;
    else if (part !== segment) return undefined;
  }
  return params;
}
