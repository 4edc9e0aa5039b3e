import { deliveredWithin } from '../flow-view/delivered-within.ts';
import { qualityOf } from '../quality/quality-of.ts';
import { comparedTeams } from '../team-comparison/compared-teams.ts';
import { teamPlaces } from '../team-comparison/team-places.ts';
import { whyNotComparable } from '../team-comparison/why-not-comparable.ts';
import { workTraits } from '../team-comparison/work-traits.ts';
import type { ActionWorld } from './action-world.ts';
import { askDays } from './ask-days.ts';
import type { TrialDays } from './trial-days.ts';

/**
 * The other teams whose work was like that of the team in the baseline's days, and in which nothing of the kind was tried:
 * what has happened to them would have happened to it anyway. Null when there is no such team (any more).
 */
export function comparableTeams(
  world: ActionWorld,
  teamId: string,
  touchedTeamIds: readonly string[],
  { firstDay, lastDay }: TrialDays,
): string[] | null {
  const { view } = world;
  const teams = comparedTeams(view, { includeSubtasks: false });
  const its = teams.findIndex(({ id }) => id === teamId);
  if (its < 0) return null;
  const question = askDays(world, null, firstDay, lastDay);
  if (!question) return [];
  const { project } = view.table;
  const places = teamPlaces(view, teams);
  const delivered = teams.map((): number[] => []);
  for (const row of deliveredWithin(view, question.rows, question.window))
    delivered[places[project[row] ?? 0] ?? -1]?.push(row);
  const rowsOf = (place: number): Uint32Array => Uint32Array.from(delivered[place] ?? []);
  const others = workTraits(view, rowsOf(its));
  return teams.flatMap(({ id }, place) => {
    if (place === its || touchedTeamIds.includes(id)) return [];
    const rows = rowsOf(place);
    const reasons = whyNotComparable({
      own: workTraits(view, rows),
      others,
      otherTeams: 1,
      grade: qualityOf(view, rows).grade,
      stages: view.stages,
      days: question.window.dayCount,
    });
    return reasons.length === 0 ? [id] : [];
  });
}
