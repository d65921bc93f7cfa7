// Title of the report and of the project: of the data sheet, else of the cover.

import { folded } from "../folded.ts";
import type { Found } from "./candidates.ts";
import { isOnlyAKind } from "./classification.ts";
import { datesIn } from "./dates.ts";
import { type CoverBlock, type Evidence, rowConfidence, rowReason, rowsOf } from "./evidence.ts";
import { fieldsOfLabel } from "./labelled-rows.ts";
import { isOnlyACountry } from "./places.ts";
import { cut, joined, oneLine, type Stretch } from "./stretch.ts";
import { iloSymbolsIn } from "./symbols.ts";

const notATitle =
  /^(?:international labou?r organi[sz]ation|ilo|oit|bit|undp|iom|unicef|evaluation office|evaluation unit|bureau de l'evaluation|oficina de evaluacion|organisation internationale du travail|organizacion internacional del trabajo|organizacao internacional do trabalho|(?:ilo )?evaluation reports?|(?:final |draft |mid-?term |interim |informe |relatorio |rapport )+(?:report|final|finale)?|(?:final|draft) (?:evaluation )?report|rapport (?:final|d'evaluation)|informe (?:final|de evaluacion)|relatorio (?:final|de avaliacao)|annex|volume|version|summary|resume|resumen|resumo|invented report|rapport invente|informe inventado|relatorio inventado|confidential|iom central evaluation|independent evaluation office)$/;

/** “Final independent evaluation of the project X”: what is evaluated. */
const evaluationOf =
  /^(?:(?:the|report|of|on|rapport|de l'|l'|informe|de la|relatorio|da|ilo|a|o|la)\s?)*(?:\S+ ){0,4}?(?:evaluation|evaluacion|avaliacao|review)(?: \S+){0,4}? (?:(?:of|du|de la|des|del|de|do|da)\s|de l'|d')(?:the |el |la |le |o )?(?:ilo )?(?:(?:project|projet|proyecto|projeto|programme|programa)\b:?\s*(?:of |entitled |intitule |titulado |intitulado )?)?/;

type Line = CoverBlock & { readonly level: number };

function isTitleLine({ stretch, block }: CoverBlock, evidence: Evidence): boolean {
  const bare = stretch.bare.replace(/\s+/g, " ").replace(/[\s.:]+$/, "");
  const isOffices = bare !== "" && stretch.bare.split("\n").every((line) => notATitle.test(line.trim()));
  if (bare.length < 4 || isOffices || notATitle.test(bare) || /^(?:https?:|www\.|\S+@)/.test(bare))
    return false;
  if (!/\p{L}{3}/u.test(stretch.text) || fieldsOfLabel(stretch.text).length > 0) return false;
  const dates = datesIn(stretch);
  if (dates.length > 0 && stretch.text.replace(dates[0]!.at.text, "").replace(/[^\p{L}]/gu, "").length < 12)
    return false;
  if (evidence.rows.some(({ value }) => stretch.points.includes(value.points[0]!))) return false;
  if (/\bcopyright\b|©|\ball rights reserved\b|\bisbn\b/.test(bare)) return false;
  return (
    block.kind === "heading" ||
    /\b(?:evaluation|evaluacion|avaliacao|review)\b|^(?:the )?(?:project|projet|proyecto|projeto|programme|programa)\b/.test(
      bare,
    )
  );
}

/** Name and office of the publisher stand above the title, sometimes in the same block. */
function withoutOffice({ block, stretch }: CoverBlock): CoverBlock {
  let from = 0;
  for (const match of stretch.text.matchAll(/[^\n]+(?:\n|$)/g)) {
    if (!notATitle.test(stretch.bare.slice(match.index, match.index + match[0].length).trim())) break;
    from = match.index + match[0].length;
  }
  return from === 0 || from >= stretch.text.length
    ? { block, stretch }
    : { block, stretch: cut(stretch, from) };
}

/** Words after which a line goes on: “Evaluation finale du projet” and below it the name in quotation marks. */
const goesOn =
  /\b(?:of|for|the|and|on|in|project|programme|du|de|des|la|le|et|projet|del|el|los|y|e|do|da|dos|das|para|proyecto|projeto|sur|sobre|:)$/;

/** Lines that break off joined with the line below them. */
function withRests(cover: readonly CoverBlock[]): readonly CoverBlock[] {
  const lines: CoverBlock[] = [];
  for (let i = 0; i < cover.length; i++) {
    let { block, stretch } = cover[i]!;
    for (let next = cover[i + 1]; next !== undefined; next = cover[i + 1]) {
      const breaksOff = goesOn.test(stretch.bare.trimEnd()) || /^["“«]?\p{Ll}/u.test(next.stretch.text);
      if (!breaksOff || block.kind !== "heading" || next.block.kind !== "heading") break;
      if (stretch.text.length + next.stretch.text.length > longestTitle) break;
      stretch = joined([stretch, next.stretch]);
      // The larger type decides, wherever in the line it stands.
      block = { ...block, level: Math.min(block.level ?? 1, next.block.level ?? 1) };
      i++;
    }
    lines.push({ block, stretch });
  }
  return lines;
}

/** Directly below the title in type of its own: part of it, if it does not begin another thing. */
const longestTitle = 320;

export function titlesOf(evidence: Evidence): {
  readonly title: readonly Found<string>[];
  readonly projectTitle: readonly Found<string>[];
} {
  const title: Found<string>[] = [];
  const projectTitle: Found<string>[] = [];
  for (const row of rowsOf(evidence, "title")) {
    const at = withoutSymbol(row.value);
    if (at.text.length < 4 || at.text.length > longestTitle) continue;
    const isBare = /^(?:title|titre|titulo|título)$/i.test(row.label.trim());
    title.push({
      value: oneLine(at),
      at,
      confidence: rowConfidence(row) * (isBare ? 0.9 : 1),
      reason: rowReason(row),
    });
    if (isBare)
      projectTitle.push({
        value: oneLine(at),
        at,
        confidence: rowConfidence(row) * 0.85,
        reason: rowReason(row),
      });
  }
  for (const row of rowsOf(evidence, "projectTitle")) {
    const at = withoutSymbol(row.value);
    if (at.text.length < 3 || at.text.length > longestTitle || !/\p{L}{3}/u.test(at.text)) continue;
    projectTitle.push({ value: oneLine(at), at, confidence: rowConfidence(row), reason: rowReason(row) });
  }
  const lines = withRests(evidence.cover.map(withoutOffice))
    .filter((line) => isTitleLine(line, evidence))
    .map((line): Line => ({ ...line, level: line.block.kind === "heading" ? (line.block.level ?? 1) : 20 }));
  const telling = lines.filter(({ stretch }) => !isOnlyAKind(plain(stretch)));
  // Where the cover has nothing but the kind of report, that is its title.
  const pool = telling.length > 0 ? telling : lines;
  const largest = Math.min(...pool.map(({ level }) => level));
  const sized = pool.filter(({ level }) => level === largest);
  const best = [...sized].sort((a, b) => weight(b, evidence) - weight(a, evidence))[0];
  if (best) {
    const named = isOnlyACountry(best.stretch) ? besideCountry(lines, best) : null;
    const at = named ?? withoutSymbol(best.stretch);
    const isHeading = best.block.kind === "heading";
    title.push({
      value: oneLine(at),
      at,
      confidence: isHeading ? 0.86 : 0.75,
      reason: isHeading ? "the largest heading of the cover" : "a line of the cover that names an evaluation",
    });
    const kind =
      named !== null
        ? undefined
        : lines.find(({ stretch, block }) => isOnlyAKind(plain(stretch)) && block.page === best.block.page);
    const country =
      named === null
        ? lines.find((line) => line !== best && line.level === best.level && isBeside(line, best, lines))
        : undefined;
    for (const beside of new Set([kind, country]))
      if (beside && beside !== best) {
        const inOrder =
          beside.stretch.points[0]! < at.points[0]! ? [beside.stretch, at] : [at, beside.stretch];
        const whole = joined(inOrder);
        title.push({
          value: inOrder.map(oneLine).join(beside === kind && inOrder[0] !== at ? ": " : " – "),
          at: whole,
          confidence: 0.6,
          reason: "the largest heading of the cover with the line beside it",
        });
      }
  } else if (isFirstLine(evidence)) {
    const { stretch } = evidence.cover[0]!;
    title.push({
      value: oneLine(stretch),
      at: stretch,
      confidence: 0.56,
      reason: "the first line of the text",
    });
  } else if (evidence.document.title) {
    const bare = folded(evidence.document.title);
    const block = evidence.document.blocks.find(
      ({ kind, text }) => kind === "heading" && folded(text) === bare,
    );
    if (
      block &&
      block.number === undefined &&
      !notATitle.test(bare) &&
      !isOnlyAKind(bare) &&
      fieldsOfLabel(block.text).length === 0
    ) {
      const at = evidence.stretchOf(block);
      title.push({ value: oneLine(at), at, confidence: 0.62, reason: "the first heading of the text" });
    }
  }
  for (const { value, at, confidence } of [...title]) {
    const match = evaluationOf.exec(at.bare.replace(/\s/g, " "));
    if (!match || confidence < 0.7) continue;
    const of = cut(at, match[0].length);
    const inside = unquoted(of);
    // A strategy or an office can be evaluated too: what no word calls a project is less sure.
    const isProject =
      /\b(?:project|projet|proyecto|projeto|programme|programa)\b/.test(match[0]) || inside !== of;
    if (/\bstrateg|\bestrateg|\bactions\b|\bpolicy\b/.test(inside.bare.slice(0, 60)) && !isProject) continue;
    if (inside.text.length > 5 && inside.text.length < value.length && /^["“«]?\p{Lu}/u.test(inside.text))
      projectTitle.push({
        value: oneLine(inside),
        at: inside,
        confidence: confidence * (isProject ? 0.85 : 0.65),
        reason: "what the title says is evaluated",
      });
  }
  for (const { stretch, isOpening } of evidence.statements(quotedProject)) {
    if (!isOpening) continue;
    const match =
      /(?:project|projet|proyecto|projeto|programme|programa)[^"“«.]{0,60}["“«]\s?([^"”»]{6,200}?)\s?["”»]/iu.exec(
        stretch.text,
      );
    if (!match) continue;
    const start = match.index + match[0].indexOf(match[1]!);
    const at = cut(stretch, start, start + match[1]!.length);
    projectTitle.push({
      value: oneLine(at),
      at,
      confidence: 0.66,
      reason: "in quotation marks behind the word for the project",
    });
  }
  return { title, projectTitle };
}

const longestFirstLine = 220;

/** The text begins with a line of its own that is no sentence: a title without type or word to tell it. */
function isFirstLine({ cover, document }: Evidence): boolean {
  const first = document.blocks.find(({ kind }) => kind !== "page-furniture");
  const line = cover[0];
  return (
    line !== undefined &&
    line.block === first &&
    line.block.kind === "paragraph" &&
    line.block.number === undefined &&
    line.stretch.text.length <= longestFirstLine &&
    line.stretch.text.split(/\s+/).length >= 4 &&
    !/[.;:]$/.test(line.stretch.text) &&
    fieldsOfLabel(line.stretch.text).length === 0
  );
}

const quotedProject = /\b(?:project|projet|proyecto|projeto|programme|programa)\b[^"“«.]{0,60}["“«]/;
const plain = (stretch: Stretch) =>
  stretch.bare
    .replace(/\s+/g, " ")
    .replace(/[\s.:()]+$/, "")
    .trim();

/** A line that names the evaluation or a project weighs more than one that is merely long. */
function weight({ stretch, block }: Line, { document }: Evidence): number {
  const bare = plain(stretch);
  const names = evaluationOf.test(bare) ? 60 : 0;
  const isDocuments = document.title !== null && folded(document.title).includes(folded(block.text)) ? 40 : 0;
  return names + isDocuments + Math.min(bare.length, 120) / 4;
}

const isBeside = (line: Line, best: Line, lines: readonly Line[]): boolean =>
  Math.abs(lines.indexOf(line) - lines.indexOf(best)) === 1;

/** “Independent country programme evaluation” above the country in large type: both are the title. */
function besideCountry(lines: readonly Line[], best: Line): Stretch | null {
  const kind = lines.find(
    (line) => line !== best && isBeside(line, best, lines) && isOnlyAKind(plain(line.stretch)),
  );
  if (kind === undefined) return null;
  return joined(
    kind.stretch.points[0]! < best.stretch.points[0]!
      ? [kind.stretch, best.stretch]
      : [best.stretch, kind.stretch],
  );
}

const unquoted = (stretch: Stretch): Stretch => {
  const match = /^["“«]\s?([^"”»]+?)\s?["”»]/u.exec(stretch.text);
  return match
    ? cut(stretch, match[0].indexOf(match[1]!), match[0].indexOf(match[1]!) + match[1]!.length)
    : stretch;
};

/** “Title (GLO/18/28/DAN)” without the symbol and its brackets. */
function withoutSymbol(stretch: Stretch): Stretch {
  const [first] = iloSymbolsIn(stretch);
  if (first === undefined) return trimmedEnd(stretch);
  const at = stretch.points.indexOf(first.at.points[0]!);
  const before = stretch.text
    .slice(0, at)
    .replace(/[\s(,;:–-]+(?:(?:project|tc) )?(?:symbol|code|no\.?)?[\s:(]*$/iu, "");
  return before.length >= 8 ? trimmedEnd(cut(stretch, 0, before.length)) : trimmedEnd(stretch);
}

const trimmedEnd = (stretch: Stretch) => cut(stretch, 0, stretch.text.replace(/[\s.;,]+$/, "").length);
