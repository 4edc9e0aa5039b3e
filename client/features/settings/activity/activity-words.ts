import type { Formats } from '../../../ui/format.ts';

/** What the words need of an entry. */
export interface LoggedEvent {
  readonly action: string;
  readonly detail?: string | null;
  readonly ip?: string | null;
}

/** An entry as it is shown. */
export interface EventWords {
  readonly sentence: string;
  /** What else the log has of it: ids. */
  readonly note: string | null;
}

const settingNames: Readonly<Record<string, string>> = {
  timeZone: 'time zone',
  locale: 'language and region',
  workingCalendar: 'working calendar',
  blockedByLinks: 'what blocks an issue',
};

/** The detail without who did it, and that token's name. */
function partsOf(detail: string | null): { readonly rest: string | null; readonly token: string | null } {
  const found = detail?.match(/^(?:(.*?), )?by token "(.*)"$/s);
  return found ? { rest: found[1] ?? null, token: found[2] ?? null } : { rest: detail, token: null };
}

const reaches: Readonly<Record<string, string>> = { READ: 'to read', 'READ, WRITE': 'to read and write' };

/** `"Nightly" (READ)` becomes `"Nightly", to read`. */
const tokenWords = (detail: string): string =>
  detail.replace(/ \((READ(?:, WRITE)?)\)$/, (all, scopes: string) => (reaches[scopes] ? `, ${reaches[scopes]}` : all));

const plain = (sentence: string, note: string | null = null): EventWords => ({ sentence, note });

type Tell = (detail: string, who: string, formats: Formats) => EventWords;

const tellers: Readonly<Record<string, Tell>> = {
  SIGNED_UP: () => plain('You signed up.'),
  SIGNED_IN: (session) => plain('You signed in.', session && `Session ${session}`),
  SIGN_IN_FAILED: () => plain('Somebody tried to sign in to your account with a wrong password.'),
  SIGNED_OUT: (where) => plain(where === 'everywhere' ? 'You signed out everywhere.' : 'You signed out.'),
  SESSION_REVOKED: (session, who) => plain(`${who} ended a session.`, session && `Session ${session}`),
  SESSION_STOLEN: (session) =>
    plain(
      'A session was ended since its key was used twice: it may have been stolen.',
      session && `Session ${session}`,
    ),
  PASSWORD_CHANGED: (_, who) => plain(`${who} changed the password.`),
  TOKEN_CREATED: (token, who) => plain(`${who} made the token ${tokenWords(token)}.`),
  TOKEN_USED: (token) => plain(`A program used the token ${token}, for the first time in that hour.`),
  TOKEN_REVOKED: (token, who) => plain(`${who} revoked the token ${token}.`),
  JIRA_CONNECTED: (site, who) => plain(`${who} connected a Jira.`, site && `Site ${site}`),
  JIRA_SITE_CHOSEN: (site, who) => plain(`${who} chose the Jira site.`, site && `Site ${site}`),
  JIRA_DISCONNECTED: (site, who) => plain(`${who} disconnected the Jira.`, site && `Site ${site}`),
  SETTINGS_CHANGED: (names, who, { list }) =>
    plain(`${who} changed settings: ${list(names.split(', ').map((name) => settingNames[name] ?? name))}.`),
  COST_MODEL_CHANGED: (version, who) => plain(`${who} changed the cost model, which is now ${version}.`),
  STAGES_CHANGED: (stages, who) =>
    plain(`${who} changed the stages, which are now ${stages.replace(/ stages?$/, '')}.`),
  TEAM_SAVED: (team, who) => plain(`${who} saved a team.`, team && `Team ${team}`),
  TEAM_DELETED: (team, who) => plain(`${who} deleted a team.`, team && `Team ${team}`),
  MONTH_LOCKED: (month, who, formats) => plain(`${who} locked ${formats.month(`${month}-01`)}.`),
  MONTH_UNLOCKED: (month, who, formats) => plain(`${who} unlocked ${formats.month(`${month}-01`)}.`),
  EXPORT_REQUESTED: (whose, who) => plain(`${who} asked for an export of personal data.`, whose),
  EXPORT_DOWNLOADED: (request) => plain('An export of personal data was downloaded.', request && `Request ${request}`),
  ERASURE_REQUESTED: (person, who) => plain(`${who} asked for a person of the Jira to be erased.`, person),
  PERSON_ERASED: (person) => plain('A person of the Jira was erased.', person),
};

/** Actions whose detail quotes a name that the viewer gave: it may look like anything. No token does these. */
const quoting = ['TOKEN_CREATED', 'TOKEN_USED', 'TOKEN_REVOKED'];

/** An entry of the log as a sentence. One that is not known here is shown as it is. */
export function activityWords({ action, detail = null, ip = null }: LoggedEvent, formats: Formats): EventWords {
  const { rest, token } = quoting.includes(action) ? { rest: detail, token: null } : partsOf(detail);
  const who = token !== null ? `The token "${token}"` : ip === null ? 'Quantum Sprout' : 'You';
  const tell = Object.hasOwn(tellers, action) ? tellers[action] : undefined;
  if (!tell) return { sentence: action, note: detail };
  const { sentence, note } = tell(rest ?? '', who, formats);
  return { sentence, note: note || null };
}
