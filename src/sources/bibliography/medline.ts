// MEDLINE, as PubMed exports it: read only. Its tags look like those of RIS and mean other things.

import type { BibliographicRecord, BibliographicType, ForeignTag } from "#records";
import { type BibliographyReading, isoDate, normalRecord } from "./reading.ts";
import { medlineLines, type TaggedRecord } from "./tagged-lines.ts";

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

const typeWords: readonly (readonly [RegExp, BibliographicType])[] = [
  [/report|guideline/i, "report"],
  [/dataset/i, "dataset"],
  [/book/i, "book"],
  [/preprint/i, "unpublished"],
  [/article|review|study|trial|letter|editorial|comment/i, "article"],
];

/** Where in the journal it stands: a DOI, a publisher's number, or both. */
const isPlace: ReadonlySet<string> = new Set(["LID", "AID"]);

/** The records of a MEDLINE text. */
export function readMedline(text: string): BibliographyReading {
  const { records, skipped } = medlineLines(text);
  return {
    format: "medline",
    records: records.map(recordOf),
    lines: records.map(({ line }) => line),
    skipped,
    problems: [],
  };
}

function recordOf({ values }: TaggedRecord): BibliographicRecord {
  const of = (tag: string) => values.filter((value) => value.tag === tag).map(({ value }) => value);
  const first = (...tags: readonly string[]) => tags.flatMap(of).find((value) => value !== "") ?? null;
  const doi = [...of("LID"), ...of("AID")].find((value) => /\[doi\]$/.test(value));
  const kinds = of("PT").join(" ");
  const date = /^([12]\d{3})(?:\s+([A-Za-z]{3})[a-z]*)?(?:\s+(\d{1,2}))?/.exec(first("DP") ?? "");
  const month = months.indexOf((date?.[2] ?? "").toLowerCase()) + 1;
  const full = of("FAU");
  const used = new Set("PMID TI AB LA PB PL JT TA VI IP PG FAU AU CN DP LID AID MH OT GN".split(" "));
  const hasJournal = of("JT").some((value) => value !== "");
  const foreign: ForeignTag[] = values
    .filter(
      ({ tag, value }) =>
        value !== "" &&
        (!used.has(tag) || (isPlace.has(tag) && value !== doi) || (tag === "TA" && hasJournal)),
    )
    .map(({ tag, value }) => ({ tag, value }));
  const pmid = first("PMID");
  return normalRecord({
    type: typeWords.find(([word]) => word.test(kinds))?.[1] ?? "article",
    key: pmid === null ? null : `pmid-${pmid}`,
    title: first("TI"),
    // FAU has the names in full; AU repeats them with initials.
    authors: [...(full.length > 0 ? full : of("AU")), ...of("CN")],
    date: date === null ? null : isoDate(date[1]!, String(month), month > 0 ? date[3] : undefined),
    abstract: first("AB"),
    language: first("LA"),
    doi: doi?.replace(/\s*\[doi\]$/, "") ?? null,
    publisher: first("PB"),
    place: first("PL"),
    container: first("JT", "TA"),
    number: first("IP"),
    volume: first("VI"),
    pages: first("PG"),
    keywords: [...of("OT"), ...of("MH")].map((word) => word.replace(/^\*/, "")),
    notes: of("GN"),
    foreignTags: foreign,
  });
}
