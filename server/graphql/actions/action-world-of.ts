import type { ActionWorld } from '../../analytics/actions/action-world.ts';
import type { JiraView } from '../connection/jira-view.ts';

/** What questions about actions are asked of, for one request. For `JiraView.derive`. */
export async function actionWorldOf(view: JiraView): Promise<ActionWorld> {
  const [flow, clocks, settings, months] = await Promise.all([
    view.flow(),
    view.clocks(),
    view.settings(),
    view.lockedMonths(),
  ]);
  // Of another currency are only months that have been unlocked meanwhile.
  const locked = months.filter(({ model }) => model.currency === settings.costModel.currency);
  return { view: flow, clocks, settings, locked };
}
