// Groups of areas, for steps that fill a hole from the areas like it. Knows regions by the codes of areas;
// all else comes with the definition or with the data.

import { areaByCode, fail, ok, problem, type Result } from "#kernel";
import type { AreaAttributes, IndexDefinition } from "./index-definition.ts";
import { nearestWord } from "./nearest-word.ts";
import type { ObservationGrid } from "./observation-grid.ts";

/** Attributes that the code of an area tells by itself: regions of M49, and the ILO's. */
export const attributesOfCodes = ["region", "sub-region", "ilo-region"] as const;

function byCode(attribute: string, code: string): string | null {
  const area = areaByCode(code);
  switch (attribute) {
    case "region":
      return area?.regions[1] ?? null;
    case "sub-region":
      return area?.regions[2] ?? area?.regions[1] ?? null;
    case "ilo-region":
      return area?.iloRegion ?? null;
    default:
      return null;
  }
}

/**
 * The groups that the steps of a definition ask for, in the order of the areas of a grid.
 *
 * Meaning: groups stand in the definition itself (`areaGroups`), come with the data, or are told by the code
 * of an area (`region`, `sub-region`, `ilo-region`); the first that has the attribute counts. An area that
 * is in no group keeps its holes.
 *
 * @param given groups that came with the data
 * @returns by attribute, or the problem `securities.attribute-unknown` for each that nobody knows
 * @example
 * groupsOfAreas({ imputation: { groupBy: "region" }, nodes: [], areaGroups: null }, { areas: ["KEN", "A"] })
 *   .value.get("region") // => ["002", null]
 */
export function groupsOfAreas(
  definition: IndexDefinition,
  grid: ObservationGrid,
  given: AreaAttributes = new Map(),
): Result<ReadonlyMap<string, readonly (string | null)[]>> {
  const rules = [definition.imputation, ...definition.nodes.map((node) => node.steps?.imputation)];
  const wanted = new Set(rules.flatMap((rule) => (rule?.groupBy ? [rule.groupBy] : [])));
  const groups = new Map<string, readonly (string | null)[]>();
  for (const attribute of wanted) {
    const own = definition.areaGroups?.get(attribute) ?? given.get(attribute);
    if (own)
      groups.set(
        attribute,
        grid.areas.map((area) => own.get(area) ?? null),
      );
    else if ((attributesOfCodes as readonly string[]).includes(attribute))
      groups.set(
        attribute,
        grid.areas.map((area) => byCode(attribute, area)),
      );
    else {
      const known = [...(definition.areaGroups?.keys() ?? []), ...given.keys(), ...attributesOfCodes];
      const near = nearestWord(attribute, known);
      return fail(
        problem(
          "securities.attribute-unknown",
          `Holes are to be filled from areas with the same "${attribute}", and nothing tells the ${attribute} of an area${near ? `; the nearest that is known is "${near}"` : ""}. Known: ${[...new Set(known)].join(", ")}. Give the groups in the definition ("areaGroups"), in a column of the data, or in a table of areas.`,
          { field: "imputation.groupBy" },
        ),
      );
    }
    if (groups.get(attribute)!.every((group) => group === null))
      return fail(
        problem(
          "securities.attribute-unknown",
          `Holes are to be filled from areas with the same "${attribute}", and no area of the data (${grid.areas.slice(0, 3).join(", ")}${grid.areas.length > 3 ? ", …" : ""}) is in a group of it, so that nothing would be filled. Regions are known of areas named by their three-letter codes; other groups name the areas as the data do.`,
          { field: "imputation.groupBy" },
        ),
      );
  }
  return ok(groups);
}
