import type { ActionWorld } from './action-world.ts';
import type { Judgement, Trial } from './judgement.ts';

/** Whether something that was tried has helped (METRICS 2.8). The same world and trial have the same judgement. */
export function judgeAction(_world: ActionWorld, { baseline }: Trial): Judgement {
  return {
    verdict: 'INSUFFICIENT_DATA',
    sentence: 'It has not begun, so that there is nothing to compare.',
    before: baseline.value,
    after: null,
    change: null,
    interval80: [],
    chance: null,
    signal: false,
    controlChange: null,
    guards: [],
    realised: null,
    nBefore: baseline.n,
    nAfter: 0,
  };
}
