// What makes a work about another work, or a stage of it, and not the same: words of titles in the four
// languages, places of publication and beginnings of DOIs.

/** How a pair is related that is not one reference. */
export const referenceRelations = [
  "correction",
  "reply",
  "other-part",
  "preprint",
  "conference-abstract",
  "protocol",
  "other-stage",
] as const;
export type ReferenceRelation = (typeof referenceRelations)[number];

/** A mark that only one of the two titles has, in small letters without accents. */
export const titleMarks: readonly (readonly [relation: ReferenceRelation, mark: RegExp])[] = [
  [
    "correction",
    /\b(?:errat(?:um|a)|corrigend(?:um|a)|corrections? (?:to|notice)|corrected and republished|addend(?:um|a)|retract(?:ed|ion)(?: (?:notice|article|of))?|expression of concern|fe de erratas|fe de errores|correccion (?:de|a)|retractacion|rectificatif|retratacao)\b|^corrections?(?: of)?\b/g,
  ],
  [
    "reply",
    /\b(?:repl(?:y|ies) (?:to|by|from|of)|in reply|authors?'? (?:reply|response)|response (?:to|by|from)|respons?e to letter|letter (?:to the editor|regarding|concerning|on)|comment(?:ary|s)? (?:on|to)|rejoinder|discussion of|reponse (?:a|aux|de|des)|commentaire(?:s)? (?:sur|de)|respuesta (?:a|de|al)|comentario(?:s)? (?:a|sobre|al)|replica (?:a|al|de)|resposta (?:a|ao|de)|comentario(?:s)? (?:ao|sobre))\b|^(?:re|reply|comment|response|letter|editorial|(?:editorial |invited )?commentary|perspective)(?::| - ) ?|\b(?:reply|comment|rejoinder)$|\b(?:authors?.? (?:reply|response))\b/g,
  ],
  [
    "protocol",
    /\b(?:(?:study|trial|review|research|evaluation) protocol|protocol (?:for|of)|protocolo (?:de|para|do)|protocole (?:de|d|pour)|terms of reference|inception report|rapport de demarrage|informe (?:inicial|de inicio)|relatorio inicial)\b|: (?:a )?(?:study )?protocol\b/g,
  ],
  [
    "conference-abstract",
    /\b(?:conference abstract|meeting abstract|poster (?:session|presentation|abstract)|\(abstract\)|\[abstract\]|abstract [a-z]?\d+)\b|^(?:abstract )?[a-z]{1,4}-?\d{2,4}[.: -]/g,
  ],
];

/** Stages of one work: a pair in which each title has another one of these is no pair. */
export const stages: readonly RegExp[] = [
  /\b(?:mid-?term|midterm|interim|intermedi[oa]|a mi-parcours|mi-parcours|medio termino|meio termo|intermediaria)\b/,
  /\b(?:final|endline|terminal|ex-?post|finale)\b/,
  /\b(?:baseline|linea de base|ligne de base|linha de base)\b/,
  /\b(?:ex-?ante|appraisal)\b/,
  /\b(?:follow-?up|suivi|seguimiento|acompanhamento)\b/,
];

/** Beginnings of DOIs of preprint servers. */
export const preprintDois: readonly string[] = [
  "10.1101/",
  "10.2139/ssrn",
  "10.48550/",
  "10.21203/",
  "10.31219/",
  "10.31222/",
  "10.31234/",
  "10.31235/",
  "10.20944/",
  "10.26434/",
  "10.22541/",
  "10.1590/scielopreprints",
];

export const preprintPlaces =
  /\b(?:arxiv|medrxiv|biorxiv|psyarxiv|socarxiv|ssrn|research square|preprints?|osf preprints|scielo preprints|authorea|working papers?)\b/;

export const conferencePlaces =
  /\b(?:conference|congress|congreso|congres|congresso|symposium|meeting|proceedings|proc|actes|actas|anais|abstracts?|annual meeting|suppl(?:ement)?)\b/;
