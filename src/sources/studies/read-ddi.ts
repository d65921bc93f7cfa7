import type { XmlElement } from "#documents";
import { proposedRepair } from "#documents";
import { ok, type Problem, problem, type Result } from "#kernel";
import type { StudyEdition } from "#records";
import { noteSubjects } from "./ddi-notes.ts";
import { along, attribute, ddiTree, type LanguageFindings, textOf, textReader } from "./ddi-tree.ts";
import type { StudiesProblemCode } from "./problems.ts";
import { dataOf, type FoundData } from "./read-ddi-data.ts";
import { type FoundStudy, ownNote, ownNotes, studyOf } from "./read-ddi-study.ts";

/** What a codebook says of the version of its data; only where it was written here. */
export type FoundEdition = Pick<StudyEdition, "state" | "from" | "changes" | "minimumCases">;

export type DdiReading = FoundData & {
  /** As the file says: `1.2.2`, `2.1`, `2.5`; `null` where it does not. */
  readonly version: string | null;
  readonly study: FoundStudy;
  readonly edition: FoundEdition | null;
  /** What is odd about the file or could not be placed; nothing of it keeps the rest from being used. */
  readonly notices: readonly Problem[];
};

/** Texts named in one notice. */
const named = 5;

/**
 * What a DDI-Codebook file says of a study, its files and its variables: versions 1.2.2, 2.0, 2.1 and 2.5, with
 * or without a namespace, as the libraries of the World Bank, the IHSN and others give it out.
 *
 * Nothing is guessed: what is not there is null, `kind` of a variable is left open where the file does not say
 * it, and missing codes are those marked so and those whose label says so (`missingMeaning`). Every field that
 * `writeDdi` writes is found again.
 *
 * @param given bytes, decoded as the file says it is written; or text
 * @param file name of the file, for problems
 * @returns what was read, with notices of what could not be placed; or why the file cannot be read: no
 *   XML, another root, entities of its own, nested deeper than 60, more than 30 MB or 2 million tags, an encoding
 *   that is not the one it names
 * @limits Blanks around line breaks in texts are dropped. Groups of variables, and what `docs/methods/ddi.md`
 *   does not name, are not read.
 * @source DDI Alliance, DDI-Codebook 2.5 (2012) and 2.1 (2003), DDI 1.2.2
 */
export function readDdi(given: Uint8Array | string, file: string): Result<DdiReading> {
  const tree = ddiTree(given, file);
  if (!tree.ok) return tree;
  const book = tree.value;
  const findings: LanguageFindings = { others: new Set(), withoutEnglish: new Set() };
  const texts = textReader(book, findings);
  const lost = new Map<string, string[]>();
  const unplaced = (field: string, text: string) => {
    const before = lost.get(field);
    if (before === undefined) lost.set(field, [text]);
    else before.push(text);
  };
  const study = studyOf(book, texts, unplaced);
  const data = dataOf(book, texts, unplaced);
  return ok({
    version: versionOf(book),
    study,
    edition: editionOf(book),
    ...data,
    notices: [
      ...[...lost].map(([field, values]) => notPlaced(field, values, file)),
      ...languageNotices(findings, file),
      ...garbledNotice(data, file),
    ],
  });
}

function versionOf(book: XmlElement): string | null {
  const namespace = Object.entries(book.attributes).find(([name]) => name === "xmlns")?.[1] ?? "";
  return attribute(book, "version") ?? (namespace.includes("2_5") ? "2.5" : null);
}

function editionOf(book: XmlElement): FoundEdition | null {
  const version = along(book, "stdyDscr", "citation", "verStmt").find(
    (each) => ownNotes(each, noteSubjects.state).length > 0,
  );
  const state = ownNote(version, noteSubjects.state);
  const minimumCases = Number(ownNote(version, noteSubjects.minimumCases) ?? Number.NaN);
  if ((state !== "raw" && state !== "edited") || !Number.isInteger(minimumCases) || minimumCases < 1)
    return null;
  const from = Number(ownNote(version, noteSubjects.from) ?? Number.NaN);
  return {
    state,
    from: Number.isInteger(from) && from > 0 ? from : null,
    changes: ownNotes(version, noteSubjects.change).flatMap((each) => changeOf(textOf(each))),
    minimumCases,
  };
}

function changeOf(text: string): FoundEdition["changes"] {
  try {
    const { what, why } = JSON.parse(text) as Partial<Record<string, unknown>>;
    return typeof what === "string" && typeof why === "string" ? [{ what, why }] : [];
  } catch {
    return [];
  }
}

const tell = (code: StudiesProblemCode, message: string, file: string, field?: string): Problem =>
  problem(code, message, field === undefined ? { file } : { file, field });

const excerpts = (texts: readonly string[]) =>
  `${texts
    .slice(0, named)
    .map((text) => `"${text.replace(/\s+/g, " ").slice(0, 60)}"`)
    .join(", ")}${texts.length > named ? ` and ${texts.length - named} more` : ""}`;

const notPlaced = (field: string, values: readonly string[], file: string): Problem =>
  tell(
    "studies.ddi-not-placed",
    `${file}: ${excerpts(values)} could not be placed in ${field}. The rest was read; add by hand what is meant.`,
    file,
    field,
  );

function languageNotices({ others, withoutEnglish }: LanguageFindings, file: string): readonly Problem[] {
  const notices: Problem[] = [];
  if (others.size > 0)
    notices.push(
      tell(
        "studies.ddi-language",
        `${file} has texts in ${[...others].slice(0, named).join(", ")}, none of the four languages. Where there is no other text they stand for English, else they are left out; translate them, or give the file in English, French, Spanish or Portuguese.`,
        file,
      ),
    );
  if (withoutEnglish.size > 0)
    notices.push(
      tell(
        "studies.ddi-language",
        `${file} has texts in ${[...withoutEnglish].join(", ")} without English ones. Until they are translated they stand for English too.`,
        file,
      ),
    );
  return notices;
}

/** Labels whose accents were lost before the file was written. */
function garbledNotice({ variables }: FoundData, file: string): readonly Problem[] {
  const garbled: string[] = [];
  let first: string | null = null;
  for (const { label, categories, question } of variables)
    for (const text of [label, question, ...(categories ?? []).map((each) => each.label)]) {
      const repair = text === null || text === undefined ? null : proposedRepair(text.en);
      if (repair === null) continue;
      first ??= repair;
      garbled.push(text!.en);
    }
  if (first === null) return [];
  return [
    tell(
      "studies.ddi-labels-garbled",
      `${file}: ${garbled.length} ${garbled.length === 1 ? "label was" : "labels were"} once read in the wrong encoding: ${excerpts(garbled)}; the first probably means "${first.slice(0, 60)}". They are kept as they are; export the codebook again in UTF-8, or correct them.`,
      file,
      "variables",
    ),
  ];
}
