// Short forms for the blocks of a document.

import type { Language } from "#kernel";
import type { ReportBlock, ReportTable, ReportText } from "#records";

export const heading = (level: 2 | 3, id: string, text: string): ReportBlock => ({
  kind: "heading",
  level,
  id,
  text,
});

export const said = (...content: readonly (string | ReportText)[]): ReportBlock => ({
  kind: "paragraph",
  by: "records",
  content: content.map((part) => (typeof part === "string" ? { text: part } : part)),
});

/** Words in a language of their own, marked so where it is not that of the document. */
export const inLanguage = (text: string, own: string | null, document: Language): ReportText =>
  own !== null && own !== document ? { text, language: own } : { text };

export const tableBlock = (id: string, table: ReportTable): ReportBlock => ({ kind: "table", id, table });

export const cells = (...texts: readonly (string | ReportText)[]): readonly (readonly ReportText[])[] =>
  texts.map((text) => [typeof text === "string" ? { text } : text]);
