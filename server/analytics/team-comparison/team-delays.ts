import type { Team } from '../../domain/team.ts';
import { costModelAtEnd } from '../money/cost-model-at-end.ts';
import { delayByPlace } from '../money/delay/delay-cost.ts';
import { delayEstimate } from '../money/delay/delay-estimate.ts';
import { tellDelay } from '../money/delay/tell-delay.ts';
import type { Estimate } from '../money/estimate.ts';
import type { MoneyQuestion } from '../money/money-question.ts';
import { teamPlaces } from './team-places.ts';

/**
 * What waiting cost in each of the teams, in their order: in the team whose project the issue was in then. Null for one in
 * which nothing of a value waited.
 */
export function teamDelays(question: MoneyQuestion, teams: readonly Team[]): (Estimate | null)[] {
  const { segmentProject } = question.view.table;
  const places = teamPlaces(question.view, teams);
  // Behind the teams the projects that Jira no longer shows: they have no row, but their part of the whole.
  const placeOf = (segment: number): number => {
    const place = places[segmentProject[segment] ?? 0] ?? -1;
    return place < 0 ? teams.length : place;
  };
  const costs = delayByPlace(question, placeOf, teams.length + 1);
  const model = costModelAtEnd(question);
  const told = tellDelay(question, costs, model.currency);
  return teams.map((_, place) => {
    const cost = costs[place];
    return cost && cost.rows.length > 0 ? delayEstimate(cost, model, { told: told[place] }) : null;
  });
}
