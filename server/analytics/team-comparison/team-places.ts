import type { Team } from '../../domain/team.ts';
import type { FlowView } from '../flow-view/flow-view.ts';
import { teamOfProject } from '../flow-view/team-of-project.ts';

/** For each text of the flow table, read as a project's id, the place of its team among `teams`; −1 for none of them. */
export function teamPlaces(view: FlowView, teams: readonly Team[]): Int32Array {
  const teamOf = view.derive(teamOfProject);
  const placeOf = new Map(teams.map(({ id }, place) => [id, place]));
  return Int32Array.from(view.table.strings, (text) => placeOf.get(teamOf(text)) ?? -1);
}
