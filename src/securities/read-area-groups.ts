import type { AreaAttributes } from "./index-definition.ts";
import { type Findings, type JsonObject, printed } from "./json-fields.ts";

const isObject = (json: unknown): json is JsonObject =>
  typeof json === "object" && json !== null && !Array.isArray(json);
const isListOfTexts = (json: unknown): json is readonly string[] =>
  Array.isArray(json) && json.every((entry) => typeof entry === "string" && entry !== "");

/** Groups of areas as a definition writes them: `{ "income-group": { "low": ["ETH", "MWI"], "high": […] } }`. */
export function readAreaGroups(root: JsonObject, findings: Findings): AreaAttributes | null {
  const given = root["areaGroups"];
  if (given === undefined || given === null) return null;
  const refuse = (at: string, message: string) =>
    findings.report(
      "securities.field-invalid",
      at,
      `${message} Write { "income-group": { "low": ["ETH", "MWI"], "high": ["CHE"] } }.`,
    );
  if (!isObject(given)) {
    refuse("areaGroups", `"areaGroups" is ${printed(given)}, not groups by attribute.`);
    return null;
  }
  const attributes = new Map<string, ReadonlyMap<string, string>>();
  for (const [attribute, groups] of Object.entries(given)) {
    const at = `areaGroups.${attribute}`;
    const groupOf = new Map<string, string>();
    if (!isObject(groups)) refuse(at, `"${attribute}" is ${printed(groups)}, not lists of areas by group.`);
    else
      for (const [group, areas] of Object.entries(groups)) {
        if (!isListOfTexts(areas))
          refuse(`${at}.${group}`, `"${group}" is ${printed(areas)}, not a list of area codes.`);
        else
          for (const area of areas) {
            const other = groupOf.get(area);
            if (other !== undefined)
              refuse(
                `${at}.${group}`,
                `"${area}" is in "${other}" and again in "${group}"; an area has one ${attribute}.`,
              );
            groupOf.set(area, group);
          }
      }
    attributes.set(attribute, groupOf);
  }
  return attributes;
}
