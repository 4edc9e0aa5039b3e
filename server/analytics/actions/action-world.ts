import type { LockedMonth } from '../../domain/cost-model.ts';
import type { Scope } from '../../domain/question.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Clocks } from '../clocks/clocks-of.ts';
import type { WindowRequest } from '../clocks/window-of.ts';
import type { FlowView } from '../flow-view/flow-view.ts';
import { questionOf } from '../metrics/question.ts';
import { type MoneyQuestion, moneyQuestionOf } from '../money/money-question.ts';

/** What every question about an action is asked of. */
export interface ActionWorld {
  readonly view: FlowView;
  readonly clocks: Clocks;
  readonly settings: Pick<Settings, 'costModel' | 'workingCalendar'>;
  readonly locked: readonly LockedMonth[];
}

/**
 * A question about the issues of one team, or of all for null, on the working clock. Null when the window is none: it has
 * not begun by asOf, or is longer than two years.
 */
export function askWorld(
  { view, clocks, settings, locked }: ActionWorld,
  teamId: string | null,
  window: WindowRequest,
): MoneyQuestion | null {
  const scope: Scope = { includeSubtasks: false, ...(teamId !== null && { teamIds: [teamId] }) };
  const question = questionOf(view, clocks, { scope, window, clock: 'WORKING' });
  return question.ok ? moneyQuestionOf(question.value, clocks, settings, locked) : null;
}
