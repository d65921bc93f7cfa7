// The sentence before a list, and the kind it announces for the items.

import type { PassageKind } from "#records";
import { folded } from "./folded.ts";
import { earlierSentences, itemKinds, pointsAhead, speaksOfItself } from "./kind-words.data.ts";
import { kindsNamed } from "./kinds-named.ts";

/** What a sentence is about stands among its first words. */
const subjectWords = 9;
const lastWords = 7;
/** “To overcome these challenges, the project took the following steps:” announces steps. */
export const againstIt =
  /\b(?:address|addressing|mitigate|mitigating|overcome|overcoming|tackle|tackling|solve|solving|resolve|resolving|respond(?:ing)? to|despite|surmonter|resoudre|relever|face a|faire face|malgre|superar|resolver|enfrentar|abordar|pese a|apesar|mitigar)\b/;

/**
 * The kind of item that a sentence before a list announces, or null where it points at nothing or names no
 * kind. What stands right behind “the following” counts first, then what is named first; kinds that come
 * as items go before kinds of running text. What earlier evaluations recommended is not announced.
 */
export function kindAnnounced(paragraph: string): PassageKind | null {
  const bare = folded(paragraph);
  if (!pointsAhead.test(bare)) return null;
  const sentence = bare.split(/(?<=[.!?])\s+(?=\S)/).at(-1)!;
  if (earlierSentences.test(sentence)) return null;
  if (answers.test(sentence)) return "management-response";
  const following = /\bfollowing\b(.{0,60})/.exec(sentence)?.[1];
  const direct = following === undefined ? [] : kindsNamed(following);
  // Words of every kind are common in any sentence: they must be what it is about.
  const named = kindsNamed(sentence).filter((kind) => isSubject(kind, sentence));
  const all = [...direct, ...named];
  return all.find((kind) => itemKinds.has(kind)) ?? all[0] ?? null;
}

/** “Its comments on the recommendations are as follows:” */
const answers =
  /\b(?:comments?|responses?|observations?|repl(?:y|ies)|reactions?|commentaires?|reponses?|comentarios?|respuestas?|respostas?|observaciones|observacoes)\b.{0,48}\b(?:recomm?[ae]ndation|recomendacion|recomendacoes|recomendacao)/;

function isSubject(kind: PassageKind, sentence: string): boolean {
  const words = sentence.split(/\s+/);
  const start = words.slice(0, subjectWords).join(" ");
  if (kindsNamed(start).includes(kind) && !againstIt.test(start)) return true;
  // “…, the team therefore recommends that the Ministry:”
  return kind === "recommendation" && kindsNamed(words.slice(-lastWords).join(" ")).includes(kind);
}

/** True for a paragraph that leads to what follows, or speaks of the chapter instead of its matter. */
export function isLeadIn(paragraph: string): boolean {
  const bare = folded(paragraph);
  if (/:["”’»)\]*\s]*$/.test(bare)) return true;
  const sentences = bare.split(/(?<=[.!?])\s+(?=\S)/);
  return (
    speaksOfItself.test(sentences[0]!) ||
    (sentences.length <= 2 && pointsElsewhere.test(sentences[0]!)) ||
    (sentences.length <= 2 && pointsAtItems.test(sentences.at(-1)!)) ||
    (sentences.length <= 3 && countsItems(sentences.at(-1)!))
  );
}

/** “Les fiches complètes figurent en annexe.” */
const pointsElsewhere =
  /\b(?:are|is|can be) (?:\w+ )?(?:given|found|set out|attached|presented|included|contained|described|in)\b.{0,50}\b(?:annex\w*|appendi\w+|below)\b|\b(?:figurent?|se trouvent?|(?:sont|est) (?:\w+ )?(?:donne|presente|joint|reproduit|decrit)\w*)\b.{0,50}\b(?:annexes?|ci-apres|ci-dessous)\b|\b(?:figuran?|se encuentran?|se (?:presentan?|adjuntan?|describen?)|(?:esta|estan) en)\b.{0,50}\b(?:anexos?|a continuacion)\b|\b(?:constam?|figuram?|encontram?-se|apresentam?-se|(?:esta|estao) (?:n[ao]s?|em))\b.{0,50}\b(?:anexos?|a seguir|abaixo)\b/;

const pointsAtItems =
  /\brecommends? (?:the following|as follows)\b|\brecommande(?:nt)? (?:ce qui suit|les mesures suivantes)\b|\brecomiendan? lo siguiente\b|\brecomendam? o seguinte\b|\b(?:following|below|ci-dessous|ci-apres|suivante?s?|siguientes?|a continuacion|seguintes?|abaixo|a seguir)\b.{0,60}\b(?:recomm?[ae]nda\w+|recomendac\w+|lessons?|lecons?|enseignements?|lecc?iones|licoes|practices?|pratiques?|practicas|praticas|points?|puntos|pontos|aspects?|aspectos)\b|\b(?:recomm?[ae]nda\w+|recomendac\w+|lessons?|lecons?|enseignements?|lecciones|licoes|practices?|pratiques?|practicas|praticas)\b.{0,80}\b(?:following|below|ci-dessous|ci-apres|suivante?s?|siguientes?|a continuacion|seguintes?|abaixo|a seguir)\b/;

/** “Trois enseignements méritent d'être partagés.” */
const countsItems = (sentence: string) =>
  sentence.split(/\s+/).length <= longestCount && counted.test(sentence);
const longestCount = 16;
const counted =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|several|some|a few|deux|trois|quatre|cinq|sept|huit|neuf|dix|plusieurs|quelques|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|varias?|algunas?|unas|duas|quatro|sete|oito|nove|dez|algumas|\d{1,2}) (?:\w+ ){0,2}?(?:lessons|points|things|recommendations|practices|proposals|reflections|observations|lecons|enseignements|choses|recommandations|pratiques|propositions|reflexions|lecciones|puntos|cosas|ensenanzas|recomendaciones|practicas|propuestas|reflexiones|licoes|ensinamentos|pontos|coisas|recomendacoes|praticas|propostas|reflexoes)\b/;
