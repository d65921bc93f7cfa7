// Groups of areas as a source states them for a year: added by people, never guessed, named by the recipes of the
// runs that used them.

import { permission } from "#access";
import { failAll, ok, type Problem, problem, type Result, type Sha256 } from "#kernel";
import type { StoredClassification, StoredIndexRun } from "#records";
import { type AreaAttributes, attributesOfCodes, type IndexDefinition } from "#securities";
import { observationSpellings } from "#sources";
import type { Store } from "#store";
import { auditEntry } from "../audit-entry.ts";
import { canonicalJson, sha256Of } from "../canonical-json.ts";
import type { RouteInput, RouteReply, RouteUseCase } from "../use-case.ts";
import { areaGroupsFrom } from "./data-file.ts";

type Stated = Pick<StoredClassification, "attribute" | "source" | "year" | "version" | "groups">;

/** What a recipe names: the same groups of the same source, year and version have the same hash. */
export const hashOfClassification = ({ attribute, source, year, version, groups }: Stated): Sha256 =>
  sha256Of(canonicalJson({ attribute, source, year, version, groups }));

const shown = ({ groups, addedBy: _, ...rest }: StoredClassification): RouteReply<"addClassification"> => ({
  ...rest,
  groups: Object.fromEntries(Object.entries(groups).map(([group, areas]) => [group, [...areas]])),
});

export const listClassifications: RouteUseCase<"listClassifications"> = async (effects, actor) => {
  const allowed = permission(actor, "index.read");
  if (!allowed.ok) return allowed;
  return ok((await effects.store.catalogue.indexes.classifications()).map(shown));
};

/** Areas by group, in the order of their codes; all that cannot be placed at once. */
function groupsOf(input: RouteInput<"addClassification">): Result<StoredClassification["groups"]> {
  const table = areaGroupsFrom({ text: input.table, file: `${input.attribute}.csv` });
  if (!table.ok) return table;
  const spellings = observationSpellings({}, "real");
  const leftOut = new Set(input.leaveOut ?? []);
  const groups = new Map<string, string[]>();
  const groupOf = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { row, area, group } of table.value) {
    if (group === "" || leftOut.has(area)) continue;
    const code = /^X[A-Z]{2}$/.test(area) ? observationSpellings().area(area) : spellings.area(area);
    const earlier = code === null ? undefined : groupOf.get(code);
    if (code === null)
      problems.push(
        problem(
          "app.area-unknown",
          `Row ${row}, column area: "${area}" is no area that is known. Write its three-letter code, or leave it out by name (leaveOut). Nothing was added.`,
          { row, column: "area" },
        ),
      );
    else if (earlier !== undefined)
      problems.push(
        problem(
          "app.row-repeated",
          `Row ${row} has ${area} a second time, in "${group}" after "${earlier}". An area is in one group; take one out. Nothing was added.`,
          { row, column: "area" },
        ),
      );
    else {
      groupOf.set(code, group);
      groups.set(group, [...(groups.get(group) ?? []), code]);
    }
  }
  if (problems.length > 0) return failAll(problems);
  if (groups.size === 0)
    return failAll([
      problem(
        "app.cell-empty",
        `No row of the table has a group: the column "group" is empty. Nothing was added.`,
        { column: "group" },
      ),
    ]);
  return ok(
    Object.fromEntries([...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([g, list]) => [g, list.sort()])),
  );
}

/** Adds groups of areas; the same again gives those that stand. */
export const addClassification: RouteUseCase<"addClassification"> = async (effects, actor, input) => {
  const allowed = permission(actor, "indicator.change");
  if (!allowed.ok) return allowed;
  const { attribute, source, year, version } = input;
  if ((attributesOfCodes as readonly string[]).includes(attribute))
    return failAll([
      problem(
        "app.attribute-taken",
        `"${attribute}" is told by the code of an area and cannot be stated otherwise. Choose another name, such as income-group.`,
        { field: "attribute" },
      ),
    ]);
  const groups = groupsOf(input);
  if (!groups.ok) return groups;
  const stated: Stated = { attribute, source, year, version, groups: groups.value };
  const sha256 = hashOfClassification(stated);
  return effects.store.transaction(async (catalogue) => {
    await catalogue.indexes.lock();
    const all = await catalogue.indexes.classifications();
    const same = all.find((one) => one.sha256 === sha256);
    if (same) return ok(shown(same));
    const number = 1 + all.filter((one) => one.attribute === attribute).length;
    const record: StoredClassification = {
      id: `${attribute}-${number}`,
      ...stated,
      sha256,
      addedAt: effects.now(),
      addedBy: actor.id,
    };
    await catalogue.indexes.addClassification(record);
    await catalogue.audit.append(
      auditEntry(effects, actor, "indicator.change", `classification:${record.id}`, { sha256 }),
    );
    return ok(shown(record));
  });
};

/** Group of each area by attribute, as the engine takes it. */
const attributesOf = (list: readonly StoredClassification[]): AreaAttributes =>
  new Map(
    list.map(({ attribute, groups }) => [
      attribute,
      new Map(
        Object.entries(groups).flatMap(([group, areas]) => areas.map((area) => [area, group] as const)),
      ),
    ]),
  );

export type ClassificationsUsed = {
  readonly used: readonly StoredClassification[];
  readonly attributes: AreaAttributes;
};

/**
 * The classifications that a definition needs, for filling holes by group: those named, else the newest year of
 * each attribute that neither the definition nor the code of an area tells.
 *
 * @param named ids; `undefined`: the newest
 */
export async function classificationsFor(
  store: Pick<Store, "catalogue">,
  definition: IndexDefinition,
  named: readonly string[] | undefined,
): Promise<Result<ClassificationsUsed>> {
  const rules = [definition.imputation, ...definition.nodes.map(({ steps }) => steps?.imputation)];
  const needed = new Set(
    rules.flatMap((rule) => {
      const attribute = rule?.groupBy;
      const isTold =
        !attribute ||
        definition.areaGroups?.has(attribute) ||
        (attributesOfCodes as readonly string[]).includes(attribute);
      return isTold ? [] : [attribute];
    }),
  );
  if (needed.size === 0 && named === undefined) return ok({ used: [], attributes: new Map() });
  const all = await store.catalogue.indexes.classifications();
  const problems = [...new Set(named)].flatMap((id) => {
    const found = all.find((one) => one.id === id);
    if (found && needed.has(found.attribute)) return [];
    return [
      problem(
        "app.classification-unused",
        found
          ? `The definition "${definition.id}" fills nothing by "${found.attribute}" that it does not state itself, so that ${id} would change nothing. Leave it out, or set "groupBy" in the definition.`
          : `There is no classification "${id}". There are: ${all.map((one) => one.id).join(", ") || "none"}.`,
        { field: "classifications" },
      ),
    ];
  });
  if (problems.length > 0) return failAll(problems);
  const used = [...needed].sort().flatMap((attribute) => {
    const own = all.filter((one) => one.attribute === attribute);
    const chosen = own.find(({ id }) => named?.includes(id)) ?? own[0];
    return chosen ? [chosen] : [];
  });
  return ok({ used, attributes: attributesOf(used) });
}

/** The groups a frozen run was made with, found by the hashes its recipe names. */
export async function attributesOfRun(
  store: Pick<Store, "catalogue">,
  { recipe }: Pick<StoredIndexRun, "recipe">,
): Promise<AreaAttributes> {
  // The first input is the release; most runs have no other.
  const hashes = new Set(recipe.inputs.slice(1));
  if (hashes.size === 0) return new Map();
  const all = await store.catalogue.indexes.classifications();
  return attributesOf(
    all.filter((one) => hashes.has(one.sha256) && hashOfClassification(one) === one.sha256),
  );
}
