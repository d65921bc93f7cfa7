// Codes and sets, as the format has them and as programs write them.

import type { XmlElement } from "#documents";
import { attribute, child, children, type ElementReader, textOf } from "./qda-elements.ts";
import { allQdaCodes, type QdaCode, type QdaSet } from "./qda-project.ts";
import type { ReadingReport } from "./reading-report.ts";

export const references = (
  read: ElementReader,
  element: XmlElement,
  name: string,
  attributeName = "targetGUID",
): readonly string[] =>
  children(element, name).flatMap(
    (one) => read.reference(one, attributeName) ?? read.reference(one, "guid") ?? [],
  );

/** The name as it stands; codes and sets must have one. */
function nameOf(element: XmlElement): string {
  const name = attribute(element, "name") ?? "";
  return name.trim() === "" ? "(no name)" : name;
}

export function readCode(element: XmlElement, read: ElementReader, report: ReadingReport): QdaCode {
  const name = nameOf(element);
  const guid = read.own(element, `the code "${name}"`);
  const stated = attribute(element, "isCodable")?.trim().toLowerCase();
  if (stated === undefined || stated === "") report.note("sources.qda-codable-missing", name);
  return {
    guid,
    name,
    isCodable: stated !== "false" && stated !== "0",
    colour: read.colour(element, name),
    description: textOf(child(element, "Description")),
    notes: references(read, element, "NoteRef"),
    children: children(element, "Code").map((one) => readCode(one, read, report)),
  };
}

export function readSet(element: XmlElement, read: ElementReader): QdaSet {
  const name = nameOf(element);
  return {
    guid: read.own(element, `the set "${name}"`),
    name,
    description: textOf(child(element, "Description")),
    // In a codebook a member names the code by `guid`, in a project by `targetGUID`.
    codes: references(read, element, "MemberCode"),
    sources: references(read, element, "MemberSource"),
    notes: references(read, element, "MemberNote"),
  };
}

/** What programs that know no tree put between the names of a code and those above it. */
const separators: readonly string[] = ["\\", "::", ">>", " > ", ">", "/", "|"];

/**
 * Codes whose place in the tree stands in their names (`Barriers\Money` beside `Barriers`), put where they
 * belong. Only where the code named before the separator is there: "and/or" is no tree.
 */
export function nestedByName(codes: readonly QdaCode[], report: ReadingReport): readonly QdaCode[] {
  if ([...allQdaCodes(codes)].some(({ depth }) => depth > 0)) return codes;
  const byName = new Map(codes.map((code) => [code.name, code]));
  const parentOf = new Map<QdaCode, { readonly parent: QdaCode; readonly name: string }>();
  for (const code of codes)
    for (const separator of separators) {
      const at = code.name.lastIndexOf(separator);
      const parent = at <= 0 ? undefined : byName.get(code.name.slice(0, at).trim());
      const name = code.name.slice(at + separator.length).trim();
      if (parent === undefined || parent === code || name === "") continue;
      parentOf.set(code, { parent, name });
      report.note("sources.qda-nesting-rebuilt", code.name);
      break;
    }
  if (parentOf.size === 0) return codes;
  const built = (code: QdaCode): QdaCode => ({
    ...code,
    name: parentOf.get(code)?.name ?? code.name,
    children: codes.filter((one) => parentOf.get(one)?.parent === code).map(built),
  });
  return codes.filter((code) => !parentOf.has(code)).map(built);
}
