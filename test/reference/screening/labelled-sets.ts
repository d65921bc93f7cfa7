// The nine labelled sets and what another program made of them, where the reference folder is present.

import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "csv-parse/sync";
import type { RankedText } from "#statistics";

const project = resolve(import.meta.dirname, "../../..");
const folder = resolve(project, process.env["SOCLE_REFERENCE"] ?? "../shared/reference", "screening");

export const isAbsent = !existsSync(resolve(folder, "README.md"));
export const refused = isAbsent && process.env["CI"] === "true";
export const where = `nothing at ${folder}: set SOCLE_REFERENCE`;

export const setNames = [
  "Chou_2004",
  "Donners_2021",
  "Jeyaraman_2020",
  "Meijboom_2021",
  "Menon_2022",
  "Nelson_2002",
  "Oud_2018",
  "Sep_2021",
  "van_der_Valk_2021",
] as const;

export const labelledFile = (set: string) => resolve(folder, "synergy", `${set}.csv`);

export const referenceJson = <T>(name: string): T =>
  JSON.parse(readFileSync(resolve(folder, name), "utf8")) as T;

export function labelledSet(set: string): {
  readonly ids: readonly string[];
  readonly texts: readonly RankedText[];
  readonly labels: readonly boolean[];
} {
  const rows: Record<"record_id" | "title" | "abstract" | "label_included", string>[] = parse(
    readFileSync(labelledFile(set)),
    { columns: true },
  );
  return {
    ids: rows.map((row) => row.record_id),
    texts: rows.map(({ title, abstract }) => ({ title, abstract })),
    labels: rows.map((row) => row.label_included === "1"),
  };
}
