// The lessons a list shows as a file, with the question, the date and what must be known to use them.

import { permission } from "#access";
import { type LessonFieldName, lessonFieldNames, type Origin } from "#records";
import { type ListedLesson, lessonFacets } from "#store";
import { canonicalJson, sha256Of } from "../canonical-json.ts";
import { type Cell, type DownloadTable, oneBatch } from "../downloads/download-table.ts";
import { writeDownload } from "../downloads/write-download.ts";
import type { RouteUseCase } from "../use-case.ts";
import { lessonDownloadWords } from "./download-words.data.ts";
import { lessonFilterOf } from "./read-lessons.ts";

/** More go out as several downloads by filter. */
const most = 50_000;

const columns = [
  ["lesson", "lesson_id"],
  ["kind", "lesson_kind"],
  ["number", "search_label"],
  ["text", "search_text"],
  ["heading", "search_heading"],
  ["page", "search_page"],
  ["language", "search_language"],
  ["status", "lesson_status"],
  ["nature", "lesson_nature"],
  ["factor", "lesson_factor"],
  ["branches", "lesson_branches"],
  ["populations", "lesson_populations"],
  ["themes", "search_themes"],
  ["decided", "lesson_decided"],
  ["transferability", "lesson_transferability"],
  ...lessonFieldNames.map((name): readonly [LessonFieldName, "lesson_field"] => [name, "lesson_field"]),
  ["evaluation", "search_evaluation"],
  ["title", "search_title"],
  ["year", "search_year"],
  ["region", "lesson_region"],
  ["countries", "search_countries"],
  ["origin", "search_origin"],
  ["address", "search_address"],
] as const;

const rowOf = ({ record, place }: ListedLesson, address: string): readonly Cell[] => [
  record.id,
  record.kind,
  record.number,
  record.text,
  record.heading,
  record.page,
  record.language,
  record.status,
  record.nature?.value ?? null,
  record.factor?.value ?? null,
  record.branches.map(({ value }) => value).join("; "),
  record.populations.map(({ value }) => value).join("; "),
  record.themes.join("; "),
  Object.keys(record.decisions).join("; "),
  record.transferability?.printed ?? null,
  ...lessonFieldNames.map((name) => record.fields[name]?.printed ?? null),
  place.evaluation,
  place.title,
  place.year,
  place.region,
  place.countries.join("; "),
  record.origin,
  `${address}/evidence/lessons/${encodeURIComponent(record.id)}`,
];

export const downloadLessons: RouteUseCase<"downloadLessons"> = async (effects, actor, input) => {
  const allowed = permission(actor, "lesson.read");
  if (!allowed.ok) return allowed;
  const { format, in: language, sort, ...asked } = input;
  const word = (key: keyof typeof lessonDownloadWords) => lessonDownloadWords[key][language];
  const filter = lessonFilterOf(actor, asked);
  const { total, items } = await effects.store.catalogue.lessons.list(filter, {
    sort,
    limit: most,
    offset: 0,
  });
  const rows = items.map((item) => rowOf(item, effects.address));
  const question = new URLSearchParams();
  for (const name of ["text", "evaluation", "document", ...lessonFacets] as const) {
    const value = filter[name];
    if (value !== undefined) question.set(name, typeof value === "string" ? value : value.join(","));
  }
  const at = effects.now();
  const origins = [...new Set(items.map(({ record }) => record.origin))];
  const table: DownloadTable = {
    name: "lessons",
    columns: columns.map(([name, meaning]) => ({ name, meaning })),
    rowCount: rows.length,
    batches: oneBatch(rows),
  };
  const address = `${effects.address}/evidence/lessons${question.size > 0 ? `?${question}` : ""}`;
  return writeDownload(
    {
      about: {
        id: `socle-lessons-${at.slice(0, 10)}`,
        title: word("title"),
        version: at,
        // Where several worlds meet, the least real one is what a reader must know first.
        origin:
          (["simulated", "invented", "real"] as const).find((one: Origin) => origins.includes(one)) ?? "real",
        citation: {
          title: word("title"),
          publisher: "Socle",
          issued: at.slice(0, 4),
          url: address,
          retrieved: at.slice(0, 10),
        },
        licence: word("licence"),
        caveats: [
          `${word("filters")} ${[...question].map(([name, value]) => `${name}: ${value}`).join("; ") || "-"}`,
          `${word("number")} ${total}`,
          word("proposals"),
          ...(origins.length > 1 ? [word("origins")] : []),
          word("quotation"),
        ],
        checksum: sha256Of(canonicalJson(rows)),
        madeAt: at,
      },
      tables: [table],
    },
    format,
    language,
  );
};
