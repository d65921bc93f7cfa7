// Appraisal, extraction, coding and synthesis of the invented review.

import type {
  AppraisalAnswer,
  ExtractionCell,
  ExtractionForm,
  ExtractionRow,
  Instrument,
  ReviewAct,
  Support,
} from "#records";
import { type Played, played } from "./acts-of-reading.ts";
import {
  type InventedAppraisal,
  type InventedCells,
  type InventedReview,
  type InventedRow,
  type InventedSupport,
  type Placed,
  type QuotedPlace,
  type Reader,
  readers,
} from "./invented-review.ts";

/** Finds a place in the report of a record; what it does not find it keeps for the refusal. */
export type Finder = (record: string, place: QuotedPlace) => Placed;

const nowhere: Placed = { anchor: null, typed: null };

function answersOf(
  instrument: Instrument,
  find: Finder,
  one: InventedAppraisal,
  by: Reader,
): readonly AppraisalAnswer[] {
  const places: Readonly<Record<string, QuotedPlace | null>> = {
    "evidence-based": one.evidence,
    relevant: one.relevant,
  };
  return instrument.sections.flatMap(({ items }) =>
    items.map(({ id: item }): AppraisalAnswer => {
      const place = places[item] ?? null;
      const { anchor, typed } = place ? find(one.record, place) : nowhere;
      const rating = (by === "teo" ? one.teo[item] : undefined) ?? (one.no.includes(item) ? "no" : "yes");
      return {
        item,
        rating,
        justification: item === "comprehensive" ? one.justifications : "",
        quote: anchor,
        typed,
      };
    }),
  );
}

export function appraisal(review: InventedReview, instrument: Instrument, find: Finder): readonly Played[] {
  const of = { instrument: instrument.id, version: instrument.version };
  return [
    ...played("mira", { kind: "instrument.defined", instrument }),
    ...review.appraisals.flatMap((one): readonly Played[] => {
      const { record, judgement, reconciled, decision } = one;
      const content = (by: Reader) => ({
        record,
        ...of,
        answers: answersOf(instrument, find, one, by),
        judgement,
      });
      return [
        ...readers.flatMap((by) => played(by, { kind: "appraisal.submitted", ...content(by) })),
        ...(reconciled
          ? played("ines", { kind: "appraisal.reconciled", ...content("mira"), ...reconciled })
          : []),
        ...played("mira", { kind: "appraisal.decided", record, ...decision }),
      ];
    }),
  ];
}

function rowOf(find: Finder, { record, row, place, cells, teo }: InventedRow, by: Reader): ExtractionRow {
  const { anchor, typed } = find(record, place);
  const filled: InventedCells = { ...cells, ...(by === "teo" && teo) };
  const empty = { anchor: null, typed: null, note: null };
  const cellsOf = Object.entries(filled).map(([field, value]): [string, ExtractionCell] => [
    field,
    typeof value === "object" && "missing" in value
      ? { value: null, missing: value.missing, ...empty }
      : { value, missing: null, ...empty },
  ]);
  const text = { value: anchor?.quote ?? typed?.text ?? "", missing: null, ...empty };
  return { row, anchor, typed, proposal: null, cells: { text, ...Object.fromEntries(cellsOf) } };
}

export function extraction(review: InventedReview, form: ExtractionForm, find: Finder): readonly Played[] {
  const of = { form: form.id, version: form.version };
  const records = [...new Set(review.rows.map(({ record }) => record))];
  return [
    ...played("mira", { kind: "form.defined", form }),
    ...records.flatMap((record): readonly Played[] => {
      const rows = (by: Reader) =>
        review.rows.filter((one) => one.record === record).map((one) => rowOf(find, one, by));
      const reason = review.extractionSettled[record];
      return [
        ...readers.flatMap((by) =>
          played(
            by,
            ...rows(by).map((row): ReviewAct => ({ kind: "extraction.row-set", record, ...of, ...row })),
            { kind: "extraction.submitted", record, nothing: null },
          ),
        ),
        ...(reason === undefined
          ? []
          : played("ines", { kind: "extraction.reconciled", record, ...of, rows: rows("mira"), reason })),
      ];
    }),
  ];
}

const nameOf = (coding: string, by: Reader): string => `${coding}-${by}`;

export function coding(review: InventedReview, find: Finder): readonly Played[] {
  const { codes, codings, codingSettled, memos } = review;
  return [
    ...played("mira", ...codes.map((code): ReviewAct => ({ kind: "code.defined", ...code }))),
    // Two codes turned out to be one.
    ...played(
      "teo",
      {
        kind: "code.defined",
        id: "rules.instalments",
        name: "Payments that do not fit",
        parent: "rules",
        colour: "#d55e00",
        description: "",
        codable: true,
      },
      { kind: "code.merged", from: "rules.instalments", into: "rules.rhythm" },
    ),
    ...Object.entries(codingSettled).flatMap(([record, reason]): readonly Played[] => {
      const here = codings.filter((one) => one.record === record);
      return [
        ...readers.flatMap((by) => [
          ...here.flatMap((one): readonly Played[] => {
            const carried = one[by];
            const { anchor } = find(record, one);
            if (carried === null || anchor === null) return [];
            const id = nameOf(one.id, by);
            const { memo = null, proposed = null, keep } = one;
            return played(
              by,
              { kind: "coding.added", id, anchor, codes: carried, memo: by === keep ? memo : null, proposed },
              ...(proposed
                ? [{ kind: keep === "none" ? "coding.rejected" : "coding.accepted", coding: id } as const]
                : []),
            );
          }),
          ...played(by, { kind: "coding.submitted", record }),
        ]),
        ...played("ines", {
          kind: "coding.reconciled",
          record,
          keep: here.flatMap(({ id, keep }) => (keep === "none" ? [] : [nameOf(id, keep)])),
          reason,
        }),
      ];
    }),
    ...played("mira", ...memos.map((memo): ReviewAct => ({ kind: "memo.written", ...memo }))),
  ];
}

export function synthesis(review: InventedReview, find: Finder): readonly Played[] {
  const kept = new Map(
    review.codings.flatMap(({ id, keep }) => (keep === "none" ? [] : [[id, nameOf(id, keep)] as const])),
  );
  const supports = (all: readonly InventedSupport[]): readonly Support[] =>
    all.flatMap((one): readonly Support[] => {
      if (typeof one !== "string") {
        const { anchor } = find(one.record, one);
        return anchor ? [{ kind: "passage", anchor }] : [];
      }
      const [record, row] = one.split("/");
      return row === undefined
        ? [{ kind: "coding", id: kept.get(one) ?? one }]
        : [{ kind: "row", record: record ?? "", row }];
    });
  return played(
    "mira",
    ...review.themes.flatMap(({ id, parent, codes, ...theme }): readonly ReviewAct[] => [
      { kind: "theme.defined", id, parent, theme },
      ...(codes.length > 0 ? [{ kind: "theme.filled", id, codes, codings: [] } as const] : []),
    ]),
    ...review.findings.flatMap(({ id, certainty, ...written }): readonly ReviewAct[] => [
      {
        kind: "finding.written",
        id,
        finding: {
          ...written,
          supports: supports(written.supports),
          deviant: supports(written.deviant),
          // The countries are invented, and no region of the world has them.
          regions: [],
        },
      },
      ...(certainty ? [{ kind: "certainty.judged", finding: id, judgement: certainty } as const] : []),
    ]),
    ...review.maps.map((map): ReviewAct => ({ kind: "map.defined", ...map })),
    { kind: "search.left-out", ...review.leftOut },
  );
}

/** What the authors wrote into the report. */
export const prose = (review: InventedReview): readonly Played[] =>
  review.prose.flatMap(({ section, language, text, views }) =>
    played(
      "mira",
      { kind: "report.section-written", section, language, text },
      ...views.map(
        (sentence): ReviewAct => ({
          kind: "report.marked-as-view",
          section,
          language,
          sentence,
          marked: true,
        }),
      ),
    ),
  );
