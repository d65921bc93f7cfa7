// The words by which reports in English, French, Spanish and Portuguese announce what follows. Patterns
// are matched against folded text: lower case, accents removed, punctuation as printed.

import type { PassageKind } from "#records";

type KindWords = {
  readonly kind: PassageKind;
  /** In headings and in sentences that announce a list. */
  readonly announced: RegExp;
  /** Before an item: `Recommendation 3:`. Absent where items are not named so. */
  readonly item?: RegExp;
  /** Names of items that say so little that only a section of the kind makes them one: `Response 1.` */
  readonly itemWithin?: RegExp;
};

const number = String.raw`(?:\s+|\s*n[o.°º]{1,2}\s*|\s*#\s*)(\d{1,2}(?:\.\d{1,2})?|[a-z]|[ivx]{1,5})\s*(?=[.:)–—-]|\s|$)`;
const itemOf = (words: string) => new RegExp(`^(?:${words})${number}`);

/** Where two begin at the same word, the first here wins. */
export const kindWords: readonly KindWords[] = [
  {
    kind: "management-response",
    announced:
      /\bmanagement(?:'s)? (?:response|comments?)|\bresponses? (?:of|from|by) (?:the )?(?:management|office)|\b(?:office|agency)(?:'s)? (?:comments?|response)|\bcomments? (?:of|from|by) the (?:office|executive director|management)|\breponses? (?:de la|du|des) (?:direction|management|bureau|gestionnaires)|\b(?:observations|commentaires) du bureau|\brespuestas? de la (?:gerencia|direccion|administracion|oficina)|\bcomentarios de la oficina|\brespostas? d[ao] (?:gestao|administracao|gerencia|direcao)|\bcomentarios d[ao] (?:escritorio|bureau|gestao)/,
    item: itemOf(
      "management response|reponse (?:de la direction|du management|de la gestion)|respuesta de la (?:gerencia|direccion|administracion)|resposta da (?:gestao|gerencia|administracao)",
    ),
    itemWithin: itemOf("response|reponse|respuesta|resposta"),
  },
  {
    kind: "recommendation",
    announced:
      /\brecommend(?:ation|s|ed|ing)?s?\b|\brecommand(?:ation|e|ent|ons)?s?\b|\brecomend(?:acion|aciones|acao|acoes|amos|a|an|am)\b|\brecomienda[n]?\b/,
    item: itemOf("(?:evaluation |key |main |strategic )?recomm?[ae]ndation|recomendacion|recomendacao"),
  },
  {
    kind: "good-practice",
    announced:
      /\b(?:emerging |emergent )?(?:good|best|promising) practices?\b|\b(?:bonnes?|meilleures?) pratiques?\b|\b(?:buenas?|mejores) practicas?\b|\b(?:boas?|melhores) praticas?\b/,
    item: itemOf(
      "(?:emerging )?(?:good|best) practice|bonne pratique(?: emergente)?|buena practica(?: emergente)?|boa pratica(?: emergente)?",
    ),
  },
  {
    kind: "lesson-learned",
    announced:
      /\blessons? (?:learn(?:ed|t)|drawn)\b|\b(?:key|main) lessons?\b|^\W*(?:[\d.]+\s*)?lessons?\W*$|\blecons? (?:apprises?|tirees?|retenues?)|\benseignements?(?: tires| cles)?\b|\blecc?ion(?:es)? aprendidas?|\bensenanzas\b|\blic(?:ao|oes) aprendidas?/,
    item: itemOf(
      "lesson(?: learn(?:ed|t))?|lecon(?: apprise| tiree)?|enseignement|leccion(?: aprendida)?|licao(?: aprendida)?",
    ),
  },
  {
    kind: "success-factor",
    announced:
      /\bsuccess factors?\b|\bfactors? (?:of|for|behind|in|contributing to) success\b|\b(?:enabling|facilitating|supporting) factors?\b|\bfacteurs? (?:de|du) (?:succes|reussite)|\bfacteurs favorables\b|\bfactores? (?:de exito|facilitadores?|favorables)|\bfatores? (?:de (?:sucesso|exito)|facilitadores?|favoraveis)/,
    item: itemOf("success factor|facteur de (?:succes|reussite)|factor de exito|fator de sucesso"),
  },
  {
    kind: "what-works",
    announced:
      /\bwhat (?:works|worked|has worked)\b|\bce qui (?:fonctionne|marche|a (?:bien )?(?:fonctionne|marche))|\b(?:que|lo que) (?:funciona|funciono|ha funcionado)\b|\bo que (?:funciona|funcionou)\b/,
  },
  {
    kind: "challenge",
    announced:
      /\bchallenges?\b|\bobstacles?\b|\b(?:main |key )?(?:difficulties|constraints|barriers)\b|\bwhat (?:does not|doesn't|did not|didn't) work\b|\bdefis?\b|\bdifficultes?\b|\bcontraintes?\b|\b(?:desafios?|retos?|dificultad(?:es)?|dificuldades?|obstaculos?|entraves)\b/,
    item: itemOf("challenge|obstacle|defi|desafio|reto"),
  },
  {
    kind: "conclusion",
    announced: /\bconclusions?\b|\bconcluding\b|\bconclusion(?:es)?\b|\bconclus(?:ao|oes)\b/,
    item: itemOf("(?:key |main )?conclusion|conclusao"),
  },
  {
    kind: "limitation",
    announced: /\blimitations?\b|\blimites\b|\blimitac(?:ion|iones|ao|oes)\b/,
    item: itemOf("limitation|limite|limitacion|limitacao"),
  },
  {
    kind: "finding",
    announced:
      /(?<!\b(?:collation|use|dissemination|presentation|validation|analysis) of )\bfindings?\b|\b(?:main|key|evaluation) results\b|\b(?:principaux )?constats?\b|\bconstatations?\b|\bprincipaux resultats\b|\bhallazgos?\b|\bprincipales resultados\b|\bconstatac(?:ao|oes)\b|\bachados?\b|\bprincipais resultados\b/,
    item: itemOf("(?:key |main )?finding|constat|constatation|hallazgo|constatacao|achado"),
  },
  {
    kind: "method",
    announced:
      /\bmethod(?:s|ology|ological)?\b|\bmethodologi(?:e|que)s?\b|\bmethodes?\b|\bmetodolog(?:ia|ico|ica)\b|\bmetodos?\b/,
  },
  {
    kind: "background",
    announced:
      /\bbackground\b|\bintroduction\b|\b(?:country |project |programme )?context\b|\bcontexte\b|\bantecedentes\b|\bcontexto\b|\bintroduccion\b|\bintroducao\b/,
  },
];

/** Headings whose sections are no findings, whatever the section around them is. */
export const outsideHeadings =
  /\b(?:annex(?:e|es)?|appendi(?:x|ces)|references|bibliograph(?:y|ie)|acronyms?|abbreviations?|contents|acknowledge?ments?|glossary|terms of reference|list of|key questions|foreword|preface|anexos?|apendices?|referencias|bibliografia|siglas?|sigles|sommaire|table des matieres|remerciements|avant-propos|indice|sumario|agradecimientos?|agradecimentos?|prologo|prefacio)\b/;

export const summaryHeadings =
  /\b(?:executive summary|summary|resume(?: executif| analytique)?|note de synthese|resumen(?: ejecutivo)?|resumo(?: executivo)?|sumario executivo|evaluation brief)\b/;

/** Sentences that point at the list behind them. */
export const pointsAhead =
  /:\s*$|\b(?:following|as follows|below|suivante?s?|ci-dessous|ci-apres|siguientes?|a continuacion|seguintes?|abaixo|a seguir)\b/;

/** Kinds that come as items; the others come as running text. */
export const itemKinds: ReadonlySet<PassageKind> = new Set([
  "recommendation",
  "management-response",
  "lesson-learned",
  "good-practice",
  "success-factor",
  "what-works",
  "challenge",
]);

/**
 * A paragraph about the method that begins by speaking of its limits. “Limits” alone says too little (age
 * limits, ceilings): it must be those of the study or of what it rests on.
 */
export const aboutLimitations =
  /\b(?:limitations?|limitacion(?:es)?|limitac(?:ao|oes)|limitantes?)\b|\b(?:limits|limites?) (?:of|de|da|do|des|du|d')\s?(?:the |this |l'|la |cette |esta |este |a |o |nos |los |las |os |as )?(?:evaluation|study|method\w*|analysis|data|survey|etude|analyse|donnees|enquete|exercice|evaluacion|estudio|metodo\w*|analisis|datos|encuesta|avaliacao|estudo|analise|dados|inquerito)\b/;

/** Wording inside a running paragraph that says more than its heading does. */
export const ownWords: readonly { readonly kind: PassageKind; readonly pattern: RegExp }[] = [
  {
    kind: "lesson-learned",
    pattern:
      /\b(?:a|one|the|another|second|key|main|important) lessons?\b(?: learn(?:ed|t))?[^.]{0,80}\b(?:is|are|was|were)\b|\b(?:une?|la|l'un des) (?:lecon|enseignement)[^.]{0,60}\b(?:est|reside)\b|\buna (?:leccion|ensenanza)[^.]{0,60}\bes\b|\buma licao[^.]{0,60}\be\b/,
  },
  {
    kind: "limitation",
    pattern:
      /\b(?:main|other|key|several|some) limitations?\b[^.]{0,120}\b(?:is|are|was|were|relate|related|include|included)\b|\bles? (?:principales? )?limites? de (?:l'|cette |la )|\blas? (?:principal(?:es)? )?limitacion(?:es)?\b|\bas? (?:principa(?:l|is) )?limitac(?:ao|oes)\b/,
  },
];
