// `fileDscr` and `dataDscr` of DDI-Codebook to files and variables.

import type { XmlElement } from "#documents";
import { isMissingReason } from "#kernel";
import {
  type QuestionPlace,
  questionAngles,
  securityDimensions,
  type VariableCategory,
  type VariableKind,
  variableKinds,
} from "#records";
import { conceptVocabulary, noteSubjects, noteType } from "./ddi-notes.ts";
import { along, attribute, type TextReader, textOf } from "./ddi-tree.ts";
import type { DeclaredFile, DeclaredVariable } from "./declared-data.ts";
import { declaredFile } from "./edition-declaration.ts";
import { missingMeaning } from "./missing-meaning.ts";
import { ownNote, ownNotes, type Unplaced } from "./read-ddi-study.ts";
import type { VariableStatistics } from "./variable-statistics.ts";

/** A file of rows as a codebook describes it; `declared` where it was written here. */
export type FoundFile = {
  /** What variables of this reading call it. */
  readonly name: string;
  /** Name of the file that holds the rows, as the codebook has it. */
  readonly file: string;
  readonly rows: number | null;
  readonly declared: DeclaredFile | null;
};

export type FoundData = {
  readonly files: readonly FoundFile[];
  readonly variables: readonly DeclaredVariable[];
  readonly statistics: readonly VariableStatistics[];
};

export function dataOf(book: XmlElement, texts: TextReader, unplaced: Unplaced): FoundData {
  const { files, names } = filesOf(book, unplaced);
  const variables: DeclaredVariable[] = [];
  const statistics: VariableStatistics[] = [];
  const told = new Set<string>();
  for (const element of along(book, "dataDscr", "var")) {
    const name = element.attributes["name"]?.trim() || attribute(element, "ID");
    if (name === null) {
      unplaced("variables", textOf(along(element, "labl")[0]) || "a variable without name");
      continue;
    }
    const stated = (
      attribute(element, "files") ??
      along(element, "location")
        .map((each) => attribute(each, "fileid"))
        .find((id) => id !== null) ??
      ""
    ).split(/\s+/)[0]!;
    const file = names.get(stated) ?? files[0]?.name ?? "data";
    if (told.has(JSON.stringify([file, name]))) {
      unplaced("variables", `${name} (a second time in ${file})`);
      continue;
    }
    told.add(JSON.stringify([file, name]));
    variables.push(variableOf(element, file, name, texts, unplaced));
    const counted = statisticsOf(element, file, name);
    if (counted !== null) statistics.push(counted);
  }
  return { files, variables, statistics };
}

function filesOf(
  book: XmlElement,
  unplaced: Unplaced,
): { readonly files: readonly FoundFile[]; readonly names: ReadonlyMap<string, string> } {
  const files: FoundFile[] = [];
  const names = new Map<string, string>();
  for (const [at, element] of along(book, "fileDscr").entries()) {
    const file =
      textOf(along(element, "fileTxt", "fileName")[0]) || attribute(element, "URI") || `file ${at + 1}`;
    const note = ownNote(element, noteSubjects.file);
    const declared = note === null ? null : declaredOf(note);
    if (note !== null && declared === null) unplaced("files", note);
    const rows = Number(
      textOf(along(element, "fileTxt", "dimensns", "caseQnty")[0]).replace(/[\s,]/g, "") || Number.NaN,
    );
    const wanted = declared?.name ?? shortName(file);
    const taken = new Set(files.map((each) => each.name));
    let name = wanted;
    for (let n = 2; taken.has(name); n++) name = `${wanted}-${n}`;
    files.push({ name, file, rows: Number.isInteger(rows) && rows >= 0 ? rows : null, declared });
    const id = attribute(element, "ID");
    if (id !== null && !names.has(id)) names.set(id, name);
  }
  return { files, names };
}

/** `ETH 2001 hh.NSDstat` as `eth-2001-hh`: what requests can call a file. */
function shortName(file: string): string {
  const bare = file
    .replace(/\.[A-Za-z][\w*]{0,9}$/, "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[-0-9]+|-+$/g, "");
  return bare.slice(0, 40).replace(/-+$/, "") || "data";
}

function declaredOf(note: string): DeclaredFile | null {
  const findings = { file: "", problems: [] };
  try {
    const read = declaredFile(JSON.parse(note), "", findings);
    return findings.problems.length === 0 ? (read ?? null) : null;
  } catch {
    return null;
  }
}

function variableOf(
  element: XmlElement,
  file: string,
  name: string,
  texts: TextReader,
  unplaced: Unplaced,
): DeclaredVariable {
  const own = ownNote(element, noteSubjects.variableKind);
  return variableKinds.some((kind) => kind === own)
    ? ownVariable(element, file, name, own as VariableKind, texts)
    : foreignVariable(element, file, name, texts, unplaced);
}

const saidOf = (element: XmlElement, texts: TextReader) => ({
  question: texts(along(element, "qstn", "qstnLit")),
  universe: texts(along(element, "universe")),
  unit: attribute(element, "measUnit"),
});

/** A variable that was written here: all of it is there. */
function ownVariable(
  element: XmlElement,
  file: string,
  name: string,
  kind: VariableKind,
  texts: TextReader,
): DeclaredVariable {
  const concept = along(element, "concept").find((each) => attribute(each, "vocab") === conceptVocabulary);
  return {
    file,
    name,
    label: texts(along(element, "labl")) ?? { en: name },
    kind,
    concept: textOf(concept) || null,
    ...saidOf(element, texts),
    categories: withoutRepeats(along(element, "catgry").flatMap((each) => categoryOf(each, texts, true))),
    place: placeOf(ownNote(element, noteSubjects.place)),
    forTables: ownNote(element, noteSubjects.forTables) === "yes",
    note: texts(ownNotes(element, noteSubjects.note)),
  };
}

/** A variable of another program: what it does not say is left out, and is proposed from the data. */
function foreignVariable(
  element: XmlElement,
  file: string,
  name: string,
  texts: TextReader,
  unplaced: Unplaced,
): DeclaredVariable {
  const found = withoutRepeats(along(element, "catgry").flatMap((each) => categoryOf(each, texts, false)));
  const kind = kindOf(element, found);
  // Names of a few among many numbers: of numbers only codes that are none are categories.
  const named = kind === "numeric" ? found.filter(({ missing }) => missing === null) : [];
  if (named.length > 0)
    unplaced("categories", `${name}: ${named.map(({ code, label }) => `${code} = ${label.en}`).join("; ")}`);
  const categories = found.filter((each) => !named.includes(each));
  const label = texts(along(element, "labl"));
  const remarks = along(element, "notes").filter((each) => attribute(each, "type") !== noteType);
  return {
    file,
    name,
    ...(label === null ? {} : { label }),
    ...(kind === null ? {} : { kind }),
    ...saidOf(element, texts),
    ...(categories.length === 0 ? {} : { categories }),
    note: texts([...along(element, "txt"), ...remarks]),
  };
}

/** A kind where the codebook says it; without categories a variable may be anything, and stays open. */
function kindOf(element: XmlElement, categories: readonly VariableCategory[]): VariableKind | null {
  if (attribute(element, "wgt") === "wgt") return "weight";
  if (categories.length === 0) return null;
  if (attribute(element, "intrvl") === "contin") return "numeric";
  return categories.some(({ missing }) => missing === null) ? "categorical" : null;
}

function categoryOf(element: XmlElement, texts: TextReader, isOwn: boolean): readonly VariableCategory[] {
  const code = textOf(along(element, "catValu")[0]);
  // Programs write the empty cells of a file as a category without a value, or with a dot for it.
  if (code === "" || (!isOwn && /^(?:\.|sysmiss|system missing)$/i.test(code))) return [];
  const label = texts(along(element, "labl")) ?? { en: code };
  const stated = attribute(element, "missType");
  const isMissing = /^(?:y|yes|true)$/i.test(attribute(element, "missing") ?? "");
  if (isOwn && !isMissing) return [{ code, label, missing: null }];
  const reason = stated !== null && isMissingReason(stated) ? stated : missingMeaning(label.en);
  return [{ code, label, missing: isMissing ? (reason ?? "missing") : reason }];
}

/** One category for each code: the first. */
function withoutRepeats(categories: readonly VariableCategory[]): readonly VariableCategory[] {
  const seen = new Set<string>();
  return categories.filter(({ code }) => !seen.has(code) && seen.add(code));
}

function placeOf(text: string | null): QuestionPlace | null {
  const [dimension, angle, nature] = (text ?? "").split(" ");
  const found = {
    dimension: securityDimensions.find((each) => each === dimension),
    angle: questionAngles.find((each) => each === angle),
  };
  if (found.dimension === undefined || found.angle === undefined) return null;
  if (nature !== "objective" && nature !== "subjective") return null;
  return { dimension: found.dimension, angle: found.angle, nature };
}

function numberOf(text: string | null | undefined): number | null {
  if (text === null || text === undefined || text.trim() === "") return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

/** Counts without weights; weighted ones mean another thing and are left out. */
function statisticsOf(element: XmlElement, file: string, name: string): VariableStatistics | null {
  const isPlain = (each: XmlElement) => !/^(?:wgtd)$/.test(attribute(each, "wgtd") ?? "");
  const sum = (type: string) =>
    numberOf(
      textOf(along(element, "sumStat").find((each) => attribute(each, "type") === type && isPlain(each))),
    );
  const frequencies = along(element, "catgry").flatMap((each) => {
    const code = textOf(along(each, "catValu")[0]);
    const stat = along(each, "catStat").find(
      (one) => (attribute(one, "type") ?? "freq") === "freq" && isPlain(one),
    );
    const count = numberOf(textOf(stat));
    return code === "" || count === null ? [] : [{ code, count }];
  });
  const read: VariableStatistics = {
    file,
    name,
    valid: sum("vald"),
    invalid: sum("invd"),
    min: sum("min"),
    max: sum("max"),
    mean: sum("mean"),
    standardDeviation: sum("stdev"),
    decimals: numberOf(attribute(element, "dcml")),
    frequencies,
  };
  const { file: _file, name: _name, frequencies: _frequencies, ...numbers } = read;
  return frequencies.length === 0 && Object.values(numbers).every((value) => value === null) ? null : read;
}
