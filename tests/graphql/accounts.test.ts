import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Person } from '../support/person.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const signUp = `mutation ($input: SignUpInput!) { signUp(input: $input) {
  viewer { email name settings { timeZone workingCalendar { hoursPerDay days { weekday start end } } } }
  accessToken accessTokenExpiresAt userErrors { code message field } } }`;
const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { accessToken userErrors { code message field } } }`;
const refresh = 'mutation { refreshSession { accessToken viewer { email } userErrors { code } } }';
const whoAmI = '{ viewer { email sessions { id current userAgent } jiraConnection { id } } }';

describe('Accounts', () => {
  it('sign a person up, who is signed in at once, with settings of their own time zone and no connection.', async () => {
    const alice = world.stranger();
    const input = {
      email: 'Alice.Up@Example.com',
      password: 'correct horse battery',
      name: ' Alice ',
      timeZone: 'Asia/Tokyo',
    };
    const { data, headers } = await alice.ask(signUp, { input });
    expect(data.signUp).toMatchObject({
      viewer: { email: 'alice.up@example.com', name: 'Alice', settings: { timeZone: 'Asia/Tokyo' } },
      userErrors: [],
    });
    expect(headers.getSetCookie().join()).toMatch(/HttpOnly.*SameSite=Strict/i);
    expect(headers.get('cache-control')).toBe('no-store');
    alice.token = data.signUp.accessToken;
    expect((await alice.get(whoAmI)).viewer).toMatchObject({ jiraConnection: null, sessions: [{ current: true }] });
  });

  it("refuse an address that is taken, in any case, and passwords that are short, common or one's own name.", async () => {
    const person = world.stranger();
    const ask = async (email: string, password: string) =>
      (await person.ask(signUp, { input: { email, password, name: 'Bob Builder' } })).data.signUp.userErrors;
    expect(await ask('bob.weak@example.com', 'short')).toMatchObject([
      { code: 'WEAK_PASSWORD', field: ['input', 'password'] },
    ]);
    expect(await ask('bob.weak@example.com', 'Password123')).toMatchObject([{ code: 'WEAK_PASSWORD' }]);
    expect(await ask('bob.weak@example.com', 'bob builder')).toMatchObject([{ code: 'WEAK_PASSWORD' }]);
    expect(await ask('bob.weak@example.com', 'a fine long password')).toEqual([]);
    expect(await ask('BOB.weak@example.com', 'a fine long password')).toMatchObject([
      { code: 'EMAIL_TAKEN', field: ['input', 'email'] },
    ]);
  });

  it('answer an unknown address and a wrong password alike.', async () => {
    const carla = await world.signUp('carla-alike');
    const wrong = await carla.ask(signIn, { input: { email: carla.email, password: 'not this one' } });
    const unknown = await carla.ask(signIn, { input: { email: 'nobody@example.com', password: 'not this one' } });
    expect(wrong.data).toEqual(unknown.data);
    expect(wrong.data.signIn.userErrors).toMatchObject([{ code: 'BAD_CREDENTIALS' }]);
    expect(wrong.status).toBe(unknown.status);
  });

  it('throttle sign-ins after ten failures, the right password included, until the wait is over.', async () => {
    const carla = await world.signUp('carla-throttled');
    for (let i = 0; i < 10; i += 1) await carla.ask(signIn, { input: { email: carla.email, password: `wrong ${i}` } });
    const { data } = await carla.ask(signIn, { input: { email: carla.email, password: carla.password } });
    expect(data.signIn).toMatchObject({ accessToken: null, userErrors: [{ code: 'RATE_LIMITED' }] });
  });

  it('rotate the refresh cookie, let a parallel tab through, and end the session when a stolen cookie comes back.', async () => {
    const alice = await world.signUp('alice-rotates');
    const first = alice.cookie;
    const renewed = await alice.ask(refresh);
    expect(renewed.data.refreshSession).toMatchObject({ viewer: { email: alice.email }, userErrors: [] });
    const second = alice.cookie;
    expect(second).not.toBe(first);

    const otherTab = tabOf(alice, first);
    const parallel = await otherTab.ask(refresh);
    expect(parallel.data.refreshSession.userErrors).toEqual([]);
    expect(parallel.headers.getSetCookie()).toEqual([]);

    await alice.ask(refresh);
    const thief = tabOf(alice, first);
    expect((await thief.ask(refresh)).data.refreshSession.userErrors).toMatchObject([{ code: 'BAD_CREDENTIALS' }]);
    expect((await alice.ask(refresh)).data.refreshSession.userErrors).toMatchObject([{ code: 'BAD_CREDENTIALS' }]);
    expect((await alice.ask(whoAmI)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('sign out at once: the access token that is still fresh is refused.', async () => {
    const alice = await world.signUp('alice-leaves');
    expect(await alice.get('mutation { signOut { ok userErrors { code } } }')).toEqual({
      signOut: { ok: true, userErrors: [] },
    });
    const { errors, data } = await alice.ask(whoAmI);
    expect(errors).toMatchObject([{ path: ['viewer'], extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(data).toBeNull();
  });

  it('revoke one session at once and refuse foreign, missing and malformed ids alike.', async () => {
    const alice = await world.signUp('alice-revokes');
    const laptop = tabOf(alice, null);
    laptop.token = (
      await laptop.get(signIn, { input: { email: alice.email, password: alice.password } })
    ).signIn.accessToken;
    const { viewer } = await alice.get(whoAmI);
    const other = viewer.sessions.find((session: { current: boolean }) => !session.current);
    const bob = await world.signUp('bob-foreign');
    const revoke = 'mutation ($id: ID!) { revokeSession(id: $id) { ok userErrors { code message field } } }';
    const answers = [];
    for (const id of [other.id, 'Session.0123456789abcdef01234567', 'nonsense'])
      answers.push((await bob.ask(revoke, { id })).data);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0].revokeSession.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await laptop.ask(whoAmI)).errors).toBeUndefined();
    expect((await alice.get(revoke, { id: other.id })).revokeSession.ok).toBe(true);
    expect((await laptop.ask(whoAmI)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('change the password, end all other sessions and keep this one.', async () => {
    const alice = await world.signUp('alice-changes');
    const laptop = tabOf(alice, null);
    laptop.token = (
      await laptop.get(signIn, { input: { email: alice.email, password: alice.password } })
    ).signIn.accessToken;
    const change = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { accessToken userErrors { code field } } }`;
    const refused = await alice.get(change, {
      input: { currentPassword: 'wrong', newPassword: 'a new long password' },
    });
    expect(refused.changePassword.userErrors).toMatchObject([
      { code: 'BAD_CREDENTIALS', field: ['input', 'currentPassword'] },
    ]);
    const { changePassword } = await alice.get(change, {
      input: { currentPassword: alice.password, newPassword: 'a new long password' },
    });
    alice.token = changePassword.accessToken;
    expect((await alice.ask(whoAmI)).errors).toBeUndefined();
    expect((await laptop.ask(whoAmI)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(
      (await laptop.ask(signIn, { input: { email: alice.email, password: alice.password } })).data.signIn.userErrors,
    ).toHaveLength(1);
  });
});

/** Another browser of the same person. */
function tabOf(person: Person, cookie: string | null): Person {
  const tab = new Person(world.url, person.name);
  tab.cookie = cookie;
  return tab;
}
