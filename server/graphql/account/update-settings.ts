import { Arg, Ctx, Field, Float, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Weekday } from '../../domain/settings.ts';
import { type MutationContext, writerOf } from '../context.ts';
import { LocalDate, TimeZone } from '../shared/scalars.ts';
import { Payload } from '../shared/user-error-type.ts';
import { SettingsType, WeekdayEnum } from './settings-types.ts';

@InputType({ description: 'Working hours of one weekday, local time.' })
export class WorkingDayInput {
  @Field(() => WeekdayEnum, { description: 'Which day; each once at most.' })
  weekday!: Weekday;
  @Field(() => String, { description: 'When work begins: "09:00".' })
  start!: string;
  @Field(() => String, { description: 'When it ends, later on the same day: "17:00"; "24:00" is midnight.' })
  end!: string;
}

@InputType({ description: 'What shall count as working time. Lists and numbers that are absent or null stay.' })
export class WorkingCalendarInput {
  @Field(() => [WorkingDayInput], {
    description:
      'The whole week; a day that is missing is free, one at least is not. The first one lends its hours to extra working days that are free otherwise.',
  })
  days!: WorkingDayInput[];
  @Field(() => [LocalDate], {
    nullable: true,
    description: 'Every day without work, 1,000 at most; an empty list for none. The present ones stay when absent.',
  })
  holidays?: string[] | null;
  @Field(() => [LocalDate], {
    nullable: true,
    description:
      'Every day with work that would be free, 1,000 at most; an empty list for none. The present ones stay when absent.',
  })
  extraWorkingDays?: string[] | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Turns working seconds into days: more than 0, at most 24. The present number stays when absent.',
  })
  hoursPerDay?: number | null;
}

@InputType({ description: 'What of the settings shall change; what is absent or null stays.' })
export class UpdateSettingsInput {
  @Field(() => TimeZone, { nullable: true, description: 'Zone of every local day and hour.' })
  timeZone?: string | null;
  @Field(() => String, { nullable: true, description: 'How dates and numbers are written, BCP 47: "en-GB".' })
  locale?: string | null;
  @Field(() => WorkingCalendarInput, { nullable: true, description: 'What shall count as working time.' })
  workingCalendar?: WorkingCalendarInput | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether links that say "is blocked by" block an issue as its flag does.',
  })
  blockedByLinks?: boolean | null;
}

@ObjectType({ description: 'The settings as they are now.' })
export class UpdateSettingsPayload extends Payload {
  @Field(() => SettingsType, { nullable: true, description: 'Null when it was refused.' })
  settings!: SettingsType | null;
}

@Resolver()
export class UpdateSettingsResolver {
  @Mutation(() => UpdateSettingsPayload, {
    description: 'Changes how time is counted and written. Every figure follows at once, of the past too.',
  })
  async updateSettings(
    @Arg('input', () => UpdateSettingsInput, { description: 'What shall change.' }) input: UpdateSettingsInput,
    @Ctx() context: MutationContext,
  ): Promise<UpdateSettingsPayload> {
    const writer = writerOf(context);
    const outcome = await writer.updateSettings(input);
    return outcome.ok
      ? { settings: new SettingsType(outcome.value, writer), userErrors: [] }
      : { settings: null, userErrors: outcome.errors };
  }
}
