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
  "securities.item-duplicate": {
    meaning: "Items, forms and steps of a micro-level index each stand once.",
    remedy: "Rename or take out one of the two.",
  },
  "securities.micro-recode-invalid": {
    meaning: "An item says in one way how its answers are laid between 0 and 1, and no code is two things.",
    remedy: "Write codes with their numbers, the codes that count as 1, or the two limits.",
  },
  "securities.column-absent": {
    meaning:
      "The columns of a micro-level index are columns of the file, with numbers where limits are given.",
    remedy: "Correct the name, or bring the column.",
  },
  "securities.code-unknown": {
    meaning: "Each answer of the dictionary is recoded or has a reason why it is none, and no other is.",
    remedy: "Add the code to the recode, or take it out.",
  },
  "securities.source-order-missing": {
    meaning: "Where several sources give an indicator, the rule or the catalogue says which comes first.",
    remedy: "Add the order to the rule, best first.",
  },
  "securities.unit-changed": {
    meaning: "All observations of one series of one source have one unit.",
    remedy: "Import the series in one unit, or leave its source out of the rule.",
  },
  "securities.units-mixed": {
    meaning: "The values chosen for one indicator have one unit, whichever source they are of.",
    remedy: "Allow sources of one unit only.",
  },
  "securities.override-unmet": {
    meaning: "A decision on a value names a candidate of its cell, `none` or `rule`.",
    remedy: "Choose one of the candidates that the cell shows.",
  },
  "securities.observation-duplicate": {
    meaning: "An area has one value for an indicator and a period.",
    remedy: "Choose one: sources are never merged.",
  },
  "securities.value-not-finite": {
    meaning: "A value is a finite number, or null with a reason.",
    remedy: "Correct the value, or leave it out with its reason.",
  },
  "securities.standard-error-invalid": {
    meaning: "A standard error is a finite number of at least 0, in the unit of its value.",
    remedy: "Correct it, or leave it out where it is not known.",
  },
  "securities.weights-not-formed": {
    meaning: "Weights found from the data are all above 0.",
    remedy: "Give the weights yourself, or look at the directions of the parts that do not move together.",
  },
  "securities.weights-sum-to-zero": {
    meaning: "At least one part of a node has a weight above 0.",
    remedy: "Give one of the parts named a weight above 0.",
  },
  "securities.methods-unfit": {
    meaning: "The methods of a definition fit each other, so that no area is sure to be without a score.",
    remedy: "Choose another scale, another mean or another direction, as the message says.",
  },
  "securities.area-unknown": {
    meaning: "Where the areas of an index are countries, all of them are.",
    remedy: "Correct the code, or take the rows out.",
  },
  "securities.attribute-unknown": {
    meaning: "Holes can be filled from a group of areas only where the group of each area is told.",
    remedy: "Give the groups in the definition, in a column of the data or in a table of areas.",
  },
  "securities.series-absent": {
    meaning:
      "A series that an indicator is divided by, and an area that it is measured from, occur in the data.",
    remedy: "Add the series or the area to the data, or correct its name in the definition.",
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
  "securities.not-comparable": {
    meaning: "Two runs are compared at a part of the index and a period that each of them has.",
    remedy: "Name a part and a period from the lists in the message.",
  },
  "securities.score-differs": {
    meaning: "A score is explained from the observations its run was made of, and from no others.",
    remedy: "Give all observations of the run, and the groups of areas it was made with.",
  },
  "securities.score-unknown": {
    meaning: "Only scores of the run can be explained.",
    remedy: "Ask for an area, a node and a period of the run.",
  },
} as const satisfies ProblemCatalogue;

export type SecuritiesProblemCode = keyof typeof securitiesProblems;
