import type { CostModel, LockedMonth } from '../../domain/cost-model.ts';
import { type LocalDay, localDateText } from '../clocks/local-date.ts';
import type { LocalWindow } from '../clocks/window-of.ts';
import type { CostPeriod } from './cost-period.ts';

/** The days of a window by the model that holds for them: today's, and in locked months the one they were locked with. */
export function costPeriods(
  { firstDay, dayCount }: Pick<LocalWindow, 'firstDay' | 'dayCount'>,
  model: CostModel,
  locked: readonly LockedMonth[],
): CostPeriod[] {
  const lockedModels = new Map(locked.map((month) => [month.month, month.model]));
  const modelOn = (day: LocalDay): CostModel =>
    lockedModels.size === 0 ? model : (lockedModels.get(`${localDateText(day).slice(0, 7)}-01`) ?? model);
  const periods: CostPeriod[] = [];
  let from = firstDay;
  for (let day = firstDay; day < firstDay + dayCount; day += 1) {
    const isLast = day + 1 === firstDay + dayCount;
    if (!isLast && modelOn(day + 1).version === modelOn(day).version) continue;
    periods.push({ from, to: day + 1, model: modelOn(day) });
    from = day + 1;
  }
  return periods;
}
