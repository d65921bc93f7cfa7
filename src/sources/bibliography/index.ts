// References in the formats of reference managers, both ways.

export { writeCslJson } from "./csl-json.ts";
export type { EarlierDecision } from "./earlier-decision.ts";
export { writeEndnoteTagged } from "./endnote-tagged.ts";
export { writeEndnoteXml } from "./endnote-xml.ts";
export { bibliographyProblems } from "./problems.ts";
export { readBibliography } from "./read-bibliography.ts";
export {
  type ReadReference,
  type ReferencesOptions,
  type ReferencesReading,
  readReferences,
} from "./read-references.ts";
export {
  type BibliographyFormat,
  type BibliographyReading,
  normalRecord,
  type SkippedLine,
} from "./reading.ts";
export { writeRis } from "./ris.ts";
export { writeBibtex } from "./write-bibtex.ts";
