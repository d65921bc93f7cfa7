import type { StudyFile } from "#records";
import type { CountedColumn } from "#sources";
import type { DescribedColumn } from "#store";
import type { Effects } from "../../effects.ts";
import type { MicrodataReading } from "../read-microdata.ts";

const asNumber = (value: DescribedColumn["min"]): number | null => (typeof value === "number" ? value : null);

/** The own columns of a file as they were laid down, counted, with what the file brought says of them. */
export async function countedColumns(
  effects: Effects,
  file: Pick<StudyFile, "name" | "data" | "rows">,
  given: Pick<MicrodataReading, "names" | "labels">,
): Promise<readonly CountedColumn[]> {
  const described = await effects.store.microdata.describe(file.data, given.names);
  return described.map((column): CountedColumn => {
    const labels = given.labels.get(column.name);
    return {
      file: file.name,
      name: column.name,
      holds: column.type,
      rows: file.rows,
      missing: column.nulls,
      distinct: column.distinct,
      values: column.top.map(({ value, count }) => ({ code: value, count })),
      min: asNumber(column.min),
      max: asNumber(column.max),
      whole: column.whole,
      label: labels?.label ?? null,
      valueLabels: labels?.valueLabels ?? [],
      missingCodes: labels?.missingCodes ?? [],
    };
  });
}
