// The lists of the site as search engines and link previews name them, in the four languages of the pages.

import type { Language } from "#kernel";

type InLanguages = Readonly<Record<Language, string>>;

export type ListedPage = {
  readonly path: string;
  readonly title: InLanguages;
  readonly description: InLanguages;
};

export const listedPages: readonly ListedPage[] = [
  {
    path: "/",
    title: { en: "Socle", fr: "Socle", es: "Socle", pt: "Socle" },
    description: {
      en: "Socle: the evidence system for social protection. Every number and sentence leads to its source.",
      fr: "Socle : le système de preuves de la protection sociale. Chaque chiffre et chaque phrase mène à sa source.",
      es: "Socle: el sistema de evidencia de la protección social. Cada cifra y cada frase llevan a su fuente.",
      pt: "Socle: o sistema de evidência da proteção social. Cada número e cada frase levam à sua fonte.",
    },
  },
  {
    path: "/evidence",
    title: { en: "Evaluations", fr: "Évaluations", es: "Evaluaciones", pt: "Avaliações" },
    description: {
      en: "The registry of evaluations of social protection, with their reports.",
      fr: "Le registre des évaluations de la protection sociale, avec leurs rapports.",
      es: "El registro de las evaluaciones de la protección social, con sus informes.",
      pt: "O registo das avaliações da proteção social, com os seus relatórios.",
    },
  },
  {
    path: "/evidence/search",
    title: {
      en: "Passages of evaluations",
      fr: "Passages des évaluations",
      es: "Pasajes de las evaluaciones",
      pt: "Passagens das avaliações",
    },
    description: {
      en: "Findings, recommendations and lessons of evaluation reports, word by word with their page.",
      fr: "Constatations, recommandations et enseignements des rapports d’évaluation, mot pour mot, avec leur page.",
      es: "Hallazgos, recomendaciones y enseñanzas de los informes de evaluación, palabra por palabra y con su página.",
      pt: "Constatações, recomendações e lições dos relatórios de avaliação, palavra por palavra e com a sua página.",
    },
  },
  {
    path: "/evidence/lessons",
    title: {
      en: "Lessons and good practices",
      fr: "Enseignements et bonnes pratiques",
      es: "Enseñanzas y buenas prácticas",
      pt: "Lições e boas práticas",
    },
    description: {
      en: "What evaluations learned: by branch, region, group of people and factor.",
      fr: "Ce que les évaluations ont appris : par branche, région, groupe de personnes et facteur.",
      es: "Lo que las evaluaciones aprendieron: por rama, región, grupo de personas y factor.",
      pt: "O que as avaliações aprenderam: por ramo, região, grupo de pessoas e fator.",
    },
  },
  {
    path: "/evidence/recommendations",
    title: {
      en: "Recommendations and what became of them",
      fr: "Les recommandations et leur suivi",
      es: "Las recomendaciones y su seguimiento",
      pt: "As recomendações e o seu seguimento",
    },
    description: {
      en: "Recommendations of evaluations, the responses to them and the work that followed.",
      fr: "Les recommandations des évaluations, les réponses reçues et le travail qui a suivi.",
      es: "Las recomendaciones de las evaluaciones, las respuestas recibidas y el trabajo que siguió.",
      pt: "As recomendações das avaliações, as respostas recebidas e o trabalho que se seguiu.",
    },
  },
  {
    path: "/evidence/advice",
    title: {
      en: "Which advice keeps coming back?",
      fr: "Quels conseils reviennent sans cesse ?",
      es: "¿Qué consejos se repiten?",
      pt: "Que conselhos se repetem?",
    },
    description: {
      en: "Recommendations that say the same across evaluations and years, and what was done about them.",
      fr: "Les recommandations qui disent la même chose d’une évaluation et d’une année à l’autre, et ce qui en a été fait.",
      es: "Las recomendaciones que dicen lo mismo en varias evaluaciones y años, y lo que se hizo con ellas.",
      pt: "As recomendações que dizem o mesmo em várias avaliações e anos, e o que foi feito delas.",
    },
  },
  {
    path: "/evidence/follow-up",
    title: {
      en: "Was the advice heeded?",
      fr: "Les recommandations sont-elles suivies ?",
      es: "¿Se siguieron los consejos?",
      pt: "Os conselhos foram seguidos?",
    },
    description: {
      en: "How recommendations were answered and carried out, by unit, theme, region and year.",
      fr: "Comment les recommandations ont été reçues et mises en œuvre, par unité, thème, région et année.",
      es: "Cómo se respondieron y se aplicaron las recomendaciones, por unidad, tema, región y año.",
      pt: "Como as recomendações foram respondidas e aplicadas, por unidade, tema, região e ano.",
    },
  },
  {
    path: "/countries",
    title: { en: "Countries", fr: "Pays", es: "Países", pt: "Países" },
    description: {
      en: "Social protection by country: figures, standards, evaluations.",
      fr: "La protection sociale par pays : chiffres, normes, évaluations.",
      es: "La protección social por país: cifras, normas, evaluaciones.",
      pt: "A proteção social por país: números, normas, avaliações.",
    },
  },
  {
    path: "/indexes",
    title: { en: "Indexes", fr: "Indices", es: "Índices", pt: "Índices" },
    description: {
      en: "Indexes of socio-economic security, with their definitions and runs.",
      fr: "Les indices de sécurité socio-économique, avec leurs définitions et leurs calculs.",
      es: "Los índices de seguridad socioeconómica, con sus definiciones y cálculos.",
      pt: "Os índices de segurança socioeconómica, com as suas definições e cálculos.",
    },
  },
  {
    path: "/data",
    title: { en: "Data", fr: "Données", es: "Datos", pt: "Dados" },
    description: {
      en: "Releases of observations to look at and to download.",
      fr: "Les publications de données, à consulter et à télécharger.",
      es: "Las publicaciones de datos, para consultar y descargar.",
      pt: "As publicações de dados, para consultar e descarregar.",
    },
  },
  {
    path: "/standards",
    title: { en: "Standards", fr: "Normes", es: "Normas", pt: "Normas" },
    description: {
      en: "ILO Conventions on social security and who has ratified them.",
      fr: "Les conventions de l’OIT sur la sécurité sociale et les États qui les ont ratifiées.",
      es: "Los convenios de la OIT sobre seguridad social y los Estados que los han ratificado.",
      pt: "As convenções da OIT sobre segurança social e os Estados que as ratificaram.",
    },
  },
];
