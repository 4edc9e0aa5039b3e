import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  allowsRedirect,
  defaultClient,
  defaultClientId,
  defaultClientSecret,
} from '../../sandbox/oauth/default-client.ts';
import { harborId } from '../../sandbox/seeding/harbor.ts';
import { lakesideId } from '../../sandbox/seeding/lakeside.ts';
import { northwindId } from '../../sandbox/seeding/northwind.ts';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import {
  type AnyJson,
  ask,
  askToken,
  authorizeUrl,
  decide,
  letIn,
  redirectUri,
  refresh,
  type Tokens,
} from './authorized.ts';
import { smallSite } from './small-site.ts';

const minute = 60_000;
const sites = [
  { ...smallSite(northwindId, 'Northwind Labs'), accounts: ['alice' as const] },
  { ...smallSite(lakesideId, 'Lakeside'), accounts: ['bob' as const] },
  { ...smallSite(harborId, 'Harbor'), accounts: ['alice' as const, 'carla' as const] },
];
let now = Date.UTC(2026, 10, 23, 9);
let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox({ port: 0, sites, clock: () => now });
});
afterEach(() => sandbox.close());

async function resources(tokens: Tokens) {
  const headers = { authorization: `Bearer ${tokens.access_token}` };
  const answer = await fetch(`${sandbox.url}/oauth/token/accessible-resources`, { headers });
  return { status: answer.status, body: (await answer.json()) as AnyJson };
}

describe('The consent page', () => {
  it('names itself a sandbox and offers each account with its own sites.', async () => {
    const page = await (await fetch(authorizeUrl(sandbox))).text();
    expect(page).toContain('This is not Atlassian');
    expect(page).toContain('id="account-bob"');
    expect(page).toContain('data-testid="site-alice-northwind-labs"');
    expect(page).toContain('data-testid="site-carla-harbor"');
    expect(page).not.toContain('data-testid="site-bob-harbor"');
    expect(page).not.toMatch(/<script|<link|src=/);
  });

  it('never redirects for an unknown app or an address elsewhere.', async () => {
    for (const wrong of [{ client_id: 'somebody' }, { redirect_uri: 'https://evil.example/steal' }]) {
      const answer = await fetch(authorizeUrl(sandbox, wrong), { redirect: 'manual' });
      expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
    }
  });

  it('knows registered addresses exactly, when there are some, and any http address of this machine when not.', () => {
    const own = { ...defaultClient, redirectUris: ['https://app.example/back'] };
    expect(allowsRedirect(own, 'https://app.example/back')).toBe(true);
    for (const other of ['https://app.example/back/', redirectUri]) expect(allowsRedirect(own, other)).toBe(false);
    for (const here of [redirectUri, 'http://127.0.0.1:9/x']) expect(allowsRedirect(defaultClient, here)).toBe(true);
    for (const away of ['http://localhost.evil.example/', 'javascript:alert(1)', '']) {
      expect(allowsRedirect(defaultClient, away)).toBe(false);
    }
  });

  it('tells the app about a wrong scope or response type at its own address, with the state.', async () => {
    for (const [wrong, error] of [
      [{ scope: 'read:everything' }, 'invalid_scope'],
      [{ response_type: 'token' }, 'unsupported_response_type'],
    ] as const) {
      const answer = await fetch(authorizeUrl(sandbox, wrong), { redirect: 'manual' });
      const { searchParams } = new URL(answer.headers.get('location') ?? '');
      expect([searchParams.get('error'), searchParams.get('state')]).toEqual([error, 'some state']);
    }
  });

  it('says access_denied when the person denies.', async () => {
    const { searchParams } = await decide(sandbox, [['decision', 'deny']]);
    expect(Object.fromEntries(searchParams)).toMatchObject({ error: 'access_denied', state: 'some state' });
    expect(searchParams.has('code')).toBe(false);
  });

  it('grants no site that the account does not see.', async () => {
    const form: [string, string][] = [
      ['account', 'bob'],
      ['decision', 'accept'],
      ['sites', northwindId],
    ];
    expect((await decide(sandbox, form)).host).toBe('nowhere');
  });
});

describe('The token endpoint', () => {
  it('takes a code once, also form-encoded, and only with its redirect_uri and secret.', async () => {
    const accept: [string, string][] = [
      ['account', 'alice'],
      ['decision', 'accept'],
    ];
    const code = (await decide(sandbox, accept)).searchParams.get('code') ?? '';
    const members = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
    expect(await askToken(sandbox, { ...members, client_secret: 'guessed' })).toMatchObject({ status: 401 });
    const body = new URLSearchParams({ ...members, client_id: defaultClientId, client_secret: defaultClientSecret });
    const answer = await fetch(`${sandbox.url}/oauth/token`, { method: 'POST', body });
    expect(await answer.json()).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
    expect(await askToken(sandbox, members)).toMatchObject({ status: 403, error: 'invalid_grant' });
    const other = (await decide(sandbox, accept)).searchParams.get('code') ?? '';
    expect(await askToken(sandbox, { ...members, code: other, redirect_uri: `${redirectUri}/x` })).toMatchObject({
      status: 403,
    });
  });

  it('lets a code go stale after five minutes.', async () => {
    const location = await decide(sandbox, [
      ['account', 'alice'],
      ['decision', 'accept'],
    ]);
    now += 5 * minute + 1;
    const code = location.searchParams.get('code') ?? '';
    const members = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
    expect((await askToken(sandbox, members)).status).toBe(403);
  });

  it('verifies the PKCE challenge when there was one.', async () => {
    const challenge = createHash('sha256').update('a verifier').digest('base64url');
    const pkce = { code_challenge: challenge, code_challenge_method: 'S256' };
    for (const [verifier, status] of [
      ['another', 403],
      ['a verifier', 200],
    ] as const) {
      const location = await decide(
        sandbox,
        [
          ['account', 'alice'],
          ['decision', 'accept'],
        ],
        pkce,
      );
      const code = location.searchParams.get('code') ?? '';
      const members = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier };
      expect((await askToken(sandbox, members)).status).toBe(status);
    }
  });

  it('quotes the recorded errors for wrong requests.', async () => {
    expect(await askToken(sandbox, { grant_type: 'password' })).toMatchObject({
      status: 400,
      error: 'invalid_request',
      error_description: 'grant_type must be one of [authorization_code|refresh_token|client_credentials]',
    });
    expect((await askToken(sandbox, { grant_type: 'refresh_token' })).error_description).toBe(
      'Incorrect request parameters',
    );
  });

  it('gives a refresh token only for offline_access.', async () => {
    const tokens = await letIn(sandbox, 'alice', [], 'read:jira-work');
    expect(tokens).toMatchObject({ status: 200, scope: 'read:jira-work' });
    expect(tokens.refresh_token).toBeUndefined();
  });
});

describe('Rotation', () => {
  it('gives a new refresh token each time, and the old one works for ten minutes more.', async () => {
    const first = await letIn(sandbox, 'alice');
    const second = await refresh(sandbox, first.refresh_token);
    expect(second.refresh_token).not.toBe(first.refresh_token);
    now += 10 * minute;
    expect((await refresh(sandbox, first.refresh_token)).status).toBe(200);
    expect((await refresh(sandbox, second.refresh_token)).status).toBe(200);
  });

  it('revokes the whole family when a retired token comes back later.', async () => {
    const first = await letIn(sandbox, 'alice');
    const other = await letIn(sandbox, 'alice');
    const second = await refresh(sandbox, first.refresh_token);
    now += 10 * minute + 1;
    expect(await refresh(sandbox, first.refresh_token)).toMatchObject({
      status: 403,
      error: 'invalid_grant',
      error_description: 'Unknown or invalid refresh token.',
    });
    expect((await refresh(sandbox, second.refresh_token)).status).toBe(403);
    expect((await resources(second)).status).toBe(401);
    expect((await resources(other)).status).toBe(200);
  });

  it('spells refusals in the other way when told to, and refuses everything when told to.', async () => {
    sandbox.faults.set({ refusalSpelling: 'unauthorized_client' });
    expect((await refresh(sandbox, 'nonsense')).error).toBe('unauthorized_client');
    const tokens = await letIn(sandbox, 'alice');
    sandbox.faults.set({ refuseRefresh: 'invalid_grant' });
    expect((await refresh(sandbox, tokens.refresh_token)).status).toBe(403);
    sandbox.faults.clear();
    expect((await refresh(sandbox, tokens.refresh_token)).status).toBe(200);
  });

  it('forgets a refresh token that idled for ninety days.', async () => {
    const tokens = await letIn(sandbox, 'alice');
    now += 90 * 24 * 60 * minute + 1;
    expect((await refresh(sandbox, tokens.refresh_token)).status).toBe(403);
  });

  it('ends access tokens after an hour, or sooner when told to.', async () => {
    const hour = await letIn(sandbox, 'alice');
    sandbox.faults.set({ accessTokenSeconds: 5 });
    const brief = await letIn(sandbox, 'alice');
    expect(brief.expires_in).toBe(5);
    now += 5_000;
    expect((await resources(brief)).status).toBe(401);
    expect((await resources(hour)).status).toBe(200);
    now += 60 * minute;
    expect((await resources(hour)).status).toBe(401);
  });
});

describe('Sites of a grant', () => {
  it('are those chosen, a later consent adds to them, and Confluence is listed beside Jira for one account.', async () => {
    const first = await letIn(sandbox, 'alice', [harborId]);
    const names = async (tokens: Tokens) =>
      (await resources(tokens)).body
        .filter((entry: { scopes: string[] }) => entry.scopes.includes('read:jira-work'))
        .map((entry: { name: string }) => entry.name);
    expect(await names(first)).toEqual(['Harbor']);
    expect((await ask(sandbox, first, northwindId, '/rest/api/3/myself')).status).toBe(404);
    await letIn(sandbox, 'alice', [northwindId]);
    expect(await names(first)).toEqual(['Northwind Labs', 'Harbor']);
    expect((await resources(first)).body.length).toBe(4);
    expect((await resources(await letIn(sandbox, 'bob'))).body.map((entry: { id: string }) => entry.id)).toEqual([
      lakesideId,
    ]);
  });

  it('end at once when the person removes the app at Atlassian, and a new consent begins anew.', async () => {
    const [alice, carla] = [await letIn(sandbox, 'alice'), await letIn(sandbox, 'carla')];
    sandbox.grants.revokeAccount('alice');
    expect((await resources(alice)).status).toBe(401);
    expect((await refresh(sandbox, alice.refresh_token)).status).toBe(403);
    expect((await resources(carla)).status).toBe(200);
    expect((await resources(await letIn(sandbox, 'alice', [harborId]))).body.length).toBe(2);
  });

  it('survive a restart with the same state folder.', async () => {
    const stateFolder = mkdtempSync(join(tmpdir(), 'sandbox-'));
    const before = await startSandbox({ port: 0, sites, stateFolder, clock: () => now });
    const tokens = await letIn(before, 'carla');
    await before.close();
    const after = await startSandbox({ port: 0, sites, stateFolder, clock: () => now });
    expect((await ask(after, tokens, harborId, '/rest/api/3/myself')).body.displayName).toBe('Carla');
    expect((await refresh(after, tokens.refresh_token)).status).toBe(200);
    await after.close();
    rmSync(stateFolder, { recursive: true });
  });
});
