// Elements of a project file by their names without prefixes, and what their attributes say, with what was odd.

import { readXml, type XmlElement, XmlFault } from "#documents";
import { fail, ok, problem, type Result } from "#kernel";
import { isColour, isDateTime } from "./check-project.ts";
import { normalGuid, qdaGuid } from "./guid.ts";
import type { Guid, QdaMade } from "./qda-project.ts";
import type { ReadingReport } from "./reading-report.ts";

/** A name without the prefix of its namespace: programs use several, and some none. */
export const plainName = (name: string): string => name.slice(name.indexOf(":") + 1);

export const children = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter(
    (child): child is XmlElement => typeof child !== "string" && plainName(child.name) === name,
  ) ?? [];

export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  children(element, name)[0];

/** An attribute by its name, whatever its case; null where it is not there. */
export function attribute(element: XmlElement, name: string): string | null {
  const exact = element.attributes[name];
  if (exact !== undefined) return exact;
  const lower = name.toLowerCase();
  const found = Object.keys(element.attributes).find((key) => plainName(key).toLowerCase() === lower);
  return found === undefined ? null : element.attributes[found]!;
}

/** The text inside an element; null where the element is not there. */
export const textOf = (element: XmlElement | undefined): string | null =>
  element === undefined
    ? null
    : element.children.map((piece) => (typeof piece === "string" ? piece : (textOf(piece) ?? ""))).join("");

/** The root of an XML file. Line ends come out as XML has them: one line feed, unless written as a number. */
export async function readQdaXml(
  bytes: Uint8Array,
  file: string,
  depth: number,
): Promise<Result<XmlElement>> {
  const at = { file };
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const text = new TextDecoder(isWide ? (bytes[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8")
    .decode(bytes)
    .replace(/\r\n?/g, "\n");
  try {
    return ok(readXml(text, depth));
  } catch (error) {
    const fault = error instanceof XmlFault ? error.fault : "malformed";
    if (fault === "entity")
      return fail(
        problem(
          "sources.qda-entities-refused",
          `${file} declares a document type or entities, which REFI-QDA never needs and attacks use. It was not read.`,
          at,
        ),
      );
    if (fault === "too-deep")
      return fail(
        problem(
          "sources.qda-too-large",
          `${file} has elements nested more than ${depth} deep, which no tree of codes is. It was not read.`,
          at,
        ),
      );
    const line = await brokenLine(text);
    return fail(
      problem(
        "sources.qda-damaged",
        `${file}: its XML is broken${line === null ? "" : ` in line ${line}`}. It may have been cut off; export the project again.`,
        line === null ? at : { ...at, line },
      ),
    );
  }
}

/** Where the XML breaks, asked of a second reader only when it does. */
async function brokenLine(text: string): Promise<number | null> {
  const { XMLValidator } = await import("fast-xml-parser");
  const found = XMLValidator.validate(text);
  return found === true ? null : found.err.line;
}

export type ElementReader = {
  /** The GUID of an element; made from what stands there where it is none or taken. */
  own(element: XmlElement, what: string): Guid;
  /** The GUID an attribute refers to, as made before; null where it is empty. */
  reference(element: XmlElement, name: string): Guid | null;
  colour(element: XmlElement, what: string): string | null;
  created(element: XmlElement): QdaMade;
  modified(element: XmlElement): QdaMade;
};

export function elementReader(report: ReadingReport): ElementReader {
  const taken = new Set<Guid>();
  const asGuid = (text: string): Guid => normalGuid(text) ?? qdaGuid(`foreign:${text.trim()}`);
  const time = (text: string | null): string | null =>
    text !== null && isDateTime(text.trim()) ? text.trim() : null;
  const user = (element: XmlElement, ...names: readonly string[]): Guid | null => {
    const given = names
      .map((name) => attribute(element, name))
      .find((text) => text !== null && text.trim() !== "");
    return given === undefined ? null : asGuid(given!);
  };
  return {
    own(element, what) {
      const given = attribute(element, "guid") ?? "";
      let guid = asGuid(given === "" ? `${what}:${taken.size}` : given);
      if (normalGuid(given) === null || taken.has(guid)) {
        report.note("sources.qda-guid-made", given === "" ? what : `${what} (${given.slice(0, 40)})`);
        for (let n = 2; taken.has(guid); n++) guid = qdaGuid(`foreign:${given}:${n}`);
      }
      taken.add(guid);
      return guid;
    },
    reference: (element, name) => {
      const given = attribute(element, name);
      return given === null || given.trim() === "" ? null : asGuid(given);
    },
    colour(element, what) {
      const given = attribute(element, "color")?.trim() ?? "";
      if (given === "") return null;
      if (isColour(given)) return given;
      report.note("sources.qda-colour-dropped", `${what}: ${given}`);
      return null;
    },
    created: (element) => ({
      by: user(element, "creatingUser", "creatingUserGUID"),
      at: time(attribute(element, "creationDateTime")),
    }),
    modified: (element) => ({
      by: user(element, "modifyingUser", "modifyingUserGUID"),
      at: time(attribute(element, "modifiedDateTime")),
    }),
  };
}
