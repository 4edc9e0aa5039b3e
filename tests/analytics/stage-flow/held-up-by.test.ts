import { describe, expect, it } from 'vitest';
import type { BottleneckState } from '../../../server/analytics/stage-flow/bottleneck-state.ts';
import { heldUpBy } from '../../../server/analytics/stage-flow/held-up-by.ts';

const stage = (state: BottleneckState, daily: number[] = [1, 1, 1, 1]) => ({ state, daily: Int32Array.from(daily) });

describe('heldUpBy', () => {
  it('goes down to the last of the stages that do not keep up either.', () => {
    const stages = [stage('FALLING_BEHIND'), stage('FALLING_BEHIND'), stage('STUCK'), stage('FREE'), stage('STUCK')];
    expect([0, 1, 2, 3, 4].map((index) => heldUpBy(stages, index))).toEqual([2, 2, null, null, null]);
  });

  it('does not blame a stage that is short of work itself.', () => {
    const starved = stage('FALLING_BEHIND', [0, 0, 0, 1]);
    expect(heldUpBy([stage('FALLING_BEHIND'), starved], 0)).toBeNull();
    expect(heldUpBy([stage('FALLING_BEHIND'), stage('FALLING_BEHIND'), starved], 0)).toBe(1);
  });
});
