// Bytes of a DOCX to a document: the package is checked before anything is unfolded, its body is written as
// markup, and the reader of HTML makes blocks of it.

import { fail, ok, type Problem, problem, type Result } from "#kernel";
import type { ReadDocument, ReadingLimits } from "./document.ts";
import { markupOf, type WordMarkup } from "./docx-markup.ts";
import { textPartsOf } from "./docx-package.ts";
import { childrenNamed, readXml, type XmlElement, XmlFault } from "./docx-xml.ts";
import { readMarkup } from "./html-document.ts";

/** Numbered parts come from Word on the web; packages hold one of each kind. */
type PartName = "document" | "styles" | "numbering" | "footnotes" | "endnotes";

export async function readDocx(
  bytes: Uint8Array,
  name: string,
  limits: ReadingLimits,
): Promise<Result<ReadDocument>> {
  const unfolded = textPartsOf(bytes, name, limits);
  if (!unfolded.ok) return unfolded;
  const { parts, hasMacros } = unfolded.value;
  const part = (kind: PartName): XmlElement | null => {
    const found =
      parts.get(mainPart(kind, parts)) ??
      [...parts].find(([path]) => new RegExp(`^word/${kind}\\d*\\.xml$`).test(path))?.[1];
    return found === undefined ? null : readXml(found, limits.maxDepth);
  };
  try {
    const document = part("document");
    if (document === null) return fail(damaged(name));
    const written = markupOf({
      document,
      styles: part("styles"),
      numbering: part("numbering"),
      footnotes: part("footnotes"),
      endnotes: part("endnotes"),
    });
    const read = readMarkup(written.markup, name, limits, "docx", warningsOf(written, name, hasMacros));
    if (!read.ok) return read;
    const title = statedTitle(parts, limits.maxDepth);
    return ok(title === null ? read.value : { ...read.value, title: read.value.title ?? title });
  } catch (error) {
    if (error instanceof XmlFault) return fail(faultOf(error, name, limits));
    throw error;
  }
}

/** The name of a part that the package itself points to; only the document's differs in practice. */
function mainPart(kind: PartName, parts: ReadonlyMap<string, string>): string {
  if (kind !== "document") return `word/${kind}.xml`;
  const relations = parts.get("_rels/.rels") ?? "";
  const target = /Target="\/?(word\/document\d*\.xml)"/.exec(relations)?.[1];
  return target ?? "word/document.xml";
}

function warningsOf(written: WordMarkup, name: string, hasMacros: boolean): readonly Problem[] {
  const at = { file: name };
  const warnings: Problem[] = [];
  const { insertions, deletions, importedParts } = written;
  if (insertions + deletions > 0)
    warnings.push(
      problem(
        "documents.tracked-changes",
        `${name} holds tracked changes that nobody has accepted or rejected: ${insertions} insertions were read as text, ${deletions} deletions were left out. Accept or reject them in a word processor to be sure of the wording.`,
        at,
      ),
    );
  if (hasMacros)
    warnings.push(
      problem(
        "documents.macros-ignored",
        `${name} holds macros (programs). They were neither run nor opened; only the text was read.`,
        at,
      ),
    );
  if (importedParts > 0)
    warnings.push(
      problem(
        "documents.part-left-out",
        `${name} takes in ${importedParts} other ${importedParts === 1 ? "document" : "documents"} when a word processor opens it; that text is missing here. Open the file, save it as a new DOCX and read that.`,
        at,
      ),
    );
  return warnings;
}

/** The title among the properties of the file; a word processor may have left a file's name there. */
function statedTitle(parts: ReadonlyMap<string, string>, deepest: number): string | null {
  const core = parts.get("docProps/core.xml");
  if (core === undefined) return null;
  try {
    const title = childrenNamed(readXml(core, deepest), "dc:title")[0]?.children.join("").trim() ?? "";
    return title.length < 8 || /\.(?:docx?|rtf)$/i.test(title) ? null : title;
  } catch {
    // The properties say nothing about the text; broken ones cost the title only.
    return null;
  }
}

function faultOf({ fault }: XmlFault, name: string, limits: ReadingLimits): Problem {
  const at = { file: name };
  switch (fault) {
    case "entity":
      return problem(
        "documents.entity-refused",
        `${name} declares a document type or entities, which a DOCX never needs and attacks use. It was not read.`,
        at,
      );
    case "too-deep":
      return problem(
        "documents.too-deep",
        `${name} nests elements deeper than ${limits.maxDepth}. No real report does; the file was not read further.`,
        at,
      );
    case "malformed":
      return damaged(name);
  }
}

const damaged = (name: string): Problem =>
  problem(
    "documents.damaged",
    `${name} is a DOCX whose contents cannot be read. Open it in a word processor and save it again.`,
    { file: name },
  );
