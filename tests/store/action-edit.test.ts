import { describe, expect, it } from 'vitest';
import { type Action, type ActionState, actionStates } from '../../server/domain/action.ts';
import { nextStates } from '../../server/domain/action-steps.ts';
import { checkDraft } from '../../server/store/repository/action-draft.ts';
import { type ActionEdit, editAction } from '../../server/store/repository/action-edit.ts';

const now = new Date('2026-03-02T10:00:00Z');
const present: Action = {
  id: '0123456789abcdef01234567',
  title: 'Limit Review to four',
  note: 'Agreed on Monday',
  state: 'PROPOSED',
  origin: null,
  metric: 'CYCLE_TIME_P85',
  stageId: null,
  teamId: null,
  ownerId: 'ari',
  target: 5,
  dueOn: '2026-04-01',
  reviewOn: '2026-05-01',
  createdAt: now,
  begunAt: null,
  dismissReason: null,
  version: 1,
  baseline: {
    value: 8,
    n: 40,
    firstDate: '2025-12-03',
    lastDate: '2026-03-02',
    from: new Date('2025-12-03T00:00:00Z'),
    to: now,
    frozenAt: now,
    circumstances: { stages: '', calendar: '', team: '', blockedByLinks: false, currency: 'EUR', people: 4 },
  },
  outcome: null,
};

/** What an edit changes, or its faults as "CODE field". */
function edited(edit: ActionEdit, parts: Partial<Action> = {}): unknown {
  const outcome = editAction({ ...present, ...parts }, edit, now);
  return outcome.ok ? outcome.value : outcome.errors.map(({ code, field }) => `${code} ${field?.join('.') ?? ''}`);
}

describe('An edit of an action', () => {
  it('goes one step at a time, never back, and to REVIEWED by no edit.', () => {
    const steps = actionStates.flatMap((from) =>
      actionStates
        .filter((to) => {
          const reason = to === 'DISMISSED' ? { dismissReason: 'No' } : {};
          return !Array.isArray(edited({ state: to, ...reason }, { state: from }));
        })
        .map((to) => `${from} ${to}`),
    );
    expect(steps).toEqual([
      'PROPOSED ACCEPTED',
      'PROPOSED DISMISSED',
      'ACCEPTED IN_PROGRESS',
      'ACCEPTED DISMISSED',
      'IN_PROGRESS DONE',
      'IN_PROGRESS DISMISSED',
    ]);
    for (const from of actionStates)
      expect(nextStates(from)).toEqual(
        steps.filter((step) => step.startsWith(`${from} `)).map((step) => step.split(' ')[1] as ActionState),
      );
    expect(edited({ state: 'PROPOSED' }, { state: 'DONE' })).toEqual(['CONFLICT state']);
  });

  it('notes when it begins, and why it is dismissed.', () => {
    expect(edited({ state: 'IN_PROGRESS' }, { state: 'ACCEPTED' })).toEqual({ state: 'IN_PROGRESS', begunAt: now });
    expect(edited({ state: 'DISMISSED', dismissReason: ' No money ' })).toEqual({
      state: 'DISMISSED',
      dismissReason: 'No money',
    });
    for (const dismissReason of [undefined, null, '', '  ', 'x'.repeat(1_001)])
      expect(edited({ state: 'DISMISSED', dismissReason })).toEqual(['INVALID dismissReason']);
    expect(edited({ dismissReason: 'No money' })).toEqual(['INVALID dismissReason']);
    expect(edited({ state: 'ACCEPTED', dismissReason: 'No money' })).toEqual(['INVALID dismissReason']);
  });

  it('keeps what is absent, empties what is null, and tells everything that cannot be.', () => {
    expect(edited({})).toEqual({});
    expect(edited({ title: ' Limit Review ', note: null, ownerId: null, dueOn: null })).toEqual({
      title: 'Limit Review',
      note: null,
      ownerId: null,
      dueOn: null,
    });
    expect(edited({ title: null, reviewOn: null, state: null })).toEqual([
      'INVALID state',
      'INVALID title',
      'INVALID reviewOn',
    ]);
    expect(edited({ title: 'x'.repeat(201), note: 'x'.repeat(5_001), dueOn: '2026-02-30', reviewOn: '1' })).toEqual([
      'INVALID title',
      'INVALID note',
      'INVALID dueOn',
      'INVALID reviewOn',
    ]);
    expect(edited({ title: 'x'.repeat(200), note: 'x'.repeat(5_000) })).not.toBeInstanceOf(Array);
  });

  it('changes nothing where it says what is so, and nothing of what has been dismissed.', () => {
    const { title, note, ownerId, dueOn, reviewOn } = present;
    expect(edited({ title: `${title} `, note, ownerId, dueOn, reviewOn })).toEqual({});
    expect(edited({ title }, { state: 'DISMISSED' })).toEqual({});
    expect(edited({ title: 'Another' }, { state: 'DISMISSED' })).toEqual(['CONFLICT ']);
    for (const state of ['DONE', 'REVIEWED'] as const)
      expect(edited({ title: 'Another' }, { state })).toEqual({ title: 'Another' });
  });
});

describe('A draft of an action', () => {
  const draft = { ...present, idempotencyKey: null };
  const faults = (parts: object): unknown => {
    const outcome = checkDraft({ ...draft, ...parts });
    return outcome.ok ? [] : outcome.errors.map(({ code, field }) => `${code} ${field?.join('.')}`);
  };

  it('has its texts trimmed; a note of nothing is none.', () => {
    expect(checkDraft({ ...draft, title: '  Limit it ', note: ' \n ' })).toMatchObject({
      ok: true,
      value: { title: 'Limit it', note: null, target: 5 },
    });
  });

  it.each([
    [{ title: ' ' }, 'title'],
    [{ title: 'x'.repeat(201) }, 'title'],
    [{ note: 'x'.repeat(5_001) }, 'note'],
    [{ target: -1 }, 'target'],
    [{ target: Number.POSITIVE_INFINITY }, 'target'],
    [{ target: Number.NaN }, 'target'],
    [{ metric: 'FLOW_EFFICIENCY', target: 1.01 }, 'target'],
    [{ metric: 'REOPEN_RATE', target: 2 }, 'target'],
    [{ metric: 'REWORK_RATE', target: 2 }, 'target'],
    [{ metric: 'BLOCKED_SHARE', target: 2 }, 'target'],
    [{ metric: 'STAGE_STAY_P85' }, 'stageId'],
    [{ dueOn: '2026-02-29' }, 'dueOn'],
    [{ reviewOn: '2026-13-01' }, 'reviewOn'],
    [{ idempotencyKey: '' }, 'idempotencyKey'],
    [{ idempotencyKey: 'x'.repeat(201) }, 'idempotencyKey'],
  ])('is refused for %o.', (parts, field) => {
    expect(faults(parts)).toEqual([`INVALID ${field}`]);
  });

  it('may have a share of 1, a stage for its stays, and a key of 200 characters.', () => {
    expect(faults({ metric: 'FLOW_EFFICIENCY', target: 1 })).toEqual([]);
    expect(faults({ metric: 'STAGE_STAY_P85', stageId: 'review' })).toEqual([]);
    expect(faults({ idempotencyKey: 'x'.repeat(200), target: 0, dueOn: null })).toEqual([]);
  });
});
