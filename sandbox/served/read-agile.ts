import type { BoardEntry, ProjectEntry, SprintEntry } from '../world/catalog.ts';
import { asObject, asText, type Json, type JsonObject } from '../world/json.ts';

/** A board of a served file: as GET /board gives it, with the columns of its configuration when they are there. */
export function boardEntry(json: JsonObject, projects: readonly ProjectEntry[]): BoardEntry[] {
  const id = Number(json.id);
  const location = asObject(json.location);
  const wanted = asText(location?.projectId) ?? asText(location?.projectKey);
  const project = projects.find((entry) => entry.id === wanted || entry.key === wanted) ?? projects[0];
  if (!Number.isInteger(id) || !project) return [];
  const type = json.type === 'kanban' || json.type === 'simple' ? json.type : 'scrum';
  const given = asObject(json.columnConfig)?.columns;
  const columns = (Array.isArray(given) ? given : []).map((column) => columnOf(column));
  const estimation = asText(asObject(asObject(json.estimation)?.field)?.fieldId);
  const board = { id, type, name: asText(json.name) ?? `Board ${id}`, projectId: project.id, columns } as const;
  return [estimation === undefined ? board : { ...board, estimationFieldId: estimation }];
}

function columnOf(column: Json): BoardEntry['columns'][number] {
  const json = asObject(column) ?? {};
  const statuses = Array.isArray(json.statuses) ? json.statuses : [];
  return {
    name: asText(json.name) ?? '',
    statusIds: statuses.map((status) => asText(asObject(status)?.id) ?? '').filter((id) => id !== ''),
    ...(typeof json.max === 'number' ? { max: json.max } : {}),
  };
}

/** A sprint of a served file: as GET /board/{id}/sprint gives it. Without dates it lies in the far future. */
export function sprintEntry(json: JsonObject): SprintEntry[] {
  const id = Number(json.id);
  if (!Number.isInteger(id)) return [];
  const date = (member: string) => Date.parse(asText(json[member]) ?? '');
  const startsAt = Number.isNaN(date('startDate')) ? 8e14 : date('startDate');
  const ends = [date('completeDate') - 1_800_000, date('endDate'), startsAt + 1].find((at) => !Number.isNaN(at));
  const boardId = Number(json.originBoardId ?? json.boardId ?? 0);
  return [
    { id, boardId, name: asText(json.name) ?? '', goal: asText(json.goal) ?? '', startsAt, endsAt: ends ?? startsAt },
  ];
}
