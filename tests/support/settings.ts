import { defaultCostModel } from '../../server/domain/cost-model.ts';
import { defaultWorkingCalendar, type Settings } from '../../server/domain/settings.ts';

/** Nine to five from Monday to Friday, in a zone without summer time unless another is named. */
export const settingsIn = (timeZone = 'UTC'): Settings => ({
  timeZone,
  locale: 'en-GB',
  workingCalendar: defaultWorkingCalendar,
  blockedByLinks: false,
  costModel: defaultCostModel,
});
