import { type ItemValues, itemValues } from '../../analytics/money/delay/item-values.ts';
import type { JiraView } from '../connection/jira-view.ts';

/**
 * What a week of not having each issue costs, by what the viewer's time is worth today: computed when it is asked for. For
 * `JiraView.derive`.
 */
export async function presentValues(view: JiraView): Promise<() => ItemValues> {
  const [flow, settings, clocks] = await Promise.all([view.flow(), view.settings(), view.clocks()]);
  return () => itemValues(flow, settings.costModel, clocks.of.WORKING, settings.workingCalendar);
}
