import { clocksOf } from '../../server/analytics/clocks/clocks-of.ts';
import type { WindowRequest } from '../../server/analytics/clocks/window-of.ts';
import { questionOf } from '../../server/analytics/metrics/question.ts';
import { type MoneyQuestion, moneyQuestionOf } from '../../server/analytics/money/money-question.ts';
import type { LockedMonth } from '../../server/domain/cost-model.ts';
import type { Scope } from '../../server/domain/question.ts';
import type { Settings } from '../../server/domain/settings.ts';
import type { RandomWorld } from './random-world.ts';
import { settingsIn } from './settings.ts';
import { viewWorld } from './view-world.ts';

export interface MoneyRequest {
  readonly window: WindowRequest;
  readonly scope?: Scope;
  readonly settings?: Settings;
  readonly locked?: readonly LockedMonth[];
}

/** A question about what a world costs; in UTC, nine to five, at the rate of the default model unless told otherwise. */
export function askMoneyWorld(
  world: RandomWorld,
  { window, scope = { includeSubtasks: false }, settings = settingsIn('UTC'), locked = [] }: MoneyRequest,
): MoneyQuestion {
  const clocks = clocksOf(settings);
  const outcome = questionOf(viewWorld(world), clocks, { scope, window, clock: 'WORKING' });
  if (!outcome.ok) throw new Error(outcome.errors[0]?.message);
  return moneyQuestionOf(outcome.value, clocks, settings, locked);
}
