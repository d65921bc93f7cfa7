// Makes what shows how an index changes and how sources disagree: two versions of a small series for the
// old-age index, a first and a second definition, and the figures of two invented sources. The same bytes
// at every run. Run: node demonstration/make-old-age.ts

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { figureOfWomen, indicatorModels } from "./indicator-models.data.ts";
import {
  type Cell,
  cellOf,
  type InventedArea,
  inventedAreas,
  normal,
  seriesOf,
  standardError,
  streamOf,
  years,
} from "./make-indicators.ts";

type Json = Readonly<Record<string, unknown>>;
type Node = Json & { readonly id: string; readonly direction?: number };
type Definition = Json & { readonly nodes: readonly Node[] };

const folder = new URL("../definitions/", import.meta.url);
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), "utf8"));
const proposal = read("indexes/old-age.json") as Definition;
const units = new Map(
  (
    read("indicators.json") as {
      readonly indicators: readonly { readonly id: string; readonly unit: string }[];
    }
  ).indicators.map(({ id, unit }) => [id, unit]),
);
const indicators = proposal.nodes.filter(({ direction }) => direction !== undefined).map(({ id }) => id);

const header = "area,indicator,period,value,missing,source,unit,sex,status,note,standard_error";
const periods = [2022, 2023, 2024];
/** Comes in with the second version. */
const laterArea = "XAX";
/** First reported provisionally; the second version has the final figure. */
const provisional = new Set(["ISI_O_PENCOV", "OASI_O_COVF", "OASI_O_LEVEL", "OASI_P_EXP", "OASI_O_POV"]);

/** A figure as first reported: off by some per cent, or in the poorest areas sometimes not there yet. */
function firstReported(id: string, area: InventedArea, year: number, cell: Cell): Cell {
  const random = streamOf(`first ${id} ${area.code} ${year}`);
  if (cell.value === null || cell.value === 0 || year < 2023 || !provisional.has(id)) return cell;
  if (area.tier === 3 && random() < 0.3)
    return { value: null, missing: "not-collected", status: "L", note: "Not reported yet." };
  if (random() < 0.45) return cell;
  const value = cell.value * (1 + 0.09 * normal(random));
  const most = units.get(id) === "PT" ? 100 : Number.POSITIVE_INFINITY;
  return { ...cell, value: Number(Math.min(most, Math.max(0, value)).toFixed(1)), status: "P" };
}

/** The small series for the old-age index: first as it was reported first, then corrected. */
export function oldAgeSeries(version: 1 | 2): string {
  const lines = [header];
  for (const id of indicators)
    for (const area of inventedAreas()) {
      if (version === 1 && area.code === laterArea) continue;
      const whole = figureOfWomen[id];
      const series = seriesOf(whole ?? id, area);
      for (const year of periods)
        for (const sex of ["T", "F", "M"] as const) {
          const values = whole === undefined ? series[sex] : sex === "T" ? series.F : null;
          if (values === null) continue;
          const at = years.indexOf(year);
          const final = cellOf(whole ?? id, area, at, values[at]!);
          const cell = version === 1 ? firstReported(whole ?? id, area, year, final) : settled(final);
          const error = cell.value === null ? "" : standardError(whole ?? id, area, sex, cell.value);
          lines.push(rowOf(area.code, id, year, cell, "Socle simulation", sex, error));
        }
    }
  return `${lines.join("\n")}\n`;
}

const settled = (cell: Cell): Cell => (cell.status === "P" ? { ...cell, status: "A" } : cell);

/** Two invented sources of the same figures: a survey with its errors, and a model that fills every year. */
export function disagreeingSources(): string {
  const lines = [header];
  for (const id of ["ISI_O_PENCOV", "ISI_O_POV", "OASI_O_POV"])
    for (const area of inventedAreas())
      for (const year of periods) {
        const at = years.indexOf(year);
        const figure = seriesOf(id, area).T![at]!;
        const survey = cellOf(id, area, at, figure);
        const random = streamOf(`model ${id} ${area.code} ${year}`);
        // The model leans to the middle, as models do, and knows nothing of what its survey did not ask.
        const estimate = Math.min(100, Math.max(0, 0.86 * figure + 4.5 + 2.2 * normal(random)));
        const error = survey.value === null ? "" : surveyErrorOf(id, area, survey.value);
        lines.push(rowOf(area.code, id, year, survey, "Household survey (invented)", "T", error));
        if (year >= 2023 - (area.tier % 2))
          lines.push(
            rowOf(
              area.code,
              id,
              year,
              {
                value: Number(estimate.toFixed(1)),
                missing: "",
                status: "E",
                note: "Estimated by a model of neighbouring countries.",
              },
              "Agency model (invented)",
              "T",
              "",
            ),
          );
      }
  return `${lines.join("\n")}\n`;
}

/** The survey of the second source asks fewer people. */
const surveyErrorOf = (id: string, area: InventedArea, value: number): string =>
  indicatorModels[id]!.surveySize === undefined
    ? Math.sqrt((2 * Math.max(value, 0.5) * (100 - Math.min(value, 99.5))) / 1_500).toFixed(2)
    : standardError(id, area, "T", value);

const rowOf = (
  area: string,
  id: string,
  year: number,
  { value, missing, status, note }: Cell,
  source: string,
  sex: string,
  error: string,
): string =>
  [area, id, year, value ?? "", missing, source, units.get(id) ?? "", sex, status, note, error].join(",");

/**
 * The definition that the small series is shown with, and its second version: outcomes and the coverage of
 * women weigh more, one Convention is out, and half of the indicators of a part are enough.
 */
export function oldAgeDefinition(version: 1 | 2): string {
  const { form: _, ...base } = proposal;
  const changed = (node: Node): Node => {
    if (node.id === "old-age.outcome") return { ...node, weight: 3 };
    return node.id === "OASI_O_COVF" ? { ...node, weight: 2 } : node;
  };
  const definition = {
    ...base,
    id: "old-age-demonstration",
    version: String(version),
    title: {
      en: "Old-age index of the demonstration",
      fr: "Indice de vieillesse de la démonstration",
      es: "Índice de vejez de la demostración",
      pt: "Índice de velhice da demonstração",
    },
    evidence:
      "For the demonstration: the old-age index of this project over a small series, to show how ranks change with corrected values, another country and a new definition.",
    nodes:
      version === 1 ? proposal.nodes : proposal.nodes.filter(({ id }) => id !== "OASI_I_C128").map(changed),
    ...(version === 2 && { missing: { minimumShare: 0.5 } }),
  };
  return `${JSON.stringify(definition, null, 2)}\n`;
}

/** What this program makes, by file name. */
export const oldAgeFiles = (): Readonly<Record<string, string>> => ({
  "old-age-1.csv": oldAgeSeries(1),
  "old-age-2.csv": oldAgeSeries(2),
  "old-age-sources.csv": disagreeingSources(),
  "old-age-index-1.json": oldAgeDefinition(1),
  "old-age-index-2.json": oldAgeDefinition(2),
});

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [name, text] of Object.entries(oldAgeFiles()))
    writeFileSync(new URL(name, import.meta.url), text);
