// References of BibTeX; BibLaTeX's names of fields and types are read as well.

import { type Problem, problem } from "#kernel";
import type { BibliographicRecord, ForeignTag } from "#records";
import { type BibtexEntry, bibtexEntries } from "./bibtex-entries.ts";
import { bibtexTypes } from "./entry-types.data.ts";
import { typeTable } from "./entry-types.ts";
import {
  type BibliographyReading,
  cleanAddress,
  isMadeKey,
  isoDate,
  keywordsOf,
  normalRecord,
  oneLine,
  unpackedTag,
} from "./reading.ts";
import { textOfTex } from "./text-of-tex.ts";

const types = /* @__PURE__ */ typeTable(bibtexTypes, /^[a-z]+$/);

const single: Readonly<Record<string, keyof BibliographicRecord>> = {
  title: "title",
  abstract: "abstract",
  language: "language",
  langid: "language",
  publisher: "publisher",
  institution: "publisher",
  school: "publisher",
  organization: "publisher",
  address: "place",
  location: "place",
  journal: "container",
  journaltitle: "container",
  booktitle: "container",
  series: "series",
  number: "number",
  volume: "volume",
  pages: "pages",
};

const monthWords = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** The records of a BibTeX text. A broken entry keeps what could be read of it, and is told. */
export function readBibtex(text: string, file: string): BibliographyReading {
  const { entries, skipped } = bibtexEntries(text);
  const problems: Problem[] = entries
    .filter(({ fault }) => fault !== null)
    .map(({ line, key, fault }) =>
      problem(
        "sources.bibliography-repaired",
        `The entry ${key === "" ? "" : `"${key.slice(0, 60)}" `}that begins in line ${line} of ${file} is broken: ${fault}. It was kept as far as it could be read; compare it with its source.`,
        { file, line },
      ),
    );
  return {
    format: "bibtex",
    records: entries.map(recordOf),
    lines: entries.map(({ line }) => line),
    skipped,
    problems,
  };
}

/** Names are parted by "and" outside of braces. */
function namesOf(raw: string): readonly string[] {
  const names: string[] = [];
  let depth = 0;
  let from = 0;
  const joint = /\s+and\s+/iy;
  for (let i = 0; i < raw.length; i++) {
    const char = raw[i];
    if (char === "\\") i++;
    else if (char === "{") depth++;
    else if (char === "}") depth--;
    else if (depth === 0 && /\s/.test(char!)) {
      joint.lastIndex = i;
      const match = joint.exec(raw);
      if (match === null) continue;
      names.push(raw.slice(from, i));
      from = i + match[0].length;
      i = from - 1;
    }
  }
  names.push(raw.slice(from));
  return names.map((name) => name.trim()).filter((name) => name !== "" && name !== "others");
}

/** Whether the whole name stands in one pair of braces, as names of organisations do. */
function isOneGroup(name: string): boolean {
  if (!name.startsWith("{") || !name.endsWith("}")) return false;
  let depth = 0;
  for (let i = 0; i < name.length - 1; i++) {
    if (name[i] === "\\") i++;
    else if (name[i] === "{") depth++;
    else if (name[i] === "}" && --depth === 0) return false;
  }
  return true;
}

/** Commas outside of braces. */
function commaParts(name: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < name.length; i++) {
    if (name[i] === "\\") i++;
    else if (name[i] === "{") depth++;
    else if (name[i] === "}") depth--;
    else if (name[i] === "," && depth === 0) {
      parts.push(name.slice(from, i));
      from = i + 1;
    }
  }
  return [...parts, name.slice(from)].map((part) => part.trim());
}

function authorOf(raw: string): string {
  if (isOneGroup(raw)) return textOfTex(raw.slice(1, -1));
  const [family = "", second, third] = commaParts(raw).map(textOfTex);
  if (third !== undefined) return `${family}, ${third}, ${second}`;
  if (second !== undefined) return second === "" ? family : `${family}, ${second}`;
  const words = family.split(" ");
  if (words.length < 2 || /[{}]/.test(raw)) return family;
  // "Ludwig van Beethoven": small words before the last one belong to the family's name.
  const particle = words.findIndex((word, i) => i > 0 && i < words.length - 1 && /^\p{Ll}/u.test(word));
  const at = particle === -1 ? words.length - 1 : particle;
  return `${words.slice(at).join(" ")}, ${words.slice(0, at).join(" ")}`;
}

const addressOf = (raw: string): string =>
  raw.replace(/\\([%&#$_~{}])/g, "$1").replace(/^\\url\{(.*)\}$/, "$1");

function dateOf(fields: ReadonlyMap<string, string>): {
  readonly date: string | null;
  readonly year: number | null;
} {
  const year = /^\D*([12]\d{3})\D*$/.exec(fields.get("year") ?? "")?.[1] ?? null;
  const stated = /^([12]\d{3})(?:-(\d{1,2})(?:-(\d{1,2}))?)?/.exec(oneLine(fields.get("date") ?? ""));
  if (stated !== null) {
    const date = isoDate(stated[1]!, stated[2], stated[3]);
    return { date, year: year === null ? null : Number(year) };
  }
  const word = textOfTex(fields.get("month") ?? "").toLowerCase();
  const month = Number(word) || monthWords.indexOf(word.slice(0, 3)) + 1;
  const date = year === null || !(month >= 1) ? null : isoDate(year, String(month), fields.get("day"));
  return { date: date?.length === 4 ? null : date, year: year === null ? null : Number(year) };
}

const dateFields: ReadonlySet<string> = new Set(["year", "date", "month", "day"]);

function recordOf({ type: word, key, fields }: BibtexEntry): BibliographicRecord {
  const found: Record<string, unknown> = {};
  const authors: string[] = [];
  const urls: string[] = [];
  const notes: string[] = [];
  const keywords: string[] = [];
  const foreign: ForeignTag[] = [];
  const byName = new Map(fields.map(({ name, raw }) => [name, raw]));
  const dates = dateOf(byName);
  let ownKey: string | null = key === "" || isMadeKey(key) ? null : key;
  const unread = (name: string) =>
    dates.date === null && dates.year === null && byName.get(name) !== undefined;
  for (const { name, raw } of fields) {
    const field = single[name];
    if (field !== undefined && found[field] === undefined) {
      const text = textOfTex(name === "pages" ? raw.replace(/--+/g, "-") : raw);
      if (text !== "") found[field] = text;
    } else if (name === "author") authors.push(...namesOf(raw).map(authorOf));
    else if (name === "url") urls.push(cleanAddress(addressOf(raw)));
    else if (/^x-url-\d+$/.test(name)) urls.push(cleanAddress(addressOf(raw)));
    else if (name === "doi") found["doi"] = addressOf(raw);
    else if (name === "keywords" || name === "keyword") keywords.push(...keywordsOf(textOfTex(raw)));
    else if (name === "note" || name === "annote" || /^x-note-\d+$/.test(name)) notes.push(textOfTex(raw));
    else if (name === "x-key") ownKey = textOfTex(raw);
    else if (/^x-tag-\d+$/.test(name)) {
      const text = textOfTex(raw);
      foreign.push(unpackedTag(text) ?? { tag: name, value: text });
    } else if (dateFields.has(name) && !unread(name)) continue;
    else foreign.push({ tag: name, value: textOfTex(raw) });
  }
  const { type, isFirst } = types.read(word);
  return normalRecord({
    ...found,
    type,
    key: ownKey,
    authors,
    ...dates,
    urls,
    notes,
    keywords,
    foreignTags: [...(isFirst ? [] : [{ tag: "entrytype", value: word }]), ...foreign],
  });
}
