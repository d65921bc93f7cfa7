// Words of files that hold a choice over releases: its columns, and what flags and reasons stand for. Codes of
// CL_OBS_STATUS after SDMX; reasons are those of the kernel.

import type { Language, MissingReason } from "#kernel";

type Words = Readonly<Record<Language, string>>;

export const exploreColumnWords = {
  release: {
    en: "Release the figure stands in",
    fr: "Publication où figure le chiffre",
    es: "Publicación en la que figura la cifra",
    pt: "Edição em que figura o valor",
  },
  firstYear: {
    en: "First year the period touches",
    fr: "Première année que la période touche",
    es: "Primer año que toca el período",
    pt: "Primeiro ano que o período toca",
  },
  lastYear: {
    en: "Last year the period touches",
    fr: "Dernière année que la période touche",
    es: "Último año que toca el período",
    pt: "Último ano que o período toca",
  },
} as const satisfies Readonly<Record<string, Words>>;

export const exploreReadmeWords = {
  address: {
    en: "Address that gives the same rows",
    fr: "Adresse qui donne les mêmes lignes",
    es: "Dirección que da las mismas filas",
    pt: "Endereço que dá as mesmas linhas",
  },
  releases: { en: "Releases", fr: "Publications", es: "Publicaciones", pt: "Edições" },
  flags: {
    en: "Flags in the column status",
    fr: "Indicateurs de la colonne status",
    es: "Indicadores de la columna status",
    pt: "Indicadores da coluna status",
  },
  reasons: {
    en: "Reasons in the column missing",
    fr: "Raisons de la colonne missing",
    es: "Razones de la columna missing",
    pt: "Razões da coluna missing",
  },
  code: { en: "Code", fr: "Code", es: "Código", pt: "Código" },
  apostrophe: {
    en: "In CSV a text that a spreadsheet would take for a formula begins with an apostrophe.",
    fr: "En CSV, un texte qu'un tableur prendrait pour une formule commence par une apostrophe.",
    es: "En CSV, un texto que una hoja de cálculo tomaría por una fórmula empieza con un apóstrofo.",
    pt: "Em CSV, um texto que uma folha de cálculo tomaria por fórmula começa com um apóstrofo.",
  },
  empty: {
    en: "An empty value is never zero; the column missing says why there is none. A row that is absent was never in the release.",
    fr: "Une valeur vide n'est jamais zéro ; la colonne missing en donne la raison. Une ligne absente n'a jamais été dans la publication.",
    es: "Un valor vacío nunca es cero; la columna missing dice por qué no lo hay. Una fila ausente nunca estuvo en la publicación.",
    pt: "Um valor vazio nunca é zero; a coluna missing diz porque não há. Uma linha ausente nunca esteve na edição.",
  },
} as const satisfies Readonly<Record<string, Words>>;

export const statusWords: Readonly<Record<string, Words>> = {
  A: { en: "normal value", fr: "valeur normale", es: "valor normal", pt: "valor normal" },
  B: { en: "break in series", fr: "rupture de série", es: "ruptura de la serie", pt: "quebra de série" },
  E: { en: "estimated", fr: "estimé", es: "estimado", pt: "estimado" },
  F: { en: "forecast", fr: "prévision", es: "previsión", pt: "previsão" },
  H: {
    en: "not collected: holiday or weekend",
    fr: "non collecté : jour férié ou fin de semaine",
    es: "no recogido: festivo o fin de semana",
    pt: "não recolhido: feriado ou fim de semana",
  },
  I: { en: "imputed", fr: "imputé", es: "imputado", pt: "imputado" },
  L: { en: "not collected", fr: "non collecté", es: "no recogido", pt: "não recolhido" },
  M: {
    en: "cannot exist (not applicable)",
    fr: "ne peut exister (sans objet)",
    es: "no puede existir (no aplicable)",
    pt: "não pode existir (não aplicável)",
  },
  O: { en: "missing", fr: "manquant", es: "falta", pt: "em falta" },
  P: { en: "provisional", fr: "provisoire", es: "provisional", pt: "provisório" },
  Q: {
    en: "withheld to protect persons or firms",
    fr: "retenu pour protéger des personnes ou des entreprises",
    es: "retenido para proteger a personas o empresas",
    pt: "retido para proteger pessoas ou empresas",
  },
  U: { en: "low reliability", fr: "faible fiabilité", es: "poca fiabilidad", pt: "baixa fiabilidade" },
};

export const reasonWords: Readonly<Record<MissingReason, Words>> = {
  missing: {
    en: "the source has an empty cell and says nothing",
    fr: "la source a une case vide et n'en dit rien",
    es: "la fuente tiene una celda vacía y no dice nada",
    pt: "a fonte tem uma célula vazia e nada diz",
  },
  "not-applicable": { en: "not applicable", fr: "sans objet", es: "no aplicable", pt: "não aplicável" },
  "not-stated": {
    en: "the source speaks of it without giving the value",
    fr: "la source en parle sans donner la valeur",
    es: "la fuente habla de ello sin dar el valor",
    pt: "a fonte fala disso sem dar o valor",
  },
  "not-asked": { en: "not asked", fr: "non demandé", es: "no preguntado", pt: "não perguntado" },
  refused: { en: "refused", fr: "refusé", es: "rechazado", pt: "recusado" },
  "dont-know": {
    en: "not known to the respondent",
    fr: "inconnu de la personne interrogée",
    es: "desconocido por la persona entrevistada",
    pt: "desconhecido da pessoa inquirida",
  },
  suppressed: {
    en: "withheld to protect persons or firms",
    fr: "retenu pour protéger des personnes ou des entreprises",
    es: "retenido para proteger a personas o empresas",
    pt: "retido para proteger pessoas ou empresas",
  },
  "not-collected": { en: "not collected", fr: "non collecté", es: "no recogido", pt: "não recolhido" },
  insufficient: {
    en: "too few observations to form a figure",
    fr: "trop peu d'observations pour former un chiffre",
    es: "muy pocas observaciones para formar una cifra",
    pt: "observações insuficientes para formar um valor",
  },
};
