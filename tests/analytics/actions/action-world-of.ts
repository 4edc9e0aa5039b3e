import type { ActionWorld } from '../../../server/analytics/actions/action-world.ts';
import { clocksOf } from '../../../server/analytics/clocks/clocks-of.ts';
import type { LockedMonth } from '../../../server/domain/cost-model.ts';
import type { Settings } from '../../../server/domain/settings.ts';
import type { RandomWorld } from '../../support/random-world.ts';
import { settingsIn } from '../../support/settings.ts';
import { viewWorld } from '../../support/view-world.ts';

/** What actions are asked of, in a world; in UTC, nine to five, at the default rate unless told otherwise. */
export function actionWorldOf(
  world: RandomWorld,
  settings: Settings = settingsIn('UTC'),
  locked: readonly LockedMonth[] = [],
): ActionWorld {
  return { view: viewWorld(world), clocks: clocksOf(settings), settings, locked };
}
