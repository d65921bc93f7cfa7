import { permission } from "#access";
import { type Problem, problem, type Sha256 } from "#kernel";
import type { Actor, SourceFile, Study } from "#records";
import type { DeclaredFile } from "#sources";
import type { Effects } from "../../effects.ts";

/** Which file brought before is meant by a name in a declaration. */
export type Brought = readonly { readonly name: string; readonly sha256: string }[];

/** Rows as they came are kept from all but custodians: what was taken out of them later is still in there. */
export const tierOfRows = "restricted";

/** A file in the store, by what an edition says of it. */
export type GivenFile = Pick<SourceFile, "sha256" | "name">;

/** The file behind each declared one, null and a problem where there is none. */
export type FoundFiles = {
  readonly sources: readonly (GivenFile | null)[];
  readonly problems: readonly Problem[];
};

/** What a brought file is called in the list of sources: it says for which study it came. */
export const titleOfRows = (study: Pick<Study, "id">, name: string): string => `${study.id}: ${name} (rows)`;

export const isOfStudy = (source: SourceFile, study: Pick<Study, "id">): boolean =>
  source.citation.title === titleOfRows(study, source.name);

/** Whether somebody may work with rows as they came: who brought them may, and who may read them. */
export const mayUse = (actor: Actor, source: SourceFile): boolean =>
  permission(actor, "study.microdata", { tier: source.tier, owner: source.addedBy }).ok;

/**
 * The files that a declaration names: those it says by their hashes, else the newest of the name that was brought for
 * the study.
 *
 * @returns the file of each declared one in their order, and a problem for each that was not brought
 */
export async function broughtFiles(
  effects: Effects,
  actor: Actor,
  study: Pick<Study, "id">,
  declared: readonly DeclaredFile[],
  brought: Brought,
): Promise<FoundFiles> {
  const all = await effects.store.catalogue.sources.list();
  const usable = all.filter((source) => mayUse(actor, source));
  const byHash = new Map(usable.map((source) => [source.sha256, source]));
  const problems: Problem[] = [];
  const sources = declared.map(({ file, name }, at) => {
    const said = brought.find((one) => one.name === file)?.sha256 ?? file;
    const found =
      byHash.get(said as Sha256) ??
      // The list is in the order in which files came.
      usable.findLast((source) => source.name === file && isOfStudy(source, study));
    if (found !== undefined) return found;
    const there = usable.filter((source) => isOfStudy(source, study)).map((source) => source.name);
    problems.push(
      problem(
        "app.microdata-not-given",
        `files[${at}] (${name}) names "${file.slice(0, 100)}", which was not brought for ${study.id}, or by somebody whose rows you may not see. ${there.length === 0 ? "No file of rows was brought for it yet." : `Brought were: ${[...new Set(there)].slice(0, 20).join(", ")}.`} Bring the file, under the name the declaration has.`,
        { field: `files[${at}].file` },
      ),
    );
    return null;
  });
  return { sources, problems };
}
