// What stands in the head of a page before any script has run: title, description, lasting address, Dublin Core
// and schema.org, of what a visitor may read.

import { type Language, languages } from "#kernel";
import { visitor } from "#records";
import type { HarvestKind } from "#store";
import type { Effects } from "../effects.ts";
import { dublinCoreOf, originNotes } from "./dublin-core.ts";
import { listedPages } from "./page-head-lists.data.ts";
import { publicRecord } from "./public-record.ts";
import { schemaOrgOf, schemaOrgOfList } from "./schema-org.ts";

const patterns: readonly (readonly [RegExp, HarvestKind])[] = [
  [/^\/evidence\/evaluations\/([^/]+)$/, "evaluation"],
  [/^\/evidence\/reports\/([0-9a-f]{64})$/, "report"],
  [/^\/evidence\/lessons\/([^/]+)$/, "lesson"],
  [/^\/evidence\/recommendations\/([^/]+)$/, "recommendation"],
  [/^\/data\/([^/]+)$/, "release"],
  [/^\/indexes\/runs\/([^/]+)$/, "run"],
];

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();
const shortened = (text: string) => (text.length <= 300 ? text : `${text.slice(0, 299)}…`);

/** JSON that may stand inside a script element: no sign in it can end the element or begin another. */
const scriptJson = (value: unknown) =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

const meta = (name: string, content: string, language?: string) =>
  `<meta name="${name}" content="${escaped(oneLine(content))}"${language ? ` lang="${escaped(language)}"` : ""} />`;

/**
 * The head of a page as HTML, to stand in place of the title and description of the one file that serves all
 * pages; null where the page is none of a public record or list, so that the file stays as it is.
 *
 * Cost: three to eight questions to the catalogue by primary key for a record, none for a list.
 *
 * @param path of the address, without the query
 * @param language of the page; a record speaks the language of its source
 */
export async function pageHead(
  effects: Effects,
  path: string,
  language: Language = "en",
): Promise<string | null> {
  const { address } = effects;
  const listed = listedPages.find((one) => one.path === path);
  if (listed) {
    const list = { path, title: listed.title[language], description: listed.description[language] };
    return [
      `<title>${escaped(list.title === "Socle" ? "Socle" : `${list.title} · Socle`)}</title>`,
      meta("description", list.description),
      `<link rel="canonical" href="${escaped(address + path)}" />`,
      ...languages.map(
        (one) =>
          `<link rel="alternate" hreflang="${one}" href="${escaped(`${address}${path}?lang=${one}`)}" />`,
      ),
      `<script type="application/ld+json">${scriptJson(schemaOrgOfList(list, address))}</script>`,
    ].join("\n    ");
  }
  for (const [pattern, kind] of patterns) {
    const given = pattern.exec(path)?.[1];
    const id = given === undefined ? null : decoded(given);
    if (id === null) continue;
    const record = await publicRecord(effects, visitor, kind, id);
    if (!record) return null;
    const note = originNotes[record.origin];
    const description = [note, record.description].filter(Boolean).join(" ") || record.title;
    return [
      `<title>${escaped(oneLine(record.title))} · Socle</title>`,
      meta("description", shortened(oneLine(description)), record.language ?? undefined),
      `<link rel="canonical" href="${escaped(address + record.path)}" />`,
      `<link rel="schema.DCTERMS" href="http://purl.org/dc/terms/" />`,
      ...dublinCoreOf(record, address).map(({ element, value, language }) =>
        meta(`DCTERMS.${element}`, value, language),
      ),
      `<script type="application/ld+json">${scriptJson(schemaOrgOf(record, address))}</script>`,
    ].join("\n    ");
  }
  return null;
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
