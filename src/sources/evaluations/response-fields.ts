// The printed fields of response tables: “Management response – accept”, “Key actions:”, “Time frame”.

import { folded } from "./folded.ts";

export type ResponseField = "response" | "other";

const response =
  /^(?:management response|reponse (?:de la direction|du management|de la gestion)|respuesta de la (?:gerencia|direccion|administracion)|resposta da (?:gestao|gerencia|administracao))(?=\s*(?:[:.–—-]|\(|$|accept|partial|reject|agree|accepte|rejet|acepta|rechaz|aceit))/;
const other =
  /^(?:key actions?\b|actions? cles?\b|acciones? clave|acoes?[- ]chave|planned actions?\b|responsible (?:unit|person|office|party)|unites? responsables?|unidad(?:es)? responsables?|unidades? responsave|time ?frame\b|timeline\b|calendrier\b|echeance|plazos?\b|prazos?\b|cronograma\b|(?:final )?(?:implementation monitoring status|comments? on implementation)|tracking\b|status\b|priority level|comments?:?$)/;

/** The field that a block begins, or null. */
export function responseField(
  text: string,
): { readonly field: ResponseField; readonly length: number } | null {
  const head = text.slice(0, 120);
  const bare = folded(head);
  const match = response.exec(bare);
  if (match) {
    const behind = /^\s*[:.–—-]*\s*/u.exec(head.slice(match[0].length))?.[0].length ?? 0;
    return { field: "response", length: match[0].length + behind };
  }
  return other.test(bare) ? { field: "other", length: 0 } : null;
}
