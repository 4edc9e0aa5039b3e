import type { JiraConnectionStatus, SyncMode, SyncRunState, SyncState, SyncTrigger } from '../../../gql/graphql.ts';
import type { Formats } from '../../../ui/format.ts';
import { runNames } from '../../sync/sync-words.ts';
import { ago } from './ago.ts';

export interface SyncStanding {
  readonly status: JiraConnectionStatus;
  readonly state: SyncState;
  readonly issueCount: number;
  readonly lastSuccessAt: string | null;
  /** The open run, else the newest that has ended. */
  readonly run: StandingRun | null;
}

interface StandingRun {
  readonly mode: SyncMode;
  readonly state: SyncRunState;
  readonly trigger: SyncTrigger;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly waitingUntil: string | null;
  readonly error: string | null;
}

export interface StateSentence {
  readonly tone: 'good' | 'calm' | 'warn' | 'danger' | 'neutral';
  /** One word for the badge. */
  readonly word: string;
  readonly text: string;
}

/** How sync stands, in a sentence or two that need nothing else to be understood. */
export function stateSentence(standing: SyncStanding, formats: Formats, now: number): StateSentence {
  const { status, state, run, lastSuccessAt } = standing;
  if (status === 'NEEDS_RECONNECT') return { tone: 'danger', word: 'Cut off', text: cutOff(standing, formats, now) };
  const name = runNames[run?.mode ?? 'INCREMENTAL'];
  const begun = run?.startedAt ? ` It began ${ago(run.startedAt, formats, now)}${byWhom(run)}.` : '';
  switch (state) {
    case 'NEVER_RUN':
      return {
        tone: 'neutral',
        word: 'Not synced',
        text:
          run?.state === 'CANCELLED'
            ? 'The first sync was stopped before everything had been read. What it has read is shown.'
            : 'Nothing has been read from Jira yet.',
      };
    case 'QUEUED':
      return { tone: 'calm', word: 'Queued', text: `${name} waits for its turn.` };
    case 'RUNNING':
      return { tone: 'calm', word: 'Running', text: `${name} is under way.${begun}` };
    case 'WAITING_FOR_JIRA':
      return {
        tone: 'warn',
        word: 'Waiting',
        text: run?.waitingUntil
          ? `${name} waits for Jira until ${formats.moment(run.waitingUntil, now)}, then goes on by itself.`
          : `${name} waits for Jira and goes on by itself.`,
      };
    case 'UP_TO_DATE':
      return run?.state === 'CANCELLED'
        ? {
            tone: 'neutral',
            word: 'Stopped',
            text: `${name} was stopped. What it has read is kept.${asOf(lastSuccessAt, formats, now)}`,
          }
        : { tone: 'good', word: 'Up to date', text: upToDate(lastSuccessAt, formats, now) };
    case 'FAILED':
      return {
        tone: 'danger',
        word: 'Failed',
        text: [
          run?.finishedAt ? `${name} failed ${ago(run.finishedAt, formats, now)}.` : `${name} failed.`,
          ...(run?.error ? [run.error] : []),
          `What is stored stays.${asOf(lastSuccessAt, formats, now)}`,
        ].join(' '),
      };
  }
}

const byWhom = ({ trigger }: StandingRun): string => (trigger === 'PERSON' ? ', as you asked' : ', by itself');

function upToDate(lastSuccessAt: string | null, formats: Formats, now: number): string {
  if (!lastSuccessAt) return 'Up to date.';
  return `Up to date since ${formats.moment(lastSuccessAt, now)} (${ago(lastSuccessAt, formats, now)}).`;
}

const asOf = (lastSuccessAt: string | null, formats: Formats, now: number): string =>
  lastSuccessAt ? ` The last sync that went well ended ${ago(lastSuccessAt, formats, now)}.` : '';

function cutOff({ issueCount, lastSuccessAt }: SyncStanding, formats: Formats, now: number): string {
  const kept = lastSuccessAt
    ? `All ${formats.number(issueCount)} issues stay here as they were ${ago(lastSuccessAt, formats, now)}`
    : `The ${formats.number(issueCount)} issues read so far stay here`;
  return `Jira no longer accepts our access, so nothing new arrives. ${kept}.`;
}
