import type { CostModel } from '../../domain/cost-model.ts';
import type { WorkingCalendar } from '../../domain/settings.ts';
import { Decimal } from './decimal.ts';

/** What an hour of work costs: the hourly rate × burden (METRICS 4, "Loaded rate"). Roles have no people yet, so it is one for all. */
export function loadedHour({ defaultHourlyRate, burden }: Pick<CostModel, 'defaultHourlyRate' | 'burden'>): Decimal {
  return new Decimal(defaultHourlyRate).times(burden);
}

/** What a person's working day costs: hoursPerDay × the loaded rate. */
export function paidDay(model: CostModel, { hoursPerDay }: Pick<WorkingCalendar, 'hoursPerDay'>): Decimal {
  return loadedHour(model).times(hoursPerDay);
}
