import { fail, ok, type Problem, problem, type Result } from "#kernel";
import type { SourceFile } from "#records";
import type { MicrodataColumn, MicrodataSource } from "#store";
import type { Effects } from "../../effects.ts";
import type { Work } from "../../use-case.ts";
import { readSurveyFile } from "../read-survey-file.ts";

export type ColumnLabels = {
  readonly label: string | null;
  readonly valueLabels: readonly { readonly code: string; readonly label: string }[];
  /** Codes that the file itself marks as no answer. */
  readonly missingCodes: readonly string[];
};

/** A file of rows as it was brought: its columns, and what the file says of them. */
export type GivenRows = {
  readonly format: string;
  readonly columns: MicrodataSource;
  /** Names of the columns in the order of the file. */
  readonly names: readonly string[];
  /** How the first row is counted in messages. */
  readonly firstRow: number;
  readonly labels: ReadonlyMap<string, ColumnLabels>;
  /** What is odd about the file and still leaves it readable. */
  readonly notes: readonly Problem[];
};

/** Reads a file that was brought before. */
export async function givenRows(
  effects: Effects,
  source: Pick<SourceFile, "sha256" | "name">,
  work: Work = {},
): Promise<Result<GivenRows>> {
  const { files } = effects.store;
  const path = await files.path(source.sha256);
  const bytes = path === null ? null : await files.read(source.sha256);
  if (path === null || bytes === null)
    return fail(
      problem(
        "app.file-lost",
        `The file ${source.name} could not be read back from the store. Nothing was kept; bring it again.`,
        { file: source.name },
      ),
    );
  const read = await readSurveyFile(
    { name: source.name, path, bytes },
    { columns: null, missing: [] },
    () => work.signal?.aborted !== true,
  );
  if (!read.ok) return read;
  const columns = new Map<string, MicrodataColumn>();
  for (const [name, column] of read.value.table.columns)
    columns.set(name, column.kind === "number" ? column.values : column);
  return ok({
    format: formatOf(bytes),
    columns: { kind: "columns", columns },
    names: [...columns.keys()],
    firstRow: 2,
    labels: new Map(),
    notes: read.value.notes,
  });
}

const formatOf = (bytes: Uint8Array): string => {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4));
  return head === "PAR1" ? "parquet" : head.startsWith("PK") ? "xlsx" : "csv";
};
