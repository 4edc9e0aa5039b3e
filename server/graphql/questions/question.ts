import type { WindowRequest } from '../../analytics/clocks/window-of.ts';
import { type Question, questionOf } from '../../analytics/metrics/question.ts';
import type { Clock, Scope } from '../../domain/question.ts';
import { done, type Outcome } from '../../domain/user-error.ts';
import type { JiraView } from '../connection/jira-view.ts';
import type { Workflow } from '../connection/workflow.ts';
import { ApiError } from '../errors/api-error.ts';
import type { ScopeInput, WindowInput } from './question-inputs.ts';

/** A question with what its answer is told in. */
export interface Asked {
  readonly view: JiraView;
  readonly workflow: Workflow;
  readonly question: Question;
}

interface Request {
  readonly scope: ScopeInput | null | undefined;
  readonly window: WindowInput | null | undefined;
  readonly clock: Clock | null | undefined;
}

/** Reads the arguments of a family of questions. Throws BAD_USER_INPUT when the window is none. */
export async function ask(view: JiraView, { scope, window, clock }: Request): Promise<Asked> {
  const asked = await askAbout(view, nativeScope(view, scope), window ?? null, clock ?? 'WORKING');
  if (asked.ok) return asked.value;
  throw new ApiError('BAD_USER_INPUT', asked.errors.map((error) => error.message).join(' '), {
    argumentName: 'window',
  });
}

/** The same for a scope in native ids; INVALID when the window is none. */
export async function askAbout(
  view: JiraView,
  scope: Scope,
  window: WindowRequest | null,
  clock: Clock,
): Promise<Outcome<Asked>> {
  const [flow, workflow, clocks] = await Promise.all([view.flow(), view.workflow(), view.clocks()]);
  const question = questionOf(flow, clocks, { scope, window, clock });
  return question.ok ? done({ view, workflow, question: question.value }) : question;
}

/** Ids that are not this connection's are as ids that do not exist. */
export function nativeScope(view: JiraView, scope: ScopeInput | null | undefined): Scope {
  return {
    includeSubtasks: scope?.includeSubtasks ?? false,
    ...(scope?.projectIds && { projectIds: view.nativeIds(scope.projectIds, 'Project') }),
    ...(scope?.teamIds && { teamIds: view.nativeIds(scope.teamIds, 'Team') }),
    ...(scope?.types && { types: scope.types }),
    ...(scope?.labels && { labels: scope.labels }),
    ...(scope?.epicKeys && { epicKeys: scope.epicKeys }),
  };
}
