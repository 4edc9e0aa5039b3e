import { registerEnumType } from 'type-graphql';
import { granularities } from '../../analytics/flow-series/periods-of.ts';
import { enumOf } from '../shared/enum-of.ts';

export const GranularityEnum = enumOf(granularities);
registerEnumType(GranularityEnum, {
  name: 'Granularity',
  description: 'How much time one value of a series stands for.',
  valuesConfig: {
    DAY: { description: 'A local day. Every day of the window is there.' },
    WEEK: { description: 'A week that lies wholly inside the window, dated by its Monday.' },
    MONTH: { description: 'A calendar month that lies wholly inside the window, dated by its first day.' },
  },
});
