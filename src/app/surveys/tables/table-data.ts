// From a request to the rows it is answered from: the edition that may be used, its columns, its design laid out.

import { fail, ok, problem, type Result } from "#kernel";
import type { Actor, StudyEdition, StudyFile } from "#records";
import type { SurveyTable } from "#statistics";
import type { Store } from "#store";
import { canonicalJson } from "../../canonical-json.ts";
import type { Effects } from "../../effects.ts";
import { isNewestPublished, knownStudy, readableEdition } from "../visible-studies.ts";
import { designOf, type FileContext, fileContext } from "./file-context.ts";
import type { StudyData } from "./shown-table.ts";

export type UsableEdition = StudyData & {
  readonly seesRows: boolean;
  /** Editions of the study that were published before, oldest first. */
  readonly earlier: readonly StudyEdition[];
};

/**
 * The edition that tables may be made of. Whoever may not see the rows gets those of the newest published edition
 * alone: two editions that differ by a few rows would give those rows away.
 */
export async function usableEdition(
  effects: Effects,
  actor: Actor,
  id: string,
  version: number | undefined,
): Promise<Result<UsableEdition>> {
  const readable = await readableEdition(effects, actor, id, version, "tables");
  if (!readable.ok) return readable;
  const { study, edition, seesRows } = readable.value;
  if (!seesRows && !(await isNewestPublished(effects, actor, readable.value)))
    return fail(
      problem(
        "survey.edition-superseded",
        `Tables over version ${edition.version} of the data of ${id} are for those who may see its rows: it is not the version that is published now, and two versions that differ by a few rows would give those rows away. Leave the version out to have the one that stands.`,
        { field: "edition" },
      ),
    );
  const known = await knownStudy(effects, actor, id);
  const earlier = (known.ok ? known.value.editions : [])
    .filter(({ edition: other, publishedAt }) => other.version < edition.version && publishedAt !== null)
    .map((one) => one.edition)
    .sort((a, b) => a.version - b.version);
  return ok({ study, edition, seesRows, isLater: earlier.length > 0, earlier });
}

/** Designs laid out, by file and design: the same for every table; the last few are kept. */
const laidOut = new WeakMap<Store, Map<string, FileContext>>();
const mostKept = 4;

/** The columns asked for with the design of the file laid out over them. */
export async function fileData(
  effects: Effects,
  file: StudyFile,
  names: readonly string[],
): Promise<Result<FileContext>> {
  const { microdata } = effects.store;
  const kept = laidOut.get(effects.store) ?? new Map<string, FileContext>();
  laidOut.set(effects.store, kept);
  const key = `${file.data} ${canonicalJson(file.design)}`;
  let context = kept.get(key);
  if (context === undefined) {
    const design = designOf(file);
    if (!design.ok) return design;
    const made = fileContext(file, await microdata.table(file.data, design.value.columns));
    if (!made.ok) return made;
    context = made.value;
    const [oldest] = kept.keys();
    if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
  } else kept.delete(key);
  kept.set(key, context);
  const columns: SurveyTable =
    names.length === 0 ? { rows: file.rows, columns: new Map() } : await microdata.table(file.data, names);
  return ok({ ...context, table: { rows: file.rows, columns: columns.columns } });
}
