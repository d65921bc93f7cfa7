// Makes indicators-simulated.csv: figures for the invented areas, the same bytes at every run.
// Run: node demonstration/make-indicators.ts

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { areas, seededRandom } from "#kernel";
import { figureOfWomen, type IndicatorModel, indicatorModels } from "./indicator-models.data.ts";

const firstYear = 2010;
const lastYear = 2024;
const seed = 2004;
export const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i);

type Traits = { readonly development: number; readonly institutions: number; readonly voice: number };
export type InventedArea = {
  readonly code: string;
  /** 0 the richest to 3 the poorest. */
  readonly tier: number;
  /** Small areas have too few accidents to publish. */
  readonly isSmall: boolean;
  readonly traits: readonly Traits[];
};
export type Cell = {
  readonly value: number | null;
  readonly missing: string;
  readonly status: string;
  readonly note: string;
};

/** A stream of its own for each name, so that one more indicator changes no other. */
export function streamOf(name: string): () => number {
  let hash = 2166136261 ^ seed;
  for (const letter of name) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
  return seededRandom(hash);
}

/** Nearly normal, mean 0, deviation 1: sums of uniform numbers need no function that differs by machine. */
export function normal(random: () => number): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random();
  return sum;
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x));
const logOdds = (percent: number) => Math.log(percent / (100 - percent));
const clamp = (x: number, low: number, high: number) => Math.min(high, Math.max(low, x));

/** How much of the shock of 2020 is left in a year. */
const shockLeft = (year: number) => (year < 2020 ? 0 : 0.45 ** (year - 2020));

/** Development at the start by tier, and the tier of each area: mixed, so that codes say nothing. */
const tierMeans = [1.5, 0.55, -0.45, -1.35];
const tierPattern = [1, 2, 0, 3, 2, 1, 3, 2, 0, 1, 2, 3, 1, 0, 2, 1, 3, 0, 2, 1, 2, 3, 1, 0];

export function inventedAreas(): readonly InventedArea[] {
  const invented = areas.filter(({ kind }) => kind === "invented");
  return invented.map(({ code }, index) => {
    const random = streamOf(`traits ${code}`);
    const tier = tierPattern[index % tierPattern.length]!;
    const development = tierMeans[tier]! + 0.25 * normal(random);
    const institutions = 0.7 * development + 0.6 * normal(random);
    const voice = 0.45 * development + 0.75 * normal(random);
    const growth = 0.028 + 0.012 * normal(random) + (tier >= 2 ? 0.012 : 0);
    const reform = 0.012 + 0.022 * normal(random);
    const opening = 0.03 * normal(random);
    return {
      code,
      tier,
      isSmall: index % 8 === 4,
      traits: years.map((year) => ({
        development: development + growth * (year - firstYear),
        institutions: clamp(institutions + reform * (year - firstYear), -2.5, 2.5),
        voice: clamp(voice + opening * (year - firstYear), -2.5, 2.5),
      })),
    };
  });
}

const pull = (model: IndicatorModel, traits: Traits) =>
  model.development * traits.development +
  (model.institutions ?? 0) * traits.institutions +
  (model.voice ?? 0) * traits.voice;

/** What exists once stays: a law or ratification appears in a year and is not taken back. */
function existence(logOddsAtZero: number, model: IndicatorModel, area: InventedArea, random: () => number) {
  const hurdle = random();
  let exists = false;
  return area.traits.map((traits) => {
    exists ||= logistic(logOddsAtZero + 1.3 * pull(model, traits)) > hurdle;
    return exists;
  });
}

/** Where the figure lies on the scale on which traits work, by year. */
function scaleValues(model: IndicatorModel, area: InventedArea, random: () => number): readonly number[] {
  const start =
    model.kind === "percent"
      ? logOdds(model.level)
      : model.kind === "log"
        ? Math.log(model.level)
        : model.level;
  const lasting = (model.spread ?? 0.3) * normal(random);
  let swing = 0;
  return area.traits.map((traits, i) => {
    swing = 0.6 * swing + (model.swing ?? 0.04) * normal(random);
    return start + pull(model, traits) + lasting + swing + (model.shock ?? 0) * shockLeft(years[i]!);
  });
}

function figure(model: IndicatorModel, x: number): number {
  const plain = model.kind === "percent" ? 100 * logistic(x) : model.kind === "log" ? Math.exp(x) : x;
  const inRange = clamp(plain, model.low ?? Number.NEGATIVE_INFINITY, model.high ?? Number.POSITIVE_INFINITY);
  return Number(inRange.toFixed(model.decimals ?? 1));
}

/** How much of the usual gap between women and men an area has at its level of development. */
const gapLeft = (area: InventedArea): number => clamp(1 - 0.35 * area.traits[0]!.development, 0.2, 1.8);

/** The figures of one indicator and area by year, for both sexes and, where the model says so, by sex. */
export function seriesOf(
  id: string,
  area: InventedArea,
): Readonly<Record<"T" | "F" | "M", readonly number[] | null>> {
  const model = indicatorModels[id]!;
  const random = streamOf(`${id} ${area.code}`);
  if (model.kind === "binary")
    return { T: existence(model.level, model, area, random).map(Number), F: null, M: null };
  const exists =
    typeof model.zeroUnless === "string"
      ? seriesOf(model.zeroUnless, area).T!.map((value) => value === 1)
      : model.zeroUnless === undefined
        ? years.map(() => true)
        : existence(model.zeroUnless, model, area, random);
  const scale = scaleValues(model, area, random);
  const made = (shift: number) => scale.map((x, i) => (exists[i] ? figure(model, x + shift) : 0));
  if (model.womenApart !== undefined) {
    const gap = model.womenApart * gapLeft(area);
    return { T: made(0), F: made(0.52 * gap), M: made(-0.48 * gap) };
  }
  if (model.womenLess === undefined) return { T: made(0), F: null, M: null };
  // The gap closes with development; women are about half of those counted.
  const gap = model.womenLess * gapLeft(area);
  const [women, men] = [made(gap / 2), made(-gap / 2)];
  const both = women.map((value, i) => Number((0.48 * value + 0.52 * men[i]!).toFixed(model.decimals ?? 1)));
  return { T: both, F: women, M: men };
}

/** Surveys that poorer areas cannot afford every year: the years between them by tier. */
const surveyEvery: Readonly<Record<string, readonly number[]>> = {
  ISI_O_POV: [1, 1, 2, 3],
  ISI_O_GINI: [1, 1, 2, 3],
  OASI_O_POV: [1, 1, 2, 3],
  SRSI_O_TRN: [1, 2, 2, 3],
  JSI_O_OCCSEG: [1, 1, 2, 2],
};
const estimatedInPoorAreas = new Set(["WSI_O_FAT", "WSI_O_HRS", "EPSI_O_REG", "ISI_O_WAGESH", "WSI_O_COV"]);
const silentLaws = new Set(["EPSI_I_NOT", "JSI_I_PAR", "SRSI_P_VT", "WSI_P_COM"]);

const absent = (missing: string, status: string, note = ""): Cell => ({ value: null, missing, status, note });

/** The figure of a cell, or the reason why there is none. */
export function cellOf(id: string, area: InventedArea, i: number, value: number): Cell {
  const year = years[i]!;
  const random = streamOf(`cell ${id} ${area.code} ${year}`);
  const every = surveyEvery[id]?.[area.tier] ?? 1;
  if ((year + area.code.charCodeAt(2)) % every !== 0)
    return absent("not-collected", "L", `Collected every ${every} years.`);
  if ((id === "RSI_O_UD" || id === "RSI_O_UDC") && seriesOf("RSI_I_LAW", area).T![i] === 0)
    return absent("not-applicable", "M", "No independent unions are permitted.");
  if (id === "WSI_O_FAT" && area.isSmall && random() < 0.5)
    return absent("suppressed", "Q", "Fewer than five cases.");
  if (silentLaws.has(id) && area.tier === 3 && streamOf(`silent ${id} ${area.code}`)() < 0.4)
    return absent("not-stated", "O", "The text of the law does not say.");
  if (indicatorModels[id]!.kind !== "binary" && random() < [0.004, 0.01, 0.02, 0.04][area.tier]!)
    return absent("missing", "O");
  if (indicatorModels[id]!.kind === "binary") return { value, missing: "", status: "A", note: "" };
  if (year === lastYear || (year === lastYear - 1 && area.tier >= 2))
    return { value, missing: "", status: "P", note: "" };
  if (estimatedInPoorAreas.has(id) && area.tier >= 2)
    return {
      value,
      missing: "",
      status: "E",
      note: random() < 0.1 ? "Estimated from a regional survey." : "",
    };
  return { value, missing: "", status: "A", note: "" };
}

/** Persons are drawn in clusters: the variance is twice that of as many drawn one by one. */
const designEffect = 2;

/** Standard error of a figure from a survey, in its unit; women and men are half of the survey each. */
export function standardError(id: string, area: InventedArea, sex: "T" | "F" | "M", value: number): string {
  const { surveySize, surveyError, decimals } = indicatorModels[id]!;
  if (surveySize === undefined) return "";
  const size = surveySize[area.tier]! * (sex === "T" ? 1 : 0.5);
  const error =
    surveyError === undefined
      ? Math.sqrt((designEffect * Math.max(value, 0.5) * (100 - Math.min(value, 99.5))) / size)
      : surveyError * Math.sqrt(10_000 / size);
  return error.toFixed((decimals ?? 1) + 1);
}

/**
 * The table of simulated observations (columns of the long form), sorted by indicator, area, period, sex.
 * Figures of both sexes for all, of women and men for the indicators whose models have a gap.
 */
export function simulatedIndicators(): string {
  const catalogue = JSON.parse(
    readFileSync(new URL("../definitions/indicators.json", import.meta.url), "utf8"),
  ) as { readonly indicators: readonly { readonly id: string; readonly unit: string }[] };
  const lines = ["area,indicator,period,value,missing,source,unit,sex,status,note,standard_error"];
  const all = inventedAreas();
  for (const { id, unit } of catalogue.indicators)
    for (const area of all) {
      // The figure of women is an indicator and a breakdown of another: one figure.
      const whole = figureOfWomen[id];
      const series = seriesOf(whole ?? id, area);
      for (const [i, year] of years.entries())
        for (const sex of ["T", "F", "M"] as const) {
          const values = whole === undefined ? series[sex] : sex === "T" ? series.F : null;
          if (values === null) continue;
          const { value, missing, status, note } = cellOf(whole ?? id, area, i, values[i]!);
          const error = value === null ? "" : standardError(whole ?? id, area, sex, value);
          lines.push(
            [
              area.code,
              id,
              year,
              value ?? "",
              missing,
              "Socle simulation",
              unit,
              sex,
              status,
              note,
              error,
            ].join(","),
          );
        }
    }
  return `${lines.join("\n")}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = fileURLToPath(new URL("indicators-simulated.csv", import.meta.url));
  writeFileSync(file, simulatedIndicators());
}
