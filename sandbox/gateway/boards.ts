import { jiraError, jsonAnswer } from '../http/answers.ts';
import type { Answer } from '../http/exchange.ts';
import type { BoardEntry } from '../world/catalog.ts';
import { asText, type JsonObject } from '../world/json.ts';
import { sprintJson, sprintState } from '../world/render-issue.ts';
import type { SiteState } from '../world/site-state.ts';
import type { GatewayCall } from './gateway-call.ts';
import { pageBean } from './page-bean.ts';

/** GET /rest/agile/1.0/board */
export function boards(call: GatewayCall): Answer {
  const { query, state, view } = call;
  const wanted = query.get('projectKeyOrId');
  const project = wanted === null ? undefined : view.project(wanted);
  if (wanted !== null && !project) return jiraError(400, `No project could be found with key or id '${wanted}'.`);
  const type = query.get('type');
  const found = state.catalog.boards
    .filter((board) => view.seesProject(board.projectId))
    .filter((board) => !project || board.projectId === project.id)
    .filter((board) => type === null || type.split(',').includes(board.type))
    .map((board) => boardJson(state, board));
  return jsonAnswer(200, agilePage(call, found));
}

/** GET /rest/agile/1.0/board/{boardId}/configuration: columns, and the field that holds estimates. */
export function boardConfiguration(call: GatewayCall): Answer {
  const { state } = call;
  const board = findBoard(call);
  if (!board) return missing(call);
  const fieldName = (id: string) => asText(state.catalog.fields.find((field) => field.id === id)?.name) ?? id;
  const { url } = state.catalog;
  const json: JsonObject = {
    id: board.id,
    name: board.name,
    type: board.type,
    self: `${url}${call.apiPath}`,
    location: { type: 'project', projectKeyOrId: state.projects.get(board.projectId)?.key ?? '' },
    filter: { id: String(10_000 + board.id), self: `${url}/rest/api/2/filter/${10_000 + board.id}` },
    columnConfig: {
      columns: board.columns.map(({ name, statusIds, max }) => ({
        name,
        statuses: statusIds.map((id) => ({ id, self: `${url}/rest/api/2/status/${id}` })),
        ...(max === undefined ? {} : { max }),
      })),
      constraintType: board.columns.some((column) => column.max !== undefined) ? 'issueCount' : 'none',
    },
    ranking: { rankCustomFieldId: Number((state.fieldIds.rank ?? 'customfield_10019').replace('customfield_', '')) },
  };
  if (board.estimationFieldId !== undefined) {
    const fieldId = board.estimationFieldId;
    json.estimation = { type: 'field', field: { fieldId, displayName: fieldName(fieldId) } };
  }
  return jsonAnswer(200, json);
}

/** GET /rest/agile/1.0/board/{boardId}/sprint: closed, active, future; a kanban board has none and says so with 400. */
export function boardSprints(call: GatewayCall): Answer {
  const board = findBoard(call);
  if (!board) return missing(call);
  if (board.type === 'kanban') return jiraError(400, 'The board does not support sprints');
  const states = (call.query.get('state') ?? 'closed,active,future').split(',');
  const sprints = call.state.catalog.sprints
    .filter((sprint) => sprint.boardId === board.id && states.includes(sprintState(sprint, call.at)))
    .map((sprint) => {
      const { boardId, ...json } = sprintJson(sprint, call.at);
      const self = `${call.state.catalog.url}/rest/agile/1.0/sprint/${sprint.id}`;
      return { self, originBoardId: boardId ?? board.id, ...json };
    });
  return jsonAnswer(200, agilePage(call, sprints));
}

function findBoard(call: GatewayCall): BoardEntry | undefined {
  const board = call.state.catalog.boards.find(({ id }) => String(id) === call.params.boardId);
  return board && call.view.seesProject(board.projectId) ? board : undefined;
}

function missing(call: GatewayCall): Answer {
  return jiraError(
    404,
    `The requested board cannot be viewed because it either does not exist or you do not have permission to view it. (${call.params.boardId ?? ''})`,
  );
}

/** The Agile API's page bean has no self and no nextPage. */
function agilePage(call: GatewayCall, all: readonly JsonObject[]): JsonObject {
  const { self: _, nextPage: __, ...page } = pageBean(call, all, { standard: 50, most: 50 });
  return page;
}

function boardJson(state: SiteState, board: BoardEntry): JsonObject {
  const project = state.projects.get(board.projectId);
  return {
    id: board.id,
    self: `${state.catalog.url}/rest/agile/1.0/board/${board.id}`,
    name: board.name,
    type: board.type,
    location: {
      projectId: Number(board.projectId),
      displayName: `${project?.name} (${project?.key})`,
      projectName: project?.name ?? '',
      projectKey: project?.key ?? '',
      projectTypeKey: 'software',
      name: `${project?.name} (${project?.key})`,
    },
    isPrivate: false,
  };
}
