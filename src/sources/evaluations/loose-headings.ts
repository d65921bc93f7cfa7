// Headings that came as paragraphs: set in ordinary type, a reader still sees that “Lessons learned” by
// itself, or “2.4 Methodology”, opens a section.

import type { Block } from "#documents";
import type { PassageKind } from "#records";
import { folded } from "./folded.ts";
import { itemKinds } from "./kind-words.data.ts";
import { kindsAnnounced } from "./kinds-named.ts";
import { namedItem } from "./named-item.ts";

const mostWords = 7;
const mostWordsNumbered = 12;
/** “Findings, conclusions and recommendations” by itself is a row of a table. */
const mostKinds = 2;
const isSummaryAlone =
  /^(?:executive summary|summary|resume(?: executif| analytique)?|note de synthese|resumen(?: ejecutivo)?|resumo(?: executivo)?|sumario executivo)$/;
/** Little words and qualifiers that may stand beside the names of kinds in a heading. */
const beside =
  /^(?:and|or|of|the|for|to|from|on|et|ou|de|des|du|la|le|les|pour|y|o|e|del|los|las|para|da|do|das|dos|os|as|key|main|major|overall|general|principales?|principaux|principais|summary|emerging|emergentes?|evaluation|evaluacion|avaliacao|study|tirees?|tires?|apprises?|aprendidas?|identified|strategic|operational|annex|\d+(?:\.\d+)*\.?|[ivx]+\.?|[a-z]\.|&|\/|-|–)$/;

/**
 * True for a paragraph that stands for a heading.
 *
 * @param kinds what the section announces that it stands in
 */
export function isLooseHeading(blocks: readonly Block[], at: number, kinds: readonly PassageKind[]): boolean {
  const block = blocks[at]!;
  if (block.kind !== "paragraph" || block.text.length > 120) return false;
  const text = block.text.replace(/^[\s*_]+|[\s*_:]+$/g, "");
  if (text === "" || /[.;,!?]$/.test(text) || !/^[\p{Lu}\d]/u.test(text)) return false;
  const next = blocks
    .slice(at + 1, at + 6)
    .find(({ kind }) => kind !== "page-furniture" && kind !== "footnote");
  if (next === undefined || /^\p{Ll}/u.test(next.text)) return false;
  if (namedItem(text, kinds) !== null) return false;
  const words = text.split(/\s+/);
  if (words.length <= 3 && block.number === undefined && isSummaryAlone.test(folded(text))) return true;
  const names = kindsAnnounced(text);
  // “2.0 Recommendations” is a label of a chart; “1. Findings”, “2. Recommendations” is a list of chapters.
  const isDeep =
    block.number !== undefined &&
    /^\d+(?:\.[1-9]\d*)+$/.test(block.number) &&
    words.length <= mostWordsNumbered;
  if (block.number !== undefined && !isDeep && !/^[1-9]\d?$/.test(block.number)) return false;
  if (
    block.number !== undefined &&
    !isDeep &&
    Number(next.number) === Number(block.number) + 1 &&
    next.text.length < 60
  )
    return false;
  if (names.length > 0 && names.length <= mostKinds && words.length <= mostWords)
    return (
      isMadeOf(text) &&
      (isDeep || names.some((kind) => itemKinds.has(kind)) || kinds.every((kind) => kind !== "finding"))
    );
  if (names.length > 0) return false;
  return isDeep && !kinds.some((kind) => itemKinds.has(kind)) && !/:$/.test(block.text.trim());
}

/** True where hardly a word is left when the names of kinds and little words are taken away. */
function isMadeOf(text: string): boolean {
  const words = folded(text).split(/\s+/);
  const foreign = words.filter((word) => !beside.test(word) && kindsAnnounced(word).length === 0);
  // “Lessons learned” is two words of which neither names the kind alone.
  const known =
    /^(?:lessons?|learn(?:ed|t)|good|best|practices?|bonnes?|pratiques?|buenas?|practicas?|boas?|praticas?|lecons?|enseignements?|leccion(?:es)?|lic(?:ao|oes)|management|responses?|reponses?|direction|respuestas?|gerencia|respostas?|gestao|success|factors?|facteurs?|succes|factores|exito|fatores|sucesso|what|works|worked|did|not|work|limitations?|context|contexte|contexto)$/;
  return foreign.filter((word) => !known.test(word)).length === 0;
}
