import type { Citation, Localised, MissingReason, Sha256 } from "#kernel";
import type { AccessTier, Origin } from "./source-file.ts";

/** Whom a study asked: people in households, or establishments. */
export const studyKinds = ["people", "enterprise"] as const;
export type StudyKind = (typeof studyKinds)[number];

/** How far a sample reaches. What does not reach equally far is not compared. */
export const coverageClasses = ["national", "regional", "urban", "special-group"] as const;
export type CoverageClass = (typeof coverageClasses)[number];

/** What a row of a file is. */
export const analysisUnits = ["household", "person", "establishment", "worker"] as const;
export type AnalysisUnit = (typeof analysisUnits)[number];

/** The eight dimensions of the People's Security Surveys: basic security and the seven forms. */
export const securityDimensions = [
  "basic",
  "labour-market",
  "employment",
  "job",
  "work",
  "skill-reproduction",
  "income",
  "representation",
] as const;
export type SecurityDimension = (typeof securityDimensions)[number];

/** From which side a question comes at its dimension; `fairness` is distributional justice. */
export const questionAngles = ["actual", "perceived", "coping", "fairness"] as const;
export type QuestionAngle = (typeof questionAngles)[number];

/** Who may have the rows: a tier, or nobody by this system. */
export const microdataTiers = ["public", "members", "restricted", "closed"] as const;
export type MicrodataTier = (typeof microdataTiers)[number];

/**
 * What is known of a survey before any row is read: the description of a study in the manner of
 * DDI-Codebook. Versions supersede each other; what is not stated is null or empty, never guessed.
 */
export type Study = {
  /** By the convention of the IHSN: `XAA_2024_PSS_v01_M`, country, year, survey, version of the data, microdata. */
  readonly id: string;
  readonly kind: StudyKind;
  readonly origin: Origin;
  readonly title: Localised;
  /** Studies of one series are editions of one survey: `PSS`, `ELFS`. */
  readonly series: string | null;
  readonly abstract: Localised | null;
  /** Areas by their codes. */
  readonly areas: readonly string[];
  /** First and last year that the answers speak of. */
  readonly years: { readonly from: number; readonly to: number };
  readonly universe: {
    readonly text: Localised;
    readonly ages: { readonly from: number | null; readonly to: number | null } | null;
  };
  readonly coverage: {
    readonly class: CoverageClass;
    /** Towns, regions, the occupation: what the sample reaches, where it is not the nation. */
    readonly places: readonly string[];
    readonly note: Localised | null;
  };
  readonly analysisUnits: readonly AnalysisUnit[];
  readonly sampling: { readonly procedure: Localised | null; readonly overSampling: Localised | null };
  /** Face to face, telephone, self-completed. */
  readonly mode: Localised | null;
  /** ISO dates. */
  readonly collection: { readonly from: string | null; readonly to: string | null };
  readonly response: { readonly rate: number | null; readonly note: Localised | null };
  readonly weighting: Localised | null;
  readonly producers: readonly { readonly name: string; readonly role: string | null }[];
  readonly funding: readonly string[];
  /** Names of the study elsewhere: `World Bank` `ETH_2001_PSS_v01_M`. */
  readonly identifiers: readonly { readonly scheme: string; readonly id: string }[];
  readonly access: {
    readonly microdata: MicrodataTier;
    readonly tables: AccessTier;
    /** Who decides on requests, and how to ask. */
    readonly contact: string | null;
  };
  readonly licence: string;
  readonly citation: Citation;
  readonly caveats: readonly string[];
  readonly questionnaires: readonly StudyQuestionnaire[];
};

export type StudyQuestionnaire = {
  /** Of the form, `null` where it holds several. */
  readonly language: string | null;
  readonly name: string;
  readonly sha256: Sha256;
};

export const variableKinds = [
  "identifier", // names a row or a unit: never shown, never counted
  "design", // stratum, sampling unit, population count
  "weight",
  "categorical",
  "numeric",
  "text", // open answers: kept, never tabulated
] as const;
export type VariableKind = (typeof variableKinds)[number];

export type VariableCategory = {
  /** As the file has it. */
  readonly code: string;
  readonly label: Localised;
  /** Why there is no answer, where the code says that. */
  readonly missing: MissingReason | null;
};

export type QuestionPlace = {
  readonly dimension: SecurityDimension;
  readonly angle: QuestionAngle;
  readonly nature: "objective" | "subjective";
};

export type StudyVariable = {
  /** The file of the edition it lies in. */
  readonly file: string;
  readonly name: string;
  readonly label: Localised;
  readonly kind: VariableKind;
  /** What it measures in every study that has it: `sex`, `age-group`, `region`, `urban-rural`, `sector`, `size`. */
  readonly concept: string | null;
  /** As it was asked. */
  readonly question: Localised | null;
  /** Who was asked. */
  readonly universe: Localised | null;
  readonly unit: string | null;
  /** In the order of the questionnaire; of numeric variables the codes that are no numbers. */
  readonly categories: readonly VariableCategory[];
  readonly place: QuestionPlace | null;
  /** Whether visitors may lay tables out by it; only categorical variables. */
  readonly forTables: boolean;
  readonly note: Localised | null;
};

/** How the sample of a file was drawn, in names of its columns; `DesignDeclaration` of the statistics. */
export type StudyDesign = {
  readonly clusters: readonly string[];
  readonly strata: readonly (string | null)[];
  readonly weights: string | number | null;
  readonly fpc: readonly string[];
  readonly nested: boolean;
  readonly singleUnit: "fail" | "remove" | "certainty" | "adjust" | "average";
  /** Replicate weights that came with the data, or that are to be made; as a survey request has them. */
  readonly replicates: unknown;
};

/** A file of rows of one unit, kept as it came and as Parquet with the columns of the files above it joined on. */
export type StudyFile = {
  /** `persons`: what requests call it. */
  readonly name: string;
  readonly unit: AnalysisUnit;
  /** Columns that name a row. */
  readonly key: readonly string[];
  /** The file that holds the unit around it, and the columns that lead there. */
  readonly parent: { readonly file: string; readonly by: readonly string[] } | null;
  readonly design: StudyDesign;
  /** Population totals known from elsewhere, beside which weighted totals are shown. */
  readonly knownTotals: readonly {
    readonly label: string;
    /** Where of the file it is the number of units: `{sex: "2"}`; all rows where empty. */
    readonly where: Readonly<Record<string, string>>;
    readonly total: number;
    readonly source: string;
  }[];
  readonly source: Sha256;
  readonly sourceName: string;
  /** Parquet: own columns first, then those of the files above. */
  readonly data: Sha256;
  readonly rows: number;
  readonly columns: readonly string[];
};

/** The data of a study in one version. Written once; a later version supersedes it, both stay. */
export type StudyEdition = {
  readonly study: string;
  readonly version: number;
  /** As it came from the field, or checked and corrected. */
  readonly state: "raw" | "edited";
  /** The version an edited one was made from. */
  readonly from: number | null;
  readonly changes: readonly { readonly what: string; readonly why: string }[];
  readonly files: readonly StudyFile[];
  readonly variables: readonly StudyVariable[];
  /** Cells of tables with fewer cases are withheld from those who may not see the rows. */
  readonly minimumCases: number;
  /** SHA-256 over files, dictionary and designs. */
  readonly checksum: Sha256;
  readonly createdAt: string;
  readonly createdBy: string;
};

export const editionActs = ["drafted", "published", "withdrawn"] as const;
/** What was done with an edition; only ever added to. */
export type EditionEvent = {
  readonly study: string;
  readonly version: number;
  readonly act: (typeof editionActs)[number];
  readonly at: string;
  readonly by: string;
  readonly reason: string | null;
};

/** A version of a study's description. */
export type StoredStudy = {
  readonly id: string;
  readonly version: number;
  readonly record: Study;
  readonly reason: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly supersededAt: string | null;
};

export const tableStatistics = [
  "count",
  "share",
  "mean",
  "total",
  "median",
  "at-risk-of-poverty",
  "gini",
] as const;
export type TableStatistic = (typeof tableStatistics)[number];

/** A table somebody asks for; its address holds all of it. */
export type StudyTableQuestion = {
  readonly study: string;
  /** `null`: the newest published one. */
  readonly edition: number | null;
  readonly file: string;
  readonly statistic: TableStatistic;
  /** What is measured; `null` for the count of units. */
  readonly variable: string | null;
  readonly rows: string | null;
  readonly columns: string | null;
  /** One category of one variable to which all is confined. */
  readonly subset: { readonly variable: string; readonly code: string } | null;
  readonly confidence: number;
};
