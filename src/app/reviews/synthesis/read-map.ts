// A map of the evidence, what stands in one of its cells, and the map as a file.

import { fail, ok, problem, type Result } from "#kernel";
import {
  evidenceMap,
  itemsOfCell,
  mapFields,
  memberParts,
  type ReviewState,
  standingProtocol,
  startingAxes,
} from "#reviews";
import { readableSources } from "../../readable.ts";
import type { RouteReply, RouteUseCase } from "../../use-case.ts";
import { csvFile } from "../csv-file.ts";
import { knownReview } from "../known-review.ts";
import { labelOf, type ShownField, wordOf } from "./map-labels.ts";
import { mapPage } from "./map-page.ts";
import { sayOfMap } from "./map-words.data.ts";
import { needFor, releasesFor } from "./need-of-release.ts";
import { filterOf, type Reader, sentenceOf, shownSupport, titleOf } from "./shown-synthesis.ts";

type Field = ReturnType<typeof evidenceMap>["rows"];

const shownField = (state: ReviewState, { id, label, values }: Field): ShownField => ({
  id,
  label: label && { ...label },
  values: values.map((value) => ({
    id: value.id,
    label: value.label ? { ...value.label } : labelOf(state, id, value.id),
  })),
});

const plain = (fields: ReturnType<typeof mapFields>): RouteReply<"reviewMap">["fields"] =>
  fields.map(({ id, label }) => ({ id, label: label && { ...label } }));

/** A field that is none of this review, all at once. */
function knownFields(state: ReviewState, asked: readonly string[]): Result<null> {
  const known = mapFields(state).map(({ id }) => id);
  const wrong = asked.filter((field) => !known.includes(field));
  return wrong.length === 0
    ? ok(null)
    : fail(
        problem(
          "reviews.synthesis-unknown",
          `A map of this review cannot stand on "${wrong.join(`", "`)}". Choose among ${known.join(", ")}.`,
          { field: "rows" },
        ),
      );
}

/** First and last date of the searches, as far as they are stated. */
export function searchedBetween(state: ReviewState): { first: string; last: string } | null {
  const dates = [...state.records.searches.values()].flatMap(({ search: { date } }) => date ?? []).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}

/** Fields with few enough values to choose from a list. */
const filterFields = [
  "region",
  "branch",
  "question",
  "type",
  "timing",
  "nature",
  "completed",
  "theme",
  "finding-kind",
];

export const reviewMap: RouteUseCase<"reviewMap"> = async (effects, actor, input) => {
  const known = await knownReview(effects, actor, input.id);
  if (!known.ok) return known;
  const { state, me } = known.value;
  const begin = input.rows && input.columns ? null : startingAxes(state);
  const rows = input.rows ?? (input.columns ? "region" : begin?.rows) ?? "region";
  const columns = input.columns ?? (input.rows ? "branch" : begin?.columns) ?? "branch";
  const fit = knownFields(state, [rows, columns]);
  if (!fit.ok) return fit;
  const filter = filterOf(input.where);
  const map = evidenceMap(state, rows, columns, filter);
  const parts = me === null ? [] : memberParts(state, me);
  const protocol = standingProtocol(state);
  const answer = {
    unit: protocol?.protocol.unit ?? ("report" as const),
    mayKeep: parts.includes("owner") || parts.includes("coder"),
    mayLeaveOut: parts.includes("owner"),
    fields: plain(mapFields(state)),
    rows: shownField(state, map.rows),
    columns: shownField(state, map.columns),
    cells: map.cells.map((cell) => ({ ...cell, reports: [...cell.reports] })),
    items: map.items,
    of: map.of,
    notStated: map.notStated,
    filters: filterFields
      .map((field) => shownField(state, evidenceMap(state, field, field).rows))
      .filter(({ values }) => values.length > 0),
    leftOut: [...state.synthesis.leftOut].map(([field, { values, reason }]) => ({
      field,
      values: [...values],
      reason,
    })),
    kept: [...state.synthesis.maps.values()].map(({ id, title, rows, columns }) => ({
      id,
      title,
      rows,
      columns,
    })),
    searched: searchedBetween(state),
    protocol: protocol?.version ?? null,
  };
  const releases = await releasesFor(effects, actor);
  return ok({
    ...answer,
    releases: releases.map(({ release, indicators }) => ({
      id: release.id,
      title: release.title,
      indicators: indicators.map(({ id, label }) => ({ id, label })),
    })),
    need: await needFor(effects, state, releases, { rows, columns, filter }, input),
  });
};

export const mapCell: RouteUseCase<"mapCell"> = async (effects, actor, input) => {
  const readable = await readableSources(effects.store.catalogue, actor);
  const known = await knownReview(effects, actor, input.id);
  if (!known.ok) return known;
  const { state, head } = known.value;
  const fit = knownFields(state, [input.rows, input.columns]);
  if (!fit.ok) return fit;
  const reader: Reader = { ...known.value, readable };
  const found = itemsOfCell(state, input, filterOf(input.where));
  return ok({
    total: found.length,
    items: found.slice(0, input.limit).map(({ item, findings }) => ({
      ...(item.support === null
        ? {
            support: null,
            record: item.record,
            title: titleOf(state, item.record),
            source: null,
            page: null,
            quote: "",
            withheld: false,
            codes: [],
            lost: null,
          }
        : shownSupport(reader, item)),
      findings: findings.flatMap((id) => {
        const finding = state.synthesis.findings.get(id);
        return finding ? [{ id, text: sentenceOf(finding, head.language) }] : [];
      }),
    })),
  });
};

export const downloadReviewMap: RouteUseCase<"downloadReviewMap"> = async (effects, actor, input) => {
  const { lang, format, ...asked } = input;
  const readable = await readableSources(effects.store.catalogue, actor);
  const known = await knownReview(effects, actor, input.id);
  if (!known.ok) return known;
  const { state, head } = known.value;
  const shown = await reviewMap(effects, actor, asked);
  if (!shown.ok) return shown;
  const say = sayOfMap(lang);
  const { rows, columns, cells } = shown.value;
  const word = (field: ShownField, value: string) =>
    wordOf(field.values.find(({ id }) => id === value)?.label ?? null, lang, value);
  if (format === "csv")
    return ok(
      csvFile(`${input.id}-map.csv`, [
        [
          say("field", { field: wordOf(rows.label, lang, say(`field.${rows.id}`)) }),
          say("field", { field: wordOf(columns.label, lang, say(`field.${columns.id}`)) }),
          say("passages"),
          say("reports"),
          say(`unit.${shown.value.unit}`),
          say("state"),
          say("searched"),
          say("protocol"),
        ],
        ...cells.map((cell) => [
          word(rows, cell.row),
          word(columns, cell.column),
          shown.value.of === "reports" ? 0 : cell.items,
          cell.reports.join(" "),
          cell.units,
          say(`state.${cell.state}`),
          shown.value.searched ? `${shown.value.searched.first}/${shown.value.searched.last}` : "",
          shown.value.protocol ?? "",
        ]),
      ]),
    );
  const reader: Reader = { ...known.value, readable };
  const filter = filterOf(input.where);
  const html = mapPage({
    title: head.title,
    language: lang,
    say,
    map: shown.value,
    where: input.where ?? [],
    word,
    itemsOf: (row, column) =>
      itemsOfCell(state, { rows: input.rows, row, columns: input.columns, column }, filter).map(
        ({ item }) => {
          const one = item.support === null ? null : shownSupport(reader, item);
          return {
            record: item.record,
            title: titleOf(state, item.record),
            page: one?.page ?? null,
            quote: one?.quote ?? "",
            withheld: one?.withheld ?? false,
          };
        },
      ),
  });
  return ok({
    fileName: `${input.id}-map.html`,
    mediaType: "text/html; charset=utf-8",
    stream: (async function* () {
      yield new TextEncoder().encode(html);
    })(),
  });
};
