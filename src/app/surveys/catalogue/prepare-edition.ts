// From a declaration and files brought before to an edition that could be kept: rows laid down as Parquet, the
// dictionary put together, designs laid out, and everything that is wrong or odd said at once.

import { type Problem, problem, type Sha256 } from "#kernel";
import type { Study, StudyEdition, StudyFile } from "#records";
import {
  type CountedColumn,
  type DeclaredFile,
  type EditionDeclaration,
  mergeVariables,
  proposeVariables,
  readEditionDeclaration,
} from "#sources";
import { canonicalJson, sha256Of } from "../../canonical-json.ts";
import type { Effects } from "../../effects.ts";
import type { Work } from "../../use-case.ts";
import type { MicrodataReading } from "../read-microdata.ts";
import type { FoundFiles, GivenFile } from "./brought-files.ts";
import { countedColumns } from "./counted-columns.ts";
import { type DesignFindings, designColumns, designFacts } from "./design-facts.ts";
import { givenRows } from "./given-rows.ts";

/** What an edition has besides its number, its moment and its maker. */
export type EditionDraft = Omit<StudyEdition, "version" | "createdAt" | "createdBy">;

export type Preparation = {
  /** With any of these nothing can be kept. */
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  /** Of the files that could be laid down. */
  readonly files: readonly { readonly file: StudyFile; readonly findings: DesignFindings }[];
  /** Null with problems. */
  readonly draft: EditionDraft | null;
  /** Parquet files that no record speaks of yet: whoever asked discards them. */
  readonly written: readonly Sha256[];
};

/** The name that messages have for what was declared. */
const declarationName = "the declaration";

const nothing = { warnings: [], files: [], draft: null, written: [] } as const;

/** What tells one edition from another: the data, the dictionary, the designs. */
export const editionChecksum = (
  draft: Pick<StudyEdition, "study" | "state" | "from" | "changes" | "files" | "variables" | "minimumCases">,
): Sha256 => {
  const { study, state, from, changes, files, variables, minimumCases } = draft;
  return sha256Of(canonicalJson({ study, state, from, changes, files, variables, minimumCases }));
};

/** The file behind each declared one, in their order. */
export type FindFiles = (declared: readonly DeclaredFile[]) => Promise<FoundFiles>;

/** Reads, lays down, describes and checks; keeps nothing. */
export async function prepareEdition(
  effects: Effects,
  given: {
    readonly study: Study;
    /** Versions of its data that are there. */
    readonly versions: readonly number[];
    readonly declaration: unknown;
    readonly find: FindFiles;
  },
  work: Work = {},
): Promise<Preparation> {
  const { study } = given;
  const read = readEditionDeclaration(given.declaration, declarationName);
  if (!read.ok) return { ...nothing, problems: read.problems };
  const declared = read.value;
  const problems: Problem[] = [
    ...versionFaults(declared, given.versions),
    ...unitFaults(declared, study),
    ...designFaults(declared),
  ];
  const { sources, problems: absent } = await given.find(declared.files);
  problems.push(...absent);
  if (absent.length > 0) return { ...nothing, problems };
  const rows = await readAll(effects, declared.files, sources as readonly GivenFile[], work);
  problems.push(...rows.problems);
  if (rows.problems.length > 0) return { ...nothing, problems, warnings: rows.warnings };
  const laid = await effects.store.microdata.write(
    declared.files.map(({ name, key, parent }, at) => ({
      ...{ name, key, parent },
      columns: rows.given[at]!.columns,
      firstRow: rows.given[at]!.firstRow,
    })),
    work.progress,
    work.signal,
  );
  if (!laid.ok) return { ...nothing, problems: [...problems, ...laid.problems], warnings: rows.warnings };
  const warnings = [...rows.warnings, ...laid.value.warnings];
  const written = laid.value.files.map(({ data }) => data);
  const files = declared.files.map((file, at): StudyFile => {
    const { data, rows: count, columns } = laid.value.files[at]!;
    const source = sources[at]!;
    const { file: _, ...rest } = file;
    return { ...rest, source: source.sha256, sourceName: source.name, data, rows: count, columns };
  });
  const counted: CountedColumn[] = [];
  for (const [at, file] of files.entries())
    counted.push(...(await countedColumns(effects, file, rows.given[at]!)));
  const proposed = proposeVariables(counted, { files: declared.files });
  const merged = mergeVariables(declared.variables, proposed, declarationName);
  problems.push(...merged.problems);
  warnings.push(...merged.notices);
  const found: { file: StudyFile; findings: DesignFindings }[] = [];
  for (const [at, file] of files.entries()) {
    const columns = designColumns(file);
    if (!columns.ok) continue; // told with the declaration
    const there = new Set(file.columns);
    const table = await effects.store.microdata.table(
      file.data,
      columns.value.filter((name) => there.has(name)),
    );
    const facts = designFacts(file, { ...table, unread: file.columns });
    if (facts.ok) {
      found.push({ file, findings: facts.value });
      warnings.push(...facts.value.warnings.map((one) => ofFile(one, at)));
    } else problems.push(...facts.problems.map((one) => ofFile(one, at)));
  }
  const parts = {
    study: study.id,
    state: declared.state,
    from: declared.from,
    changes: declared.changes,
    files,
    variables: merged.variables,
    minimumCases: declared.minimumCases,
  };
  return {
    problems,
    warnings,
    files: found,
    draft: problems.length > 0 ? null : { ...parts, checksum: editionChecksum(parts) },
    written,
  };
}

/** The place of a problem of a file, in the declaration. */
const ofFile = (found: Problem, at: number): Problem =>
  problem(found.code, found.message, {
    ...found.at,
    field: `files[${at}]${found.at?.field === undefined ? "" : `.${found.at.field}`}`,
  });

function versionFaults({ from }: EditionDeclaration, versions: readonly number[]): readonly Problem[] {
  if (from === null || versions.includes(from)) return [];
  return [
    problem(
      "app.edition-from-unknown",
      `from is ${from}, and ${versions.length === 0 ? "no version of these data is here yet" : `the versions here are ${versions.join(", ")}`}. Readers would look for it in vain; write one that is here, or null.`,
      { field: "from" },
    ),
  ];
}

function unitFaults({ files }: EditionDeclaration, study: Study): readonly Problem[] {
  return files.flatMap(({ unit, name }, at) =>
    study.analysisUnits.includes(unit)
      ? []
      : [
          problem(
            "app.edition-unit-unlike",
            `files[${at}] (${name}) has rows of the unit "${unit}", and the description of ${study.id} names ${study.analysisUnits.join(", ")}. Correct one of the two.`,
            { field: `files[${at}].unit` },
          ),
        ],
  );
}

/** What is wrong with designs before any row is read. */
const designFaults = ({ files }: EditionDeclaration): readonly Problem[] =>
  files.flatMap((file: DeclaredFile, at) => {
    const columns = designColumns(file);
    return columns.ok ? [] : columns.problems.map((one) => ofFile(one, at));
  });

async function readAll(
  effects: Effects,
  declared: readonly DeclaredFile[],
  sources: readonly GivenFile[],
  work: Work,
): Promise<{
  readonly given: readonly MicrodataReading[];
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}> {
  const given: MicrodataReading[] = [];
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  for (const [at, source] of sources.entries()) {
    work.progress?.({ label: `reading ${source.name}`, done: at, total: sources.length, unit: "files" });
    const rows = await givenRows(effects, source, work);
    if (!rows.ok) {
      problems.push(
        ...rows.problems.map((one) =>
          problem(one.code, one.message, { file: declared[at]!.file, ...one.at }),
        ),
      );
      continue;
    }
    given.push(rows.value);
    warnings.push(...rows.value.notes);
  }
  return { given, problems, warnings };
}
