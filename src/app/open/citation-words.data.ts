// The fixed words of citations in the four languages.

import type { Language } from "#kernel";

type InLanguages = Readonly<Record<Language, string>>;

export const citationWords = {
  and: { en: "and", fr: "et", es: "y", pt: "e" },
  ampersand: { en: "&", fr: "et", es: "y", pt: "&" },
  undated: { en: "n.d.", fr: "s.d.", es: "s. f.", pt: "s.d." },
  reportNumber: { en: "Report No.", fr: "Rapport n°", es: "Informe N.º", pt: "Relatório n.º" },
  version: { en: "Version", fr: "Version", es: "Versión", pt: "Versão" },
  dataSet: { en: "Data set", fr: "Jeu de données", es: "Conjunto de datos", pt: "Conjunto de dados" },
  page: { en: "p.", fr: "p.", es: "p.", pt: "p." },
  pages: { en: "pp.", fr: "p.", es: "pp.", pt: "pp." },
  available: { en: "Available from:", fr: "Disponible à :", es: "Disponible en:", pt: "Disponível em:" },
  cited: { en: "cited", fr: "cité le", es: "citado el", pt: "citado em" },
  internet: { en: "Internet", fr: "Internet", es: "Internet", pt: "Internet" },
  dateUnknown: {
    en: "date unknown",
    fr: "date inconnue",
    es: "fecha desconocida",
    pt: "data desconhecida",
  },
  publisherUnknown: {
    en: "publisher unknown",
    fr: "éditeur inconnu",
    es: "editor desconocido",
    pt: "editor desconhecido",
  },
  placeUnknown: {
    en: "place unknown",
    fr: "lieu inconnu",
    es: "lugar desconocido",
    pt: "local desconhecido",
  },
  untitled: { en: "Untitled", fr: "Sans titre", es: "Sin título", pt: "Sem título" },
} as const satisfies Readonly<Record<string, InLanguages>>;

export const shortMonths: Readonly<Record<Language, readonly string[]>> = {
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  fr: ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.", "déc."],
  es: ["ene.", "feb.", "mar.", "abr.", "may.", "jun.", "jul.", "ago.", "sep.", "oct.", "nov.", "dic."],
  pt: ["jan.", "fev.", "mar.", "abr.", "maio", "jun.", "jul.", "ago.", "set.", "out.", "nov.", "dez."],
};
