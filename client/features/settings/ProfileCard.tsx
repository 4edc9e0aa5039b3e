import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Card } from '../../ui/Card.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';

const profileFragment = graphql(`
  fragment ProfileCard_viewer on Viewer {
    name
    email
    createdAt
    settings {
      timeZone
      locale
      workingCalendar {
        hoursPerDay
        days {
          weekday
          start
          end
        }
        holidays
      }
    }
  }
`);

const weekdays: Record<string, string> = {
  MONDAY: 'Mon',
  TUESDAY: 'Tue',
  WEDNESDAY: 'Wed',
  THURSDAY: 'Thu',
  FRIDAY: 'Fri',
  SATURDAY: 'Sat',
  SUNDAY: 'Sun',
};

/** Who is signed in, and the clock every number is computed on. */
export function ProfileCard(props: { viewer: FragmentType<typeof profileFragment> }) {
  const { name, email, createdAt, settings } = readFragment(profileFragment, props.viewer);
  const formats = useFormats();
  const calendar = settings.workingCalendar;
  const facts = [
    ['Name', name],
    ['Email', email],
    ['Member since', formats.date(createdAt)],
    ['Time zone', settings.timeZone],
    ['Language and formats', settings.locale],
    ['Working hours', calendar.days.map((day) => `${weekdays[day.weekday]} ${day.start}–${day.end}`).join(', ')],
    ['A working day is', `${formats.number(calendar.hoursPerDay)} hours`],
    ['Holidays', calendar.holidays.length === 0 ? 'None' : calendar.holidays.map(formats.date).join(', ')],
  ];
  return (
    <Card title="Profile">
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[12rem_1fr]">
        {facts.map(([term, value]) => (
          <div key={term} className="contents">
            <dt className="text-ink-muted">{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
