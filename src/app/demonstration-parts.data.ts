// What the demonstration collection consists of, in the order in which it is taken in. What each file is
// stands in demonstration/README.md.

import type { Citation } from "#kernel";
import type { Origin } from "#records";

const byThisProject = { author: "Socle", publisher: "Socle", licence: "CC0-1.0" } as const;

export const conventionsFile = {
  file: "conventions.csv",
  citation: {
    ...byThisProject,
    title:
      "ILO Conventions: codes, titles, years and status, typed from memory and not verified against NORMLEX",
  },
} as const;

/** Partial lists: a state that none of them names is unknown. */
export const ratificationLists: readonly {
  readonly file: string;
  readonly list: string;
  readonly convention: string;
  readonly citation: Citation;
}[] = [
  {
    file: "ratifications-c102-trb-2011-198.csv",
    list: "Tractatenblad 2011, 198 (partial, not verified)",
    convention: "C102",
    citation: {
      title: "Parties to Convention 102 (first part of the list, typed by hand, not verified)",
      publisher: "Tractatenblad van het Koninkrijk der Nederlanden 2011, 198",
      issued: "2011",
      url: "https://zoek.officielebekendmakingen.nl/trb-2011-198.html",
    },
  },
  {
    file: "ratifications-c102-ru-2001.csv",
    list: "Russian-language list at 31 December 2001 (partial, not verified)",
    convention: "C102",
    citation: {
      title: "Parties to Convention 102 at 31 December 2001 (part of the list, typed by hand, not verified)",
      publisher: "law.lica.com.ua, document 234019",
      issued: "2001-12-31",
    },
  },
  {
    file: "ratifications-c087.csv",
    list: "Dutch treaty bank, inview.nl (partial, not verified)",
    convention: "C087",
    citation: {
      title: "Parties to Convention 87 (beginning of the alphabet, typed by hand, not verified)",
      publisher: "inview.nl",
    },
  },
];

export const evaluationTables: readonly {
  readonly file: string;
  readonly origin: Origin;
  readonly firstId: string;
  readonly citation: Citation;
}[] = [
  {
    file: "evaluations-24.csv",
    origin: "real",
    firstId: "ievd-E-2",
    citation: {
      title:
        "Social protection (social security) interventions: What works and why? Lessons learned from a synthesis review, 2012–2018. Summary, Annex II: final list of reports reviewed (facts of the list as a table)",
      author: "ILO Evaluation Office",
      publisher: "International Labour Organization",
      issued: "2020",
    },
  },
  {
    file: "evaluations-invented.csv",
    origin: "invented",
    firstId: "demo-maternity",
    citation: { ...byThisProject, title: "Invented evaluations of invented projects, for the demonstration" },
  },
];

/** Reports in four languages and four formats; `evaluation` is the record each reports on. */
export const reports: readonly {
  readonly file: string;
  readonly origin: Origin;
  readonly evaluation: string | null;
  readonly citation: Citation;
}[] = [
  {
    file: "reports/maternity-benefit-alvane.pdf",
    origin: "invented",
    evaluation: "demo-maternity",
    citation: {
      ...byThisProject,
      title:
        "Maternity benefits for all working women in Alvane: final independent evaluation (invented report)",
    },
  },
  {
    file: "reports/travailleurs-informels-corvana.docx",
    origin: "invented",
    evaluation: "demo-informal",
    citation: {
      ...byThisProject,
      title:
        "Étendre la protection sociale aux travailleurs de l’économie informelle en Corvana : évaluation à mi-parcours (rapport inventé)",
    },
  },
  {
    file: "reports/reforma-pensiones-dalmere.html",
    origin: "invented",
    evaluation: "demo-pensions",
    citation: {
      ...byThisProject,
      title: "Apoyo a la reforma de las pensiones en Dalmere: evaluación final (informe inventado)",
    },
  },
  {
    file: "reports/seguro-desemprego-isarna.txt",
    origin: "invented",
    evaluation: "demo-unemployment",
    citation: {
      ...byThisProject,
      title:
        "Seguro de desemprego e serviços de emprego em Isarna: avaliação final interna (relatório inventado)",
    },
  },
  {
    file: "reports/ses-2005-facts.txt",
    origin: "real",
    evaluation: null,
    citation: {
      ...byThisProject,
      title:
        "Facts of the 2005 evaluation of the InFocus Programme on Socio-Economic Security, paraphrased by this project",
    },
  },
];

export const simulatedIndicators = {
  file: "indicators-simulated.csv",
  series: "demo-indicators",
  title: "Simulated indicators of invented countries",
  agency: "Socle simulation",
  licence: "CC0-1.0",
} as const;

/** A small series in two versions, and one whose two sources disagree: what comparing and choosing show. */
export const oldAgeSeries = [
  {
    file: "old-age-1.csv",
    release: "demo-old-age-1",
    series: "demo-old-age",
    title: "Simulated indicators of old age, small series",
    agency: "Socle simulation",
    licence: "CC0-1.0",
  },
  {
    file: "old-age-2.csv",
    release: "demo-old-age-2",
    series: "demo-old-age",
    title: "Simulated indicators of old age, small series",
    agency: "Socle simulation",
    licence: "CC0-1.0",
  },
  {
    file: "old-age-sources.csv",
    release: "demo-two-sources-1",
    series: "demo-two-sources",
    title: "Two invented sources that disagree on poverty and pensions",
    agency: "Socle simulation",
    licence: "CC0-1.0",
  },
] as const;

/** Runs that differ by data, then by definition. */
export const oldAgeRuns = [
  { definition: "old-age-index-1.json", release: "demo-old-age-1" },
  { definition: "old-age-index-1.json", release: "demo-old-age-2" },
  { definition: "old-age-index-2.json", release: "demo-old-age-2" },
] as const;

/** The review whose final list is the 24 evaluations, as far as its summary states it. */
export const statedReview = "review-2012-2018.json";

/** A whole review over the invented reports, and the file of references that one of its searches brought. */
export const inventedReview = { file: "review-invented.json", id: "steady-wage-invented" } as const;
export const inventedReferences = {
  file: "review-invented.ris",
  citation: { ...byThisProject, title: "Twelve invented references, for the invented review" },
} as const;

/** Simulated surveys with their data, each in a folder of its own; of the first also the data as they came from the field. */
export const simulatedStudies: readonly {
  readonly folder: string;
  readonly id: string;
  /** Declarations of its data, oldest version first; the last one is published. */
  readonly editions: readonly { readonly declaration: string; readonly files: readonly string[] }[];
}[] = [
  {
    folder: "studies/XAA_2024_PSS_v01_M",
    id: "XAA_2024_PSS_v01_M",
    editions: [
      { declaration: "edition-raw.json", files: ["households-raw.csv", "persons-raw.csv"] },
      { declaration: "edition.json", files: ["households.csv", "persons.csv"] },
    ],
  },
  {
    folder: "studies/XAA_2024_ELFS_v01_M",
    id: "XAA_2024_ELFS_v01_M",
    editions: [{ declaration: "edition.json", files: ["establishments.csv", "workers.csv"] }],
  },
  {
    folder: "studies/XAD_2023_PSS_v01_M",
    id: "XAD_2023_PSS_v01_M",
    editions: [{ declaration: "edition.json", files: ["persons.csv"] }],
  },
];
