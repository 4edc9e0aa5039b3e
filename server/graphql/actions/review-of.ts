import { askWorld } from '../../analytics/actions/action-world.ts';
import { confoundersOf } from '../../analytics/actions/confounders-of.ts';
import { judgeAction } from '../../analytics/actions/judge-action.ts';
import { guardsOf } from '../../analytics/actions/metric-traits.ts';
import { localDateText } from '../../analytics/clocks/local-date.ts';
import type { Action, ActionOutcome } from '../../domain/action.ts';
import type { JiraView } from '../connection/jira-view.ts';
import { actionWorldOf } from './action-world-of.ts';
import { circumstancesOf } from './circumstances-of.ts';

/** What a review of an action finds, by all that is known now. */
export async function reviewOf(view: JiraView, action: Action): Promise<Omit<ActionOutcome, 'reviewedAt'>> {
  const world = await view.derive(actionWorldOf);
  const { metric, stageId, teamId, baseline, begunAt, reviewOn, origin } = action;
  const begunOn = begunAt && localDateText(world.clocks.local.dayOf(Math.floor(begunAt.getTime() / 1000)));
  const judgement = judgeAction(world, {
    metric,
    stageId,
    teamId,
    baseline,
    begunOn,
    reviewOn,
    promise: origin,
    guardMetrics: guardsOf(metric),
    touchedTeamIds: await touchedTeams(view, action),
  });
  const question = askWorld(world, teamId, {});
  if (!question) throw new Error('the default window ends at asOf, and so has begun by then');
  const present = await circumstancesOf(view, teamId, question);
  return { ...judgement, confounders: confoundersOf(baseline.circumstances, present) };
}

/**
 * Teams in which another action has begun and was not given up: they are no measure of what happens without. All of them
 * when such an action is about everything.
 */
async function touchedTeams(view: JiraView, { id }: Action): Promise<readonly string[]> {
  const begun = (await view.reader.actions()).filter(
    (action) => action.id !== id && action.begunAt !== null && action.state !== 'DISMISSED',
  );
  const named = begun.flatMap(({ teamId }) => teamId ?? []);
  return named.length === begun.length ? named : (await view.teams()).map((team) => team.id);
}
