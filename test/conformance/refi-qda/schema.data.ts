// The schema of REFI-QDA projects 1.0 (Project.xsd, 18 March 2019, which version 1.5 of the standard kept) and of
// codebooks 1.0 (Codebook.xsd), in the parts this program writes, as a table: children in their order, attributes,
// forms of values. Transcribed from the published files by hand; read from a copy in a public repository.

export type ValueForm =
  | "string"
  | "guid"
  | "boolean"
  | "integer"
  | "decimal"
  | "date"
  | "dateTime"
  | "rgb"
  | "direction"
  | "variableType";

export type ElementType = {
  /** In this order; of an element so many at least and at most. */
  readonly children?: readonly (readonly [name: string, type: string, least: number, most: number])[];
  /** One of these at most, behind the children. */
  readonly choice?: readonly (readonly [name: string, type: string])[];
  readonly attributes?: readonly (readonly [name: string, form: ValueForm, isRequired: boolean])[];
  /** Of elements that hold text and nothing else. */
  readonly text?: ValueForm;
};

const many = Number.POSITIVE_INFINITY;
const created = [
  ["creatingUser", "guid", false],
  ["creationDateTime", "dateTime", false],
] as const;
const modified = [
  ["modifyingUser", "guid", false],
  ["modifiedDateTime", "dateTime", false],
] as const;
const guid = ["guid", "guid", true] as const;
const name = ["name", "string", false] as const;
const requiredName = ["name", "string", true] as const;
const description = ["Description", "string", 0, 1] as const;
const notes = ["NoteRef", "Ref", 0, many] as const;

const shared: Readonly<Record<string, ElementType>> = {
  string: { text: "string" },
  boolean: { text: "boolean" },
  integer: { text: "integer" },
  decimal: { text: "decimal" },
  date: { text: "date" },
  dateTime: { text: "dateTime" },
};

export const projectSchema: Readonly<Record<string, ElementType>> = {
  ...shared,
  Project: {
    children: [
      ["Users", "Users", 0, 1],
      ["CodeBook", "CodeBook", 0, 1],
      ["Variables", "Variables", 0, 1],
      ["Cases", "Cases", 0, 1],
      ["Sources", "Sources", 0, 1],
      ["Notes", "Notes", 0, 1],
      ["Links", "Links", 0, 1],
      ["Sets", "Sets", 0, 1],
      ["Graphs", "Graphs", 0, 1],
      description,
      notes,
    ],
    attributes: [
      requiredName,
      ["origin", "string", false],
      ["creatingUserGUID", "guid", false],
      ["creationDateTime", "dateTime", false],
      ["modifyingUserGUID", "guid", false],
      ["modifiedDateTime", "dateTime", false],
      ["basePath", "string", false],
    ],
  },
  Users: { children: [["User", "User", 1, many]] },
  User: { attributes: [guid, name, ["id", "string", false]] },
  CodeBook: { children: [["Codes", "Codes", 1, 1]] },
  Codes: { children: [["Code", "Code", 1, many]] },
  Code: {
    children: [description, notes, ["Code", "Code", 0, many]],
    attributes: [guid, requiredName, ["isCodable", "boolean", true], ["color", "rgb", false]],
  },
  Cases: { children: [["Case", "Case", 1, many]] },
  Case: {
    children: [
      description,
      ["CodeRef", "Ref", 0, many],
      ["VariableValue", "VariableValue", 0, many],
      ["SourceRef", "Ref", 0, many],
      ["SelectionRef", "Ref", 0, many],
    ],
    attributes: [guid, name],
  },
  Variables: { children: [["Variable", "Variable", 1, many]] },
  Variable: {
    children: [description],
    attributes: [guid, requiredName, ["typeOfVariable", "variableType", true]],
  },
  VariableValue: {
    children: [["VariableRef", "Ref", 1, 1]],
    choice: [
      ["TextValue", "string"],
      ["BooleanValue", "boolean"],
      ["IntegerValue", "integer"],
      ["FloatValue", "decimal"],
      ["DateValue", "date"],
      ["DateTimeValue", "dateTime"],
    ],
  },
  Sets: { children: [["Set", "Set", 1, many]] },
  Set: {
    children: [
      description,
      ["MemberCode", "Ref", 0, many],
      ["MemberSource", "Ref", 0, many],
      ["MemberNote", "Ref", 0, many],
    ],
    attributes: [guid, requiredName],
  },
  Sources: { children: [["TextSource", "TextSource", 1, many]] },
  Notes: { children: [["Note", "TextSource", 1, many]] },
  TextSource: {
    children: [
      description,
      ["PlainTextContent", "string", 0, 1],
      ["PlainTextSelection", "PlainTextSelection", 0, many],
      ["Coding", "Coding", 0, many],
      notes,
      ["VariableValue", "VariableValue", 0, many],
    ],
    attributes: [
      guid,
      name,
      ["richTextPath", "string", false],
      ["plainTextPath", "string", false],
      ...created,
      ...modified,
    ],
  },
  PlainTextSelection: {
    children: [description, ["Coding", "Coding", 0, many], notes],
    attributes: [
      guid,
      name,
      ["startPosition", "integer", true],
      ["endPosition", "integer", true],
      ...created,
      ...modified,
    ],
  },
  Coding: { children: [["CodeRef", "Ref", 1, 1], notes], attributes: [guid, ...created] },
  Links: { children: [["Link", "Link", 1, many]] },
  Link: {
    children: [notes],
    attributes: [
      guid,
      name,
      ["direction", "direction", false],
      ["color", "rgb", false],
      ["originGUID", "guid", false],
      ["targetGUID", "guid", false],
    ],
  },
  Ref: { attributes: [["targetGUID", "guid", true]] },
};

export const codebookSchema: Readonly<Record<string, ElementType>> = {
  ...shared,
  CodeBook: {
    children: [
      ["Codes", "Codes", 1, 1],
      ["Sets", "Sets", 0, 1],
    ],
    attributes: [["origin", "string", false]],
  },
  Codes: { children: [["Code", "Code", 1, many]] },
  Code: {
    children: [description, ["Code", "Code", 0, many]],
    attributes: [guid, requiredName, ["isCodable", "boolean", true], ["color", "rgb", false]],
  },
  Sets: { children: [["Set", "Set", 1, many]] },
  Set: {
    children: [description, ["MemberCode", "MemberCode", 0, many]],
    attributes: [guid, requiredName],
  },
  MemberCode: { attributes: [guid] },
};

export const valueForms: Readonly<Record<ValueForm, RegExp>> = {
  string: /^/,
  guid: /^(?:[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}|\{[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\})$/,
  boolean: /^(?:true|false|1|0)$/,
  integer: /^[+-]?\d+$/,
  decimal: /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/,
  date: /^-?\d{4,}-\d\d-\d\d(?:Z|[+-]\d\d:\d\d)?$/,
  dateTime: /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/,
  rgb: /^#(?:[A-Fa-f0-9]{6}|[A-Fa-f0-9]{3})$/,
  direction: /^(?:Associative|OneWay|Bidirectional)$/,
  variableType: /^(?:Text|Boolean|Integer|Float|Date|DateTime)$/,
};
