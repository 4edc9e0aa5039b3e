import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { type Settings, type Weekday, type WorkingCalendar, type WorkingDay, weekdays } from '../../domain/settings.ts';
import { enumOf } from '../shared/enum-of.ts';
import { LocalDate, TimeZone } from '../shared/scalars.ts';
import { CostModelType, costModelOf } from './cost-model-types.ts';

export const WeekdayEnum = enumOf(weekdays);
registerEnumType(WeekdayEnum, {
  name: 'Weekday',
  description: 'A day of the week.',
  valuesConfig: Object.fromEntries(
    weekdays.map((day) => [day, { description: `${day.charAt(0)}${day.slice(1).toLowerCase()}.` }]),
  ),
});

@ObjectType('WorkingDay', { description: 'Working hours of one weekday, local time.' })
export class WorkingDayType implements WorkingDay {
  @Field(() => WeekdayEnum, { description: 'Which day.' })
  weekday!: Weekday;
  @Field(() => String, { description: 'When work begins: "09:00".' })
  start!: string;
  @Field(() => String, { description: 'When it ends: "17:00".' })
  end!: string;
}

@ObjectType('WorkingCalendar', { description: 'What counts as working time.' })
export class WorkingCalendarType implements WorkingCalendar {
  @Field(() => [WorkingDayType], { description: 'The weekly hours; a day that is missing is free.' })
  days!: readonly WorkingDay[];
  @Field(() => [LocalDate], { description: 'Days without work.' })
  holidays!: readonly string[];
  @Field(() => [LocalDate], { description: 'Days with work that would be free; they win over holidays.' })
  extraWorkingDays!: readonly string[];
  @Field(() => Float, { description: 'Turns working seconds into days.' })
  hoursPerDay!: number;
}

@ObjectType('Settings', { description: 'How the viewer wants time counted and written.' })
export class SettingsType implements Omit<Settings, 'costModel'> {
  @Field(() => TimeZone, { description: 'Every local day and hour is of this zone.' })
  timeZone!: string;
  @Field(() => String, { description: 'How dates and numbers are written: "en-GB".' })
  locale!: string;
  @Field(() => WorkingCalendarType, { description: 'What counts as working time.' })
  workingCalendar!: WorkingCalendar;
  @Field(() => Boolean, {
    description:
      'Whether an issue counts as blocked, beside the flag, while a link says that it is blocked by one that is not done.',
  })
  blockedByLinks!: boolean;
  @Field(() => CostModelType, { description: 'What time is worth.' })
  costModel!: CostModelType;
}

export const settingsOf = (settings: Settings): SettingsType => ({
  ...settings,
  costModel: costModelOf(settings.costModel),
});
