import { askWorld } from '../../analytics/actions/action-world.ts';
import { measureMetric } from '../../analytics/actions/measure-metric.ts';
import { localDateText } from '../../analytics/clocks/local-date.ts';
import type { Action, ActionBaseline } from '../../domain/action.ts';
import type { JiraView } from '../connection/jira-view.ts';
import { actionWorldOf } from './action-world-of.ts';
import { circumstancesOf } from './circumstances-of.ts';

/** The metric over the default window, which ends at asOf, with what else could move it. */
export async function freezeBaseline(
  view: JiraView,
  { metric, stageId, teamId }: Pick<Action, 'metric' | 'stageId' | 'teamId'>,
): Promise<Omit<ActionBaseline, 'frozenAt'>> {
  const question = askWorld(await view.derive(actionWorldOf), teamId, {});
  if (!question) throw new Error('the default window ends at asOf, and so has begun by then');
  const { window } = question;
  const { value, n } = measureMetric(question, metric, stageId);
  return {
    value,
    n,
    firstDate: localDateText(window.firstDay),
    lastDate: localDateText(window.firstDay + window.dayCount - 1),
    from: new Date(window.from * 1000),
    to: new Date(window.to * 1000),
    circumstances: await circumstancesOf(view, teamId, question),
  };
}
