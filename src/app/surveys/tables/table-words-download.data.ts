// Words of the files that hold a table on demand, in the four languages.

import type { Words } from "./table-words.data.ts";

export const tableDownloadWords = {
  address: {
    en: "Address that gives the same rows",
    fr: "Adresse qui donne les mêmes lignes",
    es: "Dirección que da las mismas filas",
    pt: "Endereço que dá as mesmas linhas",
  },
  design: { en: "Sample design", fr: "Plan de sondage", es: "Diseño muestral", pt: "Plano de amostragem" },
  method: { en: "Method", fr: "Méthode", es: "Método", pt: "Método" },
  universe: { en: "Universe", fr: "Univers", es: "Universo", pt: "Universo" },
  question: { en: "Question", fr: "Question", es: "Pregunta", pt: "Pergunta" },
  subset: { en: "Confined to", fr: "Restreint à", es: "Limitado a", pt: "Limitado a" },
  confidence: { en: "Confidence", fr: "Niveau de confiance", es: "Confianza", pt: "Confiança" },
  test: {
    en: "Test between groups",
    fr: "Test entre groupes",
    es: "Prueba entre grupos",
    pt: "Teste entre grupos",
  },
  recipe: { en: "Recipe", fr: "Recette", es: "Receta", pt: "Receita" },
  flags: {
    en: "Flags in the columns quality and withheld",
    fr: "Indicateurs des colonnes quality et withheld",
    es: "Indicadores de las columnas quality y withheld",
    pt: "Indicadores das colunas quality e withheld",
  },
} as const satisfies Readonly<Record<string, Words>>;

export const flagWords = {
  good: { en: "can be used", fr: "utilisable", es: "utilizable", pt: "utilizável" },
  caution: { en: "use with caution", fr: "avec prudence", es: "con cautela", pt: "com cautela" },
  unreliable: {
    en: "too unreliable to stand by itself",
    fr: "trop peu fiable pour être utilisé seul",
    es: "demasiado poco fiable para usarse solo",
    pt: "demasiado pouco fiável para se usar só",
  },
  small: {
    en: "withheld: too few cases",
    fr: "retenu : trop peu de cas",
    es: "retenido: muy pocos casos",
    pt: "retido: casos insuficientes",
  },
  complement: {
    en: "withheld: a withheld cell could be computed from it",
    fr: "retenu : permettrait de calculer une case retenue",
    es: "retenido: permitiría calcular una celda retenida",
    pt: "retido: permitiria calcular uma célula retida",
  },
  dominance: {
    en: "withheld: one or two enterprises make up most of it",
    fr: "retenu : une ou deux entreprises en forment l'essentiel",
    es: "retenido: una o dos empresas forman la mayor parte",
    pt: "retido: uma ou duas empresas formam a maior parte",
  },
} as const satisfies Readonly<Record<string, Words>>;
