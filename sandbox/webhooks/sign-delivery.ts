import { createHmac } from 'node:crypto';

const lifeSeconds = 180;

/** The JWT of a delivery: HS256 with the app's secret, three minutes long. The body is not covered (JIRA-CLOUD.md 2.6). `at` in ms. */
export function signDelivery(clientId: string, secret: string, at: number): string {
  const iat = Math.floor(at / 1000);
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ iss: clientId, iat, exp: iat + lifeSeconds })}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}
