import { describe, expect, it } from 'vitest';
import {
  type AdvisedChange,
  actionDraft,
  expectedTarget,
  setAside,
  weeksAfter,
} from '../../client/features/actions/advice/action-draft.ts';
import { trackRecordWords } from '../../client/features/actions/advice/advice-words.ts';
import { createInput } from '../../client/features/actions/board/new-action.ts';
import { idempotencyKey } from '../../client/features/actions/idempotency-key.ts';

const stay: AdvisedChange = {
  id: 'r',
  title: 'Limit work in progress before Review',
  advice: 'Review has been falling behind for five weeks.',
  metric: 'STAGE_STAY_P85',
  stage: { id: 'review' },
  baseline: 6.5,
  expectedEffect: { base: -2.25 },
};
const rework: AdvisedChange = {
  ...stay,
  metric: 'REWORK_RATE',
  stage: null,
  baseline: 0.3,
  expectedEffect: { base: -0.12 },
};

describe('The action that a recommendation suggests', () => {
  it('aims at the baseline with the expected change, and is looked at in six weeks.', () => {
    expect(actionDraft(stay, ['t1'], '2026-11-26')).toEqual({
      title: stay.title,
      note: stay.advice,
      target: '4.3',
      metric: 'STAGE_STAY_P85',
      stageId: 'review',
      teamId: 't1',
      ownerId: '',
      dueOn: '',
      reviewOn: '2027-01-07',
    });
    expect(weeksAfter('2026-03-20', 6)).toBe('2026-05-01');
  });

  it('writes shares in percent, and sends them as shares.', () => {
    const draft = actionDraft(rework, [], '2026-11-26');
    expect(draft.target).toBe('18');
    expect(createInput({ ...draft, target: '12,5' }, 'k').target).toBe(0.125);
  });

  it('is about a team only when the question is about exactly one.', () => {
    expect(actionDraft(stay, ['t1', 't2'], '2026-11-26').teamId).toBe('');
    expect(actionDraft(stay, [], '2026-11-26').teamId).toBe('');
  });

  it('leaves the target open where nothing is known, and never goes below nothing or above all.', () => {
    expect(actionDraft({ ...stay, baseline: null }, [], '2026-11-26').target).toBe('');
    expect(actionDraft({ ...stay, expectedEffect: null }, [], '2026-11-26').target).toBe('');
    expect(expectedTarget({ ...stay, expectedEffect: { base: -9 } })).toBe(0);
    expect(expectedTarget({ ...rework, metric: 'FLOW_EFFICIENCY', expectedEffect: { base: 0.9 } })).toBe(1);
  });

  it('can be set aside though no target is known.', () => {
    expect(setAside(stay, [], '2026-11-26', 'k')).toEqual({
      recommendationId: 'r',
      idempotencyKey: 'k',
      title: stay.title,
      note: stay.advice,
      metric: 'STAGE_STAY_P85',
      target: 4.3,
      reviewOn: '2027-01-07',
      stageId: 'review',
    });
    expect(setAside({ ...stay, expectedEffect: null }, [], '2026-11-26', 'k').target).toBe(6.5);
    expect(setAside({ ...stay, baseline: null }, ['t1'], '2026-11-26', 'k')).toMatchObject({ target: 0, teamId: 't1' });
  });

  it('has another key each time it is opened.', () => {
    expect(idempotencyKey()).toMatch(/^[0-9a-f]{32}$/);
    expect(idempotencyKey()).not.toBe(idempotencyKey());
  });
});

describe('The track record of a rule', () => {
  it.each([
    [0, 0, 'Not tried here yet'],
    [1, 0, 'Tried once here, not found to have helped yet'],
    [1, 1, 'Tried once here, and it helped'],
    [2, 2, 'Tried twice here, helped each time'],
    [3, 2, 'Tried 3 times here, helped twice'],
    [5, 1, 'Tried 5 times here, helped once'],
  ])('of %i tried and %i improved reads in words.', (tried, improved, words) => {
    expect(trackRecordWords({ tried, improved })).toBe(words);
  });
});
