// Where in a report to look, surest first: its data sheet, its cover, its opening, its running text.

import type { Block, ReadDocument } from "#documents";
import { type CodePoints, codePointsOf } from "#kernel";
import { folded } from "../folded.ts";
import { summaryHeadings } from "../kind-words.data.ts";
import { labelledRows, type SheetRow } from "./labelled-rows.ts";
import type { SheetField } from "./sheet-labels.data.ts";
import { type Stretch, sentencesOf, stretchOf } from "./stretch.ts";

export type CoverBlock = { readonly block: Block; readonly stretch: Stretch };

/** A sentence with its place: `opening` where the report introduces itself. */
export type Statement = { readonly stretch: Stretch; readonly isOpening: boolean };

export type Evidence = {
  readonly document: ReadDocument;
  readonly points: CodePoints;
  readonly rows: readonly SheetRow[];
  readonly cover: readonly CoverBlock[];
  /** Sentences of the running text whose words match; the whole text is not cut before it is asked for. */
  readonly statements: (words: RegExp) => readonly Statement[];
  /** Blocks of the running text, annexes and lists of literature left out. */
  readonly body: readonly Block[];
  readonly stretchOf: (block: Pick<Block, "spans" | "text">) => Stretch;
  /** Day before month, decimals by comma: all languages but English. */
  readonly isContinental: boolean;
};

const contents =
  /^(?:table of )?contents$|^(?:table des matieres|sommaire|indice|sumario|contenido|conteudo|tabla de contenidos?)\b/;
const frontMatter =
  /^(?:preface|foreword|acknowledge?ments?|remerciements|avant-propos|prologo|prefacio|agradecimientos|agradecimentos|presentacion|apresentacao|acronyms|abbreviations|abreviations|sigles|siglas|acronimos|abreviaturas|disclaimer|avertissement|list of |liste des |lista de |executive )/;
const outside =
  /^(?:annex|appendix|annexe|anexo|apendice|references|bibliograph|bibliograf|literature|documents? consult|list of (?:documents|persons|people|interview)|liste des (?:documents|personnes)|lista de (?:documentos|personas|pessoas)|disclaimer|avertissement|acronyms|abbreviations|siglas|sigles|acronimos)/;

const longestCoverText = 260;
const mostCoverBlocks = 24;
const lastCoverPage = 2;

/** Blocks before the first chapter, preface or paragraph of running text. */
function coverOf(document: ReadDocument): readonly Block[] {
  const cover: Block[] = [];
  for (const block of document.blocks) {
    if (block.kind === "page-furniture" || block.kind === "footnote") continue;
    const bare = folded(block.text.slice(0, 120));
    if (block.page !== null && block.page > lastCoverPage) break;
    if (cover.length >= mostCoverBlocks) break;
    if (block.kind === "table") {
      if (cover.length > 0) break;
      continue;
    }
    if (block.number !== undefined && block.kind === "heading") {
      if (cover.length > 0) break;
      continue;
    }
    if (summaryHeadings.test(bare) || contents.test(bare) || frontMatter.test(bare)) {
      if (cover.length > 0) break;
      continue;
    }
    if (block.text.length > longestCoverText) {
      if (cover.some(({ kind }) => kind === "heading")) break;
      continue;
    }
    cover.push(block);
  }
  return cover;
}

const openingParagraphs = 24;
const shortestParagraph = 60;

export function evidenceOf(document: ReadDocument): Evidence {
  const points = codePointsOf(document.text);
  const stretch = ({ spans, text }: Pick<Block, "spans" | "text">) => stretchOf(points, spans, text);
  const body: Block[] = [];
  let isOutside = false;
  for (const block of document.blocks) {
    if (block.kind === "heading") isOutside = outside.test(folded(block.text.slice(0, 80)));
    else if (!isOutside && block.kind !== "page-furniture" && block.kind !== "table") body.push(block);
  }
  const opening = new Set(
    body
      .filter(({ kind, text }) => kind === "paragraph" && text.length >= shortestParagraph)
      .slice(0, openingParagraphs),
  );
  // Who evaluated is often told in a note at the foot of the first pages.
  const first = body.slice(0, body.findIndex((block) => opening.has(block)) + openingParagraphs * 2);
  for (const block of first) if (block.kind === "footnote") opening.add(block);
  return {
    document,
    points,
    rows: labelledRows(document, points),
    cover: coverOf(document).map((block) => ({ block, stretch: stretch(block) })),
    statements: (words) =>
      body.flatMap((block): readonly Statement[] => {
        if (block.text.length < 25 || !words.test(folded(block.text))) return [];
        return sentencesOf(stretch(block))
          .filter(({ bare }) => words.test(bare.replace(/\s+/g, " ")))
          .map((sentence) => ({ stretch: sentence, isOpening: opening.has(block) }));
      }),
    body,
    stretchOf: stretch,
    isContinental: document.language !== null && document.language !== "en",
  };
}

/** Three rows or more beside each other make a data sheet; a lonely row can be anything. */
const sheetRows = 3;

/** How sure a row of a field is, by its form and its company. */
export function rowConfidence({ form, neighbours, block, page, namesProject, fields }: SheetRow): number {
  const base = form === "table" ? 0.95 : form === "line" ? 0.93 : 0.8;
  const alone = neighbours >= sheetRows ? 0 : neighbours === 2 ? 0.07 : 0.15;
  const isBefore = (blocks: number, pages: number) => (page === null ? block < blocks : page <= pages);
  if (isBefore(frontBlocks, frontPages)) return base - alone;
  // Behind the front an annex has templates that name the project; other rows speak of other things.
  if (namesProject) return base - alone - 0.1;
  if (isBefore(earlyBlocks, earlyPages) && neighbours >= sheetRows) return base - 0.2;
  return base - alone - (fields.some((field) => vagueFields.includes(field)) ? 0.5 : 0.3);
}

const frontBlocks = 60;
const frontPages = 8;
const earlyBlocks = 160;
const earlyPages = 20;
/** Their labels (“Type”, “Language”, “Date”, “Coverage”) are words of any table. */
const vagueFields: readonly SheetField[] = [
  "languages",
  "classification",
  "regions",
  "countries",
  "branches",
  "criteria",
  "reportDate",
  "projectPeriod",
  "projectTitle",
  "projectBudget",
  "title",
  "evaluators",
  "summary",
];

export const rowReason = ({ form, label, neighbours }: SheetRow): string => {
  const where =
    form === "below" ? "below the label" : form === "table" ? "in the table row" : "behind the label";
  return `${where} “${label.replace(/\s+/g, " ").trim()}”${neighbours >= sheetRows ? " of the data sheet" : ""}`;
};

export const rowsOf = ({ rows }: Evidence, ...fields: readonly SheetField[]): readonly SheetRow[] =>
  rows.filter((row) => row.fields.some((field) => fields.includes(field)));
