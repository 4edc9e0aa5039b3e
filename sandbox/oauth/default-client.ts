/** The OAuth app that the sandbox knows unless it is told another. No secret of anybody: it opens made-up sites only. */
export const defaultClientId = 'quantum-sprout-sandbox';
export const defaultClientSecret = 'sandbox-secret';

export interface OAuthClient {
  readonly id: string;
  readonly secret: string;
  /** Registered callbacks, compared exactly. Absent: any http URI on this machine. */
  readonly redirectUris?: readonly string[] | undefined;
}

export const defaultClient: OAuthClient = { id: defaultClientId, secret: defaultClientSecret };

const loopback = ['localhost', '127.0.0.1', '[::1]'];

export function allowsRedirect(client: OAuthClient, redirectUri: string): boolean {
  if (client.redirectUris) return client.redirectUris.includes(redirectUri);
  if (!URL.canParse(redirectUri)) return false;
  const url = new URL(redirectUri);
  return url.protocol === 'http:' && loopback.includes(url.hostname) && url.hash === '';
}
