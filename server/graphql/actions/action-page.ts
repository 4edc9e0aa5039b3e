import { isReviewDue } from '../../analytics/actions/is-review-due.ts';
import type { Action } from '../../domain/action.ts';
import type { JiraView } from '../connection/jira-view.ts';
import { ApiError } from '../errors/api-error.ts';
import { pageOf } from '../shared/paging.ts';
import type { ActionFilter } from './action-inputs.ts';
import { type ActionConnection, ActionNode } from './action-node.ts';

/** A page of the actions that meet the filter, the newest first, after the action that a cursor's position stands for. */
export async function actionPage(
  view: JiraView,
  first: number,
  after: string | null,
  filter: ActionFilter | null,
): Promise<ActionConnection> {
  const from = after === null ? null : readPosition(after);
  const [actions, { local }] = await Promise.all([view.reader.actions(), view.clocks()]);
  const now = Date.now();
  const met = actions.filter(
    (action) =>
      (filter?.states == null || filter.states.includes(action.state)) &&
      (filter?.due == null || filter.due === isReviewDue(action, now, local)),
  );
  const rest = from === null ? met : met.filter((action) => comesAfter(action, from));
  const page = pageOf(rest, first, from !== null, position, (action) => new ActionNode(view, action));
  return { ...page, totalCount: met.length } as ActionConnection;
}

interface Position {
  readonly createdAt: number;
  readonly id: string;
}

const position = ({ createdAt, id }: Action): string => `${createdAt.getTime()} ${id}`;

/** Throws BAD_USER_INPUT for what this list never gave out. */
function readPosition(text: string): Position {
  const [, createdAt, id] = /^(\d{1,15}) ([0-9a-f]{24})$/.exec(text) ?? [];
  if (createdAt === undefined || id === undefined)
    throw new ApiError('BAD_USER_INPUT', '`after` is no cursor of this list.', { argumentName: 'after' });
  return { createdAt: Number(createdAt), id };
}

function comesAfter({ createdAt, id }: Action, from: Position): boolean {
  const later = createdAt.getTime() - from.createdAt;
  return later < 0 || (later === 0 && id < from.id);
}
