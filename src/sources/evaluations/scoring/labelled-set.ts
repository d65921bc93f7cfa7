// The format of a labelled folder: `labels.json` beside the documents, written by hand or by a program.

import { fail, failAll, isLanguage, type Language, ok, type Problem, problem, type Result } from "#kernel";
import { type PassageKind, passageKinds } from "#records";

/** What a careful reader finds, in the words of the document: someone who labels a PDF has no offsets. */
export type ExpectedPassage = {
  readonly kind: PassageKind;
  /** As normalised by the reader: `1`, `(a)`; absent where nothing is printed. */
  readonly label?: string;
  /** Word for word; white space, line ends and punctuation need not agree with the file. */
  readonly text: string;
  /** Other wordings or extents that are right as well: the summary's, the first sentence without its reasons. */
  readonly also?: readonly string[];
  /** 1-based. */
  readonly page?: number;
};

export type LabelledDocument = {
  /** Relative to the folder. */
  readonly file: string;
  readonly language: Language;
  readonly layout: string;
  /** Whose reports it looks like: an office, a ministry, a consultant. */
  readonly family: string;
  readonly origin: "invented" | "real";
  /** Kinds of which every passage is labelled: only these count towards precision. */
  readonly complete: readonly PassageKind[];
  readonly passages: readonly ExpectedPassage[];
};

export type LabelledSet = { readonly documents: readonly LabelledDocument[] };

/**
 * Reads the `labels.json` of a labelled folder: which passages a careful reader finds in which document.
 *
 * `language`, `layout`, `family` group the figures; `complete` names the kinds of which every passage is
 * labelled. Members that are not known are left alone.
 *
 * @param json the parsed file
 * @param at name of the file, for messages
 * @returns the set, or `evaluations.labels-invalid` once for each fault
 * @example
 * readLabelledSet({ documents: [] }, "labels.json") // => { ok: true, value: { documents: [] } }
 */
export function readLabelledSet(json: unknown, at: string): Result<LabelledSet> {
  const invalid = (message: string, pointer: string) =>
    problem("evaluations.labels-invalid", `${at}, ${pointer}: ${message}`, { file: at, field: pointer });
  const documents = isObject(json) ? json["documents"] : undefined;
  if (!Array.isArray(documents))
    return fail(
      invalid("there is no list “documents”. A labelled folder lists its documents there.", "/documents"),
    );
  const problems: Problem[] = [];
  for (const [i, document] of documents.entries())
    for (const [pointer, message] of faultsOf(document))
      problems.push(invalid(message, `/documents/${i}${pointer}`));
  const files = documents.map((document) => (isObject(document) ? document["file"] : null));
  for (const [i, file] of files.entries())
    if (typeof file === "string" && files.indexOf(file) < i)
      problems.push(invalid(`“${file}” is listed twice; its figures would count twice.`, `/documents/${i}`));
  if (problems.length > 0) return failAll(problems);
  return ok({ documents: documents as readonly LabelledDocument[] });
}

type Fault = readonly [pointer: string, message: string];

function faultsOf(document: unknown): readonly Fault[] {
  if (!isObject(document)) return [["", "is no object with file, language and passages."]];
  const faults: Fault[] = [];
  for (const name of ["file", "layout", "family"])
    if (typeof document[name] !== "string" || document[name] === "")
      faults.push([`/${name}`, "must be a text that is not empty."]);
  if (typeof document["language"] !== "string" || !isLanguage(document["language"]))
    faults.push(["/language", `${shown(document["language"])} is none of en, fr, es, pt.`]);
  if (document["origin"] !== "invented" && document["origin"] !== "real")
    faults.push(["/origin", `${shown(document["origin"])} is neither “invented” nor “real”.`]);
  const complete = document["complete"];
  if (!Array.isArray(complete)) faults.push(["/complete", "must be a list of kinds; it may be empty."]);
  else for (const [i, kind] of complete.entries()) faults.push(...kindFaults(kind, `/complete/${i}`));
  const passages = document["passages"];
  if (!Array.isArray(passages))
    return [...faults, ["/passages", "must be a list; an empty one says that there are none."]];
  for (const [i, passage] of passages.entries()) faults.push(...passageFaults(passage, `/passages/${i}`));
  return faults;
}

function passageFaults(passage: unknown, at: string): readonly Fault[] {
  if (!isObject(passage)) return [[at, "is no object with kind and text."]];
  const faults: Fault[] = [...kindFaults(passage["kind"], `${at}/kind`)];
  if (typeof passage["text"] !== "string" || !/[\p{L}\p{N}]/u.test(passage["text"]))
    faults.push([`${at}/text`, "must hold the words of the passage."]);
  const also = passage["also"];
  if (also !== undefined && !(Array.isArray(also) && also.every((text) => typeof text === "string")))
    faults.push([`${at}/also`, "must be a list of texts."]);
  if (passage["label"] !== undefined && typeof passage["label"] !== "string")
    faults.push([`${at}/label`, "must be a text such as “1” or “(a)”; leave it out where there is none."]);
  if (passage["page"] !== undefined && !Number.isInteger(passage["page"]))
    faults.push([`${at}/page`, "must be a whole number; leave it out where it is not known."]);
  return faults;
}

const kindFaults = (kind: unknown, at: string): readonly Fault[] =>
  (passageKinds as readonly unknown[]).includes(kind)
    ? []
    : [[at, `${shown(kind)} is no kind of passage. Kinds: ${passageKinds.join(", ")}.`]];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const shown = (value: unknown) => (typeof value === "string" ? `“${value}”` : String(value));
