import type { ApplicationOptions } from './application-options.ts';
import { createOAuth, type OAuth } from './jira/oauth.ts';

type Registered = Pick<ApplicationOptions, 'atlassian' | 'appUrl' | 'fetch' | 'now'>;

/** Atlassian's identity service, as this application is registered with it. */
export function atlassianOAuth({ atlassian, appUrl, fetch, now }: Registered): OAuth {
  const app = { ...atlassian, redirectUri: `${appUrl}/connect/jira/callback` };
  return createOAuth(app, { ...(fetch && { fetch }), ...(now && { now: () => now().getTime() }) });
}
