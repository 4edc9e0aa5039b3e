import { createSecretKey } from 'node:crypto';
import { jwtVerify } from 'jose';

/** Whether a message was signed by somebody who knows the app's secret: Atlassian. */
export type VerifyWebhook = (authorization: string | undefined) => Promise<boolean>;

/**
 * Verifies the JWT that Jira sends with a webhook: HS256 with the app's client secret, within its time (JIRA-CLOUD.md
 * 2.6). What its claims are is not documented and not asked; it does not cover the body, which is a hint at best.
 */
export function createVerifyWebhook(clientSecret: string, now: () => Date = () => new Date()): VerifyWebhook {
  const key = createSecretKey(Buffer.from(clientSecret));
  return async (authorization) => {
    const token = /^(?:Bearer|JWT) (\S{1,8192})$/i.exec(authorization ?? '')?.[1];
    if (!token) return false;
    try {
      await jwtVerify(token, key, { algorithms: ['HS256'], clockTolerance: 60, currentDate: now() });
      return true;
    } catch {
      // Whatever is wrong with it, the answer is the same.
      return false;
    }
  };
}
