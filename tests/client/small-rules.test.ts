import { describe, expect, it } from 'vitest';
import { failureWords } from '../../client/features/api/failure-words.ts';
import { sortErrors } from '../../client/features/api/user-errors.ts';
import { readCallback } from '../../client/features/connection/callback-answer.ts';
import { issueVariables, readIssueSearch, writeIssueSearch } from '../../client/features/issues/issue-search.ts';
import { ribbonWidths } from '../../client/features/issues/ribbon-widths.ts';
import { deviceWords } from '../../client/features/settings/device-words.ts';
import { issuesPerSecond, shareDone } from '../../client/features/sync/sync-words.ts';
import { nextPoint } from '../../client/ui/chart/chart-points.ts';

describe('User errors', () => {
  it('go to their field, the first one wins, and others stand above the form.', () => {
    const sorted = sortErrors(
      [
        { code: 'WEAK_PASSWORD', message: 'Too short.', field: ['input', 'password'] },
        { code: 'INVALID', message: 'Too common.', field: ['input', 'password'] },
        { code: 'RATE_LIMITED', message: 'Wait a minute.' },
        { code: 'INVALID', message: 'No such thing.', field: ['input', 'elsewhere'] },
      ],
      ['email', 'password'],
    );
    expect(sorted).toEqual({ byField: { password: 'Too short.' }, form: ['Wait a minute.', 'No such thing.'] });
  });

  it('of the network and of limits say what to do.', () => {
    expect(failureWords({ networkError: new TypeError('x'), graphQLErrors: [] })).toMatch(/cannot be reached/);
    const limited = { graphQLErrors: [{ message: 'x', extensions: { code: 'COST_LIMIT' } }] };
    expect(failureWords(limited)).toMatch(/Narrow the scope/);
  });
});

describe("Jira's answer in the address", () => {
  it('is a grant only with both code and state.', () => {
    expect(readCallback('?code=c&state=s')).toEqual({ kind: 'granted', code: 'c', state: 's' });
    expect(readCallback('?code=c')).toEqual({ kind: 'nothing' });
    expect(readCallback('')).toEqual({ kind: 'nothing' });
  });

  it('is a refusal whatever else is there.', () => {
    expect(readCallback('?error=access_denied&state=s&code=c')).toEqual({ kind: 'denied' });
    expect(readCallback('?error=server_error')).toEqual({ kind: 'failed', reason: 'server_error' });
  });
});

describe("A timeline's ribbon", () => {
  it('is filled exactly, each piece by its length.', () => {
    const widths = ribbonWidths([
      { seconds: 300, done: false },
      { seconds: 100, done: false },
    ]);
    expect(widths).toEqual([0.75, 0.25]);
  });

  it('gives the time after completion a tenth at most, and zero-length stays a sliver.', () => {
    const widths = ribbonWidths([
      { seconds: 900, done: false },
      { seconds: 0, done: false },
      { seconds: 1_000_000, done: true },
    ]);
    expect(widths[2]).toBeCloseTo(0.1, 2);
    expect(widths[1]).toBeGreaterThan(0);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(1, 10);
  });

  it('shares the room evenly when nothing has any length.', () => {
    expect(
      ribbonWidths([
        { seconds: 0, done: false },
        { seconds: 0, done: true },
      ]),
    ).toEqual([0.5, 0.5]);
  });
});

describe('The issue search in the address', () => {
  it('looks a key up and searches other words.', () => {
    const key = readIssueSearch(new URLSearchParams('text=pay-7'));
    expect(issueVariables(key).filter).toEqual({ keys: ['PAY-7'] });
    const words = readIssueSearch(new URLSearchParams('text=basket&done=no&flagged=yes&order=AGE&direction=ASC'));
    expect(issueVariables(words)).toEqual({
      filter: { text: 'basket', done: false, flagged: true },
      orderBy: { field: 'AGE', direction: 'ASC' },
    });
  });

  it('survives being written and read again.', () => {
    const search = 'text=a+b&project=p&stage=s&done=yes&flagged=yes&order=KEY&direction=ASC';
    expect(writeIssueSearch(readIssueSearch(new URLSearchParams(search))).toString()).toBe(search);
    expect(writeIssueSearch(readIssueSearch(new URLSearchParams('order=HACK&done=maybe'))).toString()).toBe('');
  });
});

describe('Small words and numbers', () => {
  it('name a device in spite of what browsers claim to be.', () => {
    expect(deviceWords('Mozilla/5.0 (Windows NT 10.0) Chrome/120 Safari/537.36 Edg/120')).toBe('Edge on Windows');
    expect(deviceWords('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1')).toBe(
      'Safari on iOS',
    );
    expect(deviceWords(null)).toBe('Unknown device');
  });

  it('give a rate only when there is time to divide by.', () => {
    expect(issuesPerSecond(100, '2026-01-01T00:00:00Z', Date.parse('2026-01-01T00:00:50Z'))).toBe(2);
    expect(issuesPerSecond(100, null, 0)).toBeNull();
    expect(shareDone(5, null)).toBeNull();
    expect(shareDone(12, 10)).toBe(1);
  });

  it("walk a chart's points by arrow keys without leaving it.", () => {
    expect(nextPoint('ArrowRight', -1, 3)).toBe(0);
    expect(nextPoint('ArrowRight', 2, 3)).toBe(2);
    expect(nextPoint('End', 0, 3)).toBe(2);
    expect(nextPoint('PageUp', 2, 3)).toBe(0);
    expect(nextPoint('a', 0, 3)).toBeNull();
    expect(nextPoint('Home', 0, 0)).toBeNull();
  });
});
