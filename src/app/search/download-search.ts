// The results of a search as a file, with the exact query, the date and the address that asks it again.

import { createHash } from "node:crypto";
import { permission } from "#access";
import { fail, type Language, ok, problem, type Result } from "#kernel";
import { type BibliographicRecord, type Evaluation, emptyBibliographicRecord, type Origin } from "#records";
import { writeRis } from "#sources";
import { mostTaken, type PassageHits, searchTextProblem } from "#store";
import { type Cell, type DownloadTable, oneBatch } from "../downloads/download-table.ts";
import type { ColumnWord } from "../downloads/words.data.ts";
import { writeDownload } from "../downloads/write-download.ts";
import type { Effects } from "../effects.ts";
import { readableTiers } from "../readable.ts";
import type { Download, RouteUseCase } from "../use-case.ts";
import { downloadWords } from "./download-words.data.ts";
import { kindWords } from "./feed-words.data.ts";
import { evaluationQuestion, filtersIn, passageQuestion, questionAddress } from "./search-input.ts";

type Asked = {
  readonly room: "passages" | "evaluations";
  readonly text: string;
  readonly understood: string;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly sort: string;
  readonly address: string;
  readonly total: number;
  readonly more: boolean;
  readonly at: string;
};

type Format = "ris" | "csv" | "xlsx" | "json";

export const downloadPassages: RouteUseCase<"downloadPassages"> = async (effects, actor, input) => {
  const allowed = permission(actor, "evaluation.download");
  if (!allowed.ok) return allowed;
  const wrong = searchTextProblem(input.q);
  if (wrong) return fail(wrong);
  const found = await effects.store.catalogue.passages.search({
    ...passageQuestion(input),
    unmarked: true,
    most: mostTaken,
    facets: [],
    tiers: readableTiers(actor),
    limit: mostTaken,
    offset: 0,
  });
  const filters = filtersIn(input);
  const asked: Asked = {
    room: "passages",
    text: input.q,
    understood: found.understood,
    filters,
    sort: input.sort ?? "relevance",
    address: `${effects.address}/evidence/search${questionAddress("q", input.q, filters, { sort: input.sort })}`,
    total: found.total,
    more: found.more,
    at: effects.now(),
  };
  const origins = [...new Set(found.hits.map(({ origin }) => origin))];
  const { lang } = input;
  if (input.format === "ris")
    return risOf(
      asked,
      found.hits.map((hit) => passageReference(effects, hit, asked, lang)),
      lang,
    );
  return tableOf(
    asked,
    origins,
    input.format,
    lang,
    passageColumns,
    found.hits.map((hit) => passageRow(effects, hit)),
  );
};

export const downloadEvaluations: RouteUseCase<"downloadEvaluations"> = async (effects, actor, input) => {
  const allowed = permission(actor, "evaluation.download");
  if (!allowed.ok) return allowed;
  const text = input.text ?? "";
  const wrong = searchTextProblem(text, "evaluations");
  if (wrong) return fail(wrong);
  const found = await effects.store.catalogue.evaluations.list({
    ...evaluationQuestion(input),
    facets: [],
    tiers: readableTiers(actor),
    limit: mostTaken,
    offset: 0,
  });
  const filters = filtersIn(input);
  const asked: Asked = {
    room: "evaluations",
    text,
    understood: found.understood,
    filters,
    sort: input.sort ?? "relevance",
    address: `${effects.address}/evidence${questionAddress("text", text, filters, { sort: input.sort })}`,
    total: found.total,
    more: found.total > mostTaken,
    at: effects.now(),
  };
  const origins = [...new Set(found.evaluations.map(({ origin }) => origin))];
  const { lang } = input;
  if (input.format === "ris")
    return risOf(
      asked,
      found.evaluations.map((record) => evaluationReference(effects, record, asked, lang)),
      lang,
    );
  return tableOf(
    asked,
    origins,
    input.format,
    lang,
    evaluationColumns,
    found.evaluations.map((record) => evaluationRow(effects, record)),
  );
};

type Hit = PassageHits["hits"][number];
const passageAddress = (effects: Effects, { passage }: Hit) =>
  `${effects.address}/evidence/reports/${passage.source}?passage=${encodeURIComponent(passage.id)}`;
const evaluationAddress = (effects: Effects, id: string) =>
  `${effects.address}/evidence/evaluations/${encodeURIComponent(id)}`;

const passageColumns = [
  "passage",
  "kind",
  "label",
  "text",
  "heading",
  "page",
  "language",
  "evaluation",
  "title",
  "year",
  "countries",
  "origin",
  "score",
  "address",
] as const;
const passageRow = (effects: Effects, hit: Hit): readonly Cell[] => [
  hit.passage.id,
  hit.passage.kind,
  hit.passage.label,
  hit.passage.text,
  hit.passage.heading,
  hit.passage.page,
  hit.passage.language,
  hit.evaluation,
  hit.title,
  hit.year,
  hit.countries.join("; "),
  hit.origin,
  hit.score,
  passageAddress(effects, hit),
];
const evaluationColumns = [
  "evaluation",
  "title",
  "language",
  "year",
  "type",
  "timing",
  "nature",
  "status",
  "region",
  "countries",
  "themes",
  "donor",
  "symbol",
  "summary",
  "origin",
  "address",
] as const;
const evaluationRow = (effects: Effects, record: Evaluation): readonly Cell[] => [
  record.id,
  record.title,
  record.language,
  record.year,
  record.type,
  record.timing,
  record.nature,
  record.status,
  record.region,
  record.countries.join("; "),
  record.themes.join("; "),
  record.donor,
  record.symbol,
  record.summary,
  record.origin,
  evaluationAddress(effects, record.id),
];

/** The search in one sentence, as every reference carries it. */
const sentence = (asked: Asked, language: Language): string =>
  downloadWords.found[language]
    .replace("{date}", asked.at.slice(0, 10))
    .replace("{query}", asked.understood || "*")
    .replace("{filters}", filterText(asked) || "-")
    .replace("{address}", asked.address);
const filterText = ({ filters }: Asked): string =>
  Object.entries(filters)
    .map(([field, values]) => `${field}: ${values.join(", ")}`)
    .join("; ");

const passageReference = (
  effects: Effects,
  hit: Hit,
  asked: Asked,
  language: Language,
): BibliographicRecord => ({
  ...emptyBibliographicRecord,
  type: "report",
  key: hit.passage.id,
  title: hit.title ?? hit.passage.heading ?? kindWords[hit.passage.kind][language],
  year: hit.year,
  date: hit.year === null ? null : String(hit.year),
  abstract: hit.passage.text,
  language: hit.passage.language,
  urls: [passageAddress(effects, hit)],
  pages: hit.passage.page === null ? null : String(hit.passage.page),
  keywords: [kindWords[hit.passage.kind][language], ...hit.countries],
  notes: [sentence(asked, language)],
});

const evaluationReference = (
  effects: Effects,
  record: Evaluation,
  asked: Asked,
  language: Language,
): BibliographicRecord => ({
  ...emptyBibliographicRecord,
  type: "report",
  key: record.id,
  title: record.title,
  authors: record.evaluators,
  year: record.year,
  date: record.year === null ? null : String(record.year),
  abstract: record.summary,
  language: record.language,
  urls: [evaluationAddress(effects, record.id), ...(record.link === null ? [] : [record.link])],
  number: record.printedId,
  keywords: [...record.themes, ...record.countries],
  notes: [sentence(asked, language)],
});

const fileName = (asked: Asked) => `socle-${asked.room}-${asked.at.slice(0, 10)}`;

function risOf(
  asked: Asked,
  references: readonly BibliographicRecord[],
  language: Language,
): Result<Download> {
  if (references.length === 0)
    return fail(
      problem("app.nothing-found", `${downloadWords.nothing[language]} ${sentence(asked, language)}`),
    );
  const bytes = new TextEncoder().encode(writeRis(references));
  return ok({
    fileName: `${fileName(asked)}.ris`,
    mediaType: "application/x-research-info-systems",
    stream: (async function* () {
      yield bytes;
    })(),
  });
}

function tableOf(
  asked: Asked,
  origins: readonly Origin[],
  format: Exclude<Format, "ris">,
  language: Language,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): Result<Download> {
  const word = (key: keyof typeof downloadWords) => downloadWords[key][language];
  const table: DownloadTable = {
    name: asked.room,
    columns: columns.map((name) => ({ name, meaning: `search_${name}` as ColumnWord })),
    rowCount: rows.length,
    batches: oneBatch(rows),
  };
  const title = `${word(asked.room)}${asked.understood ? `: ${asked.understood}` : ""}`;
  const about = {
    id: fileName(asked),
    title,
    version: asked.at,
    // Where several worlds meet, the least real one is what a reader must know first.
    origin: (["simulated", "invented", "real"] as const).find((one) => origins.includes(one)) ?? "real",
    citation: {
      title,
      publisher: "Socle",
      issued: asked.at.slice(0, 4),
      url: asked.address,
      retrieved: asked.at.slice(0, 10),
    },
    licence: word("licence"),
    caveats: [
      `${word("query")} ${asked.text || "-"}`,
      `${word("understood")} ${asked.understood || "-"}`,
      `${word("filters")} ${filterText(asked) || "-"}`,
      `${word("sort")} ${asked.sort}`,
      `${word("number")} ${asked.more ? "> " : ""}${asked.total}; ${rows.length}`,
      `${word("address")} ${asked.address}`,
      ...(asked.more ? [word("more")] : []),
      ...(origins.length > 1 ? [word("origins")] : []),
      word("quotation"),
    ],
    checksum: createHash("sha256").update(JSON.stringify(rows)).digest("hex"),
    madeAt: asked.at,
  };
  return writeDownload({ about, tables: [table] }, format, language);
}
