// Response tables whose heads say little: a column of verdicts (“Yes / In part / No”) shows where the answer is,
// whatever stands above it.

import type { Table } from "#documents";
import { verdictIn } from "./field-values.ts";
import { folded, foldedInPlace } from "./folded.ts";
import { fieldOfHeader } from "./form-fields.ts";
import { earlierHeadings, earlierSentences } from "./kind-words.data.ts";
import type { Section } from "./sections.ts";
import { type Column, type Columns, columnOf } from "./table-columns.ts";

/** “Agreed with reservations, see below” is the longest verdict by itself. */
const longestVerdict = 6;
const longestHead = 9;
/** A column of advice or of reasons holds sentences. */
const shortestAdvice = 25;
const shortestReasons = 12;
/** A few rows may be left empty. */
const mostRows = 0.6;

const agreement =
  /\b(?:agree\w*|accept\w*|concur\w*|position|stance|opinion|view|answer|repl(?:y|ies)|responses?|decision|d'accord|avis|reponses?|acuerdo|acept\w*|postura|posicion|respuestas?|aceit\w*|concord\w*|parecer|posicao|respostas?)\b/;
const whatIsDone =
  /\b(?:what (?:will be|we shall|we will|is to be) do(?:ne)?|steps|commitments?|follow-?up|engagements?|suites? (?:prevues?|donnees?|a donner)|compromisos?|que (?:haremos|se hara)|compromissos?|o que (?:faremos|sera feito))\b/;
const onProgress =
  /\b(?:implementation|status|progress|tracking|suivi|avancement|seguimiento|avance|estado|seguimento|andamento|situacao)\b/;

/** True for a cell that holds a verdict and hardly more. */
export const isVerdict = (text: string): boolean =>
  text.trim().split(/\s+/).length <= longestVerdict && verdictIn(foldedInPlace(text)) !== null;

/** The verdict opens most of the texts, in words: “Yes” answers any question. */
const mostlyVerdicts = (texts: readonly string[]): boolean =>
  texts.filter(
    (text) =>
      !plainAnswer.test(folded(text)) && (verdictIn(foldedInPlace(text))?.start ?? opening + 1) <= opening,
  ).length >=
  texts.length * mostRows;
const plainAnswer =
  /^\W*(?:yes|no|oui|non|si|sim|nao|in part|partly|partially|en partie|en parte|em parte)\W*$/;
const opening = 12;

/** The columns of a table with one of verdicts; null where there is none, or nothing else speaks of answers. */
export function responseColumns(table: Table, section: Section): Columns | null {
  const [head, ...rows] = table.rows;
  if (head === undefined || rows.length < 2) return null;
  const heads = head.cells.map(({ text }) => text.trim());
  const isHead = heads.every((text) => text.split(/\s+/).length <= longestHead);
  if (
    !isHead ||
    heads.some((text) => earlierHeadings.test(folded(text)) || earlierSentences.test(folded(text)))
  )
    return null;
  const textsOf = (c: number) =>
    rows.flatMap((row) => (/\p{L}|\d/u.test(row.cells[c]?.text ?? "") ? [row.cells[c]!.text] : []));
  const meanOf = (c: number) =>
    textsOf(c).reduce((sum, text) => sum + text.length, 0) / Math.max(1, textsOf(c).length);
  const known = heads.map((text) => headOf(text, table));
  const isOfAdvice = known.some((column) => column?.is === "kind" && column.kind === "recommendation");
  const holds = (c: number, is: (text: string) => boolean) => {
    const texts = textsOf(c);
    return texts.length >= 2 && texts.length >= rows.length * mostRows && texts.every(is);
  };
  const pure = heads.findIndex((_, c) => holds(c, isVerdict));
  // “Agreed. The actuary is preparing it”, beside recommendations and under a head that no list knows.
  const mixed = heads.findIndex(
    (text, c) =>
      isOfAdvice &&
      known[c] === null &&
      !onProgress.test(folded(text)) &&
      textsOf(c).length >= 2 &&
      mostlyVerdicts(textsOf(c)),
  );
  const verdictAt = pure >= 1 ? pure : mixed;
  if (verdictAt < 1) return null;
  const isField = (c: number, ...ids: readonly string[]) => {
    const column = known[c];
    return column?.is === "field" && ids.includes(column.id);
  };
  const isPlanned = known.some((_, c) => isField(c, "actions", "addressees", "time-frame"));
  const isAnswer =
    verdictAt === mixed ||
    agreement.test(folded(heads[verdictAt]!)) ||
    section.kinds.includes("management-response");
  // Verdicts beside recommendations answer them.
  if (!isAnswer || !(isPlanned || isOfAdvice || section.kinds.includes("management-response"))) return null;
  const adviceAt = adviceColumn(heads, known, verdictAt, meanOf);
  const reasonsAt = heads.findIndex(
    (text, c) =>
      c > verdictAt &&
      meanOf(c) >= shortestReasons &&
      !onProgress.test(folded(text)) &&
      (known[c] === null || known[c]?.is === "kind" || isField(c, "comments", "reason")),
  );
  const columns = heads.map((header, c): Column => {
    if (c === verdictAt || c === reasonsAt) return { is: "kind", kind: "management-response", header };
    if (c === adviceAt) return { is: "kind", kind: "recommendation", header };
    const column = known[c] ?? null;
    return column?.is === "kind" && column.kind === "management-response" ? null : column;
  });
  return { columns, headAt: 0 };
}

function headOf(text: string, table: Table): Column {
  if (whatIsDone.test(folded(text)) && fieldOfHeader(text) === null)
    return { is: "field", id: "actions", header: text };
  return columnOf(text, table.rows[0]!);
}

/** The column that says it is one of recommendations, or the longest texts before the verdicts. */
function adviceColumn(
  heads: readonly string[],
  known: readonly Column[],
  verdictAt: number,
  meanOf: (c: number) => number,
): number {
  const named = known.findIndex((column) => column?.is === "kind" && column.kind === "recommendation");
  if (named >= 0) return named;
  const before = heads.map((_, c) => c).filter((c) => c < verdictAt && known[c]?.is !== "number");
  const longest = before.toSorted((a, b) => meanOf(b) - meanOf(a))[0];
  return longest !== undefined && meanOf(longest) >= shortestAdvice ? longest : -1;
}
