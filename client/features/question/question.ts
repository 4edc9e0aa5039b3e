import type { Clock, ScopeInput, WindowInput } from '../../gql/graphql.ts';

/** Which part of the work is asked about, over which time, on which clock. It lives in the address. */
export interface Question {
  readonly projectIds: readonly string[];
  readonly teamIds: readonly string[];
  readonly types: readonly string[];
  readonly labels: readonly string[];
  /** Only what is below one of these epics. */
  readonly epicKeys: readonly string[];
  readonly includeSubtasks: boolean;
  readonly window: { readonly days: number } | { readonly from: string; readonly to: string };
  readonly clock: Clock;
}

export const windowChoices = [30, 90, 180, 365] as const;
const defaultDays = 90;
/** The schema's bounds of a window. */
const longestDays = 730;

const questionKeys = ['project', 'team', 'type', 'label', 'epic', 'subtasks', 'days', 'from', 'to', 'clock'];

const isLocalDate = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

function readWindow(search: URLSearchParams): Question['window'] {
  const from = search.get('from');
  const to = search.get('to');
  if (isLocalDate(from) && isLocalDate(to) && from <= to) return { from, to };
  const days = Number(search.get('days'));
  return { days: Number.isInteger(days) && days >= 1 && days <= longestDays ? days : defaultDays };
}

/** What an address asks; anything unreadable in it counts as not said. */
export function readQuestion(search: URLSearchParams): Question {
  return {
    projectIds: search.getAll('project'),
    teamIds: search.getAll('team'),
    types: search.getAll('type'),
    labels: search.getAll('label'),
    epicKeys: search.getAll('epic'),
    includeSubtasks: search.get('subtasks') === 'yes',
    window: readWindow(search),
    clock: search.get('clock') === 'calendar' ? 'CALENDAR' : 'WORKING',
  };
}

/** The same search with another question in it; defaults are left out, other keys stay. */
export function writeQuestion(search: URLSearchParams, question: Question): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const key of questionKeys) next.delete(key);
  for (const id of question.projectIds) next.append('project', id);
  for (const id of question.teamIds) next.append('team', id);
  for (const type of question.types) next.append('type', type);
  for (const label of question.labels) next.append('label', label);
  for (const key of question.epicKeys) next.append('epic', key);
  if (question.includeSubtasks) next.set('subtasks', 'yes');
  if ('from' in question.window) {
    next.set('from', question.window.from);
    next.set('to', question.window.to);
  } else if (question.window.days !== defaultDays) next.set('days', String(question.window.days));
  if (question.clock === 'CALENDAR') next.set('clock', 'calendar');
  return next;
}

/** Only the question of an address, for links to other pages that answer it. */
export function questionPart(search: URLSearchParams): string {
  return writeQuestion(new URLSearchParams(), readQuestion(search)).toString();
}

export interface QuestionVariables {
  readonly scope: ScopeInput;
  readonly window: WindowInput;
  readonly clock: Clock;
}

/** The question as the schema's inputs. An empty list means "all" here and "none" there, so it is left out. */
export function questionVariables(question: Question): QuestionVariables {
  return {
    scope: {
      ...(question.projectIds.length > 0 && { projectIds: [...question.projectIds] }),
      ...(question.teamIds.length > 0 && { teamIds: [...question.teamIds] }),
      ...(question.types.length > 0 && { types: [...question.types] }),
      ...(question.labels.length > 0 && { labels: [...question.labels] }),
      ...(question.epicKeys.length > 0 && { epicKeys: [...question.epicKeys] }),
      ...(question.includeSubtasks && { includeSubtasks: true }),
    },
    window: { ...question.window },
    clock: question.clock,
  };
}
