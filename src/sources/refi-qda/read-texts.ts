// Texts and memos with their selections and codings; positions as the file has them, until it is known how they
// were counted.

import type { XmlElement } from "#documents";
import { attribute, child, children, type ElementReader, textOf } from "./qda-elements.ts";
import type { QdaCoding, QdaText, QdaValue, QdaVariableType } from "./qda-project.ts";
import { qdaVariableTypes } from "./qda-project.ts";
import { references } from "./read-codes.ts";
import type { ReadingReport } from "./reading-report.ts";
import type { FoundText } from "./source-texts.ts";

export type FindText = (path: string | null, guid: string | null) => FoundText | null;

/** A text whose selections still have the positions of the file. */
export type PrintedText = QdaText;

export function readCoding(
  element: XmlElement,
  read: ElementReader,
  report: ReadingReport,
): readonly QdaCoding[] {
  const guid = read.own(element, "a coding");
  const code = references(read, element, "CodeRef")[0];
  if (code === undefined) {
    report.note("sources.qda-reference-missing", `the coding ${guid} names no code`);
    return [];
  }
  return [{ guid, code, notes: references(read, element, "NoteRef"), made: read.created(element) }];
}

/** A value of a variable, with the type its element names. */
export function readValues(
  element: XmlElement,
  read: ElementReader,
): readonly (QdaValue & { readonly type: QdaVariableType | null })[] {
  return children(element, "VariableValue").flatMap((one) => {
    const variable = references(read, one, "VariableRef")[0];
    if (variable === undefined) return [];
    const type = qdaVariableTypes.find((name) => child(one, `${name}Value`) !== undefined) ?? null;
    return [{ variable, value: type === null ? null : textOf(child(one, `${type}Value`)), type }];
  });
}

const wholeNumber = (text: string | null): number | null =>
  text !== null && /^\s*-?\d+\s*$/.test(text) ? Number(text) : null;

/**
 * A text source or memo; null where its text is nowhere.
 *
 * @param around the element that has GUID, name and memos, where the text is only its representation
 */
export function readText(
  element: XmlElement,
  around: XmlElement,
  read: ElementReader,
  find: FindText,
  report: ReadingReport,
): PrintedText | null {
  const name = attribute(around, "name");
  const shown = name ?? "(no name)";
  const printed = attribute(around, "guid");
  const guid = read.own(around, `the text "${shown}"`);
  const inline = textOf(child(element, "PlainTextContent"));
  const path = attribute(element, "plainTextPath") ?? attribute(element, "path");
  const found =
    inline !== null && (inline !== "" || path === null) ? null : find(path, printed === null ? null : guid);
  if (found !== null && !found.isInPlace)
    report.note("sources.qda-path-repaired", `"${shown}": ${path ?? "no path"}`);
  const text = found?.text ?? inline;
  if (text === null || (text === "" && path !== null && found === null)) {
    report.note(
      "sources.qda-text-missing",
      `"${shown}" (${children(element, "PlainTextSelection").length} selections): ${path ?? "no path"}`,
    );
    return null;
  }
  // Some programs put the selections of a PDF's text beside it.
  const selections = [element, ...(around === element ? [] : [around])].flatMap((one) =>
    children(one, "PlainTextSelection"),
  );
  return {
    guid,
    name,
    description: textOf(child(around, "Description")),
    text,
    isInline: found === null,
    selections: selections.flatMap((one) => {
      const own = read.own(one, `a selection of "${shown}"`);
      const [start, end] = [
        wholeNumber(attribute(one, "startPosition")),
        wholeNumber(attribute(one, "endPosition")),
      ];
      if (start === null || end === null) {
        report.note("sources.qda-positions-doubtful", `"${shown}": a selection without positions`);
        return [];
      }
      return [
        {
          guid: own,
          name: attribute(one, "name"),
          description: textOf(child(one, "Description")),
          start,
          end,
          codings: children(one, "Coding").flatMap((coding) => readCoding(coding, read, report)),
          notes: references(read, one, "NoteRef"),
          made: read.created(one),
        },
      ];
    }),
    codings: children(around, "Coding").flatMap((coding) => readCoding(coding, read, report)),
    notes: references(read, around, "NoteRef"),
    values: readValues(around, read),
    made: read.created(around),
    changed: read.modified(around),
  };
}
