import { jiraError, jsonAnswer } from '../http/answers.ts';
import type { Answer } from '../http/exchange.ts';
import { costing } from '../limits/costing.ts';
import { asObject, type JsonObject } from '../world/json.ts';
import type { GatewayCall } from './gateway-call.ts';
import { pageBean, sizeOf } from './page-bean.ts';

/** GET /project/search: live projects unless `status` asks for archived or deleted ones. */
export function projectSearch(call: GatewayCall): Answer {
  const { query, view } = call;
  const [ids, keys] = [query.getAll('id'), query.getAll('keys')];
  const wanted = (query.get('query') ?? '').toLowerCase();
  const status = query.getAll('status').flatMap((entry) => entry.split(','));
  const projects = view.projects
    .filter(({ json }) => (status.length === 0 ? ['live'] : status).includes(lifeOf(json)))
    .filter(({ id, key }) => (ids.length === 0 && keys.length === 0) || ids.includes(id) || keys.includes(key))
    .filter(({ key, name }) => `${key} ${name}`.toLowerCase().includes(wanted))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ json }) => json);
  const page = pageBean(call, projects, { standard: 50, most: 100 });
  return costing(sizeOf(page), jsonAnswer(200, page));
}

function lifeOf(json: JsonObject): string {
  if (json.deleted === true) return 'deleted';
  return json.archived === true ? 'archived' : 'live';
}

/** GET /project/{idOrKey}/statuses: per issue type, the statuses of its workflow. */
export function projectStatuses(call: GatewayCall): Answer {
  const { state, view, params } = call;
  const project = view.project(params.projectIdOrKey ?? '');
  if (!project) return jiraError(404, `No project could be found with key '${params.projectIdOrKey ?? ''}'.`);
  const statuses = project.statusIds
    .map((id) => state.statuses.get(id))
    .filter((status) => status !== undefined && !status.deleted)
    .map((status) => status?.json ?? {});
  const types = project.issueTypeIds.map((id) => asObject(state.issueTypes.get(id)) ?? {});
  const answer = types.map(({ self = '', id = '', name = '', subtask = false }) => ({
    self,
    id,
    name,
    subtask,
    statuses,
  }));
  return costing(1, jsonAnswer(200, answer));
}
