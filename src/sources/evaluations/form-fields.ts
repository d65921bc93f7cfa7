// The printed fields of forms: response tables (“Management response – accept”, “Key actions:”), the lines
// under a recommendation (“Priority: High”) and the templates of lessons learned and emerging good practices
// (“Brief description of lesson learned”).

import type { PassageKind } from "#records";
import { type FieldId, fieldNames } from "./field-names.data.ts";
import { verdictIn } from "./field-values.ts";
import { foldedInPlace } from "./folded.ts";

type FormField = {
  /** The kind of passage that stands in the field; null for fields that hold something else. */
  readonly kind: Extract<PassageKind, "management-response" | "lesson-learned" | "good-practice"> | null;
  /** UTF-16 units up to the field's content. */
  readonly length: number;
};

export type FieldSegment = {
  readonly id: FieldId;
  /** UTF-16 units: where the name begins, where the value begins and ends. */
  readonly start: number;
  readonly from: number;
  readonly to: number;
};

/** A remark such as “(link to specific action or task)” or “(Time 1)” belongs to the field's name. */
const remark = String.raw`(?:\s*\([^()]{0,120}\)?)?`;
const marks = /^[\s*_•▪■◦►▶➤–-]*/u;

/** Verdicts that may stand right behind the name of a response, without a mark. */
const verdictWord =
  "(?=\\s*(?:[:.–—-]|\\(|$|accept|partial|reject|agree|disagree|concur|accepte|rejet|acepta|rechaz|aceit))";

const starts = fieldNames.map(({ id, strong, loose }) => ({
  id,
  strong:
    strong === undefined
      ? null
      : new RegExp(id === "response" ? `^(?:${strong})${verdictWord}` : `^(?:${strong})`),
  loose: loose === undefined ? null : new RegExp(`^(?:${loose})${remark}\\s*:`),
  // “Contexto” is not “context” and a letter more.
  header: new RegExp(
    `^(?:${[strong, loose === undefined ? undefined : `(?:${loose})(?![a-z])`].filter(Boolean).join("|")})`,
  ),
}));

/** Names inside a line count with a colon only. */
const inside = fieldNames
  .filter(({ id }) => id !== "form" && id !== "lesson" && id !== "practice")
  .map(({ id, strong, loose }) => ({
    id,
    pattern: new RegExp(
      `(?<=^|[\\s.;|(])(?:${[strong, loose].filter(Boolean).join("|")})${remark}\\s*${id === "response" ? "(?::|\\s[–—-]\\s)" : ":"}`,
      "g",
    ),
  }));

/** Fields that a line at the end of a recommendation may hold. */
const trailing: ReadonlySet<FieldId> = new Set([
  "addressees",
  "priority",
  "time-frame",
  "resources",
  "linked",
]);

const endsSentence = /[.!?;)]["”’»]*\s*$/u;

/** “Priority high, cost none, time short.” */
const levelled = (
  [
    ["priority", "priority|priorite|prioridade?"],
    ["resources", "costs?|resources?|couts?|ressources|costos?|recursos?|custos?"],
    ["time-frame", "time(?: ?frame)?|term|delai|horizon|plazo|prazo"],
  ] as const
).map(([id, words]) => ({
  id,
  pattern: new RegExp(
    `\\b(?:${words})\\s+(?=(?:very )?(?:high|medium|low|none|short|long|haute?|moyen\\w*|faible|aucun\\w*|court|long|elevee?|alt[ao]|medi[ao]|baj[ao]|baix[ao]|ningun\\w*|nenhum\\w*|cort[ao]|curt[ao]|larg[ao]))`,
    "g",
  ),
}));

const kindOf = {
  response: "management-response",
  lesson: "lesson-learned",
  practice: "good-practice",
} as const;

/** The field that a text begins, or null. */
export function formField(text: string): FormField | null {
  const found = fieldAtStart(text.slice(0, 300));
  if (found === null) return null;
  const kind = found.id in kindOf ? kindOf[found.id as keyof typeof kindOf] : null;
  return { kind, length: kind === null ? 0 : found.from };
}

/** The field whose name stands at the beginning, and where its content begins. */
export function fieldAtStart(text: string, withLoose = false): FieldSegment | null {
  const start = marks.exec(text)?.[0].length ?? 0;
  const bare = foldedInPlace(text.slice(start, start + 300));
  for (const { id, strong, loose } of starts) {
    const match = strong?.exec(bare) ?? (withLoose ? loose?.exec(bare) : null);
    if (!match) continue;
    // “Linked to the pension reform, …” is a sentence; a name is followed by a mark or stands alone.
    if (
      strong?.test(bare) &&
      !isTemplate(id) &&
      !/^(?:\s*\([^()]*\))?\s*(?:[:–—-]|$|\n)|^\s+accept/.test(bare.slice(match[0].length))
    )
      if (
        id !== "response" &&
        id !== "linked" &&
        !(id === "addressees" && withLoose && isDirected.test(bare))
      )
        continue;
    const name = start + match[0].trimEnd().replace(/:$/, "").length;
    const behind =
      id === "response"
        ? /^\s*[:.–—-]*\s*/u
        : new RegExp(`^${remark}\\s*[:.–—-]*\\s*(?:\\(Time \\d\\)\\s*:?\\s*)?`, "u");
    const from = name + (behind.exec(text.slice(name))?.[0].length ?? 0);
    return { id, start, from, to: text.length };
  }
  return null;
}

/** “Addressed to the Department.” needs no colon. */
const isDirected =
  /^(?:addressed to|directed (?:to|at)|adressee?s? (?:a|aux?)\b|destinee?s? (?:a|aux?)\b|dirigid[ao]s? a\b)/;

const isTemplate = (id: FieldId) =>
  fieldNames.findIndex((field) => field.id === id) >= fieldNames.findIndex((field) => field.id === "lesson");

/** The field that a cell names, as the head of a column or of a row. */
export function fieldOfHeader(text: string): FieldId | null {
  const bare = foldedInPlace(text.trim()).replace(/^[\W_]+/, "");
  if (bare === "" || bare.length > 200) return null;
  for (const { id, strong, header } of starts) {
    if (isTemplate(id) && strong !== null) {
      if (strong.test(bare)) return id;
      if (id !== "context" && id !== "challenges" && id !== "success") continue;
    }
    const match = header.exec(bare);
    if (!match) continue;
    const rest = bare
      .slice(match[0].length)
      .replace(/\([^()]*\)|[\s*:./-]+/g, " ")
      .trim();
    // A head of a column is its name and hardly more.
    if (rest === "" || (rest.split(" ").length <= 3 && bare.split(" ").length <= 6 && !isTemplate(id)))
      return id;
  }
  return null;
}

/**
 * The fields that a block holds, in order: one that begins the block and others behind it (“Priority: High
 * Timeline: Short term”); or, in an item, those at its end.
 *
 * @param inItem the block belongs to a recommendation or response, where everyday words (“Time:”) name fields
 */
export function fieldsIn(text: string, inItem: boolean): readonly FieldSegment[] {
  const first = fieldAtStart(text, inItem);
  if (first === null && !inItem) return [];
  if (first === null && !/:|\s[–—-]\s/.test(text)) return [];
  const bare = foldedInPlace(text);
  const found: { id: FieldId; start: number; from: number }[] = [];
  for (const { id, pattern } of inside)
    for (const match of bare.matchAll(pattern)) {
      const at = match.index;
      if (!/\p{Lu}/u.test(text[at] ?? "") || (first !== null && at < first.from)) continue;
      if (found.some((other) => at < other.from && other.start < at + match[0].length)) continue;
      const answers =
        id === "response" &&
        endsSentence.test(text.slice(0, at)) &&
        verdictIn(bare.slice(at + match[0].length, at + match[0].length + 60)) !== null;
      if (first === null && !trailing.has(id) && !answers) continue;
      if (!match[0].endsWith(":") && !answers) continue;
      const from = at + match[0].length;
      // The words of an answer begin behind the blank.
      found.push({ id, start: at, from: from + /^\s*/.exec(text.slice(from))![0].length });
    }
  if (first?.id === "addressees" && isDirected.test(bare.slice(first.start)) && found.length === 0)
    for (const { id, pattern } of levelled)
      for (const match of bare.matchAll(pattern))
        found.push({ id, start: match.index, from: match.index + match[0].length });
  found.sort((a, b) => a.start - b.start);
  const all = first === null ? found : [first, ...found];
  // One everyday word with a colon inside a sentence is no field yet.
  if (
    first === null &&
    !found.some(({ id, start }) => id === "priority" || id === "response" || (start > 0 && found.length > 1))
  )
    return [];
  if (first !== null && isTemplate(first.id)) return [first];
  return all.map(({ id, start, from }, i) => ({ id, start, from, to: all[i + 1]?.start ?? text.length }));
}
