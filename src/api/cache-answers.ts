import { createHash } from "node:crypto";
import type { FastifyInstance } from "fastify";

/** Answers about persons or the moment: kept nowhere. */
const keptNowhere = new Set(["session.read", "account.read", "audit.read", "health.read"]);

/**
 * ETags and caching of JSON answers. A tag is made of the very bytes, so that it is right for every actor
 * and tier; it is weak, because the same tag serves all encodings. Whoever keeps an answer must ask again
 * before using it, and what a signed-in person got is kept by their own browser only.
 */
export function addCacheAnswers(app: FastifyInstance): void {
  app.addHook("onSend", async (request, reply, payload) => {
    const action = request.routeOptions.config.action;
    if (action === undefined || reply.hasHeader("cache-control")) return payload;
    const isRead = request.method === "GET" || request.method === "HEAD";
    if (!isRead || keptNowhere.has(action) || reply.statusCode !== 200) {
      reply.header("cache-control", "no-store");
      return payload;
    }
    reply.header(
      "cache-control",
      request.actor.kind === "visitor" ? "public, no-cache" : "private, no-cache",
    );
    reply.header("vary", "Cookie");
    if (typeof payload !== "string" && !Buffer.isBuffer(payload)) return payload;
    const tag = `W/"${createHash("sha256").update(payload).digest("base64url").slice(0, 27)}"`;
    reply.header("etag", tag);
    const known = request.headers["if-none-match"]?.split(",").map((text) => text.trim());
    if (!known?.some((text) => text === tag || text === "*")) return payload;
    reply.code(304).removeHeader("content-length").removeHeader("content-type");
    return null;
  });
}
