import { describe, expect, it } from 'vitest';
import { createSessionKeeper, type RefreshAnswer } from '../../client/features/session/session-keeper.ts';

const grantFor = (viewerId: string, expiresAt: number) => ({
  viewerId,
  accessToken: `token of ${viewerId}`,
  expiresAt,
});
const granted = (viewerId: string, expiresAt = 600_000): RefreshAnswer => ({
  kind: 'granted',
  grant: grantFor(viewerId, expiresAt),
});

/** A keeper whose refreshes are answered one after the other, and a clock that can be set. */
function keeperWith(...answers: RefreshAnswer[]) {
  const state = { now: 0, asked: 0 };
  const keeper = createSessionKeeper(
    () => {
      const answer = answers[state.asked] ?? { kind: 'refused' };
      state.asked += 1;
      return Promise.resolve(answer);
    },
    () => state.now,
  );
  return { keeper, state };
}

describe('The session keeper', () => {
  it('knows who is here once the refresh cookie has been traded.', async () => {
    const { keeper } = keeperWith(granted('alice'));
    expect(keeper.snapshot().status).toBe('starting');
    await keeper.start();
    expect(keeper.snapshot()).toMatchObject({ status: 'signed-in', viewerId: 'alice' });
    expect(keeper.token('alice')).toBe('token of alice');
  });

  it('signs nobody out when the server cannot be reached.', async () => {
    const { keeper } = keeperWith(granted('alice'), { kind: 'unreachable' });
    await keeper.start();
    await keeper.refresh();
    expect(keeper.snapshot()).toMatchObject({ status: 'signed-in', viewerId: 'alice' });
  });

  it('says that the server is unreachable when that is so at the start.', async () => {
    const { keeper } = keeperWith({ kind: 'unreachable' }, granted('alice'));
    await keeper.start();
    expect(keeper.snapshot().status).toBe('unreachable');
    await keeper.start();
    expect(keeper.snapshot().status).toBe('signed-in');
  });

  it('shares one refresh among callers at the same time, since a refresh cookie is good once.', async () => {
    const { keeper, state } = keeperWith(granted('alice'), granted('alice'));
    await Promise.all([keeper.refresh(), keeper.refresh(), keeper.freshToken('alice')]);
    expect(state.asked).toBe(1);
  });

  it('renews a token that ends within half a minute, and not before.', async () => {
    const { keeper, state } = keeperWith(granted('alice', 600_000), granted('alice', 1_200_000));
    await keeper.start();
    state.now = 569_999;
    await keeper.freshToken('alice');
    expect(state.asked).toBe(1);
    state.now = 570_001;
    await keeper.freshToken('alice');
    expect(state.asked).toBe(2);
  });

  it("never gives Alice's client the token of Bob, who signed in in another tab.", async () => {
    const { keeper } = keeperWith(granted('alice'), granted('bob'));
    await keeper.start();
    const epoch = keeper.snapshot().epoch;
    await keeper.refresh();
    expect(keeper.token('alice')).toBeNull();
    expect(keeper.snapshot()).toEqual({ status: 'signed-in', viewerId: 'bob', epoch: epoch + 1 });
  });

  it('raises the epoch for a new Jira connection, but not for a renewed token.', async () => {
    const { keeper } = keeperWith(granted('alice'), granted('alice'));
    await keeper.start();
    const epoch = keeper.snapshot().epoch;
    await keeper.refresh();
    expect(keeper.snapshot().epoch).toBe(epoch);
    keeper.startAfresh();
    expect(keeper.snapshot()).toEqual({ status: 'signed-in', viewerId: 'alice', epoch: epoch + 1 });
  });

  it('tells a deleted account from one that was signed out, until somebody signs in again.', async () => {
    const { keeper } = keeperWith(granted('alice'), granted('bob'));
    await keeper.start();
    keeper.forget('deleted');
    expect(keeper.snapshot()).toMatchObject({ status: 'signed-out', deleted: true });
    expect(keeper.token('alice')).toBeNull();
    await keeper.refresh();
    expect(keeper.snapshot().deleted).toBeUndefined();
    keeper.forget();
    expect(keeper.snapshot().deleted).toBeUndefined();
  });

  it('forgets the token when a refresh is refused, and tells whoever listens.', async () => {
    const { keeper } = keeperWith(granted('alice'), { kind: 'refused' });
    await keeper.start();
    const heard: string[] = [];
    keeper.subscribe(() => heard.push(keeper.snapshot().status));
    await keeper.refresh();
    expect(heard).toEqual(['signed-out']);
    expect(keeper.token('alice')).toBeNull();
  });
});
