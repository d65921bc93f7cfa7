// The pages: files of the built web folder, and one page for every address the pages route themselves.

import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { pathOf, sendProblems, unknownAddress } from "./error-answers.ts";

/** A file whose name holds the hash of its content never changes. */
const hashed = /[/\\]assets[/\\][^/\\]+-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;

/** @param webRoot absolute path of the built pages; null or without `index.html`: the API alone is served */
export async function addWebPages(app: FastifyInstance, webRoot: string | null): Promise<void> {
  const isBuilt = webRoot !== null && existsSync(join(webRoot, "index.html"));
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: webRoot,
      dotfiles: "ignore",
      cacheControl: false,
      setHeaders: (reply, path) => {
        reply.header("cache-control", hashed.test(path) ? "public, max-age=31536000, immutable" : "no-cache");
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const path = pathOf(request);
    const isPage =
      (request.method === "GET" || request.method === "HEAD") &&
      path !== "/api" &&
      !path.startsWith("/api/") &&
      (request.headers.accept ?? "").includes("text/html");
    if (isPage && isBuilt) return reply.sendFile("index.html");
    return sendProblems(request, reply, [unknownAddress(`${request.method} ${path.slice(0, 200)}`)]);
  });
}
