// The cookie that carries the session's token.

import type { FastifyReply, FastifyRequest } from "fastify";

/**
 * Over HTTPS the `__Host-` prefix makes browsers insist on Secure, on this host alone and the path `/`, so
 * that no neighbouring host can plant one. Browsers refuse that prefix over plain HTTP.
 */
const sessionCookieName = (https: boolean): string => (https ? "__Host-socle" : "socle");

const attributes = (https: boolean) =>
  ({ path: "/", httpOnly: true, sameSite: "lax", secure: https }) as const;

export const sessionTokenOf = (request: FastifyRequest, https: boolean): string | undefined => {
  const token = request.cookies[sessionCookieName(https)];
  return token !== undefined && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : undefined;
};

export function setSessionCookie(
  reply: FastifyReply,
  https: boolean,
  issued: { readonly token: string; readonly expiresAt: string },
): void {
  reply.setCookie(sessionCookieName(https), issued.token, {
    ...attributes(https),
    expires: new Date(issued.expiresAt),
  });
}

export function clearSessionCookie(reply: FastifyReply, https: boolean): void {
  reply.clearCookie(sessionCookieName(https), attributes(https));
}
