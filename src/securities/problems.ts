/** Every problem this module can report, with the sentence that explains the rule behind it. */
export const securitiesProblems = {
  "securities.not-an-object":
    "A definition, a node and their parts are JSON objects, a list of nodes a JSON list.",
  "securities.unknown-key":
    "A key that is not known is refused, so that a misspelt setting is never silently ignored.",
  "securities.field-missing": "A field that has no default must be given.",
  "securities.field-invalid": "A field holds a value of the wrong kind or outside what is allowed.",
  "securities.node-duplicate": "Each node of a definition has an id of its own.",
  "securities.parent-unknown": "The parent of a node is the id of another node of the same definition.",
  "securities.node-cycle": "Following parents from any node leads to the root.",
  "securities.root-missing": "One node has no parent: the index itself.",
  "securities.root-several": "Only one node has no parent: the index itself.",
  "securities.indicator-with-children": "A node with a direction is an indicator and has no nodes below it.",
  "securities.indicator-with-role": "A role belongs to a sub-index, not to a single indicator.",
  "securities.node-empty": "A node without a direction is formed from nodes below it and needs at least one.",
  "securities.indicator-duplicate": "Each indicator of a catalogue has an id of its own.",
  "securities.observation-duplicate": "An area has one value for an indicator and a period.",
  "securities.value-not-finite": "A value is a finite number, or null with a reason.",
  "securities.periods-mixed": "Either all observations carry a period or none does.",
  "securities.reference-period-absent":
    "The reference period of a definition must occur in the observations.",
  "securities.no-observations": "A run needs observations of at least one indicator of its definition.",
  "securities.score-unknown": "Only scores of the run can be explained.",
} as const satisfies Readonly<Record<string, string>>;

export type SecuritiesProblemCode = keyof typeof securitiesProblems;
