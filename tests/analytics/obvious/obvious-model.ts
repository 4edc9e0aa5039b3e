import { type CostModel, defaultCostModel } from '../../../server/domain/cost-model.ts';

/** A class that many issues of made-up worlds and of AVRO have, and a dearer one that few have. */
export const obviousModel: CostModel = {
  ...defaultCostModel,
  paybackWeeks: 20,
  valueClasses: [
    { match: 'hIGH', perWeek: '700.70' },
    { match: 'Major', perWeek: '130' },
    { match: 'blue', perWeek: '1400.35' },
    { match: 'customer', perWeek: '2100.10' },
  ],
};
