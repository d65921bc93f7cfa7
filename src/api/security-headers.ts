import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";
import { framedFigure } from "#contract";

/** The small search, and figures that stand alone. */
const mayBeFramed = (path: string): boolean => path === "/embed/search" || framedFigure(path) !== null;

/**
 * Security headers of every answer. Scripts come from files of this server alone; styles may stand in the
 * page, because the components of the pages write them there. Nothing may put these pages in a frame
 * but what was made for it: the small search, and one figure alone.
 *
 * @param https adds Strict-Transport-Security and the upgrade of links; both would break plain HTTP in a
 *   local network
 */
export async function addSecurityHeaders(app: FastifyInstance, https: boolean): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "script-src-attr": ["'none'"],
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:", "blob:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        ...(https ? { "upgrade-insecure-requests": [] } : {}),
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: "same-origin" },
    frameguard: { action: "deny" },
    // Over plain HTTP on anything but loopback browsers ignore it and complain in the console.
    originAgentCluster: https,
  });
  // What was made to be shown by other sites leads out of the frame, and a browser sends no session into a
  // frame of another site.
  app.addHook("onSend", async (request, reply, payload) => {
    if (!mayBeFramed(request.url.split("?", 1)[0]!)) return payload;
    const policy = String(reply.getHeader("content-security-policy") ?? "");
    reply.header("content-security-policy", policy.replace("frame-ancestors 'none'", "frame-ancestors *"));
    reply.removeHeader("x-frame-options");
    return payload;
  });
  app.addHook("onRequest", async (_request, reply) => {
    reply.header(
      "permissions-policy",
      "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    );
  });
}
