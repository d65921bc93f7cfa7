// The pages: files of the built web folder, and one page for every address the pages route themselves. Its head
// is that of the record the address names, so that search engines and reference managers read it without scripts.

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isLanguage, type Language } from "#kernel";
import { pathOf, sendProblems, unknownAddress } from "./error-answers.ts";

/** A file whose name holds the hash of its content never changes. */
const hashed = /[/\\]assets[/\\][^/\\]+-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;

/** What stands in the head of a page; null where the file's own head does. */
export type PageHead = (path: string, language: Language) => Promise<string | null>;

/** As the pages themselves choose: what the address says, else the first of the browser's languages they speak. */
function languageOf(request: FastifyRequest): Language {
  const { lang } = request.query as { readonly lang?: unknown };
  if (typeof lang === "string" && isLanguage(lang)) return lang;
  const preferred = (request.headers["accept-language"] ?? "").split(",");
  return preferred.map((tag) => tag.trim().slice(0, 2).toLowerCase()).find(isLanguage) ?? "en";
}

const titleOfFile = /<title>[^<]*<\/title>/i;
const descriptionOfFile = /\s*<meta\s[^>]*name="description"[^>]*>/i;

/**
 * @param webRoot absolute path of the built pages; null or without `index.html`: the API alone is served
 * @param headOf a page whose head cannot be made is served all the same, with the head of the file
 */
export async function addWebPages(
  app: FastifyInstance,
  webRoot: string | null,
  headOf: PageHead = async () => null,
): Promise<void> {
  const file = webRoot === null ? null : join(webRoot, "index.html");
  const isBuilt = file !== null && existsSync(file);
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: webRoot!,
      index: false,
      dotfiles: "ignore",
      cacheControl: false,
      setHeaders: (reply, path) => {
        reply.header("cache-control", hashed.test(path) ? "public, max-age=31536000, immutable" : "no-cache");
      },
    });
  }

  async function sendPage(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const page = await readFile(file!, "utf8");
    const language = languageOf(request);
    const head = await headOf(pathOf(request), language).catch((error: unknown) => {
      request.log.error({ err: error }, "the head of a page could not be made");
      return null;
    });
    // By functions: a title may hold the signs that a replacement would read as its own.
    const whole =
      head === null ? page : page.replace(descriptionOfFile, () => "").replace(titleOfFile, () => head);
    return reply
      .code(200)
      .header("cache-control", "no-cache")
      .header("vary", "accept-language")
      .type("text/html; charset=utf-8")
      .send(whole.replace('<html lang="en">', `<html lang="${language}">`));
  }

  if (isBuilt) app.get("/", { schema: { hide: true } }, sendPage);
  app.setNotFoundHandler((request, reply) => {
    const path = pathOf(request);
    const isPage =
      (request.method === "GET" || request.method === "HEAD") &&
      path !== "/api" &&
      !path.startsWith("/api/") &&
      (request.headers.accept ?? "").includes("text/html");
    if (isPage && isBuilt) return sendPage(request, reply);
    return sendProblems(request, reply, [unknownAddress(`${request.method} ${path.slice(0, 200)}`)]);
  });
}
