// The printed fields of forms: response tables (“Management response – accept”, “Key actions:”) and the
// templates of lessons learned and emerging good practices (“Brief description of lesson learned”).

import type { PassageKind } from "#records";
import { folded } from "./folded.ts";

type FormField = {
  /** The kind of passage that stands in the field; null for fields that hold something else. */
  readonly kind: Extract<PassageKind, "management-response" | "lesson-learned" | "good-practice"> | null;
  /** UTF-16 units up to the field's content. */
  readonly length: number;
};

const response =
  /^(?:management response|reponse (?:de la direction|du management|de la gestion)|respuesta de la (?:gerencia|direccion|administracion)|resposta da (?:gestao|gerencia|administracao))(?=\s*(?:[:.–—-]|\(|$|accept|partial|reject|agree|accepte|rejet|acepta|rechaz|aceit))/;
const brief =
  "(?:brief|short) (?:description|summary) of (?:the )?|(?:breve|courte) description (?:de la |de l'|des )?|bref resume (?:de la |de l'|des )?|breve (?:descripcion|resumen) de (?:la |las )?|breve (?:descricao|resumo) da?s? ";
const lesson = new RegExp(
  `^(?:${brief})(?:lessons?(?: learn(?:ed|t))?|lecons?(?: apprises?| tirees?)?|enseignements?(?: tires?)?|leccion(?:es)?(?: aprendidas?)?|lic(?:ao|oes)(?: aprendidas?)?)`,
);
const practice = new RegExp(
  `^(?:${brief})(?:emerging )?(?:good practices?|bonnes? pratiques?|buenas? practicas?|boas? praticas?)`,
);
/** A remark such as “(link to specific action or task)” belongs to the field's name. */
const remark = /^\s*(?:\([^()]{0,120}\)?)?\s*[:.–—-]*\s*/u;

const other = new RegExp(
  `^(?:${[
    "key actions?\\b|actions? cles?\\b|acciones? clave|acoes?[- ]chave|planned actions?\\b",
    "responsible (?:unit|person|office|party)|unites? responsables?|unidad(?:es)? responsables?|unidades? responsave",
    "time ?frame\\b|timeline\\b|calendrier\\b|echeance|plazos?\\b|prazos?\\b|cronograma\\b",
    "(?:final )?(?:implementation monitoring status|comments? on implementation)|tracking\\b|status\\b|comments?:?$",
    "linked to\\b|priority(?: level)?\\s*:|resource implications?\\b|addressed to\\b|addressees?\\b|priorite\\s*:|destinataires?\\b|prioridade?\\s*:|dirigid[ao] a\\b|destinatari[ao]s?\\b",
    "context and any related preconditions|relevant conditions and context|contexte et (?:toutes )?(?:les )?conditions|contexto y (?:cualquier )?condic",
    "targeted users|utilisateurs (?:et beneficiaires )?vises|usuarios previstos|usuarios (?:e beneficiarios )?visados",
    "challenges ?\\/ ?negative lessons|success ?\\/ ?positive issues|ilo administrative issues",
    "establish a clear cause|indicate measurable impact|potential for replication|upward links|other documents or relevant",
  ].join("|")})`,
);

/** The field that a text begins, or null. */
export function formField(text: string): FormField | null {
  const head = text.slice(0, 240);
  const bare = folded(head);
  for (const [pattern, kind] of [
    [response, "management-response"],
    [lesson, "lesson-learned"],
    [practice, "good-practice"],
  ] as const) {
    const match = pattern.exec(bare);
    if (!match) continue;
    // Accents and doubled blanks make folded text shorter; names of fields hold hardly any.
    let length = match[0].length;
    while (length < head.length && folded(head.slice(0, length)).length < match[0].length) length++;
    if (kind === "management-response")
      length += /^\s*[:.–—-]*\s*/u.exec(head.slice(length))?.[0].length ?? 0;
    else length += remark.exec(head.slice(length))?.[0].length ?? 0;
    return { kind, length };
  }
  return other.test(bare) ? { kind: null, length: 0 } : null;
}
