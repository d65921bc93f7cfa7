// One item of a micro-level index from JSON: which answer, how it is laid between 0 and 1, how much it weighs.

import { isMissingReason, type MissingReason, missingReasons } from "#kernel";
import {
  type Findings,
  identifier,
  type JsonObject,
  listed,
  localised,
  number,
  oneOf,
  printed,
  readObject,
  required,
  text,
  truth,
} from "../json-fields.ts";
import { type IndicatorRole, indicatorRoles } from "../security-terms.ts";
import type { MicroExpression, MicroItem, MicroRecode, RowsWith } from "./micro-definition.ts";

const itemKeys = [
  "id",
  "label",
  "group",
  "variable",
  "answer",
  "recode",
  "weight",
  "asked",
  "missing",
  "empty",
  "evidence",
] as const;

/** An item and the group it stands in, or `null` after its faults were reported. */
export function readItem(
  entry: unknown,
  at: string,
  grouped: boolean,
  findings: Findings,
): { readonly item: MicroItem; readonly group: IndicatorRole | null } | null {
  const known = grouped ? itemKeys : itemKeys.filter((key) => key !== "group");
  const object = readObject(entry, at, "an item", known, findings);
  if (object === null) return null;
  const before = findings.problems.length;
  const group = grouped ? required(oneOf(indicatorRoles), '"outcome"')(object, "group", at, findings) : null;
  const answer = readAnswer(object, at, findings);
  const given = identifier(object, "id", at, findings);
  const id = given ?? (answer?.op === "variable" ? answer.name : null);
  if (id === null && answer !== null && object["id"] === undefined)
    findings.report(
      "securities.field-missing",
      `${at}.id`,
      `The item is computed from several columns and has no id. Give it one, such as "id": "share-trained".`,
    );
  const recode = readRecode(object, at, findings);
  const missingCodes = readMissingCodes(object, "missing", at, findings);
  const weight = number(
    (value) => value > 0,
    "a weight is a number above 0; take out an item that is not to count.",
  )(object, "weight", at, findings);
  if (answer !== null && answer.op !== "variable" && recode !== null && recode.method !== "linear")
    findings.report(
      "securities.micro-recode-invalid",
      `${at}.recode`,
      'The item is computed from numbers and recoded by codes. Write the limits instead: { "from": 0, "to": 1 }.',
    );
  const recoded = recode === null ? [] : codesOf(recode);
  for (const code of Object.keys(missingCodes))
    if (recoded.includes(code))
      findings.report(
        "securities.micro-recode-invalid",
        `${at}.recode`,
        `The code "${code}" is both an answer and a reason why there is none. Take it out of one of the two.`,
      );
  const item = {
    label: localised(object, "label", at, findings),
    asked: readRowsWith(object["asked"], `${at}.asked`, "whom a question was put to", findings),
    evidence: text()(object, "evidence", at, findings),
    weight: weight ?? 1,
    empty: oneOf(missingReasons)(object, "empty", at, findings) ?? "missing",
    missingCodes,
  };
  if (findings.problems.length > before || id === null || answer === null || recode === null) return null;
  return { item: { id, answer, recode, ...item }, group };
}

const codesOf = (recode: MicroRecode): readonly string[] =>
  recode.method === "codes" ? Object.keys(recode.codes) : recode.method === "is" ? recode.codes : [];

function readAnswer(object: JsonObject, at: string, findings: Findings): MicroExpression | null {
  const [variable, answer] = [object["variable"] !== undefined, object["answer"] !== undefined];
  if (variable === answer) {
    findings.report(
      variable ? "securities.field-invalid" : "securities.field-missing",
      `${at}.variable`,
      variable
        ? 'The item says "variable" and "answer". Write one: a column, or what is computed from several.'
        : 'The item names no column. Write for example "variable": "q12", or "answer": { "share": ["trained", "staff"] }.',
    );
    return null;
  }
  if (answer) return readExpression(object["answer"], `${at}.answer`, 0, findings);
  const name = identifier(object, "variable", at, findings);
  return name === null ? null : { op: "variable", name };
}

const deepest = 5;

/** A name of a column, or an object with one operation: share, sum, oneMinus, differenceToOne. */
function readExpression(
  json: unknown,
  at: string,
  depth: number,
  findings: Findings,
): MicroExpression | null {
  if (typeof json === "string" && json.trim() === json && json !== "") return { op: "variable", name: json };
  const operations = ["share", "sum", "oneMinus", "differenceToOne"] as const;
  const object = readObject(json, at, "a computed answer", operations, findings);
  if (object === null) return null;
  const named = operations.filter((key) => object[key] !== undefined);
  const [operation] = named;
  if (operation === undefined || named.length > 1 || depth >= deepest) {
    findings.report(
      "securities.field-invalid",
      at,
      depth >= deepest
        ? `More than ${deepest} operations stand inside each other. Split the item, or prepare a column.`
        : `${printed(json)} names ${named.length} operations. Write one of ${listed(operations)}, for example { "share": ["trained", "staff"] }.`,
    );
    return null;
  }
  const inside = (value: unknown, place: string) => readExpression(value, place, depth + 1, findings);
  const given = object[operation];
  if (operation === "oneMinus" || operation === "differenceToOne") {
    const of = inside(given, `${at}.${operation}`);
    return of && { op: operation === "oneMinus" ? "one-minus" : "difference-to-one", of };
  }
  const needed = operation === "share" ? "two columns: the part and the whole" : "two columns or more";
  if (!Array.isArray(given) || given.length < 2 || (operation === "share" && given.length > 2)) {
    findings.report(
      "securities.field-invalid",
      `${at}.${operation}`,
      `"${operation}" is ${printed(given)}; write a list of ${needed}.`,
    );
    return null;
  }
  const parts = given.map((value, i) => inside(value, `${at}.${operation}[${i}]`));
  if (parts.some((part) => part === null)) return null;
  const [part, of] = parts as MicroExpression[];
  return operation === "share"
    ? { op: "share", part: part!, of: of! }
    : { op: "sum", of: parts as MicroExpression[] };
}

function readRecode(object: JsonObject, at: string, findings: Findings): MicroRecode | null {
  const example = '{ "codes": { "1": 1, "2": 0.5 } }';
  const json = required((one: JsonObject, key: string) => one[key], example)(object, "recode", at, findings);
  if (json === undefined || json === null) return null;
  const place = `${at}.recode`;
  const recode = readObject(json, place, "a recode", ["codes", "is", "from", "to", "cut"], findings);
  if (recode === null) return null;
  const wrong = (message: string) => {
    findings.report("securities.micro-recode-invalid", place, message);
    return null;
  };
  const ways = [recode["codes"], recode["is"], recode["from"] ?? recode["to"] ?? recode["cut"]].filter(
    (way) => way !== undefined,
  );
  if (ways.length !== 1)
    return wrong(
      `The recode is ${printed(json)}, which says ${ways.length === 0 ? "nothing" : "more than one thing"}. Write one of { "codes": { "1": 1, "2": 0.5 } }, { "is": ["1"] }, { "from": 1, "to": 5 }.`,
    );
  if (recode["codes"] !== undefined) {
    const codes = recode["codes"];
    const entries =
      typeof codes === "object" && codes !== null && !Array.isArray(codes) ? Object.entries(codes) : [];
    const fits = entries.filter(
      ([code, value]) =>
        code.trim() === code && code !== "" && typeof value === "number" && value >= 0 && value <= 1,
    );
    if (entries.length === 0 || fits.length < entries.length)
      return wrong(
        `"codes" is ${printed(codes)}. Write a number between 0 and 1 for each code, without blanks around the code: { "1": 1, "2": 0.5, "3": 0 }.`,
      );
    return { method: "codes", codes: Object.fromEntries(fits) as Readonly<Record<string, number>> };
  }
  if (recode["is"] !== undefined) {
    const codes = readCodes(recode["is"]);
    return codes === null
      ? wrong(
          `"is" is ${printed(recode["is"])}. Write a list of the codes that count as 1, such as ["1", "2"].`,
        )
      : { method: "is", codes };
  }
  const { from, to } = recode;
  if (
    typeof from !== "number" ||
    typeof to !== "number" ||
    !Number.isFinite(from) ||
    !Number.isFinite(to) ||
    from === to
  )
    return wrong(
      `The limits run from ${printed(from)} to ${printed(to)}. Write two different numbers: "from" is the answer that counts as 0, "to" the one that counts as 1, as the questionnaire has them.`,
    );
  return { method: "linear", from, to, cut: truth(recode, "cut", place, findings) ?? false };
}

/** A list of codes, each a text or a number as it stands in the file. */
function readCodes(json: unknown): readonly string[] | null {
  if (!Array.isArray(json) || json.length === 0) return null;
  const codes = json.map((code) => (typeof code === "number" ? String(code) : code));
  return codes.every(
    (code): code is string => typeof code === "string" && code.trim() === code && code !== "",
  )
    ? codes
    : null;
}

/** Rows with one of some codes in a column; `null` where nothing is said, or after a fault was told. */
export function readRowsWith(json: unknown, at: string, what: string, findings: Findings): RowsWith | null {
  if (json === undefined || json === null) return null;
  const object = readObject(json, at, what, ["variable", "is"], findings);
  if (object === null) return null;
  const variable = required(identifier, '"status"')(object, "variable", at, findings);
  const codes = readCodes(object["is"]);
  if (codes === null)
    findings.report(
      "securities.field-invalid",
      `${at}.is`,
      `"is" is ${printed(object["is"])}; write a list of the codes of those who are meant, such as ["1", "2"].`,
    );
  return variable === null || codes === null ? null : { variable, codes };
}

/** Codes that are no answer, each with the reason why there is none. */
export function readMissingCodes(
  object: JsonObject,
  key: string,
  at: string,
  findings: Findings,
): Readonly<Record<string, MissingReason>> {
  const json = object[key];
  if (json === undefined || json === null) return {};
  const entries = typeof json === "object" && !Array.isArray(json) ? Object.entries(json) : [["", ""]];
  const fits = entries.filter(
    ([code, reason]) =>
      code !== undefined &&
      code !== "" &&
      code.trim() === code &&
      typeof reason === "string" &&
      isMissingReason(reason),
  );
  if (fits.length < entries.length)
    findings.report(
      "securities.field-invalid",
      `${at}.${key}`,
      `"${key}" is ${printed(json)}; write a reason for each code that is no answer, such as { "98": "dont-know" }. Reasons: ${missingReasons.join(", ")}.`,
    );
  return Object.fromEntries(fits) as Readonly<Record<string, MissingReason>>;
}
