// The one door for REFI-QDA files: a project (.qdpx) or a codebook (.qdc), by what stands in them.

import type { XmlElement } from "#documents";
import { fail, ok, type Problem, problem, type Result } from "#kernel";
import { type QdaLimits, qdaArchive, qdaLimits } from "./qda-archive.ts";
import {
  attribute,
  child,
  children,
  type ElementReader,
  elementReader,
  plainName,
  readQdaXml,
  textOf,
} from "./qda-elements.ts";
import {
  type QdaCodebook,
  type QdaProject,
  type QdaText,
  type QdaVariable,
  qdaDirections,
  qdaVariableTypes,
} from "./qda-project.ts";
import { nestedByName, readCode, readSet, references } from "./read-codes.ts";
import { type FindText, readText, readValues } from "./read-texts.ts";
import { type ReadingReport, readingReport } from "./reading-report.ts";
import { settledPositions, settledReferences } from "./settle-project.ts";
import { textFinder } from "./source-texts.ts";

export type QdaReading = (
  | { readonly kind: "project"; readonly project: QdaProject }
  | { readonly kind: "codebook"; readonly codebook: QdaCodebook }
) & {
  /** All that was odd and still left the file readable. */
  readonly notices: readonly Problem[];
};

/**
 * Reads a REFI-QDA project or codebook, as the standard has it and as programs write it.
 *
 * Accepted and told: GUIDs in braces, missing or twice; codes without `isCodable`; a flat list of codes whose tree
 * stands in their names; texts that are not where the project says; positions counted in UTF-16 units, in bytes,
 * with line ends or a byte order mark counted otherwise, or with the end included, told by the texts that
 * selections name; references that lead nowhere. Texts of PDF sources come from their representation; pictures,
 * recordings, graphs and places on pages are left out and named.
 *
 * @param bytes the file; an archive (.qdpx) or XML (.qdc, or a bare project.qde)
 * @param name its name, for messages
 * @param limits ceilings other than `qdaLimits`
 * @returns the project or codebook with notices, or why it cannot be read
 * @limits Positions are converted for the project as a whole: a file glued together from two programs is not told apart.
 */
export async function readRefiQda(
  bytes: Uint8Array,
  name: string,
  limits: Partial<QdaLimits> = {},
): Promise<Result<QdaReading>> {
  const ceilings = { ...qdaLimits, ...limits };
  const at = { file: name };
  if (bytes.length > ceilings.bytes)
    return fail(
      problem(
        "sources.qda-too-large",
        `${name} has ${bytes.length} bytes; the limit is ${ceilings.bytes}. Export fewer sources at once, without recordings.`,
        at,
      ),
    );
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const archive = isZip ? qdaArchive(bytes, name, ceilings) : null;
  if (archive !== null && !archive.ok) return archive;
  if (!isZip && !looksLikeXml(bytes))
    return fail(
      problem(
        "sources.qda-format-unknown",
        `${name} is neither a REFI-QDA project (.qdpx) nor a codebook (.qdc). Export it as REFI-QDA from the program it comes from.`,
        at,
      ),
    );
  const read = await readQdaXml(archive?.value.project ?? bytes, name, ceilings.depth);
  if (!read.ok) return read;
  const root = read.value;
  const report = readingReport(name);
  const unsafe = archive?.value.problems ?? [];
  switch (plainName(root.name)) {
    case "Project": {
      const find = archive === null ? () => null : textFinder(archive.value);
      const { project, problems } = readProject(root, find, name, report);
      return ok({
        kind: "project",
        project,
        notices: [...misnamed(name, "qdc"), ...unsafe, ...problems, ...report.problems()],
      });
    }
    case "CodeBook":
      return ok({
        kind: "codebook",
        codebook: readCodebook(root, attribute(root, "origin"), elementReader(report), report),
        notices: [...misnamed(name, "qdpx"), ...unsafe, ...report.problems()],
      });
    default:
      return fail(
        problem(
          "sources.qda-format-unknown",
          `${name} is XML that begins with <${root.name.slice(0, 40)}>, not a REFI-QDA project or codebook. Export it as REFI-QDA (.qdpx or .qdc).`,
          at,
        ),
      );
  }
}

function looksLikeXml(bytes: Uint8Array): boolean {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 400)).replaceAll("\0", "");
  return /^(?:ï»¿|ÿþ|þÿ)?\s*</.test(head);
}

const misnamed = (name: string, wrong: "qdc" | "qdpx"): readonly Problem[] =>
  name.toLowerCase().endsWith(`.${wrong}`)
    ? [
        problem(
          "sources.qda-name-differs",
          `${name} is called like a ${wrong === "qdc" ? "codebook" : "project"} and is a ${wrong === "qdc" ? "project" : "codebook"}. It was read as that.`,
          { file: name },
        ),
      ]
    : [];

const isOwn = (origin: string | null): boolean => /^socle\b/i.test(origin ?? "");

function readCodebook(
  root: XmlElement,
  origin: string | null,
  read: ElementReader,
  report: ReadingReport,
): QdaCodebook {
  const codes = children(child(root, "Codes"), "Code").map((code) => readCode(code, read, report));
  return {
    origin,
    // A list that was written here is flat because it was meant to be.
    codes: isOwn(origin) ? codes : nestedByName(codes, report),
    sets: children(child(root, "Sets"), "Set").map((set) => readSet(set, read)),
  };
}

function readProject(
  root: XmlElement,
  find: FindText,
  file: string,
  report: ReadingReport,
): { readonly project: QdaProject; readonly problems: readonly Problem[] } {
  const read = elementReader(report);
  const users = children(child(root, "Users"), "User").map((user) => ({
    guid: read.own(user, `the user "${attribute(user, "name") ?? ""}"`),
    name: attribute(user, "name"),
    id: attribute(user, "id"),
  }));
  const origin = attribute(root, "origin");
  const { codes } = readCodebook(child(root, "CodeBook") ?? root, origin, read, report);
  const variables = children(child(root, "Variables"), "Variable").map((one) => readVariable(one, read));
  const texts = readSources(child(root, "Sources"), read, find, report);
  const memos = children(child(root, "Notes"), "Note").flatMap(
    (note) => readText(note, note, read, find, report) ?? [],
  );
  const cases = children(child(root, "Cases"), "Case").map((one) => ({
    guid: read.own(one, `the case "${attribute(one, "name") ?? ""}"`),
    name: attribute(one, "name"),
    description: textOf(child(one, "Description")),
    codes: references(read, one, "CodeRef"),
    values: readValues(one, read).map(({ variable, value }) => ({ variable, value })),
    sources: references(read, one, "SourceRef"),
    selections: references(read, one, "SelectionRef"),
  }));
  const links = children(child(root, "Links"), "Link").map((one) => ({
    guid: read.own(one, "a link"),
    name: attribute(one, "name"),
    direction: qdaDirections.find((word) => word === attribute(one, "direction")) ?? null,
    colour: read.colour(one, "a link"),
    origin: read.reference(one, "originGUID"),
    target: read.reference(one, "targetGUID"),
    notes: references(read, one, "NoteRef"),
  }));
  for (const graph of children(child(root, "Graphs"), "Graph"))
    report.note("sources.qda-part-left-out", `the graph "${attribute(graph, "name") ?? ""}"`);
  const positioned = settledPositions([...texts, ...memos], file, report);
  const project: QdaProject = {
    name: attribute(root, "name") || file.replace(/\.[^.]+$/, ""),
    origin,
    description: textOf(child(root, "Description")),
    made: read.created(root),
    changed: read.modified(root),
    users,
    codes,
    variables,
    cases,
    texts: positioned.texts.slice(0, texts.length),
    memos: positioned.texts.slice(texts.length),
    links,
    sets: children(child(root, "Sets"), "Set").map((set) => readSet(set, read)),
    notes: references(read, root, "NoteRef"),
  };
  return { project: settledReferences(project, report), problems: positioned.problems };
}

function readVariable(element: XmlElement, read: ElementReader): QdaVariable {
  const name = attribute(element, "name") ?? "(no name)";
  return {
    guid: read.own(element, `the variable "${name}"`),
    name,
    type: qdaVariableTypes.find((type) => type === attribute(element, "typeOfVariable")) ?? "Text",
    description: textOf(child(element, "Description")),
  };
}

/** Texts, and PDF sources by the text that stands for them; all others are named and left out. */
function readSources(
  sources: XmlElement | undefined,
  read: ElementReader,
  find: FindText,
  report: ReadingReport,
): readonly QdaText[] {
  const texts: QdaText[] = [];
  for (const source of sources?.children ?? []) {
    if (typeof source === "string") continue;
    const kind = plainName(source.name);
    const name = attribute(source, "name") ?? "(no name)";
    const stands =
      kind === "TextSource" ? source : kind === "PDFSource" ? child(source, "Representation") : undefined;
    const places = children(source, "PDFSelection").length;
    if (places > 0) report.note("sources.qda-part-left-out", `${places} places on pages of "${name}"`);
    if (stands === undefined) report.note("sources.qda-part-left-out", `${kind} "${name}"`);
    else {
      const text = readText(stands, source, read, find, report);
      if (text !== null) texts.push(text);
    }
  }
  return texts;
}
