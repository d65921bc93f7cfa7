// Words of the file lessons are taken out in, in the four languages.

import type { Language } from "#kernel";

type InLanguages = Readonly<Record<Language, string>>;

export const lessonDownloadWords = {
  title: {
    en: "Lessons learned and emerging good practices",
    fr: "Enseignements tirés et bonnes pratiques émergentes",
    es: "Enseñanzas extraídas y buenas prácticas emergentes",
    pt: "Lições aprendidas e boas práticas emergentes",
  },
  filters: { en: "Filters:", fr: "Filtres :", es: "Filtros:", pt: "Filtros:" },
  number: { en: "Number found:", fr: "Nombre trouvé :", es: "Número encontrado:", pt: "Número encontrado:" },
  proposals: {
    en: "What a lesson is about is a program's proposal by its wording, unless the column decided names the field.",
    fr: "Ce dont traite un enseignement est proposé par un programme d'après sa formulation, sauf si la colonne decided nomme le champ.",
    es: "De qué trata una enseñanza lo propone un programa por su redacción, salvo que la columna decided nombre el campo.",
    pt: "Aquilo de que trata uma lição é proposto por um programa pela sua redação, salvo se a coluna decided nomear o campo.",
  },
  quotation: {
    en: "Texts are quoted from reports; the rights stay with their publishers.",
    fr: "Les textes sont cités de rapports ; les droits restent à leurs éditeurs.",
    es: "Los textos se citan de informes; los derechos son de quienes los publican.",
    pt: "Os textos são citados de relatórios; os direitos são de quem os publica.",
  },
  origins: {
    en: "The file mixes real with invented or simulated sources; the column origin says which is which.",
    fr: "Le fichier mêle des sources réelles à des sources inventées ou simulées ; la colonne origin dit lesquelles.",
    es: "El archivo mezcla fuentes reales con inventadas o simuladas; la columna origin dice cuáles.",
    pt: "O ficheiro mistura fontes reais com inventadas ou simuladas; a coluna origin diz quais.",
  },
  licence: {
    en: "Facts of the registry: CC BY 4.0. Quotations: rights of their publishers.",
    fr: "Faits du registre : CC BY 4.0. Citations : droits de leurs éditeurs.",
    es: "Datos del registro: CC BY 4.0. Citas: derechos de quienes las publican.",
    pt: "Factos do registo: CC BY 4.0. Citações: direitos de quem as publica.",
  },
} as const satisfies Readonly<Record<string, InLanguages>>;
