import { describe, expect, it } from 'vitest';
import { nextRunWords } from '../../client/features/settings/sync/next-run-words.ts';
import { type Proof, proofWords } from '../../client/features/settings/sync/proof-words.ts';
import { issueAddress, quarantineAdvice } from '../../client/features/settings/sync/quarantine-advice.ts';
import { faultWords, setAsideCount, tookWords } from '../../client/features/settings/sync/run-words.ts';
import { type SyncStanding, stateSentence } from '../../client/features/settings/sync/state-sentence.ts';
import { type Webhooks, webhookWords } from '../../client/features/settings/sync/webhook-words.ts';
import { createFormats } from '../../client/ui/format.ts';

const formats = createFormats('en-GB', 'UTC');
const now = Date.parse('2026-11-25T12:00:00Z');

describe('The proof of completeness', () => {
  const whole: Proof = {
    checkedAt: '2026-11-25T11:48:00Z',
    inJira: 2664,
    stored: 2664,
    missing: 0,
    recovered: 0,
    removed: 3,
    unlisted: 0,
    changelogComplete: 0.998,
  };

  it('is one sentence with every figure in it.', () => {
    expect(proofWords(whole, formats, now)).toBe(
      'Compared 12 minutes ago: 2,664 issues in Jira, 2,664 here, none missing; 3 deleted ones removed; 99.8% of changelogs whole.',
    );
  });

  it('says what is missing, what Jira does not list and what was caught up, and is silent of what did not happen.', () => {
    const rough = { ...whole, inJira: 2660, missing: 2, unlisted: 6, recovered: 4, removed: 1 };
    expect(proofWords(rough, formats, now)).toBe(
      'Compared 12 minutes ago: 2,660 issues in Jira, 2,664 here, 6 of them not listed by Jira, 2 missing; 4 caught up; 1 deleted one removed; 99.8% of changelogs whole.',
    );
  });

  it('never rounds up to all of them.', () => {
    expect(proofWords({ ...whole, changelogComplete: 0.99996 }, formats, now)).toContain('99.9% of changelogs');
    expect(proofWords({ ...whole, changelogComplete: 1 }, formats, now)).toContain('100% of changelogs');
  });

  it('claims nothing of the changelogs of an empty Jira.', () => {
    const empty = {
      ...whole,
      inJira: 0,
      stored: 0,
      removed: 0,
      changelogComplete: 1,
      checkedAt: '2026-11-25T11:59:40Z',
    };
    expect(proofWords(empty, formats, now)).toBe('Compared just now: 0 issues in Jira, 0 here, none missing.');
  });
});

describe('How sync stands', () => {
  const run = {
    mode: 'INCREMENTAL',
    state: 'SUCCEEDED',
    trigger: 'CLOCK',
    startedAt: '2026-11-25T11:57:00Z',
    finishedAt: '2026-11-25T11:57:30Z',
    waitingUntil: null,
    error: null,
  } as const;
  const good: SyncStanding = {
    status: 'CONNECTED',
    state: 'UP_TO_DATE',
    issueCount: 2664,
    lastSuccessAt: '2026-11-25T11:57:30Z',
    run,
  };
  const say = (standing: Partial<SyncStanding>) => stateSentence({ ...good, ...standing }, formats, now);

  it('is up to date since a moment.', () => {
    expect(say({})).toEqual({
      tone: 'good',
      word: 'Up to date',
      text: 'Up to date since 11:57 (2 minutes ago).',
    });
    expect(say({ lastSuccessAt: '2026-11-24T09:00:00Z' }).text).toBe(
      'Up to date since 24 Nov 2026, 09:00 (yesterday).',
    );
  });

  it('names the run that is under way, when it began and who wanted it.', () => {
    const running = { ...run, mode: 'RECONCILE', state: 'RUNNING', trigger: 'PERSON', finishedAt: null } as const;
    expect(say({ state: 'RUNNING', run: running }).text).toBe(
      'The comparison of every issue is under way. It began 3 minutes ago, as you asked.',
    );
    expect(say({ state: 'QUEUED', run: { ...running, state: 'QUEUED', startedAt: null } }).text).toBe(
      'The comparison of every issue waits for its turn.',
    );
  });

  it('says until when it waits.', () => {
    const waiting = { ...run, state: 'WAITING', waitingUntil: '2026-11-25T12:00:40Z' } as const;
    expect(say({ state: 'WAITING_FOR_JIRA', run: waiting }).text).toBe(
      'The sync of changes waits for Jira until 12:00, then goes on by itself.',
    );
  });

  it('says why a run failed, that nothing is lost, and how old the rest is.', () => {
    const failed = { ...run, state: 'FAILED', error: 'Jira does not answer.' } as const;
    const sentence = say({ state: 'FAILED', run: failed, lastSuccessAt: '2026-11-25T09:00:00Z' });
    expect(sentence.tone).toBe('danger');
    expect(sentence.text).toBe(
      'The sync of changes failed 2 minutes ago. Jira does not answer. What is stored stays. The last sync that went well ended 3 hours ago.',
    );
    expect(say({ state: 'FAILED', run: failed, lastSuccessAt: null }).text).not.toMatch(/went well/);
  });

  it('tells a sync that was stopped from one that went well.', () => {
    const stopped = { ...run, state: 'CANCELLED', mode: 'FULL' } as const;
    expect(say({ run: stopped })).toMatchObject({
      tone: 'neutral',
      word: 'Stopped',
      text: 'The reading of everything was stopped. What it has read is kept. The last sync that went well ended 2 minutes ago.',
    });
    expect(say({ state: 'NEVER_RUN', run: stopped, lastSuccessAt: null }).text).toMatch(/first sync was stopped/);
    expect(say({ state: 'NEVER_RUN', run: null, lastSuccessAt: null }).text).toMatch(/Nothing has been read/);
  });

  it('puts a lost permission before whatever the last run came to, and says that everything is kept.', () => {
    expect(say({ status: 'NEEDS_RECONNECT' })).toEqual({
      tone: 'danger',
      word: 'Cut off',
      text: 'Jira no longer accepts our access, so nothing new arrives. All 2,664 issues stay here as they were 2 minutes ago.',
    });
  });
});

describe('Messages from Jira', () => {
  const live: Webhooks = {
    active: true,
    expiresAt: '2026-12-25T12:00:00Z',
    lastReceivedAt: '2026-11-25T11:55:00Z',
    problem: null,
  };

  it('are live, with the last one.', () => {
    expect(webhookWords(live, formats, now)).toBe(
      'Live: Jira tells of changes as they happen. The last message came 5 minutes ago. Registered until 25 Dec 2026, and prolonged before.',
    );
    expect(webhookWords({ ...live, lastReceivedAt: null }, formats, now)).toContain('No message has come yet.');
  });

  it('that may end soon say so while they are still live.', () => {
    expect(webhookWords({ ...live, problem: 'Jira does not answer.' }, formats, now)).toMatch(
      /^Live: .*The last attempt to prolong it failed: Jira does not answer\.$/,
    );
  });

  it('that do not come have a reason, and how changes come instead.', () => {
    const dead = { active: false, expiresAt: null, lastReceivedAt: null, problem: 'There is no project in sight.' };
    expect(webhookWords(dead, formats, now)).toBe(
      'Not live: changes come with the next sync. There is no project in sight.',
    );
    expect(webhookWords({ ...dead, problem: null }, formats, now)).toMatch(/asked for it at the end of the first sync/);
    expect(webhookWords({ ...dead, problem: null, expiresAt: '2026-11-01T00:00:00Z' }, formats, now)).toMatch(
      /ended on 1 Nov 2026/,
    );
  });
});

describe('Runs in a table', () => {
  it('count their faults by kind.', () => {
    expect(faultWords({ kind: 'RATE_LIMITED', count: 1_200 }, formats)).toBe('1,200 × asked to slow down');
  });

  it('took a time only once they have ended.', () => {
    expect(tookWords('2026-11-25T11:00:00Z', '2026-11-25T11:00:00.400Z', formats)).toBe('under 1 s');
    expect(tookWords('2026-11-25T11:00:00Z', '2026-11-25T11:03:00Z', formats)).toBe('3 min');
    expect(tookWords('2026-11-25T11:00:00Z', null, formats)).toBe('–');
  });

  it('begin by themselves at a moment, or as soon as they can.', () => {
    expect(nextRunWords('2026-11-25T12:04:00Z', formats, now)).toBe('12:04 (in 4 minutes)');
    expect(nextRunWords('2026-11-25T11:59:00Z', formats, now)).toBe('Due now');
    expect(nextRunWords(null, formats, now)).toBe('Not planned');
  });
});

describe('An issue that is set aside', () => {
  it('is counted without claiming to have counted beyond the list.', () => {
    expect(setAsideCount(499, formats)).toBe('499');
    expect(setAsideCount(500, formats)).toBe('500 or more');
  });

  it('opens in Jira only by what is a key.', () => {
    expect(issueAddress('https://harbor.example.net/', 'KAI_2-17')).toBe('https://harbor.example.net/browse/KAI_2-17');
    expect(issueAddress('https://harbor.example.net', 'without key')).toBeNull();
    expect(issueAddress('https://harbor.example.net', '10017')).toBeNull();
    expect(issueAddress(undefined, 'KAI-17')).toBeNull();
  });

  it('comes with advice that its reason allows.', () => {
    expect(quarantineAdvice('fields.created: Invalid input')).toMatch(/^Open it in Jira/);
    expect(quarantineAdvice('changelog: makes no sense as a history')).toMatch(/cannot be mended/);
    expect(quarantineAdvice('changelog: is too large to be stored')).toMatch(/^Nothing can be done/);
  });
});
