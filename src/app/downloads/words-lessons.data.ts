// What the columns of downloaded lessons and good practices hold.

export const lessonColumnWords = {
  lesson_id: {
    en: "Identifier of the lesson",
    fr: "Identifiant de l'enseignement",
    es: "Identificador de la enseñanza",
    pt: "Identificador da lição",
  },
  lesson_kind: {
    en: "lesson-learned or good-practice",
    fr: "lesson-learned (enseignement tiré) ou good-practice (bonne pratique)",
    es: "lesson-learned (enseñanza extraída) o good-practice (buena práctica)",
    pt: "lesson-learned (lição aprendida) ou good-practice (boa prática)",
  },
  lesson_status: {
    en: "proposed: as a program read it; confirmed: a person looked at it",
    fr: "proposed : tel qu'un programme l'a lu ; confirmed : une personne l'a vérifié",
    es: "proposed: como lo leyó un programa; confirmed: una persona lo comprobó",
    pt: "proposed: como um programa o leu; confirmed: uma pessoa verificou-o",
  },
  lesson_nature: {
    en: "substantive (about the matter) or managerial (about running a project)",
    fr: "substantive (sur le fond) ou managerial (sur la conduite du projet)",
    es: "substantive (de fondo) o managerial (de gestión del proyecto)",
    pt: "substantive (de fundo) ou managerial (de gestão do projeto)",
  },
  lesson_factor: {
    en: "internal (in the project's hands) or external",
    fr: "internal (au pouvoir du projet) ou external (hors de son pouvoir)",
    es: "internal (en manos del proyecto) o external (fuera de su alcance)",
    pt: "internal (nas mãos do projeto) ou external (fora do seu alcance)",
  },
  lesson_branches: {
    en: "Branches of social security the lesson speaks of",
    fr: "Branches de la sécurité sociale dont parle l'enseignement",
    es: "Ramas de la seguridad social de las que habla",
    pt: "Ramos da segurança social de que fala",
  },
  lesson_populations: {
    en: "Groups of people it speaks of (codes of the vocabulary)",
    fr: "Groupes de personnes dont il parle (codes du vocabulaire)",
    es: "Grupos de personas de los que habla (códigos del vocabulario)",
    pt: "Grupos de pessoas de que fala (códigos do vocabulário)",
  },
  lesson_decided: {
    en: "Fields a person decided on; all others are proposals of a program",
    fr: "Champs décidés par une personne ; tous les autres sont proposés par un programme",
    es: "Campos decididos por una persona; los demás los propone un programa",
    pt: "Campos decididos por uma pessoa; os outros são propostos por um programa",
  },
  lesson_transferability: {
    en: "Under which conditions it holds elsewhere, in the words of the report or of a person",
    fr: "À quelles conditions il vaut ailleurs, dans les mots du rapport ou d'une personne",
    es: "En qué condiciones vale en otro lugar, en palabras del informe o de una persona",
    pt: "Em que condições vale noutro lugar, nas palavras do relatório ou de uma pessoa",
  },
  lesson_field: {
    en: "Field of the ILO's template of this name, verbatim",
    fr: "Champ de ce nom du modèle de l'OIT, mot pour mot",
    es: "Campo de ese nombre de la plantilla de la OIT, literal",
    pt: "Campo com este nome do modelo da OIT, literal",
  },
  lesson_region: {
    en: "Region of the evaluation",
    fr: "Région de l'évaluation",
    es: "Región de la evaluación",
    pt: "Região da avaliação",
  },
} as const;
