import { Arg, Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type Settings, type Weekday, type WorkingCalendar, type WorkingDay, weekdays } from '../../domain/settings.ts';
import type { Reader } from '../../store/repository/reader.ts';
import { enumOf } from '../shared/enum-of.ts';
import { afterArgument, checkFirst, firstArgument, pageOf, readCursor } from '../shared/paging.ts';
import { LocalDate, TimeZone } from '../shared/scalars.ts';
import { CostModelType, costModelOf } from './cost-model-types.ts';
import { CostModelVersionConnection, CostModelVersionType, costModelVersionOf } from './cost-model-version.ts';

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
  readonly timeZone: string;
  @Field(() => String, { description: 'How dates and numbers are written: "en-GB".' })
  readonly locale: string;
  @Field(() => WorkingCalendarType, { description: 'What counts as working time.' })
  readonly workingCalendar: WorkingCalendar;
  @Field(() => Boolean, {
    description:
      'Whether an issue counts as blocked, beside the flag, while a link says that it is blocked by one that is not done.',
  })
  readonly blockedByLinks: boolean;
  @Field(() => CostModelType, { description: 'What time is worth.' })
  readonly costModel: CostModelType;
  readonly #viewer: Reader;

  constructor(settings: Settings, viewer: Reader) {
    this.timeZone = settings.timeZone;
    this.locale = settings.locale;
    this.workingCalendar = settings.workingCalendar;
    this.blockedByLinks = settings.blockedByLinks;
    this.costModel = costModelOf(settings.costModel);
    this.#viewer = viewer;
  }

  @Field(() => CostModelVersionConnection, {
    description: 'The cost model through its versions, newest first; the last 500 are kept.',
  })
  async costModelVersions(
    @Arg('first', () => Int, { defaultValue: 20, ...firstArgument }) first: number,
    @Arg('after', () => String, afterArgument) after: string | null,
  ): Promise<CostModelVersionConnection> {
    checkFirst(first);
    const from = readCursor(after);
    const versions = await this.#viewer.costModelsBefore(from === null ? null : Number(from), first + 1);
    return pageOf(
      versions,
      first,
      from !== null,
      ({ model }) => String(model.version),
      costModelVersionOf,
    ) as CostModelVersionConnection;
  }

  @Field(() => CostModelVersionType, {
    nullable: true,
    description: 'The cost model that an answer names; null when there is no such version, or it is no longer kept.',
  })
  async costModelVersion(
    @Arg('version', () => Int, { description: 'Which version.' }) version: number,
  ): Promise<CostModelVersionType | null> {
    const found = await this.#viewer.costModelAt(version);
    return found && costModelVersionOf(found);
  }
}
