import { createHmac, generateKeyPairSync } from 'node:crypto';
import jwt, { type JwtHeader } from 'jsonwebtoken';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newPersonalToken } from '../../server/auth/personal-token.ts';
import { openStream } from '../support/open-stream.ts';
import { Person } from '../support/person.ts';
import { programOf } from '../support/program.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let alice: Person;
let claims: Record<string, unknown>;
/** Id of a personal access token that is good. */
let tokenId: string;
beforeAll(async () => {
  world = await openWorld({ role: 'api' });
  alice = await world.signUp('alice');
  claims = jwt.decode(alice.token ?? '') as Record<string, unknown>;
  tokenId = (await programOf(alice, world.url, ['WRITE'])).id.split('.')[1] ?? '';
});
afterAll(() => world.close());

const rsa = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const header = (fields: object = {}): JwtHeader => ({ alg: 'HS256', typ: 'at+jwt', ...fields }) as JwtHeader;
/** A JWT as the server makes them, but for what is named; what is undefined is left out. */
function signed(change: object = {}, head: JwtHeader = header(), key = world.secrets.jwtSecret): string {
  const told = Object.entries({ ...claims, ...change }).filter(([, value]) => value !== undefined);
  return jwt.sign(Object.fromEntries(told), key, { algorithm: head.alg as 'HS256', header: head });
}
const parts = () => (alice.token ?? '').split('.') as [string, string, string];
const now = () => Math.floor(Date.now() / 1000);

/** Every bearer that is no good, by what is wrong with it. */
const matrix: Record<string, () => string> = {
  'is empty': () => '',
  'is nonsense': () => 'nonsense',
  'has three parts of nothing': () => 'a.b.c',
  'says "none" and has no signature': () => `${part(header({ alg: 'none' }))}.${part(claims)}.`,
  'says "None" with a signature': () => `${part(header({ alg: 'None' }))}.${part(claims)}.${parts()[2]}`,
  'says another algorithm of the same family': () => signed({}, header({ alg: 'HS512' })),
  'is signed by a key pair': () => signed({}, header({ alg: 'RS256' }), rsa.privateKey),
  'says HS256 and takes a public key for the secret': () => {
    // jsonwebtoken does not sign so; whoever forges does not ask it.
    const body = `${part(header())}.${part(claims)}`;
    return `${body}.${createHmac('sha256', rsa.publicKey).update(body).digest('base64url')}`;
  },
  'says RS256 over a signature of ours': () => `${part(header({ alg: 'RS256' }))}.${parts()[1]}.${parts()[2]}`,
  'is signed with another key': () => signed({}, header(), 'another secret of at least thirty-two bytes'),
  'is for another audience': () => signed({ aud: 'elsewhere' }),
  'is for no audience': () => signed({ aud: undefined }),
  'is of another issuer': () => signed({ iss: 'elsewhere' }),
  'is of no issuer': () => signed({ iss: undefined }),
  'is of another type': () => signed({}, header({ typ: 'JWT' })),
  'is of no type': () => signed({}, header({ typ: undefined })),
  'has run out': () => signed({ iat: now() - 700, exp: now() - 100 }),
  'never runs out': () => signed({ exp: undefined }),
  'runs out at a word': () => `${parts()[0]}.${part({ ...claims, exp: 'never' })}.${parts()[2]}`,
  'is not good yet': () => signed({ nbf: now() + 300 }),
  'speaks for another account': () => signed({ sub: 'f'.repeat(24) }),
  'speaks for no account': () => signed({ sub: undefined }),
  'names a filter in place of an account': () => signed({ sub: '{"$ne":null}' }),
  'names a session that is not there': () => signed({ sid: 'f'.repeat(24) }),
  'has other claims under its signature': () => {
    const [head, , signature] = parts();
    return `${head}.${part({ ...claims, sub: 'f'.repeat(24) })}.${signature}`;
  },
  'has another header under its signature': () => `${part(header({ kid: '../../key' }))}.${parts()[1]}.${parts()[2]}`,
  'lacks the end of its signature': () => (alice.token ?? '').slice(0, -2),
  'is the refresh token': () => (alice.cookie ?? '').split('=')[1] ?? '',
  'is the refresh secret alone': () => (alice.cookie ?? '').split('.')[2] ?? '',
  'looks like a personal access token and is none': () => `qs_pat_${'0'.repeat(98)}`,
  'is a personal access token that nobody made': () =>
    newPersonalToken(String(claims.sub), '0123456789abcdef01234567').text,
  'names a personal access token that is there, with another secret': () =>
    newPersonalToken(String(claims.sub), tokenId).text,
};

describe('A bearer token', () => {
  it('that is good is taken, which the others differ from in one thing each.', async () => {
    const person = new Person(world.url, 'alice');
    person.token = signed();
    expect((await person.get('{ viewer { email } }')).viewer.email).toBe(alice.email);
  });

  it.each(Object.keys(matrix))(
    'that %s is refused like no token at all, by queries and by the stream.',
    async (fault) => {
      const forged = new Person(world.url, 'forger');
      const query = '{ viewer { email } }';
      const without = await forged.ask(query);
      forged.token = matrix[fault]?.() ?? '';
      const answer = await forged.ask(query);
      expect(answer.errors).toMatchObject([{ path: ['viewer'], extensions: { code: 'UNAUTHENTICATED' } }]);
      expect([answer.status, answer.data, answer.errors]).toEqual([without.status, without.data, without.errors]);
      const stream = await openStream(world.url, forged, 'subscription { syncProgress { state } }');
      await stream.ended;
      expect([stream.status, JSON.parse(stream.text()).errors[0].extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    },
  );

  it('that was revoked, be it of a browser or of a program, is answered to the byte like one that never was.', async () => {
    const bob = await world.signUp('bob');
    const { program, id } = await programOf(bob, world.url, ['READ']);
    await bob.get('mutation ($id: ID!) { revokeAccessToken(id: $id) { ok } }', { id });
    await bob.get('mutation { signOut { ok } }');
    const texts = await Promise.all(
      ['nonsense', bob.token, program.token].map(async (token) => {
        const response = await fetch(`${world.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: JSON.stringify({ query: '{ viewer { email } }' }),
        });
        expect(response.headers.get('cache-control')).toBe('no-store');
        return `${response.status} ${await response.text()}`;
      }),
    );
    expect(new Set(texts).size).toBe(1);
  });

  it('of a program is no refresh token, and a JWT is no cookie.', async () => {
    const { program } = await programOf(alice, world.url, ['WRITE']);
    for (const token of [program.token, alice.token]) {
      const tab = new Person(world.url, 'tab');
      tab.cookie = `quantum_sprout_refresh=${token}`;
      const { refreshSession } = await tab.get('mutation { refreshSession { accessToken userErrors { code } } }');
      expect(refreshSession).toEqual({ accessToken: null, userErrors: [{ code: 'BAD_CREDENTIALS' }] });
    }
  });
});

describe('A session that is revoked', () => {
  it('loses its stream and its access token at once; the others keep theirs.', async () => {
    const carla = await world.signUp('carla');
    await carla.connectJira('Harbor', 'carla');
    const laptop = new Person(world.url, 'carla');
    const { signIn } = await laptop.get(
      'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken viewer { sessions { id current } } } }',
      { input: { email: carla.email, password: carla.password } },
    );
    laptop.token = signIn.accessToken;
    const stream = await openStream(world.url, laptop, 'subscription { syncProgress { state } }');
    const { id } = signIn.viewer.sessions.find(({ current }: { current: boolean }) => current);
    await carla.get('mutation ($id: ID!) { revokeSession(id: $id) { ok } }', { id });
    expect((await laptop.ask('{ viewer { id } }')).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    await stream.ended;
    expect(
      (await laptop.ask('mutation { refreshSession { accessToken } }')).data.refreshSession.accessToken,
    ).toBeNull();
    expect((await carla.ask('{ viewer { id } }')).errors).toBeUndefined();
  });
});
