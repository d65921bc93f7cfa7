import type { ProblemCatalogue } from "#kernel";

/** Every problem this module can report, with the sentence that explains the rule behind it. */
export const securitiesProblems = {
  "securities.not-an-object": {
    meaning: "A definition, a node and their parts are JSON objects, a list of nodes a JSON list.",
    remedy: "Write it as the example in definitions/indexes shows.",
  },
  "securities.unknown-key": {
    meaning: "A key that is not known is refused, so that a misspelt setting is never silently ignored.",
    remedy: "Correct the spelling to the key the message suggests, or take the key out.",
  },
  "securities.field-missing": {
    meaning: "A field that has no default must be given.",
    remedy: "Add the field.",
  },
  "securities.field-invalid": {
    meaning: "A field holds a value of the wrong kind or outside what is allowed.",
    remedy: "Give it a value the message describes.",
  },
  "securities.node-duplicate": {
    meaning: "Each node of a definition has an id of its own.",
    remedy: "Rename one of the two.",
  },
  "securities.parent-unknown": {
    meaning: "The parent of a node is the id of another node of the same definition.",
    remedy: "Name a node that is there, or add the parent.",
  },
  "securities.node-cycle": {
    meaning: "Following parents from any node leads to the root.",
    remedy: "Give one of the nodes on the way a parent outside the circle.",
  },
  "securities.root-missing": {
    meaning: "One node has no parent: the index itself.",
    remedy: "Take the parent away from the node that is the index.",
  },
  "securities.root-several": {
    meaning: "Only one node has no parent: the index itself.",
    remedy: "Give all but one of them a parent.",
  },
  "securities.indicator-with-children": {
    meaning: "A node with a direction is an indicator and has no nodes below it.",
    remedy: "Take its direction away, or move the nodes below it.",
  },
  "securities.indicator-with-role": {
    meaning: "A role belongs to a sub-index, not to a single indicator.",
    remedy: "Move the role to the node above.",
  },
  "securities.node-empty": {
    meaning: "A node without a direction is formed from nodes below it and needs at least one.",
    remedy: "Add an indicator below it, give it a direction, or take it out.",
  },
  "securities.indicator-duplicate": {
    meaning: "Each indicator of a catalogue has an id of its own.",
    remedy: "Rename or take out one of the two.",
  },
  "securities.observation-duplicate": {
    meaning: "An area has one value for an indicator and a period.",
    remedy: "Choose one: sources are never merged.",
  },
  "securities.value-not-finite": {
    meaning: "A value is a finite number, or null with a reason.",
    remedy: "Correct the value, or leave it out with its reason.",
  },
  "securities.weights-not-formed": {
    meaning: "Weights found from the data are all above 0.",
    remedy: "Give the weights yourself, or look at the directions of the parts that do not move together.",
  },
  "securities.weights-sum-to-zero": {
    meaning: "At least one part of a node has a weight above 0.",
    remedy: "Give one of the parts named a weight above 0.",
  },
  "securities.periods-mixed": {
    meaning: "Either all observations carry a period or none does.",
    remedy: "Fill the periods in, or leave the column out.",
  },
  "securities.reference-period-absent": {
    meaning: "The reference period of a definition must occur in the observations.",
    remedy: "Name a period the observations have.",
  },
  "securities.no-observations": {
    meaning: "A run needs observations of at least one indicator of its definition.",
    remedy: "Check that the codes of the data are those of the definition.",
  },
  "securities.score-unknown": {
    meaning: "Only scores of the run can be explained.",
    remedy: "Ask for an area, a node and a period of the run.",
  },
} as const satisfies ProblemCatalogue;

export type SecuritiesProblemCode = keyof typeof securitiesProblems;
