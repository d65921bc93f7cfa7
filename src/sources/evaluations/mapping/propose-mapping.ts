import type { DateOrder, WorkbookTable } from "#documents";
import { type Problem, problem } from "#kernel";
import { currencyOf } from "./cell-values.ts";
import { type ColumnContent, columnContents, type Fit, fitOf } from "./column-content.ts";
import { headerScore } from "./header-score.ts";
import type { FieldMapping, FieldProposal, MappingProposal, Separator } from "./mapping.ts";
import { mappingVersion } from "./mapping.ts";
import { fieldOf, type MappingFieldId, mappingFieldIds } from "./mapping-fields.ts";
import { proposeValues } from "./propose-values.ts";
import { beforeParenthesis, lookupOf, meaningOf, type VocabularyTerms } from "./value-lookup.ts";

type Candidate = {
  readonly field: MappingFieldId;
  readonly content: ColumnContent;
  readonly confidence: number;
  readonly reason: string;
};

/** Below this nothing is proposed; it stands among the alternatives. */
const threshold = 0.5;
const fewest = 0.2;

/** Fields that a column shows by what it holds, whatever it is called. */
const toldByContent: ReadonlySet<MappingFieldId> = new Set([
  "year",
  "timing",
  "region",
  "countries",
  "reportLanguages",
  "links",
  "symbols",
]);

function candidate(field: MappingFieldId, content: ColumnContent, terms: VocabularyTerms): Candidate | null {
  const header = headerScore(field, content.name);
  if (header.score === 0 && !toldByContent.has(field)) return null;
  const fit: Fit = fitOf(field, content, terms);
  if (header.score === 0) {
    // By content alone only what can hardly be anything else, and never one field of several of its kind.
    if (!fit.isTelling || fit.share < 0.8 || content.texts.length < 3) return null;
    return { field, content, confidence: 0.55 * fit.share, reason: `by its content: ${fit.reason}` };
  }
  const both = header.score * (0.35 + 0.65 * fit.share) * (fit.share < 0.15 ? 0.3 : 1);
  // A name that often means a field, and content that can hardly be anything else, leave little doubt.
  const confidence = fit.isTelling && fit.share >= 0.8 ? Math.max(both, 0.85 * fit.share) : both;
  if (confidence < fewest) return null;
  return { field, content, confidence, reason: `${header.reason}, and ${fit.reason}` };
}

/** Best pairs first; a column fills one field, a field takes one column unless several may share it. */
function assigned(candidates: readonly Candidate[]): ReadonlyMap<MappingFieldId, readonly Candidate[]> {
  const chosen = new Map<MappingFieldId, Candidate[]>();
  const taken = new Set<number>();
  const order = new Map(mappingFieldIds.map((field, i) => [field, i]));
  const sorted = [...candidates].sort(
    (a, b) =>
      b.confidence - a.confidence ||
      order.get(a.field)! - order.get(b.field)! ||
      a.content.column - b.content.column,
  );
  for (const found of sorted) {
    if (found.confidence < threshold || taken.has(found.content.column)) continue;
    const present = chosen.get(found.field) ?? [];
    if (present.length > 0 && !(fieldOf(found.field).isShared && found.confidence >= 0.7)) continue;
    chosen.set(found.field, [...present, found]);
    taken.add(found.content.column);
  }
  return chosen;
}

/** A column can say two things at once: "mid-term" and "thematic" under the one header "type". */
function sharedCodeColumns(chosen: Map<MappingFieldId, readonly Candidate[]>, terms: VocabularyTerms): void {
  for (const [from, to] of [
    ["type", "timing"],
    ["type", "nature"],
    ["timing", "type"],
    ["nature", "type"],
  ] as const) {
    const source = chosen.get(from)?.[0];
    if (source === undefined || chosen.has(to)) continue;
    const lookup = lookupOf(to, terms);
    const share = source.content.share((value) => meaningOf(to, value, lookup).to !== null);
    if (share >= 0.1)
      chosen.set(to, [
        {
          field: to,
          content: source.content,
          confidence: 0.5 + share * 0.3,
          reason: `no column of its own, and ${Math.round(share * 100)} % of the values of the column for ${from} say it`,
        },
      ]);
  }
}

/** Where no column is called a title, names of projects stand for titles; a record needs one. */
function titleOfLastResort(chosen: Map<MappingFieldId, readonly Candidate[]>): void {
  const projects = chosen.get("projects")?.[0];
  if (chosen.has("title") || projects === undefined || projects.content.meanLength < 8) return;
  chosen.set("title", [
    {
      ...projects,
      field: "title",
      confidence: 0.5,
      reason: "no column is called a title; the names of the projects stand for it",
    },
  ]);
}

/** An own identifier is worth most; the project's will do where no two rows share one. */
function idOfLastResort(chosen: Map<MappingFieldId, readonly Candidate[]>): void {
  const symbols = chosen.get("symbols")?.[0];
  if (chosen.has("id") || symbols === undefined) return;
  if (symbols.content.distinctShare < 1 || !/\bid\b/i.test(symbols.content.name)) return;
  chosen.set("id", [
    {
      ...symbols,
      field: "id",
      confidence: 0.5,
      reason: "no identifier of its own; that of the project differs in every row",
    },
  ]);
}

function separatorsFor(field: MappingFieldId, content: ColumnContent): readonly Separator[] {
  const { kind } = fieldOf(field);
  const found = content.separators;
  switch (kind) {
    case "list":
    case "codes":
    case "countries":
    case "languages":
    case "code":
      return found;
    case "symbols":
      return [...found, "slash", "and"];
    case "links":
      return found.filter((separator) => separator !== "comma" || !found.includes("comma-blanks"));
    case "people": {
      // "Arowolo, O." is one person: commas part people only where the pieces are whole names.
      const pieces = content.texts.flatMap((text) => (text.includes(",") ? text.split(/,\s+/) : []));
      const whole = pieces.filter((piece) => /\p{L}{2,}\.? +\S*\p{L}{2,}/u.test(piece)).length;
      return found.filter((separator) => separator !== "comma" || whole > pieces.length * 0.8);
    }
    default:
      return [];
  }
}

/** A table is written by one hand: the order its columns of dates agree upon holds for those that leave it open. */
function orderOf(contents: readonly ColumnContent[]): DateOrder | null {
  const orders = new Set(contents.flatMap(({ dateOrder }) => dateOrder ?? []));
  const [only] = orders;
  return orders.size === 1 && only !== undefined && only !== "mixed" ? only : null;
}

function fieldMapping(
  field: MappingFieldId,
  columns: readonly Candidate[],
  values: FieldProposal["values"],
  tableOrder: DateOrder | null,
): FieldMapping {
  const contents = columns.map(({ content }) => content);
  const separators = contents.flatMap((content) => separatorsFor(field, content));
  const isDate = fieldOf(field).kind === "date";
  const order = isDate ? contents[0]!.dateOrder : null;
  const stated = /[([]\s*([^)\]]{1,20})\s*[)\]]|\b([A-Z]{3}|US\$)$/.exec(contents[0]!.name);
  return {
    field,
    columns: contents.map(({ name }) => name),
    separators: (["newline", "semicolon", "bar", "comma-blanks", "comma", "slash", "and"] as const).filter(
      (separator) => separators.includes(separator),
    ),
    values: values
      .filter(({ to, missing }) => to !== null || missing !== null)
      .map(({ value, to, missing, isPrefix }) => ({
        from: isPrefix ? (beforeParenthesis(value) ?? value) : value,
        isPrefix,
        to,
        missing,
      })),
    dateOrder: order === "mixed" ? null : isDate ? (order ?? tableOrder) : null,
    currency: fieldOf(field).kind === "money" ? currencyOf(stated?.[1] ?? stated?.[2] ?? "") : null,
  };
}

/** The first words of a name, as they can begin an identifier. */
const prefixOf = (name: string): string =>
  /^[a-z0-9]{1,15}(?:-[a-z0-9]+)?(?=-|$)/
    .exec(
      name
        .normalize("NFD")
        .replace(/\p{M}/gu, "")
        .toLowerCase()
        .replace(/\.[a-z]+$/, "")
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-+|-+$/g, ""),
    )?.[0]
    .slice(0, 24)
    .replace(/-$/, "") ?? "registry";

/**
 * Proposes how a foreign table of evaluations fills our records: for each field the column, by its name in
 * four languages and by what its cells hold, with a confidence and a reason a person can read; what parts
 * several values in a cell; and which foreign value means which code. What is not clear is left open with its
 * count, never guessed.
 *
 * @param table one sheet as it was read
 * @param source what the source is called; its short form begins the identifiers
 * @param terms of editable vocabularies: their labels count as words for their codes
 * @returns a mapping that can be applied as it stands, and what a person needs to judge it
 * @limits Columns are told by at most 2,000 filled cells each.
 */
export function proposeMapping(
  table: WorkbookTable,
  source: string,
  terms: VocabularyTerms = {},
): MappingProposal {
  const contents = columnContents(table);
  const candidates = mappingFieldIds.flatMap((field) =>
    contents.flatMap((content) => candidate(field, content, terms) ?? []),
  );
  const chosen = new Map(assigned(candidates));
  titleOfLastResort(chosen);
  idOfLastResort(chosen);
  sharedCodeColumns(chosen, terms);
  const rows = table.rows.length;
  const fields = mappingFieldIds.flatMap((field): readonly FieldProposal[] => {
    const columns = chosen.get(field);
    if (columns === undefined) return [];
    const first = columns[0]!;
    return [
      {
        field,
        columns: columns.map(({ content }) => content.name),
        confidence: Math.round(first.confidence * 100) / 100,
        reason: first.reason,
        alternatives: alternativesOf(field, columns, candidates),
        values: proposeValues(
          field,
          columns.map(({ content }) => content),
          table,
          terms,
          [...chosen]
            .filter(([other, [top]]) => other !== field && top?.content === first.content)
            .map(([other]) => other),
        ),
      },
    ];
  });
  const used = new Set(fields.flatMap(({ columns }) => columns));
  return {
    mapping: {
      version: mappingVersion,
      source,
      prefix: prefixOf(source),
      sheet: table.sheet,
      header: table.header.map(({ name }) => name),
      fields: fields.map(({ field, values }) =>
        fieldMapping(field, chosen.get(field)!, values, orderOf(contents)),
      ),
      leftOut: [],
    },
    fields,
    unused: contents
      .filter(({ name }) => !used.has(name))
      .map(({ name, texts }) => ({
        column: name,
        filled: texts.length,
        examples: [...new Set(texts)].slice(0, 3).map((text) => text.slice(0, 80)),
      })),
    problems: chosen.has("title") ? [] : [noTitle(table, rows)],
  };
}

function alternativesOf(
  field: MappingFieldId,
  columns: readonly Candidate[],
  candidates: readonly Candidate[],
): FieldProposal["alternatives"] {
  return candidates
    .filter((other) => other.field === field && !columns.some(({ content }) => content === other.content))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, 3)
    .map(({ content, confidence, reason }) => ({
      column: content.name,
      confidence: Math.round(confidence * 100) / 100,
      reason,
    }));
}

/** The one problem that makes every row useless, said once. */
export function noTitle(table: WorkbookTable, rows: number): Problem {
  return problem(
    "evaluations.mapping-no-title",
    `No column holds the titles of the evaluations, so none of the ${rows} rows can become a record: without a title one cannot be told from another. The columns are: ${table.header
      .map(({ name }) => name)
      .join(", ")
      .slice(0, 400)}. Choose one of them, or add a column "title".`,
    { ...(table.sheet === null ? {} : { sheet: table.sheet }), row: table.headerRow },
  );
}
