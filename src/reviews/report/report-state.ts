// What was written for the report, and its editions.

import type { Language } from "#kernel";
import type { ReportAct, ReportSection } from "#records";

export type WrittenSection = {
  readonly section: ReportSection;
  readonly language: Language;
  readonly text: string;
  readonly by: string;
  readonly at: string;
  readonly event: number;
};

export type ReportEdition = Omit<Extract<ReportAct, { readonly kind: "report.published" }>, "kind"> & {
  readonly at: string;
  readonly by: string;
  /** Number of the event that published it; `event` is the last one it counts. */
  readonly published: number;
};

export type ReportState = {
  /** By section and language. */
  readonly sections: Map<string, WrittenSection>;
  /** Sentences that stand as the view of the authors. */
  readonly views: Set<string>;
  readonly editions: ReportEdition[];
};

export const emptyReport = (): ReportState => ({ sections: new Map(), views: new Set(), editions: [] });

export const sectionName = (section: ReportSection, language: Language): string => `${section} ${language}`;

export const viewName = (section: ReportSection, language: Language, bare: string): string =>
  `${section} ${language} ${bare}`;
