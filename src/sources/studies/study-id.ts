import { findArea } from "#kernel";
import type { Study } from "#records";
import type { StudiesProblemCode } from "./problems.ts";

export type IdFault = { readonly code: StudiesProblemCode; readonly message: string };

const example = "XAA_2024_PSS_v01_M";
/** The IHSN's code of a study of the world, of which no area has the letters. */
const world = "WLD";

/**
 * What is wrong with the identifier of a study, by the parts of the convention: the country's code of ISO
 * 3166 with three letters, the year of the survey, the short name of the survey, the version of the data, and
 * M for microdata.
 *
 * @param study fields that are not there are not compared
 * @source International Household Survey Network, Quick Reference Guide for Data Archivists, study identifiers
 */
export function idFaults(
  study: Partial<Pick<Study, "id" | "areas" | "years" | "collection">>,
): readonly IdFault[] {
  const { id } = study;
  if (id === undefined) return [];
  const parts = id.split("_");
  if (parts.length !== 5)
    return [
      {
        code: "studies.id-invalid",
        message: `id is "${id.slice(0, 60)}", with ${parts.length} ${parts.length === 1 ? "part" : "parts"} between underscores; a study is named by five, ${example}: country, year, survey, version of the data, M. Write it so, with hyphens inside a part; other names of the study go into identifiers. Nothing was imported.`,
      },
    ];
  const [country, year, survey, version, kind] = parts as [string, string, string, string, string];
  const faults: IdFault[] = [];
  const tell = (part: string, value: string, rule: string) =>
    faults.push({
      code: "studies.id-invalid",
      message: `id is "${id.slice(0, 60)}", and its ${part} is "${value.slice(0, 40)}". ${rule} An id looks like ${example}. Nothing was imported.`,
    });
  const disagrees = (message: string) =>
    faults.push({
      code: "studies.contradiction",
      message: `${message} Correct one of the two. Nothing was imported.`,
    });
  const area = /^[A-Z]{3}$/.test(country) ? findArea(country) : null;
  if (area === null && country !== world)
    tell(
      "country",
      country,
      "Write a code of ISO 3166 with three capital letters, or WLD for the whole world.",
    );
  else if (study.areas !== undefined && area !== null && !study.areas.includes(area.code))
    disagrees(`id begins with ${country}, and areas has ${study.areas.slice(0, 10).join(", ") || "none"}.`);
  if (!/^(?:19|20)\d{2}$/.test(year)) tell("year", year, "Write the year of the survey in four digits.");
  else if (study.years !== undefined && !isOfYears(Number(year), study))
    disagrees(
      `id has the year ${year}, and neither years (${study.years.from} to ${study.years.to}) nor collection holds it.`,
    );
  if (!/^[A-Z0-9](?:[A-Z0-9-]*[A-Z0-9])?$/.test(survey) || survey.length > 30)
    tell("survey", survey, "Write a short name in capital letters, digits and hyphens, at most 30.");
  if (!/^v\d{2}$/.test(version))
    tell("version", version, "Write a small v and two digits: v01 for the first version of the data.");
  if (kind !== "M") tell("last part", kind, "Write M, for microdata.");
  return faults;
}

function isOfYears(
  year: number,
  { years, collection }: Partial<Pick<Study, "years" | "collection">>,
): boolean {
  const days = [collection?.from, collection?.to].filter((day) => typeof day === "string");
  const all = [years!.from, years!.to, ...days.map((day) => Number(day.slice(0, 4)))];
  if (!all.every(Number.isFinite)) return true;
  return year >= Math.min(...all) && year <= Math.max(...all);
}
