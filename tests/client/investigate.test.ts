import { describe, expect, it } from 'vitest';
import { readView, writeView } from '../../client/features/investigate/investigate-view.ts';
import { timePieces } from '../../client/features/issues/time-pieces.ts';
import { withQuestion } from '../../client/features/question/with-question.ts';
import { readStuckSearch, stuckVariables, writeStuckSearch } from '../../client/features/stuck/stuck-search.ts';

const search = (text: string) => new URLSearchParams(text);

describe('The parts of the investigation in the address', () => {
  it('are the bottlenecks unless another one is named.', () => {
    expect(['', 'view=stuck', 'view=people'].map((text) => readView(search(text)))).toEqual([
      'bottlenecks',
      'stuck',
      'bottlenecks',
    ]);
  });

  it('take the question along, and leave behind what only one of them understands.', () => {
    const stuck = search('project=a&days=30&view=stuck&kind=blocked&order=age');
    expect(writeView(stuck, 'stuck').toString()).toBe('project=a&days=30&view=stuck');
    expect(writeView(stuck, 'bottlenecks').toString()).toBe('project=a&days=30');
  });
});

describe('The list of stuck work in the address', () => {
  it('is all kinds, what costs most first, when it says nothing or nothing readable.', () => {
    for (const text of ['', 'kind=slow&order=rank']) {
      expect(stuckVariables(readStuckSearch(search(text)))).toEqual({ kinds: null, order: 'DELAY_COST' });
    }
  });

  it('is read as it was written, and leaves other keys alone.', () => {
    const wanted = { kinds: ['BLOCKED', 'PING_PONG'], order: 'TIME_IN_STAGE' } as const;
    const written = writeStuckSearch(search('view=stuck&team=t'), wanted);
    expect(written.toString()).toBe('view=stuck&team=t&kind=blocked&kind=ping-pong&order=time-in-stage');
    expect(readStuckSearch(written)).toEqual(wanted);
    expect(writeStuckSearch(written, { kinds: [], order: 'DELAY_COST' }).toString()).toBe('view=stuck&team=t');
  });
});

describe('A link that asks the same question', () => {
  it('takes scope, window and clock along, and nothing else of the page it stands on.', () => {
    expect(withQuestion('/flow', '?view=stuck&type=Bug&days=30&clock=calendar')).toBe(
      '/flow?type=Bug&days=30&clock=calendar',
    );
    expect(withQuestion('/flow', '?view=stuck')).toBe('/flow');
  });

  it('says what it says itself instead of what the page said of it.', () => {
    expect(withQuestion('/investigate?team=b', '?team=a&team=c&days=30')).toBe('/investigate?days=30&team=b');
  });
});

describe('The bar of an issue’s time', () => {
  const blocked = [{ duration: { seconds: 10 } }, { duration: { seconds: 20 } }];

  it('is active, waiting and blocked side by side, with rework across.', () => {
    expect(timePieces({ active: 25, waiting: 75, rework: 40 }, blocked)).toEqual({
      active: 0.25,
      waiting: 0.45,
      blocked: 0.3,
      rework: 0.4,
    });
  });

  it('holds the whole and no more, and nothing of no time.', () => {
    expect(timePieces({ active: 90, waiting: 10, rework: 300 }, blocked)).toEqual({
      active: 0.9,
      waiting: 0,
      blocked: 0.1,
      rework: 1,
    });
    expect(timePieces({ active: 0, waiting: 0, rework: 5 }, blocked).rework).toBe(0);
  });
});
