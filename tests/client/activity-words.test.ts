import { describe, expect, it } from 'vitest';
import { activityWords } from '../../client/features/settings/activity/activity-words.ts';
import { createFormats } from '../../client/ui/format.ts';
import { auditActions } from '../../server/domain/audit-event.ts';

const formats = createFormats('en-GB', 'UTC');
const words = (action: string, detail: string | null = null, ip: string | null = '192.0.2.7') =>
  activityWords({ action, detail, ip }, formats);

describe('An entry of the log', () => {
  it('of every kind there is has a sentence.', () => {
    const sentences = auditActions.map((action) => words(action, '2026-03').sentence);
    expect(sentences.filter((sentence) => !/^[A-Z][^_]* [^_]*\.$/.test(sentence))).toEqual([]);
    expect(new Set(sentences).size).toBe(auditActions.length);
  });

  it('has in its sentence what people named, and below it what only ids tell apart.', () => {
    expect(words('SIGNED_IN', '65f0')).toEqual({ sentence: 'You signed in.', note: 'Session 65f0' });
    expect(words('SIGNED_OUT', 'everywhere')).toEqual({ sentence: 'You signed out everywhere.', note: null });
    expect(words('TOKEN_CREATED', '"Nightly" (READ, WRITE)').sentence).toBe(
      'You made the token "Nightly", to read and write.',
    );
    expect(words('SETTINGS_CHANGED', 'timeZone, locale').sentence).toBe(
      'You changed settings: time zone and language and region.',
    );
    expect(words('COST_MODEL_CHANGED', 'version 2').sentence).toBe(
      'You changed the cost model, which is now version 2.',
    );
    expect(words('MONTH_LOCKED', '2026-01')).toEqual({ sentence: 'You locked January 2026.', note: null });
    expect(words('JIRA_CONNECTED')).toEqual({ sentence: 'You connected a Jira.', note: null });
  });

  it('says which token did it, whatever the token is called.', () => {
    expect(words('SETTINGS_CHANGED', 'locale, by token "CI, by token "x""').sentence).toBe(
      'The token "CI, by token "x"" changed settings: language and region.',
    );
    expect(words('JIRA_CONNECTED', 'by token "CI"').sentence).toBe('The token "CI" connected a Jira.');
    expect(words('TOKEN_REVOKED', '"a, by token "b""').sentence).toBe('You revoked the token "a, by token "b"".');
  });

  it('blames nobody for what happens by itself.', () => {
    expect(words('JIRA_DISCONNECTED', null, null).sentence).toBe('Quantum Sprout disconnected the Jira.');
  });

  it('that is not known here is shown as it is.', () => {
    expect(words('ROCKET_LAUNCHED', 'to the moon')).toEqual({ sentence: 'ROCKET_LAUNCHED', note: 'to the moon' });
    expect(words('toString')).toEqual({ sentence: 'toString', note: null });
  });
});
