import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { readWebhook } from '../../server/jira/webhooks/read-webhook.ts';
import { createVerifyWebhook } from '../../server/jira/webhooks/verify-webhook.ts';
import { json, sourceOn } from './fake-jira.ts';

const { signal } = new AbortController();
const now = new Date('2026-11-25T12:00:00Z');
const seconds = now.getTime() / 1_000;
const verify = createVerifyWebhook('the secret of the app', () => now);
const signed = (claims: Record<string, unknown>, { secret = 'the secret of the app', alg = 'HS256' } = {}) =>
  new SignJWT(claims).setProtectedHeader({ alg }).sign(Buffer.from(secret.padEnd(64)).subarray(0, secret.length));

describe('The signature of a webhook', () => {
  it.each([
    ['within its time', { iat: seconds, exp: seconds + 180 }],
    ['without a time', { iss: 'somebody' }],
    ['a minute late, for clocks differ', { exp: seconds - 59 }],
  ])('is good %s.', async (_how, claims) => {
    expect(await verify(`Bearer ${await signed(claims)}`)).toBe(true);
    expect(await verify(`JWT ${await signed(claims)}`)).toBe(true);
  });

  it('is not good with another secret, another algorithm, out of its time, or when it is none.', async () => {
    const tokens = [
      await signed({}, { secret: 'the secret of thieves' }),
      await signed({}, { alg: 'HS512', secret: 'the secret of the app' }),
      await signed({ exp: seconds - 61 }),
      await signed({ nbf: seconds + 61 }),
      'a.b.c',
      '',
    ];
    for (const token of tokens) expect(await verify(`Bearer ${token}`)).toBe(false);
    for (const header of [undefined, '', 'Basic YTpi', `Bearer ${'x'.repeat(9_000)}`])
      expect(await verify(header)).toBe(false);
  });
});

describe('The body of a webhook', () => {
  it('gives the number of the issue and whether it is gone, and nothing else.', () => {
    const body = { webhookEvent: 'jira:issue_updated', issue: { id: '10001', key: 'A-1', fields: { summary: 'x' } } };
    expect(readWebhook(body)).toEqual({ issueId: '10001', isDeletion: false });
    expect(readWebhook({ ...body, webhookEvent: 'jira:issue_deleted' })).toEqual({
      issueId: '10001',
      isDeletion: true,
    });
    expect(readWebhook({ webhookEvent: 'comment_created', issue: { id: 10002 } })).toMatchObject({ issueId: '10002' });
  });

  it('may name no issue, or one in no shape that is taken.', () => {
    for (const issue of [undefined, null, {}, { id: 'A-1' }, { id: '1'.repeat(30) }, { id: { $gt: '' } }, [], 'x'])
      expect(readWebhook({ webhookEvent: 'jira:issue_updated', issue })).toEqual({ issueId: null, isDeletion: false });
    for (const body of [null, [], 'x', {}, { webhookEvent: 7 }]) expect(readWebhook(body)).toBeNull();
  });
});

describe('Registering', () => {
  const request = { url: 'https://sprout.example.com/webhooks/jira/x', filter: 'project in ("A")' };

  it('asks for the events of issues and their comments, and takes the number that Jira gives.', async () => {
    const { source, requests } = sourceOn(() => ({ webhookRegistrationResult: [{ createdWebhookId: 7 }] }));
    const webhook = await source.webhooks.register(request, signal);
    expect(webhook).toMatchObject({ id: '7', filter: request.filter });
    expect(requests[0]).toMatchObject({ method: 'POST', path: 'webhook' });
  });

  it('is refused by an error inside a 200, in words of ours.', async () => {
    const { source } = sourceOn(() => ({ webhookRegistrationResult: [{ errors: ['secret text of Jira'] }] }));
    const failure = await source.webhooks.register(request, signal).catch((error: unknown) => error);
    expect(failure).toMatchObject({ kind: 'REFUSED' });
    expect(String(failure)).not.toContain('secret text');
  });

  it('lists, extends and removes by number; an extension that says nothing is none.', async () => {
    const { source, requests } = sourceOn(({ method }) => {
      if (method === 'GET')
        return {
          isLast: true,
          values: [{ id: 7, url: request.url, jqlFilter: request.filter, expirationDate: 1_800_000_000_000 }, 'odd'],
        };
      return method === 'PUT' ? { expirationDate: 1_800_000_000_000 } : json(202, '');
    });
    const expiresAt = new Date(1_800_000_000_000);
    expect(await source.webhooks.registered(signal)).toEqual([{ id: '7', ...request, expiresAt }]);
    expect(await source.webhooks.extend('7', signal)).toEqual(expiresAt);
    await source.webhooks.remove(['7'], signal);
    expect(requests.map(({ method, body }) => [method, body])).toEqual([
      ['GET', undefined],
      ['PUT', { webhookIds: [7] }],
      ['DELETE', { webhookIds: [7] }],
    ]);
    const silent = sourceOn(() => ({}));
    expect(await silent.source.webhooks.extend('7', signal)).toBeNull();
  });
});
