// A project as .qdpx: project.qde and its texts in one archive.

import { type Zippable, zipSync } from "fflate";
import { failAll, ok, type Result } from "#kernel";
import { projectProblems } from "./check-project.ts";
import type {
  QdaCase,
  QdaCoding,
  QdaLink,
  QdaMade,
  QdaProject,
  QdaSelection,
  QdaSet,
  QdaText,
  QdaValue,
  QdaVariable,
} from "./qda-project.ts";
import { isWritable, type QdaWriter, qdaWriter } from "./qda-writing.ts";
import { codeXml, declaration, replacedNotice, type WrittenQda } from "./write-codebook.ts";

const created = ({ by, at }: QdaMade) => ({ creatingUser: by, creationDateTime: at });
const modified = ({ by, at }: QdaMade) => ({ modifyingUser: by, modifiedDateTime: at });

const references = (xml: QdaWriter, name: string, guids: readonly string[]): readonly string[] =>
  guids.map((guid) => xml.element(name, { targetGUID: guid }));

const codingXml = (xml: QdaWriter, coding: QdaCoding): string =>
  xml.element("Coding", { guid: coding.guid, ...created(coding.made) }, [
    ...references(xml, "CodeRef", [coding.code]),
    ...references(xml, "NoteRef", coding.notes),
  ]);

const selectionXml = (xml: QdaWriter, one: QdaSelection): string =>
  xml.element(
    "PlainTextSelection",
    { guid: one.guid, name: one.name, startPosition: one.start, endPosition: one.end, ...created(one.made) },
    [
      ...xml.text("Description", one.description),
      ...one.codings.map((coding) => codingXml(xml, coding)),
      ...references(xml, "NoteRef", one.notes),
    ],
  );

const valueXml = (xml: QdaWriter, { variable, value }: QdaValue, type: QdaVariable["type"]): string =>
  xml.element("VariableValue", {}, [
    ...references(xml, "VariableRef", [variable]),
    ...xml.text(`${type}Value`, value),
  ]);

/** A text that XML cannot hold stands in a file, whatever was wished. */
const isInline = ({ isInline: isWished, text }: QdaText): boolean => isWished && isWritable(text);

const fileOf = ({ guid }: QdaText): string => `${guid}.txt`;

function textXml(
  xml: QdaWriter,
  name: "TextSource" | "Note",
  one: QdaText,
  types: ReadonlyMap<string, QdaVariable["type"]>,
): string {
  return xml.element(
    name,
    {
      guid: one.guid,
      name: one.name,
      plainTextPath: isInline(one) ? null : `internal://${fileOf(one)}`,
      ...created(one.made),
      ...modified(one.changed),
    },
    [
      ...xml.text("Description", one.description),
      ...(isInline(one) ? xml.text("PlainTextContent", one.text) : []),
      ...one.selections.map((selection) => selectionXml(xml, selection)),
      ...one.codings.map((coding) => codingXml(xml, coding)),
      ...references(xml, "NoteRef", one.notes),
      ...one.values.map((value) => valueXml(xml, value, types.get(value.variable) ?? "Text")),
    ],
  );
}

const caseXml = (xml: QdaWriter, one: QdaCase, types: ReadonlyMap<string, QdaVariable["type"]>): string =>
  xml.element("Case", { guid: one.guid, name: one.name }, [
    ...xml.text("Description", one.description),
    ...references(xml, "CodeRef", one.codes),
    ...one.values.map((value) => valueXml(xml, value, types.get(value.variable) ?? "Text")),
    ...references(xml, "SourceRef", one.sources),
    ...references(xml, "SelectionRef", one.selections),
  ]);

const linkXml = (xml: QdaWriter, link: QdaLink): string =>
  xml.element(
    "Link",
    {
      guid: link.guid,
      name: link.name,
      direction: link.direction,
      color: link.colour,
      originGUID: link.origin,
      targetGUID: link.target,
    },
    references(xml, "NoteRef", link.notes),
  );

const setXml = (xml: QdaWriter, set: QdaSet): string =>
  xml.element("Set", { guid: set.guid, name: set.name }, [
    ...xml.text("Description", set.description),
    ...references(xml, "MemberCode", set.codes),
    ...references(xml, "MemberSource", set.sources),
    ...references(xml, "MemberNote", set.notes),
  ]);

/** `project.qde` of a project whose parts are in order. The order of elements is the schema's. */
function projectXml(xml: QdaWriter, project: QdaProject): string {
  const types = new Map(project.variables.map(({ guid, type }) => [guid, type]));
  return xml.element(
    "Project",
    {
      xmlns: "urn:QDA-XML:project:1.0",
      name: project.name,
      origin: project.origin,
      creatingUserGUID: project.made.by,
      creationDateTime: project.made.at,
      modifyingUserGUID: project.changed.by,
      modifiedDateTime: project.changed.at,
    },
    [
      ...xml.group(
        "Users",
        project.users.map(({ guid, name, id }) => xml.element("User", { guid, name, id })),
      ),
      ...xml.group(
        "CodeBook",
        xml.group(
          "Codes",
          project.codes.map((code) => codeXml(xml, code, true)),
        ),
      ),
      ...xml.group(
        "Variables",
        project.variables.map(({ guid, name, type, description }) =>
          xml.element("Variable", { guid, name, typeOfVariable: type }, xml.text("Description", description)),
        ),
      ),
      ...xml.group(
        "Cases",
        project.cases.map((one) => caseXml(xml, one, types)),
      ),
      ...xml.group(
        "Sources",
        project.texts.map((one) => textXml(xml, "TextSource", one, types)),
      ),
      ...xml.group(
        "Notes",
        project.memos.map((one) => textXml(xml, "Note", one, types)),
      ),
      ...xml.group(
        "Links",
        project.links.map((link) => linkXml(xml, link)),
      ),
      ...xml.group(
        "Sets",
        project.sets.map((set) => setXml(xml, set)),
      ),
      ...xml.text("Description", project.description),
      ...references(xml, "NoteRef", project.notes),
    ],
  );
}

const mark = "\ufeff";

/** The time every entry of the archive has: the first that the format knows, so that no clock is asked. */
const entryTime = "1980-01-01T00:00:00";

/**
 * A project as `.qdpx`: an archive of `project.qde`, valid against the schema of REFI-QDA 1.0 (which 1.5 kept),
 * and the texts under `sources/`, in UTF-8 with their line ends as they are. The same project gives the same bytes.
 *
 * Positions are code points, a carriage return and a line feed being two.
 *
 * @returns the file, or every reason why the format cannot hold the project
 */
export function writeQdpx(project: QdaProject): Result<WrittenQda> {
  const problems = projectProblems(project);
  if (problems.length > 0) return failAll(problems);
  const xml = qdaWriter();
  const encoder = new TextEncoder();
  const files: Zippable = { "project.qde": encoder.encode(declaration + projectXml(xml, project)) };
  for (const text of [...project.texts, ...project.memos])
    if (!isInline(text))
      // A mark at the beginning is taken for the encoding's; one that belongs to the text gets another before it.
      files[`sources/${fileOf(text)}`] = encoder.encode(
        text.text.startsWith(mark) ? mark + text.text : text.text,
      );
  return ok({
    bytes: zipSync(files, { level: 6, mtime: entryTime }),
    notices: replacedNotice(xml.replaced()),
  });
}
