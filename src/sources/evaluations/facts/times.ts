// Dates of the evaluation, of its mission, of the report, and the periods that it and the project cover.

import type { Found } from "./candidates.ts";
import { datesIn, monthsSpanned, type PrintedDate } from "./dates.ts";
import type { DateText } from "./evaluation-facts.ts";
import { type Evidence, rowConfidence, rowReason, rowsOf } from "./evidence.ts";
import type { SheetField } from "./sheet-labels.data.ts";
import { cut, joined, type Stretch, sentencesOf } from "./stretch.ts";

const fields = [
  "plannedDate",
  "actualDate",
  "evaluationDates",
  "missionDates",
  "periodCovered",
  "projectPeriod",
  "reportDate",
] as const satisfies readonly SheetField[];
type TimeField = (typeof fields)[number];
type Times = Readonly<Record<TimeField, readonly Found<DateText>[]>>;

const covered =
  /\b(?:this|the)?(?:evaluation|review|report|study|evaluacion|avaliacao|rapport|informe|relatorio|etude) (?:\S+ ){0,4}?(?:covers?|covered|covering|looks at|spans?|examines?|couvre|a couvert|porte sur|examine|abarca|abarco|cubre|cubrio|comprende|analiza|abrange|abrangeu|cobre|cobriu|analisa)\b|\bperiod (?:covered|under review|under evaluation|of review)\b|\bin the period\b|\bperiode (?:couverte|evaluee|examinee)\b|\bperiodo (?:evaluado|cubierto|abarcado|avaliado|coberto|abrangido|analizado)\b/;
const mission =
  /\b(?:field|evaluation|country) (?:mission|visit|work)s?\b|\bfieldwork\b|\bmissions? (?:de terrain|d'evaluation|sur le terrain)\b|\btravail de terrain\b|\bmision(?:es)? (?:de campo|de evaluacion)\b|\btrabajo de campo\b|\bmiss(?:ao|oes) (?:de campo|de avaliacao|de terreno)\b|\btrabalho de campo\b|\bvisits? to\b/;
const carriedOut =
  /\b(?:evaluation|review|evaluacion|avaliacao) (?:\S+ ){0,6}?(?:was|were|has been|took|lasted|a dure|duro|durou|a ete|s'est|fue|se|foi|decorreu|ha sido) ?(?:carried out|conducted|undertaken|held|place|realisee|menee|conduite|deroulee|realizad[oa]|llevad[oa] a cabo|realizo|llevo a cabo|conduzid[oa]|efetuad[oa])?\b/;
const ran =
  /\b(?:project|programme|program|projet|proyecto|programa|projeto) (?:\S+ ){0,4}?(?:ran|runs|was implemented|is implemented|started|began|operated|lasted|covers the period|a ete mis en oeuvre|s'est deroule|a demarre|se ejecuto|se implemento|se desarrollo|comenzo|foi implementado|foi executado|decorreu|teve inicio)\b/;

/** Values in the row, two single dates of a start and an end as one period. */
function periodsIn(value: Stretch, dayFirst: boolean | null): readonly PrintedDate[] {
  const dates = datesIn(value, dayFirst);
  const [first, second, ...rest] = dates;
  if (
    first &&
    second &&
    rest.length === 0 &&
    !first.value.includes("/") &&
    !second.value.includes("/") &&
    first.value < second.value
  ) {
    const words = value.bare.slice(first.end, second.start);
    if (
      words.length < 40 &&
      /\bend|\bfin\b|\bfim\b|\bcompletion|\bcloture|\btermin|\buntil|\bto\b|\n|\t|^[\s,;]*$/.test(words)
    )
      return [
        {
          value: `${first.value}/${second.value}`,
          at: joined([first.at, second.at]),
          start: first.start,
          end: second.end,
        },
      ];
  }
  return dates;
}

export function timesOf(evidence: Evidence): Times {
  const dayFirst = evidence.isContinental ? true : null;
  const found: Record<TimeField, Found<DateText>[]> = {
    plannedDate: [],
    actualDate: [],
    evaluationDates: [],
    missionDates: [],
    periodCovered: [],
    projectPeriod: [],
    reportDate: [],
  };
  for (const field of fields)
    for (const row of rowsOf(evidence, field)) {
      const isOneDate = field === "plannedDate" || field === "actualDate" || field === "reportDate";
      const all = isOneDate ? datesIn(row.value, dayFirst) : periodsIn(row.value, dayFirst);
      for (const [i, { value, at }] of all.slice(0, 3).entries())
        found[field].push({
          value,
          at,
          confidence: rowConfidence(row) * (i === 0 ? 1 : 0.75),
          reason: rowReason(row),
        });
    }
  // The label says “evaluation period” for two things; how long it is tells which.
  for (const row of rowsOf(evidence, "evaluationPeriod"))
    for (const { value, at } of periodsIn(row.value, dayFirst).slice(0, 1)) {
      const isWork = monthsSpanned(value) < 12;
      found[isWork ? "evaluationDates" : "periodCovered"].push({
        value,
        at,
        confidence: rowConfidence(row) * 0.82,
        reason: `${rowReason(row)}; ${isWork ? "under a year: taken for the time of the work" : "a year or more: taken for the time looked at"}`,
      });
    }
  for (const stretch of evidence.cover.flatMap((line) => sentencesOf(line.stretch))) {
    const isRow = evidence.rows.some(({ value }) => stretch.points.includes(value.points[0]!));
    if (isRow) continue;
    const dates = datesIn(stretch, dayFirst);
    const [only] = dates;
    if (!only || dates.length > 1) continue;
    const rest = stretch.text.replace(only.at.text, "").replace(/[^\p{L}]/gu, "");
    const isCopyright = /©|\bcopyright\b/.test(stretch.bare);
    if (only.value.includes("/")) {
      // “2020–2024” below the title; in a title it is the project's or the evaluation's time.
      found.periodCovered.push({
        value: only.value,
        at: only.at,
        confidence: rest === "" ? 0.7 : 0.62,
        reason: "a period on the cover",
      });
    } else if (only.value.length > 4 && rest.length <= 40)
      found.reportDate.push({
        value: only.value,
        at: only.at,
        confidence: 0.82,
        reason: "a date on the cover",
      });
    else if (rest === "" || isCopyright)
      found.reportDate.push({
        value: only.value,
        at: only.at,
        confidence: 0.72,
        reason: "a year on the cover",
      });
  }
  addColophon(evidence, found.reportDate);
  for (const [pattern, field, reason, opening, running] of [
    [covered, "periodCovered", "in a sentence that says what time the evaluation covers", 0.72, 0.55],
    [mission, "missionDates", "in a sentence that dates the mission", 0.7, 0.6],
    [
      carriedOut,
      "evaluationDates",
      "in a sentence that says when the evaluation was carried out",
      0.68,
      0.55,
    ],
    [ran, "projectPeriod", "in a sentence that says when the project ran", 0.66, 0.52],
  ] as const)
    for (const { stretch, isOpening } of evidence.statements(pattern)) {
      const bare = stretch.bare.replace(/\s/g, " ");
      const match = pattern.exec(bare);
      if (!match) continue;
      const near = cut(stretch, match.index, match.index + match[0].length + 140);
      const dates = datesIn(near, dayFirst);
      // A year alone in running text is the date of anything.
      const told = dates.find(({ value }) =>
        field === "periodCovered" || field === "projectPeriod"
          ? value.includes("/")
          : value.length > 4 && monthsSpanned(value) < 18,
      );
      if (told)
        found[field].push({
          value: told.value,
          at: told.at,
          confidence: isOpening ? opening : running,
          reason,
        });
    }
  return found;
}

const colophonPages = 4;
const colophonBlocks = 80;

/** “Copyright © UNDP February 2025” and “Geneva, 10 October 2005” outside the cover. */
function addColophon({ document, stretchOf, isContinental }: Evidence, found: Found<DateText>[]): void {
  const { blocks } = document;
  const last = blocks.length - 1;
  for (const [i, block] of blocks.entries()) {
    if (block.text.length > 160 || block.kind === "table") continue;
    const isFront = block.page === null ? i < colophonBlocks : block.page <= colophonPages;
    const isCopyright = isFront && /©|copyright/i.test(block.text);
    const isPlaceAndDate =
      /^\p{Lu}[\p{L} -]{2,24},\s(?:le |el |em )?\d{1,2}\s?\S* (?:de )?\p{L}{3,10}(?: de)? \d{4}\.?$/u.test(
        block.text.trim(),
      );
    if (!isCopyright && !(isPlaceAndDate && (isFront || i > last * 0.6))) continue;
    const [date] = datesIn(stretchOf(block), isContinental ? true : null);
    if (date && !date.value.includes("/"))
      found.push({
        value: date.value,
        at: date.at,
        confidence: isCopyright ? (date.value.length > 4 ? 0.76 : 0.62) : 0.74,
        reason: isCopyright ? "the date of the copyright" : "place and date at the end of the text",
      });
  }
}
