// What stands in the head of a page before any script has run: title, description, lasting address, Dublin Core
// and schema.org, of what a visitor may read.

import { visitor } from "#records";
import type { HarvestKind } from "#store";
import type { Effects } from "../effects.ts";
import { dublinCoreOf, originNotes } from "./dublin-core.ts";
import { publicRecord } from "./public-record.ts";
import { schemaOrgOf, schemaOrgOfList } from "./schema-org.ts";

const lists: readonly { readonly path: string; readonly title: string; readonly description: string }[] = [
  {
    path: "/",
    title: "Socle",
    description:
      "Socle: the evidence system for social protection. Every number and sentence leads to its source.",
  },
  {
    path: "/evidence",
    title: "Evaluations",
    description: "The registry of evaluations of social protection, with their reports.",
  },
  {
    path: "/evidence/search",
    title: "Passages of evaluations",
    description: "Findings, recommendations and lessons of evaluation reports, word by word with their page.",
  },
  {
    path: "/evidence/lessons",
    title: "Lessons and good practices",
    description: "What evaluations learned: by branch, region, group of people and factor.",
  },
  {
    path: "/evidence/recommendations",
    title: "Recommendations and what became of them",
    description: "Recommendations of evaluations, the responses to them and the work that followed.",
  },
  {
    path: "/countries",
    title: "Countries",
    description: "Social protection by country: figures, standards, evaluations.",
  },
  {
    path: "/indexes",
    title: "Indexes",
    description: "Indexes of socio-economic security, with their definitions and runs.",
  },
  { path: "/data", title: "Data", description: "Releases of observations to look at and to download." },
  {
    path: "/standards",
    title: "Standards",
    description: "ILO Conventions on social security and who has ratified them.",
  },
];

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
 */
export async function pageHead(effects: Effects, path: string): Promise<string | null> {
  const { address } = effects;
  const list = lists.find((one) => one.path === path);
  if (list)
    return [
      `<title>${escaped(list.title === "Socle" ? "Socle" : `${list.title} · Socle`)}</title>`,
      meta("description", list.description),
      `<link rel="canonical" href="${escaped(address + list.path)}" />`,
      `<script type="application/ld+json">${scriptJson(schemaOrgOfList(list, address))}</script>`,
    ].join("\n    ");
  for (const [pattern, kind] of patterns) {
    const given = pattern.exec(path)?.[1];
    const id = given === undefined ? null : decoded(given);
    if (id === null) continue;
    const record = await publicRecord(effects.store.catalogue, visitor, kind, id);
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
