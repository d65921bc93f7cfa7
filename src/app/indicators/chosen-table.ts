// The table of chosen values: what the selection is as a file. It is written by the importer like any other
// table, so that a chosen value has a file and a cell; its columns say which observation it is.

import type { ObservationKey, ObservationLayout } from "#records";
import type { CandidateObservation, Selection } from "#securities";

/** Columns beyond those of every observation; attributes of the release, by which the original is found. */
const ownAttributes = ["SERIES", "RELEASE", "OBSERVED_PERIOD", "CHOSEN_BY"] as const;

const fixed = [
  "area",
  "indicator",
  "period",
  "sex",
  "source",
  "value",
  "missing",
  "unit",
  "status",
  "note",
] as const;

const cellText = (value: string | number | null | undefined): string => {
  if (value === null || value === undefined) return "";
  const text = String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const ownName = (name: string): boolean => (ownAttributes as readonly string[]).includes(name);

/** Attributes of the originals that go along, such as standard errors; in the order of their names. */
const carriedAttributes = (taken: readonly CandidateObservation[]): readonly string[] =>
  [...new Set(taken.flatMap(({ attributes }) => Object.keys(attributes)))]
    .filter((name) => !ownName(name))
    .sort();

/**
 * The table as CSV, the same bytes for the same selection, and how the importer reads it. The period is the
 * reference year; the year a value is of stands in OBSERVED_PERIOD.
 */
export function chosenTable({ cells }: Selection): {
  readonly csv: string;
  readonly layout: ObservationLayout;
} {
  const carried = carriedAttributes(cells.flatMap(({ taken }) => (taken === null ? [] : [taken])));
  const header = [...fixed, ...ownAttributes, ...carried];
  const lines = cells.map((cell) => {
    const { taken } = cell;
    return [
      ...[cell.area, cell.indicator, cell.year, cell.sex, taken?.source ?? ""],
      ...[cell.value, cell.value === null ? cell.missing : "", cell.unit, taken?.status, taken?.note],
      ...[taken?.indicator, taken?.release, taken?.period, cell.why],
      ...carried.map((name) => taken?.attributes[name]),
    ]
      .map(cellText)
      .join(",");
  });
  const column = (name: (typeof fixed)[number]) => ({ column: name });
  return {
    csv: `${[header.map(cellText).join(","), ...lines].join("\n")}\n`,
    layout: {
      dialect: { delimiter: ",", quote: '"', encoding: "utf-8" },
      header,
      shape: "long",
      area: column("area"),
      indicator: column("indicator"),
      period: column("period"),
      source: column("source"),
      unit: column("unit"),
      unitMultiplier: { constant: null },
      sex: column("sex"),
      status: column("status"),
      missing: column("missing"),
      notes: ["note"],
      value: "value",
      wide: [],
      measures: [],
      breakdowns: [],
      attributes: [...ownAttributes, ...carried].map((name) => ({ attribute: name, column: name })),
      missingTexts: {},
      actionColumn: null,
      labelled: false,
    },
  };
}

/** The observation a chosen one was taken from; null for one that was not chosen from others. */
export function originalOf(chosen: {
  readonly attributes: Readonly<Record<string, string>>;
  readonly area: string;
  readonly source: string;
  readonly sex: string;
}): ObservationKey | null {
  const { SERIES: indicator, RELEASE: release, OBSERVED_PERIOD: period, CHOSEN_BY } = chosen.attributes;
  if (!indicator || !release || !period || !CHOSEN_BY) return null;
  return {
    release,
    indicator,
    area: chosen.area,
    period,
    source: chosen.source,
    sex: chosen.sex,
    breakdowns: {},
  };
}
