import type { CostModel } from '../../domain/cost-model.ts';
import type { LocalDay } from '../clocks/local-date.ts';

/** Days to which one cost model applies: `from` up to, but not including, `to`. */
export interface CostPeriod {
  readonly from: LocalDay;
  readonly to: LocalDay;
  readonly model: CostModel;
}
