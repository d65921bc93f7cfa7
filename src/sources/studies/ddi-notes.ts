// What DDI-Codebook has no element for stands in `notes` of this type, each with its subject: other programs show
// them as notes, this one finds its fields again.

export const noteType = "socle";

export const noteSubjects = {
  kind: "kind",
  origin: "origin",
  coverageClass: "coverage-class",
  coveragePlace: "coverage-place",
  coverageNote: "coverage-note",
  ages: "ages",
  microdata: "access-to-microdata",
  tables: "access-to-tables",
  citation: "citation",
  caveat: "caveat",
  state: "state",
  from: "from-version",
  minimumCases: "minimum-cases",
  change: "change",
  file: "file",
  variableKind: "kind",
  place: "place",
  forTables: "for-tables",
  note: "note",
  sha256: "sha-256",
} as const;

/** Of the vocabulary of concepts in the element `concept`. */
export const conceptVocabulary = "socle";
