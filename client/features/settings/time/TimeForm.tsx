import { useEffect, useRef, useState } from 'react';
import { useMutation } from 'urql';
import { type FragmentType, graphql, readFragment } from '../../../gql/index.ts';
import { Card } from '../../../ui/Card.tsx';
import { ComboField } from '../../../ui/ComboField.tsx';
import { Field } from '../../../ui/Field.tsx';
import { toast } from '../../../ui/toast.ts';
import { useNow } from '../../../ui/use-now.ts';
import { failureWords } from '../../api/failure-words.ts';
import { FormErrors } from '../../session/FormErrors.tsx';
import { SaveBar } from '../SaveBar.tsx';
import { UnsavedChanges } from '../UnsavedChanges.tsx';
import { useDraft } from '../use-draft.ts';
import { DateList } from './DateList.tsx';
import { localeChoices, localeLabel } from './locale-choices.ts';
import { type TimeDraft, timeDraft, timeInput } from './time-draft.ts';
import { type SortedTimeErrors, sortTimeErrors, unsendable } from './time-errors.ts';
import { localeSample, timeWords } from './time-words.ts';
import { WeekHours } from './WeekHours.tsx';
import { zoneChoices, zoneLabel, zoneOffset } from './zone-choices.ts';

const timeSettingsFragment = graphql(`
  fragment TimeSettings_settings on Settings {
    timeZone
    locale
    workingCalendar {
      days {
        weekday
        start
        end
      }
      holidays
      extraWorkingDays
      hoursPerDay
    }
  }
`);

const timeFormFragment = graphql(`
  fragment TimeForm_viewer on Viewer {
    settings {
      ...TimeSettings_settings
    }
  }
`);

const updateSettingsMutation = graphql(`
  mutation UpdateSettings($input: UpdateSettingsInput!) {
    updateSettings(input: $input) {
      settings {
        ...TimeSettings_settings
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

const none: SortedTimeErrors = { byPart: {}, form: [] };

/** The clock and the calendar that every figure is computed on. Nothing changes until it is saved. */
export function TimeForm(props: { viewer: FragmentType<typeof timeFormFragment> }) {
  const { settings } = readFragment(timeFormFragment, props.viewer);
  const saved = timeDraft(readFragment(timeSettingsFragment, settings));
  const { draft, base, changed, change, undo, settle } = useDraft(saved);
  const [, updateSettings] = useMutation(updateSettingsMutation);
  const [saving, setSaving] = useState(false);
  const [errors, setErrors] = useState(none);
  const now = useNow(30_000);
  const form = useRef<HTMLFormElement>(null);
  const refused = useRef(false);

  // What was refused may be out of sight.
  useEffect(() => {
    if (!refused.current) return;
    refused.current = false;
    const first = form.current?.querySelector('[aria-invalid=true], [role=alert]');
    if (first instanceof HTMLElement) first.focus();
    first?.scrollIntoView({ block: 'center' });
  });

  function refuse(why: SortedTimeErrors) {
    refused.current = true;
    setErrors(why);
  }

  /** An error is about what was sent: it goes when its part changes. */
  function edit(to: Partial<TimeDraft>, ...parts: string[]) {
    change({ ...draft, ...to });
    const isOf = (part: string) => parts.some((one) => part === one || part.startsWith(`${one}.`));
    setErrors(({ byPart }) => ({
      byPart: Object.fromEntries(Object.entries(byPart).filter(([part]) => !isOf(part))),
      form: [],
    }));
  }

  async function save() {
    const missing = unsendable(draft);
    if (Object.keys(missing).length > 0) return refuse({ byPart: missing, form: [] });
    setSaving(true);
    const result = await updateSettings({ input: timeInput(draft, base) });
    setSaving(false);
    const payload = result.data?.updateSettings;
    if (!payload?.settings) {
      const told = payload?.userErrors ?? [];
      return refuse(
        told.length > 0
          ? sortTimeErrors(told, draft)
          : { byPart: {}, form: [failureWords(result.error ?? { graphQLErrors: [] })] },
      );
    }
    setErrors(none);
    settle(timeDraft(readFragment(timeSettingsFragment, payload.settings)));
    toast.success('Time and calendar saved', { description: 'Every report uses them from now on.' });
  }

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving && changed) void save();
      }}
      className="space-y-4 [&_button]:scroll-mb-28 [&_input]:scroll-mb-28"
    >
      <FormErrors messages={errors.form} />
      <div className="grid gap-4 xl:grid-cols-2 xl:items-start">
        <div className="space-y-4">
          <Card title="Time zone and formats" description="Every local day and hour is of this zone.">
            <div className="max-w-md space-y-4">
              <ComboField
                label="Time zone"
                value={draft.timeZone}
                shown={zoneLabel(draft.timeZone)}
                choices={(text) => zoneChoices(text, draft.timeZone, now)}
                hint={`${zoneOffset(draft.timeZone, now)} at present`}
                error={errors.byPart.timeZone}
                onChange={(timeZone) => edit({ timeZone }, 'timeZone')}
              />
              <ComboField
                label="Dates and numbers as in"
                value={draft.locale}
                shown={localeLabel(draft.locale)}
                choices={(text) => localeChoices(text, draft.locale)}
                hint={localeSample(draft.locale, draft.timeZone, now)}
                error={errors.byPart.locale}
                onChange={(locale) => edit({ locale }, 'locale')}
              />
            </div>
          </Card>
          <Card title="Working week" description="Only these hours count on the working clock.">
            <div className="max-w-md space-y-4">
              <WeekHours
                days={draft.days}
                errors={errors.byPart}
                onChange={(days) => edit({ days }, 'days', ...days.map((day) => day.weekday))}
              />
              <Field
                label="Hours a day"
                type="number"
                inputMode="decimal"
                min={0.25}
                max={24}
                step={0.25}
                required
                className="w-28"
                hint="Turns working hours into days: with 8, a duration of 12 hours is 1.5 days."
                value={draft.hoursPerDay}
                error={errors.byPart.hoursPerDay}
                onChange={(event) => edit({ hoursPerDay: event.target.value }, 'hoursPerDay')}
              />
            </div>
          </Card>
        </div>
        <Card title="Days that differ">
          <div className="space-y-6">
            <DateList
              title="Holidays"
              one="holiday"
              hint="Days without work."
              dates={draft.holidays}
              locale={draft.locale}
              error={errors.byPart.holidays}
              onChange={(holidays) => edit({ holidays }, 'holidays')}
            />
            <DateList
              title="Extra working days"
              one="extra day"
              hint="Days with work that would be free. They win over holidays, and have the hours of their weekday, or else of the first working day."
              dates={draft.extraWorkingDays}
              locale={draft.locale}
              error={errors.byPart.extraWorkingDays}
              onChange={(extraWorkingDays) => edit({ extraWorkingDays }, 'extraWorkingDays')}
            />
          </div>
        </Card>
      </div>
      <SaveBar
        label="What is entered"
        changed={changed}
        saving={saving}
        onUndo={() => {
          undo();
          setErrors(none);
        }}
      >
        <p role="status">{timeWords(draft, now)}</p>
      </SaveBar>
      <UnsavedChanges when={changed} what="time and calendar" />
    </form>
  );
}
