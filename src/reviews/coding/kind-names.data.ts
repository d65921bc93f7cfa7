import type { PassageKind } from "#records";

/** What coders call the kinds of passage that the reader finds, in the four languages, singular. */
export const kindNames: Readonly<Partial<Record<PassageKind, readonly string[]>>> = {
  finding: ["finding", "constatation", "constat", "hallazgo", "constatação", "achado"],
  conclusion: ["conclusion", "conclusión", "conclusão"],
  recommendation: ["recommendation", "recommandation", "recomendación", "recomendação"],
  "management-response": ["management response", "réponse de la direction", "respuesta de la dirección"],
  "lesson-learned": [
    "lesson learned",
    "lesson learnt",
    "lesson",
    "enseignement tiré",
    "enseignement",
    "leçon apprise",
    "lección aprendida",
    "lição aprendida",
  ],
  "good-practice": [
    "good practice",
    "emerging good practice",
    "bonne pratique",
    "bonne pratique émergente",
    "buena práctica",
    "buena práctica emergente",
    "boa prática",
    "boa prática emergente",
  ],
  "what-works": ["what works", "ce qui marche", "ce qui fonctionne", "lo que funciona", "o que funciona"],
  "success-factor": [
    "success factor",
    "factor of success",
    "facteur de succès",
    "facteur de réussite",
    "factor de éxito",
    "fator de sucesso",
  ],
  challenge: ["challenge", "obstacle", "défi", "difficulté", "desafío", "obstáculo", "desafio"],
  limitation: ["limitation", "limite", "limitación", "limitação"],
  method: ["method", "methodology", "méthode", "méthodologie", "método", "metodología", "metodologia"],
};
