import { type Question, questionOf } from '../../analytics/metrics/question.ts';
import type { Clock, Scope } from '../../domain/question.ts';
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
  const [flow, workflow, clocks] = await Promise.all([view.flow(), view.workflow(), view.clocks()]);
  const question = questionOf(flow, clocks, {
    scope: nativeScope(view, scope),
    window: window ?? null,
    clock: clock ?? 'WORKING',
  });
  if (question.ok) return { view, workflow, question: question.value };
  throw new ApiError('BAD_USER_INPUT', question.errors.map((error) => error.message).join(' '), {
    argumentName: 'window',
  });
}

function nativeScope(view: JiraView, scope: ScopeInput | null | undefined): Scope {
  return {
    includeSubtasks: scope?.includeSubtasks ?? false,
    ...(scope?.projectIds && { projectIds: view.nativeIds(scope.projectIds, 'Project') }),
    ...(scope?.teamIds && { teamIds: view.nativeIds(scope.teamIds, 'Team') }),
    ...(scope?.types && { types: scope.types }),
    ...(scope?.labels && { labels: scope.labels }),
    ...(scope?.epicKeys && { epicKeys: scope.epicKeys }),
  };
}
