import { describe, expect, it } from 'vitest';
import { growingPage, nextPage } from '../../client/features/issues/growing-page.ts';
import { readIssueSearch, writeIssueSearch } from '../../client/features/issues/issue-search.ts';

describe('A list of issues inside a report', () => {
  it('grows while there is more, and up to the 100 rows the schema gives at once.', () => {
    const sizes: number[] = [growingPage];
    for (let next = nextPage(growingPage, 2000); next !== null; next = nextPage(next, 2000)) sizes.push(next);
    expect(sizes).toEqual([20, 50, 100]);
  });

  it('does not offer to grow when everything is shown.', () => {
    expect(nextPage(20, 20)).toBeNull();
    expect(nextPage(50, 31)).toBeNull();
    expect(nextPage(20, 21)).toBe(50);
  });
});

describe('The search of the issues page', () => {
  it('keeps the scope of the number that led to it in the address.', () => {
    const wanted = readIssueSearch(new URLSearchParams('team=T1&type=Bug&type=Story&stage=S1&done=no'));
    expect(wanted).toMatchObject({ teamIds: ['T1'], types: ['Bug', 'Story'], stageIds: ['S1'], done: 'no' });
    expect(writeIssueSearch(wanted).toString()).toBe('team=T1&type=Bug&type=Story&stage=S1&done=no');
  });
});
