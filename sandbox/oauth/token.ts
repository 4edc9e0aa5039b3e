import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Faults } from '../faults/faults.ts';
import type { RefusalSpelling } from '../faults/grant-faults.ts';
import { jsonAnswer } from '../http/answers.ts';
import type { Answer, Call } from '../http/exchange.ts';
import type { OAuthClient } from './default-client.ts';
import type { GrantBook, IssuedTokens } from './grant-book.ts';
import { grantTypes, isGrantType, tokenBody } from './token-body.ts';

const codeRequest = z.object({
  grant_type: z.literal('authorization_code'),
  client_id: z.string(),
  client_secret: z.string(),
  code: z.string(),
  redirect_uri: z.string(),
  code_verifier: z.string().optional(),
});
const refreshRequest = z.object({
  grant_type: z.literal('refresh_token'),
  client_id: z.string(),
  client_secret: z.string(),
  refresh_token: z.string(),
});

/** POST /oauth/token, JSON or form-encoded. Error texts as recorded (JIRA-CLOUD.md 1). */
export function token(call: Call, client: OAuthClient, grants: GrantBook, faults: Faults): Answer {
  const body = tokenBody(call.headers['content-type'], call.body);
  if (!isGrantType(body.grant_type)) {
    return refuse(400, 'invalid_request', `grant_type must be one of [${grantTypes.join('|')}]`);
  }
  const request = z.discriminatedUnion('grant_type', [codeRequest, refreshRequest]).safeParse(body);
  if (!request.success) return refuse(400, 'invalid_request', 'Incorrect request parameters');
  if (request.data.client_id !== client.id || !isSame(request.data.client_secret, client.secret)) {
    return refuse(401, 'access_denied', 'Unauthorized');
  }
  const { plan } = faults;
  if (request.data.grant_type === 'refresh_token') {
    const refusal = faults.refusesRefresh();
    if (refusal) return refuseRefresh(refusal);
    const issued = grants.rotate(request.data.refresh_token, client.id, plan.accessTokenSeconds);
    return issued ? tokenAnswer(issued, plan.accessTokenSeconds) : refuseRefresh(plan.refusalSpelling);
  }
  const consent = grants.redeemCode(request.data.code);
  if (!consent || consent.redirectUri !== request.data.redirect_uri) {
    return refuse(403, 'invalid_grant', 'Invalid authorization code');
  }
  if (consent.challenge !== undefined && consent.challenge !== s256(request.data.code_verifier ?? '')) {
    return refuse(403, 'invalid_grant', 'Failed to verify code verifier');
  }
  return tokenAnswer(grants.begin(consent, plan.accessTokenSeconds), plan.accessTokenSeconds);
}

function tokenAnswer(issued: IssuedTokens, seconds: number): Answer {
  const body: Record<string, string | number> = {
    access_token: issued.accessToken,
    expires_in: seconds,
    token_type: 'Bearer',
    scope: issued.scopes.join(' '),
  };
  if (issued.refreshToken !== undefined) body.refresh_token = issued.refreshToken;
  return jsonAnswer(200, body, { 'cache-control': 'no-store' });
}

function refuseRefresh(spelling: RefusalSpelling): Answer {
  return spelling === 'invalid_grant'
    ? refuse(403, 'invalid_grant', 'Unknown or invalid refresh token.')
    : refuse(403, 'unauthorized_client', 'refresh_token is invalid');
}

function refuse(status: number, error: string, description: string): Answer {
  return jsonAnswer(status, { error, error_description: description }, { 'cache-control': 'no-store' });
}

const s256 = (text: string) => createHash('sha256').update(text).digest('base64url');

function isSame(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}
