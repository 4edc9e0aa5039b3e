import { describe, expect, it } from 'vitest';
import { boardColumns, nextCard, type Standing } from '../../client/features/actions/board/board-columns.ts';
import { createInput, emptyAction, faultsOf } from '../../client/features/actions/board/new-action.ts';
import { averageIn, rateOfAll } from '../../client/features/actions/board/present-value.ts';

const standing = (id: string, state: Standing['state'], more: Partial<Standing> = {}): Standing => ({
  id,
  state,
  version: 1,
  nextStates: [],
  due: false,
  ...more,
});

const idsOf = (columns: ReturnType<typeof boardColumns>) =>
  Object.fromEntries(columns.map(({ state, total, actions }) => [state, [total, ...actions.map(({ id }) => id)]]));

describe('A board', () => {
  const lists = [
    ['PROPOSED', { totalCount: 3, nodes: [standing('a', 'PROPOSED'), standing('b', 'PROPOSED')] }],
    ['ACCEPTED', { totalCount: 1, nodes: [standing('c', 'ACCEPTED')] }],
  ] as const;

  it('has its actions where their lists have them, and counts those that are not listed yet.', () => {
    expect(idsOf(boardColumns(lists, new Map()))).toEqual({ PROPOSED: [3, 'a', 'b'], ACCEPTED: [1, 'c'] });
  });

  it('shows a move before the lists know of it, in both columns and both counts.', () => {
    const moves = new Map([['a', { version: 2, state: 'ACCEPTED', nextStates: [] } as const]]);
    expect(idsOf(boardColumns(lists, moves))).toEqual({ PROPOSED: [2, 'b'], ACCEPTED: [2, 'a', 'c'] });
  });

  it('forgets a move that the list has caught up with, or gone past.', () => {
    const later = [
      ['PROPOSED', { totalCount: 0, nodes: [] }],
      ['ACCEPTED', { totalCount: 0, nodes: [] }],
      ['IN_PROGRESS', { totalCount: 1, nodes: [standing('a', 'IN_PROGRESS', { version: 3 })] }],
    ] as const;
    const moves = new Map([['a', { version: 2, state: 'ACCEPTED', nextStates: [] } as const]]);
    expect(idsOf(boardColumns(later, moves))).toEqual({ PROPOSED: [0], ACCEPTED: [0], IN_PROGRESS: [1, 'a'] });
  });

  it('counts an action once that two lists have, and puts it where it stands.', () => {
    const now = standing('a', 'ACCEPTED', { version: 2 });
    const both = [
      ['PROPOSED', { totalCount: 1, nodes: [now] }],
      ['ACCEPTED', { totalCount: 1, nodes: [now] }],
    ] as const;
    expect(idsOf(boardColumns(both, new Map())).ACCEPTED).toContain('a');
    expect(boardColumns(both, new Map()).flatMap(({ actions }) => actions)).toHaveLength(1);
  });

  it('puts what is to be reviewed first.', () => {
    const done = [
      ['DONE', { totalCount: 2, nodes: [standing('a', 'DONE'), standing('b', 'DONE', { due: true })] }],
    ] as const;
    expect(idsOf(boardColumns(done, new Map()))).toEqual({ DONE: [2, 'b', 'a'] });
  });
});

describe('An arrow key', () => {
  const rows = [2, 0, 3, 1];

  it('goes up and down in a column, and not out of it.', () => {
    expect(nextCard('ArrowDown', 0, 0, rows)).toEqual({ column: 0, row: 1 });
    expect(nextCard('ArrowDown', 0, 1, rows)).toBeNull();
    expect(nextCard('ArrowUp', 2, 2, rows)).toEqual({ column: 2, row: 1 });
    expect(nextCard('ArrowUp', 2, 0, rows)).toBeNull();
  });

  it('goes over empty columns to the nearest card.', () => {
    expect(nextCard('ArrowRight', 0, 1, rows)).toEqual({ column: 2, row: 1 });
    expect(nextCard('ArrowRight', 2, 2, rows)).toEqual({ column: 3, row: 0 });
    expect(nextCard('ArrowLeft', 2, 2, rows)).toEqual({ column: 0, row: 1 });
    expect(nextCard('ArrowRight', 3, 0, rows)).toBeNull();
    expect(nextCard('Enter', 0, 0, rows)).toBeNull();
  });
});

describe('A new action', () => {
  const action = { ...emptyAction('2026-08-01'), title: ' Limit review ', target: '9,5' };

  it('sends what was typed, and leaves out what is empty.', () => {
    expect(faultsOf(action)).toEqual({});
    expect(createInput(action, 'key')).toEqual({
      title: 'Limit review',
      metric: 'CYCLE_TIME_P85',
      target: 9.5,
      reviewOn: '2026-08-01',
      idempotencyKey: 'key',
    });
  });

  it('sends shares as shares, though they are typed in percent.', () => {
    expect(createInput({ ...action, metric: 'FLOW_EFFICIENCY', target: '42.5' }, 'key').target).toBe(0.425);
    expect(faultsOf({ ...action, metric: 'FLOW_EFFICIENCY', target: '101' }).target).toBe(
      'Enter a number from 0 to 100.',
    );
  });

  it('has a stage only when its metric can be of one, and needs one when it cannot be without.', () => {
    expect(createInput({ ...action, stageId: 's' }, 'key')).not.toHaveProperty('stageId');
    expect(createInput({ ...action, metric: 'WIP', stageId: 's' }, 'key').stageId).toBe('s');
    expect(faultsOf({ ...action, metric: 'STAGE_STAY_P85' }).stageId).toBe('Choose the stage.');
    expect(faultsOf({ ...action, metric: 'WIP' })).toEqual({});
  });

  it('is not sent without a title, a target and a day of review.', () => {
    expect(Object.keys(faultsOf(emptyAction('')))).toEqual(['title', 'target', 'reviewOn']);
  });
});

describe('What a metric is now', () => {
  it('is, for work in a stage, its time in it by the length of the window.', () => {
    const window = { from: '2026-01-01T00:00:00Z', to: '2026-01-11T00:00:00Z' };
    const time = { basis: { window }, rows: [{ id: 's', total: { seconds: 25 * 86_400 } }] };
    expect(averageIn('s', time)).toBe(2.5);
    expect(averageIn('another', time)).toBe(0);
  });

  it('is, for rework of all teams, weighted by what each has delivered.', () => {
    const team = (rate: number | null, perWeek: number | null) => ({
      reworkRate: { current: rate },
      throughputPerWeek: { current: perWeek },
    });
    // 3 of 10 and 1 of 30 are 4 of 40.
    expect(rateOfAll([team(0.3, 10), team(1 / 30, 30), team(null, 0)])).toBeCloseTo(0.1, 12);
    expect(rateOfAll([team(null, 0)])).toBeNull();
  });
});
