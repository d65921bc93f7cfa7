import type { Actor, StudyEdition, StudyFile, StudyVariable } from "#records";
import type { Effects } from "../../effects.ts";
import type { RouteReply } from "../../use-case.ts";
import type { ReadableEdition } from "../visible-studies.ts";
import { type DesignFindings, designColumns, designFacts, type WeightedTotal } from "./design-facts.ts";
import { openCounts } from "./open-counts.ts";

export type ShownFile = RouteReply<"study">["files"][number];

/** What a file is and what its design comes to, as answers have it. */
export const shownFile = (
  file: Omit<StudyFile, "source" | "data">,
  { facts, totals }: Pick<DesignFindings, "facts"> & { readonly totals: ShownFile["totals"] },
): ShownFile => ({
  name: file.name,
  unit: file.unit,
  sourceName: file.sourceName,
  rows: file.rows,
  columns: file.columns.length,
  key: [...file.key],
  parent: file.parent && { file: file.parent.file, by: [...file.parent.by] },
  design: {
    clusters: [...file.design.clusters],
    strata: [...file.design.strata],
    weights: file.design.weights,
    fpc: [...file.design.fpc],
    nested: file.design.nested,
    singleUnit: file.design.singleUnit,
    replicates: file.design.replicates,
  },
  facts: facts && { ...facts },
  totals: [...totals],
});

/** Editions do not change: what one's files come to is computed once, for the last ones asked for. */
const remembered = new Map<string, Promise<readonly DesignFindings[]>>();
const mostRemembered = 50;

const nothing: DesignFindings = { facts: null, totals: [], warnings: [] };

async function findingsOf(effects: Effects, file: StudyFile): Promise<DesignFindings> {
  const columns = designColumns(file);
  if (!columns.ok) return nothing;
  const found = designFacts(file, await effects.store.microdata.table(file.data, columns.value));
  // What was checked before it was kept fails only where a newer rule is stricter; the page is shown all the same.
  return found.ok ? found.value : nothing;
}

/** The findings of all files of an edition, in their order. */
export function editionFindings(
  effects: Effects,
  { edition }: Pick<ReadableEdition, "edition">,
): Promise<readonly DesignFindings[]> {
  const key = edition.checksum;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const made = (async () => {
    const all: DesignFindings[] = [];
    for (const file of edition.files) all.push(await findingsOf(effects, file));
    return all;
  })();
  remembered.set(key, made);
  made.catch(() => remembered.delete(key));
  for (const [oldest] of remembered) {
    if (remembered.size <= mostRemembered) break;
    remembered.delete(oldest);
  }
  return made;
}

/** Files with their designs. Whoever may not see the rows sees totals only of groups whose count is open to all. */
export async function shownFiles(
  effects: Effects,
  actor: Actor,
  readable: ReadableEdition,
): Promise<readonly ShownFile[]> {
  const findings = await editionFindings(effects, readable);
  const shown: ShownFile[] = [];
  for (const [at, file] of readable.edition.files.entries()) {
    const { facts, totals } = findings[at] ?? nothing;
    const open: ShownFile["totals"] = [];
    for (const [n, total] of totals.entries())
      open.push((await isOpenTotal(effects, actor, readable, file, n)) ? total : withheld(total));
    shown.push(shownFile(file, { facts, totals: open }));
  }
  return shown;
}

const withheld = (total: WeightedTotal) => ({ ...total, cases: null, weighted: null, standardError: null });

async function isOpenTotal(
  effects: Effects,
  actor: Actor,
  readable: ReadableEdition,
  file: StudyFile,
  at: number,
): Promise<boolean> {
  if (readable.seesRows) return true;
  const groups = Object.entries(file.knownTotals[at]?.where ?? {});
  if (groups.length === 0) return true;
  const [group] = groups;
  // Two conditions cross variables that need not be open together.
  if (groups.length > 1 || group === undefined) return false;
  const [name, code] = group;
  const variable = variableOf(readable.edition, file.name, name);
  if (variable?.forTables !== true) return false;
  const counts = await openCounts(effects, actor, readable, file, variable);
  return counts.some((one) => one.code === code && !one.withheld);
}

/** The variable behind a column of a file: its own, or that of a file above it. */
function variableOf(edition: StudyEdition, file: string, name: string): StudyVariable | undefined {
  for (
    let at: string | undefined = file, depth = 0;
    at !== undefined && depth <= edition.files.length;
    depth++
  ) {
    const here: string = at;
    const found = edition.variables.find((one) => one.file === here && one.name === name);
    if (found !== undefined) return found;
    at = edition.files.find((one) => one.name === here)?.parent?.file;
  }
  return undefined;
}
