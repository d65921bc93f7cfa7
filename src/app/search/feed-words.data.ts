// The fixed words of feeds and downloads of searches, in the four languages.

import type { Language } from "#kernel";
import type { PassageKind } from "#records";

type InLanguages = Readonly<Record<Language, string>>;

export const feedWords = {
  passages: {
    en: "Passages of evaluations",
    fr: "Passages d'évaluations",
    es: "Pasajes de evaluaciones",
    pt: "Passagens de avaliações",
  },
  evaluations: {
    en: "Evaluations of social protection",
    fr: "Évaluations de la protection sociale",
    es: "Evaluaciones de la protección social",
    pt: "Avaliações da proteção social",
  },
  newest: {
    en: "More than 10,000 passages match; the feed looks at those of the newest evaluations.",
    fr: "Plus de 10 000 passages correspondent ; le flux porte sur ceux des évaluations les plus récentes.",
    es: "Coinciden más de 10 000 pasajes; el canal mira los de las evaluaciones más recientes.",
    pt: "Correspondem mais de 10 000 passagens; o canal olha as das avaliações mais recentes.",
  },
} as const satisfies Readonly<Record<string, InLanguages>>;

export const kindWords: Readonly<Record<PassageKind, InLanguages>> = {
  finding: { en: "Finding", fr: "Constatation", es: "Constatación", pt: "Constatação" },
  conclusion: { en: "Conclusion", fr: "Conclusion", es: "Conclusión", pt: "Conclusão" },
  recommendation: { en: "Recommendation", fr: "Recommandation", es: "Recomendación", pt: "Recomendação" },
  "management-response": {
    en: "Management response",
    fr: "Réponse de la direction",
    es: "Respuesta de la dirección",
    pt: "Resposta da direção",
  },
  "lesson-learned": {
    en: "Lesson learned",
    fr: "Enseignement tiré",
    es: "Enseñanza extraída",
    pt: "Lição aprendida",
  },
  "good-practice": {
    en: "Emerging good practice",
    fr: "Bonne pratique émergente",
    es: "Buena práctica emergente",
    pt: "Boa prática emergente",
  },
  "what-works": { en: "What works", fr: "Ce qui fonctionne", es: "Lo que funciona", pt: "O que funciona" },
  "success-factor": {
    en: "Success factor",
    fr: "Facteur de réussite",
    es: "Factor de éxito",
    pt: "Fator de sucesso",
  },
  challenge: { en: "Challenge", fr: "Difficulté", es: "Dificultad", pt: "Desafio" },
  limitation: { en: "Limitation", fr: "Limite", es: "Limitación", pt: "Limitação" },
  method: { en: "Method", fr: "Méthode", es: "Método", pt: "Método" },
  background: { en: "Background", fr: "Contexte", es: "Antecedentes", pt: "Contexto" },
  "inventory-entry": {
    en: "Listed evaluation",
    fr: "Évaluation recensée",
    es: "Evaluación inventariada",
    pt: "Avaliação listada",
  },
};
