import { describe, expect, it } from 'vitest';
import { type PulseSurroundings, pulsePause, startChangePulse } from '../../client/features/sync/change-pulse.ts';
import { phaseWords, stateWith } from '../../client/features/sync/sync-words.ts';
import { waitingWords } from '../../client/features/sync/waiting-words.ts';
import { createFormats } from '../../client/ui/format.ts';

const formats = createFormats('en-GB', 'UTC');
const now = Date.parse('2026-11-25T12:00:00Z');
const fault = (kind: 'RATE_LIMITED' | 'NO_ANSWER' | 'SERVER_ERROR' | 'REFUSED') => ({ kind, count: 1 });

describe('A run that waits', () => {
  const waits = (...faults: ReturnType<typeof fault>[]) =>
    waitingWords({ waitingUntil: '2026-11-25T12:00:40Z', faults }, formats, now);

  it('was asked to wait when nothing else has gone wrong.', () => {
    expect(waits(fault('RATE_LIMITED'), fault('REFUSED'))).toEqual({
      shown: 'Jira asks us to wait 40 s.',
      announced: 'Jira asks us to wait until 12:00.',
    });
  });

  it('had no answer when nothing else has gone wrong.', () => {
    expect(waits(fault('SERVER_ERROR'), fault('NO_ANSWER'))?.shown).toBe('Jira does not answer; trying again in 40 s.');
  });

  it('names no cause when there may have been either, or another one.', () => {
    expect(waits(fault('RATE_LIMITED'), fault('NO_ANSWER'))?.shown).toBe('Waiting for Jira; going on in 40 s.');
    expect(waits()?.shown).toBe('Waiting for Jira; going on in 40 s.');
  });

  it('counts down to the moment and not beyond.', () => {
    const over = { waitingUntil: '2026-11-25T11:59:59Z', faults: [fault('RATE_LIMITED')] };
    expect(waitingWords(over, formats, now)?.shown).toBe('Asking Jira again now.');
    expect(waitingWords({ ...over, waitingUntil: null }, formats, now)).toBeNull();
  });
});

describe('A run', () => {
  it('that is open says how sync is doing, whatever was said before; one that has ended does not.', () => {
    expect(stateWith('QUEUED', { state: 'WAITING' })).toBe('WAITING_FOR_JIRA');
    expect(stateWith('FAILED', { state: 'RUNNING' })).toBe('RUNNING');
    expect(stateWith('UP_TO_DATE', { state: 'CANCELLED' })).toBe('UP_TO_DATE');
    expect(stateWith('NEVER_RUN', null)).toBe('NEVER_RUN');
  });

  it('that compares ends with what Jira no longer has, not with figures.', () => {
    expect(phaseWords('FACTS', 'RECONCILE')).toMatch(/no longer has/);
    expect(phaseWords('FACTS', 'FULL')).toMatch(/Computing/);
  });
});

/** A pulse whose rests end when the test says so. */
function pulseByHand({ answers = true } = {}) {
  const rests: { readonly milliseconds: number; readonly end: () => void }[] = [];
  const returns = new Set<() => void>();
  const seen = { asked: 0, visible: true, answers };
  const around: PulseSurroundings = {
    ask() {
      seen.asked += 1;
      return Promise.resolve(seen.answers);
    },
    isVisible: () => seen.visible,
    onReturn(listener) {
      returns.add(listener);
      return () => returns.delete(listener);
    },
    wait(milliseconds, signal) {
      return new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve());
        rests.push({ milliseconds, end: resolve });
      });
    },
  };
  const stop = startChangePulse(around);
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  return {
    seen,
    rests,
    listeners: () => returns.size,
    stop,
    turn,
    /** Lets the present rest pass. */
    async passRest() {
      rests.at(-1)?.end();
      await turn();
    },
    async comeBack() {
      for (const listener of [...returns]) listener();
      await turn();
    },
  };
}

describe('The pulse of changes', () => {
  it('asks every two seconds while somebody looks.', async () => {
    const pulse = pulseByHand();
    await pulse.turn();
    await pulse.passRest();
    expect(pulse.seen.asked).toBe(2);
    expect(pulse.rests.map(({ milliseconds }) => milliseconds)).toEqual([2_000, 2_000]);
    pulse.stop();
  });

  it('asks nothing while nobody looks, and at once when somebody does again.', async () => {
    const pulse = pulseByHand();
    await pulse.turn();
    pulse.seen.visible = false;
    await pulse.passRest();
    expect([pulse.seen.asked, pulse.rests.length]).toEqual([1, 1]);
    pulse.seen.visible = true;
    await pulse.comeBack();
    expect(pulse.seen.asked).toBe(2);
    pulse.stop();
  });

  it('asks less and less often while there is no answer, and as before after the first one.', async () => {
    const pulse = pulseByHand({ answers: false });
    await pulse.turn();
    await pulse.passRest();
    pulse.seen.answers = true;
    await pulse.passRest();
    expect(pulse.rests.map(({ milliseconds }) => milliseconds)).toEqual([4_000, 8_000, 2_000]);
    expect(pulsePause(20)).toBe(60_000);
    pulse.stop();
  });

  it('leaves nothing behind when it is stopped, seen or unseen.', async () => {
    for (const visible of [true, false]) {
      const pulse = pulseByHand();
      pulse.seen.visible = visible;
      await pulse.turn();
      await pulse.passRest();
      const { asked } = pulse.seen;
      pulse.stop();
      await pulse.turn();
      expect([pulse.seen.asked, pulse.listeners()]).toEqual([asked, 0]);
    }
  });
});
