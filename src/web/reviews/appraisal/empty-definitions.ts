// What a definition of one's own begins with.

import type { Language } from "#kernel";
import type { ExtractionForm, Instrument } from "#records";

/** The version after one: its last number counted up. */
export const nextVersion = (version: string): string => {
  const counted = version.replace(/\d+$/, (digits) => String(Number(digits) + 1));
  return counted === version ? `${version}.2` : counted;
};

const scaleWords: Readonly<Record<Language, readonly [string, string, string]>> = {
  en: ["Yes", "No", "Not applicable"],
  fr: ["Oui", "Non", "Sans objet"],
  es: ["Sí", "No", "No procede"],
  pt: ["Sim", "Não", "Não aplicável"],
};

export const emptyInstrument = (language: Language): Instrument => {
  const [yes, no, none] = scaleWords[language];
  return {
    id: "",
    version: "1",
    title: {},
    note: null,
    source: null,
    scale: [
      { id: "yes", label: { [language]: yes }, value: 1 },
      { id: "no", label: { [language]: no }, value: 0 },
      { id: "not-applicable", label: { [language]: none }, value: null },
    ],
    sections: [],
    rule: { kind: "weighted-mean", atLeast: null },
    grades: [],
  };
};

export const emptyForm = (): ExtractionForm => ({
  id: "",
  version: "1",
  title: {},
  note: null,
  source: null,
  fields: [],
});
