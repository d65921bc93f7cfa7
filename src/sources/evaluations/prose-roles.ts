// Paragraphs in chapters of items that mark them in no way: which of them are items, by their words.

import type { Block } from "#documents";
import type { Language } from "#kernel";
import type { PassageKind } from "#records";
import { verdictIn } from "./field-values.ts";
import { folded, foldedInPlace } from "./folded.ts";
import type { Role } from "./item-role.ts";
import { itemKinds } from "./kind-words.data.ts";
import { kindsNamed } from "./kinds-named.ts";
import { isLeadIn } from "./lead-in.ts";
import { numberWords } from "./named-item.ts";
import { normativeWord } from "./normative.ts";
import { isProse } from "./prose-shape.ts";
import type { Section } from "./sections.ts";

/** What a paragraph is in a chapter of items that marks them in no way; null for what leads to them or beside them. */
export function proseRole(
  text: string,
  kind: PassageKind,
  heading: string | null,
  mixed: PassageKind | null,
  owner: Section,
  language: Language | null,
  leads: boolean,
): Role | null {
  if (!leads && isLeadIn(text)) return null;
  const word = normativeWord(text, language);
  const isRecommendation = owner.kinds.includes("recommendation") && word !== null;
  if (isRecommendation)
    return {
      is: "item",
      kind: "recommendation",
      confidence: mixed === null ? 0.7 : 0.6,
      reason: `Paragraph under the heading “${heading}” that tells somebody what to do (“${word}”).`,
      takes: true,
    };
  if (kind === "recommendation" || mixed !== null) return null;
  // Thanks and remarks of the office answer no recommendation.
  const answered = kind === "management-response" ? answeredIn(text) : null;
  if (
    kind === "management-response" &&
    answered === null &&
    (verdictIn(foldedInPlace(text)) === null || !speaksOfAdvice(text, heading))
  )
    return null;
  return {
    is: "item",
    ...(answered === null ? {} : { label: answered.label }),
    kind: kindOfSubject(text, owner) ?? kind,
    confidence: 0.6,
    reason: `Running text under the heading “${heading}”, which has no list of items.`,
    takes: false,
  };
}

/** A borrower who agrees with the ratings answers no recommendation. */
const speaksOfAdvice = (text: string, heading: string | null) =>
  kindsNamed(text).includes("recommendation") ||
  /\b(?:management|office|direction|bureau|gerencia|oficina|gestao|escritorio)\b/.test(folded(heading ?? ""));

/** In a chapter of several kinds of items: the one that a paragraph speaks of first (“The good practice is …”). */
function kindOfSubject(text: string, owner: Section): PassageKind | null {
  const items = owner.kinds.filter((kind) => itemKinds.has(kind));
  if (items.length < 2) return null;
  const named = kindsNamed(text.split(/\s+/).slice(0, subjectWords).join(" "));
  const own = items.filter((kind) => named.includes(kind));
  return own.length === 1 ? own[0]! : null;
}
const subjectWords = 6;

/** Recommendations in words that no list knows: where not one paragraph tells, each counts, with little faith. */
export function settleProse(
  texts: readonly number[],
  roles: Map<number, Role>,
  blocks: readonly Block[],
  kind: PassageKind,
  heading: string | null,
  mixed: PassageKind | null,
): void {
  if (kind !== "recommendation" || mixed !== null || texts.some((at) => roles.get(at)?.is === "item")) return;
  for (const at of texts)
    if (isProse(blocks[at]!) && !isLeadIn(blocks[at]!.text))
      roles.set(at, {
        is: "item",
        kind,
        confidence: 0.5,
        reason: `Running text under the heading “${heading}”, which has no list of items.`,
        takes: false,
      });
}

const adviceBegun =
  /^\W*(?:(?:on|as to|as regards|regarding|concerning|with (?:regard|respect) to|in (?:response|reply|answer) to|(?:en ce qui|pour ce qui) (?:concerne|est de)|au sujet de|quant a|concernant|a propos de|sur|pour|en cuanto a|respecto (?:de|a)|con respecto a|acerca de|sobre|en relacion con|quanto a|relativamente a|no que (?:respeita|toca|se refere) a|em relacao a)\W+)?(?:the |la |l'|les |las? |los |as? |os |aux? |du |de la |del )?(?:(\w{3,9})(?:,? (?:and|et(?: la)?|y(?: la)?|e(?: a)?) (?:the )?\w{3,9})? )?(?:recomm?[ae]ndations?|recomendacion(?:es)?|recomendac(?:ao|oes))(?: (?:n[o.°]*\s?|number |numero )?(\d{1,2}(?:\.\d{1,2})?[a-z]?|\(?[a-z]\)))?(?=\W)/;

/**
 * The recommendation by whose number a paragraph begins (“On recommendation 3, the Department agrees”, “Quanto
 * à segunda recomendação, …”), or null.
 */
function answeredIn(text: string): { readonly label: string | null } | null {
  const match = adviceBegun.exec(folded(text.slice(0, 200)));
  if (match === null) return null;
  const ordinal = match[1] === undefined ? undefined : numberWords.get(match[1]);
  const label = ordinal ?? match[2] ?? null;
  return label === null ? null : { label };
}
