import { createHash } from 'node:crypto';
import { paidPeople } from '../../analytics/money/labour/paid-people.ts';
import type { MoneyQuestion } from '../../analytics/money/money-question.ts';
import type { Circumstances } from '../../domain/action.ts';
import type { JiraView } from '../connection/jira-view.ts';

/** What else could move a metric of a team, or of all for null, as things are now. People are those of the question. */
export async function circumstancesOf(
  view: JiraView,
  teamId: string | null,
  question: MoneyQuestion,
): Promise<Circumstances> {
  const [{ stages }, settings, teams, projects] = await Promise.all([
    view.workflow(),
    view.settings(),
    view.teams(),
    view.projects(),
  ]);
  const { days, holidays, extraWorkingDays, hoursPerDay } = settings.workingCalendar;
  const team = teams.find((candidate) => candidate.id === teamId);
  const projectIds = teamId === null ? projects.map(({ id }) => id) : (team?.projectIds ?? []);
  return {
    // Not their names, nor their limits: these move no metric.
    stages: digestOf(stages.map(({ id, kind, statusIds }) => [id, kind, [...statusIds].sort()])),
    calendar: digestOf([
      settings.timeZone,
      days.map(({ weekday, start, end }) => `${weekday} ${start} ${end}`).sort(),
      [...holidays].sort(),
      [...extraWorkingDays].sort(),
      hoursPerDay,
    ]),
    team: digestOf([...projectIds].sort()),
    blockedByLinks: settings.blockedByLinks,
    currency: settings.costModel.currency,
    people: paidPeople(question).reduce((sum, isPaid) => sum + isPaid, 0),
  };
}

/** Tells whether two of the same kind are alike, and nothing else of them. */
export const digestOf = (parts: unknown): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex');
