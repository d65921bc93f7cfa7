// Bytes of a DDI file to its tree, with ceilings for hostile files; and the texts in it by language.

import { readXml, type XmlElement, XmlFault } from "#documents";
import {
  fail,
  isLanguage,
  type Language,
  type Localised,
  languages,
  ok,
  problem,
  type Result,
} from "#kernel";

export const ddiLimits = {
  bytes: 30_000_000,
  /** Signs `<`, which begin every tag: each makes an element in memory. */
  tags: 2_000_000,
  depth: 60,
} as const;

/** A name without the prefix of its namespace: files use `ddi:`, `c:` or none. */
const plainName = (name: string): string => name.slice(name.indexOf(":") + 1);

/** The root, where it is a `codeBook`, or why it cannot be read. */
export function ddiTree(given: Uint8Array | string, file: string): Result<XmlElement> {
  const at = { file };
  const size = given.length;
  if (size > ddiLimits.bytes)
    return fail(
      problem(
        "studies.ddi-too-large",
        `${file} has ${size} bytes; the limit for a DDI file is ${ddiLimits.bytes}. Export the variables in parts, or without summary statistics. Nothing was imported.`,
        at,
      ),
    );
  const decoded = typeof given === "string" ? ok(given) : decodedXml(given, file);
  if (!decoded.ok) return decoded;
  const text = withoutDocumentType(decoded.value.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"));
  let tags = 0;
  for (let place = text.indexOf("<"); place >= 0; place = text.indexOf("<", place + 1)) tags++;
  if (tags > ddiLimits.tags)
    return fail(
      problem(
        "studies.ddi-too-large",
        `${file} has ${tags} tags; the limit is ${ddiLimits.tags}. Export the variables in parts. Nothing was imported.`,
        at,
      ),
    );
  try {
    const root = readXml(text, ddiLimits.depth);
    if (plainName(root.name) === "codeBook") return ok(root);
    return fail(
      problem(
        "studies.ddi-unknown",
        `${file} is XML with the root "${root.name.slice(0, 60)}"; DDI-Codebook begins with "codeBook". ${/DDIInstance|FragmentInstance/.test(root.name) ? "This is DDI-Lifecycle (version 3): export the study as DDI-Codebook 2.5." : "Check that it is the file you meant."} Nothing was imported.`,
        at,
      ),
    );
  } catch (error) {
    const fault = error instanceof XmlFault ? error.fault : "malformed";
    return fail(
      fault === "entity"
        ? problem(
            "studies.ddi-entities-refused",
            `${file} declares entities of its own, which DDI never needs and attacks use. It was not read. Export it again, or take the declarations at its head out.`,
            at,
          )
        : fault === "too-deep"
          ? problem(
              "studies.ddi-too-large",
              `${file} has elements nested more than ${ddiLimits.depth} deep, which no codebook is. It was not read.`,
              at,
            )
          : problem(
              "studies.ddi-damaged",
              `${file} is no XML, or breaks off: an element is not closed or a sign is out of place. Nothing was imported. Download or export it again.`,
              at,
            ),
    );
  }
}

/** A reference to the DTD of DDI 1 and 2 without declarations of its own; nothing is fetched. */
const withoutDocumentType = (text: string): string =>
  text.replace(/^((?:\s|<\?[^>]*\?>|<!--[\s\S]{0,10000}?-->){0,200})<!DOCTYPE[^<>[\]]{0,1000}>/, "$1");

/** What a file says at its head to be written in; UTF-8 where it says nothing. */
function decodedXml(bytes: Uint8Array, file: string): Result<string> {
  const at = { file };
  if (bytes.length === 0)
    return fail(
      problem(
        "studies.ddi-damaged",
        `${file} holds no bytes. Download or export it again. Nothing was imported.`,
        at,
      ),
    );
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : null;
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const said = wide ?? /^[^<]*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head)?.[1] ?? "utf-8";
  try {
    return ok(new TextDecoder(said, { fatal: true }).decode(bytes));
  } catch (error) {
    const isName = error instanceof RangeError;
    return fail(
      problem(
        "studies.ddi-encoding",
        isName
          ? `${file} says that it is written in "${said}", which is no encoding that is known. Save it as UTF-8. Nothing was imported.`
          : `${file} says that it is written in ${said}, and holds bytes that are none: its letters would be misread. Save it as UTF-8, or correct the encoding in its first line. Nothing was imported.`,
        at,
      ),
    );
  }
}

export const children = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter(
    (child): child is XmlElement => typeof child !== "string" && plainName(child.name) === name,
  ) ?? [];

/** All elements that a path of names leads to, in the order of the file. */
export function along(element: XmlElement | undefined, ...path: readonly string[]): readonly XmlElement[] {
  let found: readonly XmlElement[] = element === undefined ? [] : [element];
  for (const name of path) found = found.flatMap((each) => children(each, name));
  return found;
}

export const attribute = (element: XmlElement, name: string): string | null => {
  const value = element.attributes[name]?.trim();
  return value === undefined || value === "" ? null : value;
};

/** Elements that begin a new line in a text. */
const paragraphs = new Set([
  "p",
  "div",
  "head",
  "itm",
  "item",
  "list",
  "li",
  "br",
  "h1",
  "h2",
  "h3",
  "table",
  "row",
]);

/** The text inside an element, lines trimmed; empty where there is none. */
export function textOf(element: XmlElement | undefined): string {
  if (element === undefined) return "";
  const pieces: string[] = [];
  const gather = (each: XmlElement) => {
    for (const child of each.children)
      if (typeof child === "string") pieces.push(child);
      else if (paragraphs.has(plainName(child.name))) {
        pieces.push("\n");
        gather(child);
        pieces.push("\n");
      } else gather(child);
  };
  gather(element);
  return pieces
    .join("")
    .replace(/[ \t\u00a0]*\n[ \t\u00a0]*/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** What was met while texts were placed: languages that are none of the four, texts without English. */
export type LanguageFindings = { readonly others: Set<string>; readonly withoutEnglish: Set<Language> };

export type TextReader = (elements: readonly XmlElement[]) => Localised | null;

/**
 * Texts of elements by their language; several of one language become paragraphs. A text without language is
 * in that of the book. English always exists: where it is not there, the first text stands for it, and that
 * is told. A text in a language that is none of the four is taken only where there is no other; that is told too.
 */
export function textReader(book: XmlElement, findings: LanguageFindings): TextReader {
  const main = languageOf(book) ?? "en";
  return (elements) => {
    const texts = new Map<Language, string[]>();
    const foreign: string[] = [];
    for (const element of elements) {
      const text = textOf(element);
      if (text === "") continue;
      const language = languageOf(element) ?? main;
      if (!isLanguage(language)) {
        findings.others.add(language);
        foreign.push(text);
        continue;
      }
      const before = texts.get(language);
      if (before === undefined) texts.set(language, [text]);
      else if (!before.includes(text)) before.push(text);
    }
    if (texts.size === 0) return foreign.length === 0 ? null : { en: foreign.join("\n\n") };
    const [first] = texts.values();
    if (!texts.has("en")) findings.withoutEnglish.add([...texts.keys()][0]!);
    const en = (texts.get("en") ?? first!).join("\n\n");
    const others = languages.flatMap((language) => {
      const parts = language === "en" ? undefined : texts.get(language);
      return parts === undefined ? [] : [[language, parts.join("\n\n")] as const];
    });
    return { en, ...Object.fromEntries(others) };
  };
}

const languageOf = (element: XmlElement): string | null =>
  (attribute(element, "xml:lang") ?? attribute(element, "xml-lang"))?.slice(0, 2).toLowerCase() ?? null;
