import { describe, expect, it } from 'vitest';
import type { Advice } from '../../../server/analytics/recommendations/advise.ts';
import { standingAdvice } from '../../../server/analytics/recommendations/standing-advice.ts';
import { trackRecordOf } from '../../../server/analytics/recommendations/track-record.ts';
import { type Action, actionStates, type Verdict } from '../../../server/domain/action.ts';

const everything = '{"includeSubtasks":false}';

const adviceOf = (subject: string, severity: number): Advice =>
  ({ rule: 'R3', hygiene: false, finding: { subject, severity } }) as unknown as Advice;

const actionOf = (state: Action['state'], severity = 0.4, verdict: Verdict | null = null): Action =>
  ({
    state,
    origin: { rule: 'R3', subject: 'stage:1', asked: everything, severity },
    outcome: verdict && { verdict },
  }) as unknown as Action;

const isTold = (severity: number, actions: readonly Action[], asked = everything): boolean =>
  standingAdvice([adviceOf('stage:1', severity)], asked, actions).length === 1;

describe('advice that still stands', () => {
  it('is not what an action under way was made of.', () => {
    const told = actionStates.filter((state) => isTold(0.4, [actionOf(state)]));
    expect(told).toEqual(['REVIEWED']);
  });

  it('is not what was dismissed, until its evidence has moved by a tenth, up or down.', () => {
    const dismissed = [actionOf('DISMISSED', 0.4)];
    expect([0.4, 0.43, 0.37].map((severity) => isTold(severity, dismissed))).toEqual([false, false, false]);
    expect([0.45, 0.35].map((severity) => isTold(severity, dismissed))).toEqual([true, true]);
  });

  it('goes by the last action made of it.', () => {
    expect(isTold(0.4, [actionOf('DISMISSED', 0.6), actionOf('DISMISSED', 0.4)])).toBe(true);
    expect(isTold(0.4, [actionOf('REVIEWED'), actionOf('DISMISSED', 0.4)])).toBe(true);
  });

  it('is told of another place, another part of the connection, and to who made an action of their own.', () => {
    expect(standingAdvice([adviceOf('stage:2', 0.4)], everything, [actionOf('DISMISSED')])).toHaveLength(1);
    expect(isTold(0.4, [actionOf('DISMISSED')], '{"includeSubtasks":false,"teamIds":["1"]}')).toBe(true);
    expect(isTold(0.4, [{ ...actionOf('PROPOSED'), origin: null }])).toBe(true);
  });
});

describe('the track record of a rule', () => {
  it('counts what was carried out, and what of it a review found to have helped.', () => {
    const actions = [
      ...(['PROPOSED', 'ACCEPTED', 'IN_PROGRESS', 'DONE', 'DISMISSED'] as const).map((state) => actionOf(state)),
      actionOf('REVIEWED', 0.4, 'IMPROVED'),
      actionOf('REVIEWED', 0.4, 'WORSE'),
    ];
    expect(trackRecordOf('R3', actions)).toEqual({ tried: 3, improved: 1 });
    expect(trackRecordOf('R4', actions)).toEqual({ tried: 0, improved: 0 });
  });
});
