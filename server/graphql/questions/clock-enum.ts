import { registerEnumType } from 'type-graphql';
import { enumOf } from '../shared/enum-of.ts';

export const ClockEnum = enumOf(['WORKING', 'CALENDAR'] as const);
registerEnumType(ClockEnum, {
  name: 'Clock',
  description: 'Which seconds count.',
  valuesConfig: {
    WORKING: { description: "Those inside the working hours of the viewer's calendar." },
    CALENDAR: { description: 'All of them.' },
  },
});

/** The description of every clock argument. */
export const clockArgument = { nullable: true, defaultValue: 'WORKING', description: 'Which seconds count.' } as const;
