// The declaration of an edition and the texts of its files: what a survey manager would bring.

import type { StudyDesign, StudyEdition, StudyFile } from "#records";
import type { Item } from "./items.ts";

/** A file of an edition as it is declared. */
export type FileDeclaration = Pick<StudyFile, "name" | "unit" | "key" | "parent" | "knownTotals"> & {
  readonly file: string;
  readonly design: Pick<StudyDesign, "clusters" | "strata" | "weights" | "fpc">;
};

export type EditionTexts = Pick<StudyEdition, "state" | "from" | "changes"> & {
  readonly files: readonly FileDeclaration[];
  readonly items: readonly Item[];
};

/** Cells of tables with fewer cases are withheld. */
export const minimumCases = 5;

/** `edition.json`: the declaration with the whole dictionary. */
export const editionJson = ({ state, from, changes, files, items }: EditionTexts): string =>
  jsonText({ state, from, changes, minimumCases, files, variables: items.map(variableOf) });

function variableOf(item: Item) {
  const { file, name, label, kind, concept, question, universe, unit, answers, place, forTables, note } =
    item;
  return {
    file,
    name,
    label,
    kind,
    concept,
    question,
    universe: universe.text,
    unit,
    categories: answers,
    place: place === null ? null : { dimension: place[0], angle: place[1], nature: place[2] },
    forTables,
    note,
  };
}

const width = 110;

/** JSON as the project's formatter leaves it: on one line what fits there, else a line for each part. */
export const jsonText = (value: unknown): string => `${laidOut(value, 0, 0)}\n`;

function laidOut(value: unknown, indent: number, before: number): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const line = onOneLine(value);
  // The whole document and what holds it are shown part by part, and a comma may follow.
  if (indent > 0 && before + line.length + 1 <= width) return line;
  const margin = " ".repeat(indent + 2);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const parts = Array.isArray(value)
    ? value.map((part) => laidOut(part, indent + 2, indent + 2))
    : Object.entries(value).map(([key, part]) => {
        const name = `${JSON.stringify(key)}: `;
        return name + laidOut(part, indent + 2, indent + 2 + name.length);
      });
  return `${open}\n${margin}${parts.join(`,\n${margin}`)}\n${" ".repeat(indent)}${close}`;
}

function onOneLine(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(", ")}]`;
  const parts = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${onOneLine(part)}`);
  return parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
}

export type Cell = string | number;

/** Rows as CSV, in the order of the items; an empty cell where a question was not put. */
export function csvOf(items: readonly Item[], rows: readonly Readonly<Record<string, Cell>>[]): string {
  const names = items.map(({ name }) => name);
  const lines = rows.map((row) => names.map((name) => row[name] ?? "").join(","));
  return `${[names.join(","), ...lines].join("\n")}\n`;
}
