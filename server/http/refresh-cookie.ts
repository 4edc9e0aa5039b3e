import type { FastifyReply, FastifyRequest } from 'fastify';
import '@fastify/cookie';

const name = 'quantum_sprout_refresh';

/** The cookie that keeps a browser signed in: out of reach of scripts, and never sent from other sites. */
export interface RefreshCookie {
  read(request: FastifyRequest): string | undefined;
  /** Null removes it. */
  write(reply: FastifyReply, token: { readonly token: string; readonly expiresAt: Date } | null): void;
}

export function createRefreshCookie(secure: boolean): RefreshCookie {
  const attributes = { path: '/graphql', httpOnly: true, sameSite: 'strict', secure } as const;
  return {
    read: (request) => request.cookies[name],
    write(reply, token) {
      if (token) reply.setCookie(name, token.token, { ...attributes, expires: token.expiresAt });
      else reply.clearCookie(name, attributes);
    },
  };
}
