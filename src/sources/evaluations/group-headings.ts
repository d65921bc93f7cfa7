// Sub-headings inside a chapter of recommendations or lessons: some sort the items (“To the Government”,
// “Strategic recommendations”), others are items themselves (“Register seasonal workers”).

import type { Block } from "#documents";
import type { Language } from "#kernel";
import type { PassageKind } from "#records";
import { folded } from "./folded.ts";
import { kindsNamed } from "./kinds-named.ts";
import { beginsWithVerb, normativeWord } from "./normative.ts";

const addressed =
  /^(?:to|for|addressed to|directed (?:to|at)|intended for|a l'attention|a l'intention|aux?|a la|a l'|a|pour|destinees? a|adressees? a|para|dirigid[ao]s? a|al?|aos?|as)\s+(?:the |l'|la |le |les |el |los |las |os? |as? )?\p{L}/u;
const actors =
  /^(?:the |le |la |l'|les |el |los |las |os? |as? )?(?:governments?|gouvernements?|gobiernos?|governos?|ministr\w+|ilo|oit|bit|undp|pnud|unicef|iom|oim|fao|wfp|un\b|onu\b|united nations|constituents?|mandants?|mandantes|constituyentes|constituintes|social partners|partenaires sociaux|interlocutores sociales|parceiros sociais|employers?|employeurs|empleadores|empregadores|workers?|travailleurs|trabajadores|trabalhadores|trade unions?|syndicats|sindicatos|donors?|bailleurs|donantes|doadores|partners?|partenaires|socios|parceiros|project|projet|proyecto|projeto|programme|national|headquarters|country offices?|implementing|civil society|societe civile|sociedad civil|sociedade civil|development partners)\b/;
const sorting =
  /\b(?:strateg\w+|operation\w+|operativ\w+|programm?at\w+|programmes?|policy|politi\w+|technical|techniques?|tecnic\w+|general\w*|specific\w*|specifi\w+|especific\w+|institution\w+|instituc\w+|management|gestion|gestao|administrat\w+|short|medium|long|court|moyen|cort[ao]|mediano|curto|medio|high|low|priorit\w+|immediate|immediat\w*|relevance|pertinen\w+|relevancia|coheren\w+|effectiveness|efficac\w+|eficac\w+|efficien\w+|eficien\w+|impact\w*|sustainab\w+|durabilit\w+|sostenibil\w+|sustentabil\w+|gender|genre|genero|design|conception|diseno|desenho|future|cross-cutting|transvers\w+|governance|gouvernance|gobernanza|governanca|partnerships?|financ\w+)\b/;

const fewWords = 7;

/** True for a sub-heading that sorts items: an addressee, a theme of management, a letter before a theme. */
export function isGroupHeading(block: Block): boolean {
  const text = block.text.replace(/^[\s*_►▶]+|[\s*_:]+$/g, "");
  if (block.number !== undefined || text.split(/\s+/).length > fewWords || kindsNamed(text).length > 0)
    return false;
  const bare = folded(text);
  return /^[A-Z][.)]\s/.test(text) || addressed.test(bare) || actors.test(bare) || sorting.test(bare);
}

/** Numbers count items where they begin at 1; others count the chapters of the report. */
export const countsFromOne = (numbers: readonly (string | undefined)[]): boolean => {
  const first = numbers.find((number) => number !== undefined);
  return first === undefined || /^(?:\d+\.)*1$/.test(first);
};

/** True for a sub-heading that says by itself what one item says. */
export function isItemHeading(block: Block, kind: PassageKind, language: Language | null): boolean {
  const text = block.text.replace(/^[\s*_►▶]+|[\s*_]+$/g, "");
  const words = text.split(/\s+/).length;
  const bare = folded(text);
  if (kindsNamed(text).length > 0 && words <= fewWords) return false;
  if (words <= fewWords && (addressed.test(bare) || actors.test(bare))) return false;
  if (kind === "recommendation") {
    if (beginsWithVerb(text, language)) return true;
    if (words > fewWords && normativeWord(text, language) !== null) return true;
    return block.label !== undefined || (block.number !== undefined && !sorting.test(bare) && words > 3);
  }
  if (words <= 3 && sorting.test(bare)) return false;
  // Lessons are sentences; a heading of a few words is a theme, unless it is numbered like its neighbours.
  return words > fewWords || ((block.label !== undefined || block.number !== undefined) && words > 3);
}
