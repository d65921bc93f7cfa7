// Codes and sets as REFI-QDA writes them, and a codebook (.qdc) as a whole.

import { failAll, ok, type Problem, problem, type Result } from "#kernel";
import { codeProblems, setProblems } from "./check-project.ts";
import type { QdaCode, QdaCodebook, QdaSet } from "./qda-project.ts";
import { type QdaWriter, qdaWriter } from "./qda-writing.ts";

export const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';

/** A code with all below it. Memos are linked in projects only: a codebook has none. */
export const codeXml = (xml: QdaWriter, code: QdaCode, withNotes: boolean): string =>
  xml.element("Code", { guid: code.guid, name: code.name, isCodable: code.isCodable, color: code.colour }, [
    ...xml.text("Description", code.description),
    ...(withNotes ? code.notes.map((note) => xml.element("NoteRef", { targetGUID: note })) : []),
    ...code.children.map((child) => codeXml(xml, child, withNotes)),
  ]);

const setXml = (xml: QdaWriter, set: QdaSet): string =>
  xml.element("Set", { guid: set.guid, name: set.name }, [
    ...xml.text("Description", set.description),
    ...set.codes.map((guid) => xml.element("MemberCode", { guid })),
  ]);

/** Bytes of a file, and what had to be changed for them. */
export type WrittenQda = { readonly bytes: Uint8Array; readonly notices: readonly Problem[] };

export const replacedNotice = (count: number): readonly Problem[] =>
  count === 0
    ? []
    : [
        problem(
          "sources.qda-letter-replaced",
          `${count} control character${count === 1 ? "" : "s"} in names and descriptions cannot stand in XML; a blank was put in the place of each. Texts of sources are not touched.`,
        ),
      ];

/**
 * A codebook as `.qdc`: XML in UTF-8, valid against the schema of REFI-QDA 1.0, the same bytes for the same codes.
 *
 * @returns the file, or every reason why the format cannot hold the codebook (no code, GUIDs twice or of another
 *   form, members of sets that are no codes)
 */
export function writeQdc(codebook: QdaCodebook): Result<WrittenQda> {
  const problems = [
    ...codeProblems(codebook.codes, null),
    ...setProblems(codebook.sets, codebook.codes, null),
  ];
  if (codebook.codes.length === 0)
    problems.push(
      problem(
        "sources.qda-not-writable",
        "The codebook has no code, and the format demands one. Add a code before exporting it.",
      ),
    );
  if (problems.length > 0) return failAll(problems);
  const xml = qdaWriter();
  const text = xml.element("CodeBook", { xmlns: "urn:QDA-XML:codebook:1.0", origin: codebook.origin }, [
    xml.element(
      "Codes",
      {},
      codebook.codes.map((code) => codeXml(xml, code, false)),
    ),
    ...xml.group(
      "Sets",
      codebook.sets.map((set) => setXml(xml, set)),
    ),
  ]);
  return ok({
    bytes: new TextEncoder().encode(declaration + text),
    notices: replacedNotice(xml.replaced()),
  });
}
