import type { Scope } from '../../domain/question.ts';
import type { FlowView } from './flow-view.ts';
import { teamOfProject } from './team-of-project.ts';

/** Scopes of a view whose rows are kept: those that the pages people look at ask about. */
const mostScopes = 16;

/**
 * Rows of the issues a question is about, ascending. Scope tests what an issue is at asOf; an absent list means all, an
 * id or name that no issue has selects none, and issues created after asOf are not seen (METRICS 4, "Scope and names").
 * The same list while the same is asked about: it is not to be changed.
 */
export function rowsInScope(view: FlowView, scope: Scope): Uint32Array {
  const kept = view.derive(recentScopes);
  const key = JSON.stringify(scope);
  const rows = kept.get(key) ?? selectRows(view, scope);
  kept.delete(key);
  kept.set(key, rows);
  const [oldest] = kept.keys();
  if (kept.size > mostScopes && oldest !== undefined) kept.delete(oldest);
  return rows;
}

/** The subtasks among the rows of the scope, had it included them. */
export function subtasksInScope(view: FlowView, scope: Scope): Uint32Array {
  return view.deriveOf(rowsInScope(view, { ...scope, includeSubtasks: true }), subtasksAmong);
}

const subtasksAmong = ({ table }: FlowView, rows: Uint32Array): Uint32Array =>
  rows.filter((row) => table.subtask[row] === 1);

/** Rows by scope, the latest last. */
function recentScopes(_view: FlowView): Map<string, Uint32Array> {
  return new Map();
}

function selectRows(view: FlowView, scope: Scope): Uint32Array {
  const { table } = view;
  const { strings, labelStart, label } = table;
  const teamOf = view.derive(teamOfProject);
  const projects = markPlaces(strings, scope.projectIds);
  const teams = scope.teamIds && new Set(scope.teamIds);
  const ofTeams = teams && Uint8Array.from(strings, (text) => (teams.has(teamOf(text)) ? 1 : 0));
  const types = markPlaces(strings, scope.types);
  const labels = markPlaces(strings, scope.labels);
  const inEpics = scope.epicKeys && descendants(view, scope.epicKeys);
  const rows = new Uint32Array(table.rowCount);
  let end = 0;
  for (let row = 0; row < table.rowCount; row += 1) {
    if (!scope.includeSubtasks && table.subtask[row] === 1) continue;
    if ((table.createdAt[row] ?? 0) > view.asOf) continue;
    if (projects && projects[table.project[row] ?? 0] === 0) continue;
    if (ofTeams && ofTeams[table.project[row] ?? 0] === 0) continue;
    if (types && types[table.type[row] ?? 0] === 0) continue;
    if (labels && !label.subarray(labelStart[row], labelStart[row + 1]).some((place) => labels[place] === 1)) continue;
    if (inEpics && inEpics[row] === 0) continue;
    rows[end] = row;
    end += 1;
  }
  return rows.slice(0, end);
}

/** 1 at the place of each of the texts; null for no restriction. */
function markPlaces(strings: readonly string[], texts: readonly string[] | undefined): Uint8Array | null {
  if (!texts) return null;
  const wanted = new Set(texts);
  return Uint8Array.from(strings, (text) => (wanted.has(text) ? 1 : 0));
}

/** Deeper than any hierarchy of Jira; parent chains that bite their own tail, which real data has, end here. */
const deepest = 32;

/** 1 for each row below one of the epics, however deep; an epic is not below itself. */
function descendants({ table }: FlowView, epicKeys: readonly string[]): Uint8Array {
  const parents = table.parentRows();
  const epics = new Set(epicKeys.map((key) => table.rowOfKey(key)));
  const below = new Uint8Array(table.rowCount);
  for (let row = 0; row < table.rowCount; row += 1) {
    let ancestor = parents[row] ?? -1;
    for (let depth = 0; ancestor >= 0 && depth < deepest && below[row] === 0; depth += 1) {
      if (epics.has(ancestor) || (below[ancestor] === 1 && ancestor !== row)) below[row] = 1;
      ancestor = parents[ancestor] ?? -1;
    }
  }
  return below;
}
