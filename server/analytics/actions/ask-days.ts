import { type LocalDay, localDateText } from '../clocks/local-date.ts';
import { previousWindow, withDaysBefore } from '../clocks/window-of.ts';
import { costPeriods } from '../money/cost-periods.ts';
import type { MoneyQuestion } from '../money/money-question.ts';
import { type ActionWorld, askWorld } from './action-world.ts';

/**
 * A question about the local days from `firstDay` to `lastDay`, both included, however many they are: `askWorld` takes two
 * years at most. Cut at asOf; null when none of them has begun by then.
 */
export function askDays(
  world: ActionWorld,
  teamId: string | null,
  firstDay: LocalDay,
  lastDay: LocalDay,
): MoneyQuestion | null {
  const { view, clocks, settings, locked } = world;
  const end = Math.min(lastDay, clocks.local.dayOf(view.asOf));
  if (end < firstDay) return null;
  const date = localDateText(end);
  const question = askWorld(world, teamId, { from: date, to: date });
  if (!question) return null;
  const window = withDaysBefore(question.window, end - firstDay, clocks.local);
  const previous = previousWindow(window, clocks.local);
  return { ...question, window, previous, costs: costPeriods(window, settings.costModel, locked) };
}
