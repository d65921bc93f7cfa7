// What the catalogue promises about studies: descriptions in versions, editions of their data, what was done with
// these, and search over their variables. Who may see which is asked by `app`.

import type { Language, Sha256 } from "#kernel";
import type {
  EditionEvent,
  QuestionPlace,
  StoredStudy,
  Study,
  StudyEdition,
  StudyKind,
  StudyVariable,
} from "#records";

export type VariableQuestion = {
  /** Words in names, labels, questions and categories, in four languages; all variables where empty. */
  readonly text: string;
  /** Only in these editions: what the asker may read. */
  readonly editions: readonly { readonly study: string; readonly version: number }[];
  /** Only words in this language; in all four where absent. */
  readonly language?: Language;
  readonly concept?: string;
  readonly dimension?: QuestionPlace["dimension"];
  readonly angle?: QuestionPlace["angle"];
  readonly nature?: QuestionPlace["nature"];
  readonly limit: number;
  readonly offset: number;
};

/** A definition of an index of persons or enterprises that was added, in a version. */
export type StoredStudyIndex = {
  readonly id: string;
  readonly version: number;
  /** As it was given. */
  readonly record: Readonly<Record<string, unknown>>;
  readonly recordSha256: Sha256;
  readonly reason: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
};

export type StudiesCatalogue = {
  /** Inside a transaction: until it ends no other one describes a study, adds an edition or acts on one. Reading goes on. */
  lock(): Promise<void>;
  /** Appends a version of the description where it differs from the one that stands. */
  put(
    study: Study,
    about: { readonly reason: string; readonly at: string; readonly by: string },
  ): Promise<{ readonly version: number; readonly changed: boolean }>;
  /** The description that stands. */
  byId(id: string): Promise<StoredStudy | null>;
  /** Of one study, newest first. */
  versions(id: string): Promise<readonly StoredStudy[]>;
  /** The descriptions that stand, by id. */
  list(kind?: StudyKind): Promise<readonly StoredStudy[]>;
  addEdition(edition: StudyEdition): Promise<void>;
  edition(study: string, version: number): Promise<StudyEdition | null>;
  /** Of one study or of all, newest version first. */
  editions(study?: string): Promise<readonly StudyEdition[]>;
  record(event: EditionEvent): Promise<void>;
  /** In the order they happened. */
  events(study?: string): Promise<readonly EditionEvent[]>;
  /** Editions with a file that was read from this source, or lies in it. */
  ofFile(sha256: Sha256): Promise<readonly { readonly study: string; readonly version: number }[]>;
  /** The pattern of withheld cells of an edition, where it was worked out: a file. */
  protection(study: string, version: number, base: string): Promise<Sha256 | null>;
  /** Once for each base, which names file, variables and rules; false where there was one already. */
  addProtection(protection: {
    readonly study: string;
    readonly version: number;
    readonly base: string;
    readonly protection: Sha256;
    readonly createdAt: string;
  }): Promise<boolean>;
  /** Appends a version of a definition where it differs from the newest. */
  addIndex(
    index: Omit<StoredStudyIndex, "version">,
  ): Promise<{ readonly version: number; readonly changed: boolean }>;
  /** A definition; the newest version where none is named. */
  index(id: string, version: number | null): Promise<StoredStudyIndex | null>;
  /** The newest of each, by id. */
  indexes(): Promise<readonly StoredStudyIndex[]>;
  /** Best match first. */
  searchVariables(question: VariableQuestion): Promise<{
    readonly total: number;
    readonly hits: readonly {
      readonly study: string;
      readonly version: number;
      readonly variable: StudyVariable;
    }[];
  }>;
};
