import { createHash, createHmac, randomBytes } from 'node:crypto';
import { done, type Outcome, refused } from '../domain/user-error.ts';
import type { Writer } from '../store/repository/writer.ts';
import { type Authorization, AuthorizationError } from './authorization.ts';

/** Connecting a viewer's own Jira by OAuth. */
export interface ConnectJira {
  /** Where to send the viewer, and until when the answer is awaited. CONFLICT while a site is connected. */
  begin(writer: Writer, returnTo: string | null): Promise<Outcome<{ authorizationUrl: string; expiresAt: Date }>>;
  /**
   * Takes what the provider sent back. The state is checked, and used up, before the code is looked at:
   * STATE_MISMATCH, EXPIRED, JIRA_REFUSED or JIRA_UNAVAILABLE say why nothing was connected.
   */
  complete(writer: Writer, answer: { readonly code: string; readonly state: string }): Promise<Outcome<true>>;
}

/** `secret` keys the PKCE verifiers, which are derived from the state and so need no storage. */
export function createConnectJira(authorization: Authorization, secret: string): ConnectJira {
  const verifierOf = (state: string): string =>
    createHmac('sha256', secret).update(`pkce ${state}`).digest('base64url');
  return {
    async begin(writer, returnTo) {
      const present = await writer.jiraConnection();
      if (present?.connection.status === 'CONNECTED')
        return refused('CONFLICT', 'A Jira site is connected already. Disconnect it first.');
      if (returnTo !== null && !isOwnPath(returnTo))
        return refused('INVALID', 'returnTo is a path of this application.', ['input', 'returnTo']);
      const state = randomBytes(32).toString('base64url');
      const expiresAt = await writer.beginConsent(sha256(state), returnTo);
      const authorizationUrl = authorization.authorizationUrl({ state, codeChallenge: sha256(verifierOf(state)) });
      return done({ authorizationUrl, expiresAt });
    },
    async complete(writer, { code, state }) {
      const consent = await writer.takeConsent(sha256(state));
      if (!consent.ok) return consent;
      try {
        const grant = await authorization.exchangeCode({ code, codeVerifier: verifierOf(state) });
        const sites = await authorization.sites(grant.accessToken);
        if (sites.length === 0)
          return refused(
            'JIRA_REFUSED',
            'This Atlassian account gave access to no Jira site. Choose a site when you consent.',
          );
        return await writer.jira.open(grant, sites);
      } catch (error) {
        if (!(error instanceof AuthorizationError)) throw error;
        return error.kind === 'REFUSED'
          ? refused('JIRA_REFUSED', 'Atlassian refused the connection. Begin again.')
          : refused('JIRA_UNAVAILABLE', 'Atlassian did not answer. Begin again in a moment.');
      }
    },
  };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** A path within this application: "//host" and "/\host" would lead elsewhere. */
const isOwnPath = (path: string): boolean => /^\/(?![/\\])[^\s\\]{0,500}$/.test(path);
