// What search engines are told: which pages there are and when each last changed, and what is not for them.

import { permission } from "#access";
import { areas, fail, ok, problem } from "#kernel";
import { type HarvestKind, harvestKinds } from "#store";
import type { Effects } from "../effects.ts";
import type { Download, RouteUseCase } from "../use-case.ts";
import { pathOfRecord } from "./public-record.ts";
import { textFile } from "./text-file.ts";

/** Most addresses one site map may hold. */
const mostInPart = 50_000;
/** Addresses read at once while a part is written. */
const batch = 5_000;

const fixedPages = [
  "/",
  "/evidence",
  "/evidence/search",
  "/evidence/lessons",
  "/evidence/recommendations",
  "/evidence/follow-up",
  "/evidence/advice",
  "/evidence/projects",
  "/evidence/vocabularies",
  "/countries",
  "/indexes",
  "/data",
  "/standards",
  "/access",
];

const mediaType = "application/xml; charset=utf-8";
const xml = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The parts: one with the pages that are always there, then each kind of record in pieces. */
async function partsOf(effects: Effects): Promise<readonly string[]> {
  const parts = ["pages"];
  for (const kind of harvestKinds) {
    const count = await standingCount(effects, kind);
    for (let i = 0; i * mostInPart < count; i++) parts.push(`${kind}-${i + 1}`);
  }
  return parts;
}

/** Those that are gone are counted as well: at worst there is a part without addresses. */
const standingCount = (effects: Effects, kind: HarvestKind) =>
  effects.store.catalogue.harvest.count({ kinds: [kind] });

export const sitemapIndex: RouteUseCase<"sitemapIndex"> = async (effects, actor) => {
  const allowed = permission(actor, "record.harvest");
  if (!allowed.ok) return allowed;
  const parts = await partsOf(effects);
  const lines = parts.map(
    (part) => `  <sitemap><loc>${escaped(`${effects.address}/sitemaps/${part}.xml`)}</loc></sitemap>`,
  );
  return ok(
    textFile(
      "sitemap.xml",
      mediaType,
      `${xml}<sitemapindex ${namespace}>\n${lines.join("\n")}\n</sitemapindex>\n`,
    ),
  );
};

export const sitemapPart: RouteUseCase<"sitemapPart"> = async (effects, actor, { part }) => {
  const allowed = permission(actor, "record.harvest");
  if (!allowed.ok) return allowed;
  const [, kind, number] = /^([a-z]+)-([1-9]\d{0,5})\.xml$/.exec(part) ?? [];
  const known = harvestKinds.find((one) => one === kind);
  if (part !== "pages.xml" && (!known || number === undefined))
    return fail(
      problem("app.not-found", `There is no site map "${part.slice(0, 100)}"; /sitemap.xml lists them.`),
    );
  const download: Download = {
    fileName: part,
    mediaType,
    inline: true,
    stream: known ? recordsPart(effects, known, Number(number)) : pagesPart(effects),
  };
  return ok(download);
};

const bytes = (text: string) => new TextEncoder().encode(text);
const entry = (effects: Effects, path: string, at: string | null) =>
  `  <url><loc>${escaped(effects.address + path)}</loc>${at === null ? "" : `<lastmod>${at}</lastmod>`}</url>\n`;

async function* pagesPart(effects: Effects): AsyncGenerator<Uint8Array> {
  const countries = areas.filter(({ kind }) => kind === "country").map(({ code }) => `/countries/${code}`);
  const conventions = (await effects.store.catalogue.standards.conventions()).map(
    ({ code }) => `/standards/${encodeURIComponent(code)}`,
  );
  const lines = [...fixedPages, ...countries, ...conventions].map((path) => entry(effects, path, null));
  yield bytes(`${xml}<urlset ${namespace}>\n${lines.join("")}</urlset>\n`);
}

async function* recordsPart(effects: Effects, kind: HarvestKind, number: number): AsyncGenerator<Uint8Array> {
  yield bytes(`${xml}<urlset ${namespace}>\n`);
  const first = (number - 1) * mostInPart;
  for (let offset = first; offset < first + mostInPart; offset += batch) {
    const items = await effects.store.catalogue.harvest.standing(kind, { limit: batch, offset });
    if (items.length > 0)
      yield bytes(items.map(({ id, at }) => entry(effects, pathOfRecord(kind, id), at)).join(""));
    if (items.length < batch) break;
  }
  yield bytes("</urlset>\n");
}

export const robots: RouteUseCase<"robots"> = async (effects, actor) => {
  const allowed = permission(actor, "record.harvest");
  if (!allowed.ok) return allowed;
  return ok(
    textFile(
      "robots.txt",
      "text/plain; charset=utf-8",
      [
        "User-agent: *",
        "Disallow: /api/",
        "Disallow: /desk",
        "Disallow: /claim",
        "Disallow: /sign-in",
        "Disallow: /embed/",
        "",
        `Sitemap: ${effects.address}/sitemap.xml`,
        "",
      ].join("\n"),
    ),
  );
};
