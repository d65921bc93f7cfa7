// The steps of a definition from JSON: how values are filled, treated, laid on the scale and joined. Each may
// be written as one word ("geometric") or as an object with its parameters ({ "method": "power", "power": 2 }).

import {
  type Aggregation,
  aggregationMethods,
  imputationMethods,
  normalisationMethods,
  type Transformation,
  usualOutlierLimits,
} from "#statistics";
import type {
  ImputationRule,
  IndicatorSteps,
  NormalisationRule,
  TreatmentRule,
  ValueTransformation,
} from "./index-definition.ts";
import {
  type Findings,
  identifier,
  type JsonObject,
  listed,
  number,
  oneOf,
  readObject,
  required,
  text,
  truth,
} from "./json-fields.ts";

const any = number(() => true, "write a number.");
const positive = number((value) => value > 0, "write a number above 0.");
const share = number((value) => value >= 0 && value <= 1, "a share lies between 0 and 1.");
const whole = number((value) => Number.isInteger(value) && value >= 0, "write a whole number of at least 0.");

type Part = { readonly part: JsonObject; readonly at: string; readonly method: string };

/** The parameters each method takes; what belongs to another method is refused, and not lost without a word. */
type Parameters = Readonly<Record<string, readonly string[]>>;

/** A method written as a word or as an object; `null` where it is not given or wrong. */
function readMethod(
  object: JsonObject,
  key: string,
  at: string,
  methods: readonly string[],
  parameters: Parameters,
  findings: Findings,
): Part | null {
  const given = object[key];
  if (given === undefined) return null;
  const path = at === "" ? key : `${at}.${key}`;
  const json = typeof given === "string" ? { method: given } : given;
  const known = [...new Set(Object.values(parameters).flat())];
  const part = readObject(json, path, `"${key}"`, ["method", ...known], findings);
  if (part === null) return null;
  const method = required(oneOf(methods), `"${methods[0]}"`)(part, "method", path, findings);
  if (method === null) return null;
  const own = parameters[method] ?? [];
  for (const name of known)
    if (part[name] !== undefined && !own.includes(name))
      findings.report(
        "securities.unknown-key",
        `${path}.${name}`,
        `"${name}" says nothing under the method "${method}", which takes ${own.length === 0 ? "no parameters" : listed(own)}, and would be lost without a word. Take it out, or choose a method that it belongs to (${listed(Object.keys(parameters).filter((one) => parameters[one]!.includes(name)))}).`,
      );
  return { part, at: path, method };
}

const isNone = (object: JsonObject, key: string) => object[key] === "none" || object[key] === null;

export function readAggregation(
  object: JsonObject,
  key: string,
  at: string,
  findings: Findings,
): Aggregation | null {
  const found = readMethod(object, key, at, aggregationMethods, { power: ["power"] }, findings);
  if (found === null) return null;
  if (found.method !== "power") return { method: found.method } as Aggregation;
  const power = required(any, "2")(found.part, "power", found.at, findings);
  return power === null ? null : { method: "power", power };
}

const normalisationKeys: Parameters = {
  "min-max": ["low", "high"],
  "z-score": ["mean", "deviation"],
  scaled: ["from", "to"],
  goalposts: ["from", "to", "scale", "truncate"],
  "distance-to-reference": ["area", "cap"],
  "distance-to-target": ["target", "cap"],
};

export function readNormalisation(
  object: JsonObject,
  key: string,
  at: string,
  findings: Findings,
): NormalisationRule | null {
  const found = readMethod(object, key, at, normalisationMethods, normalisationKeys, findings);
  if (found === null) return null;
  const { part, at: path } = found;
  const given = <T>(read: typeof any, name: string, standard: T) =>
    read(part, name, path, findings) ?? standard;
  const wanted = (name: string, example: string) => required(any, example)(part, name, path, findings);
  const flag = (name: string, standard: boolean) => truth(part, name, path, findings) ?? standard;
  switch (found.method as NormalisationRule["method"]) {
    case "min-max": {
      const [low, high] = [given(any, "low", 0), given(any, "high", 1)];
      if (!(high > low))
        findings.report(
          "securities.field-invalid",
          `${path}.high`,
          `"high" is ${high} and "low" is ${low}; "high" must be above "low". To turn an indicator round, give its node the direction -1.`,
        );
      return { method: "min-max", low, high };
    }
    case "z-score":
      return { method: "z-score", mean: given(any, "mean", 0), deviation: given(positive, "deviation", 1) };
    case "scaled":
    case "goalposts": {
      const [from, to] = [wanted("from", "0"), wanted("to", "100")];
      if (from === null || to === null) return null;
      if (!(to > from)) {
        findings.report(
          "securities.field-invalid",
          `${path}.to`,
          `"to" is ${to} and "from" is ${from}; "to" must be above "from". To turn an indicator round, give its node the direction -1.`,
        );
        return null;
      }
      return found.method === "scaled"
        ? { method: "scaled", from, to }
        : {
            method: "goalposts",
            from,
            to,
            scale: given(positive, "scale", 1),
            truncate: flag("truncate", true),
          };
    }
    case "distance-to-target": {
      const target = wanted("target", "95");
      return target === null ? null : { method: "distance-to-target", target, cap: flag("cap", false) };
    }
    case "distance-to-reference": {
      const area = required(identifier, '"AUT"')(part, "area", path, findings);
      return area === null ? null : { method: "distance-to-reference", area, cap: flag("cap", false) };
    }
    default:
      return { method: found.method } as NormalisationRule;
  }
}

const imputationKeys: Parameters = {
  mean: ["maximumShare"],
  median: ["maximumShare"],
  "group-mean": ["groupBy", "maximumShare"],
  "group-median": ["groupBy", "maximumShare"],
  latest: ["mostYears", "maximumShare"],
  linear: ["maximumShare"],
};

export function readImputation(
  object: JsonObject,
  key: string,
  at: string,
  findings: Findings,
): ImputationRule | null {
  if (isNone(object, key)) return null;
  const methods = ["none", ...imputationMethods];
  const found = readMethod(object, key, at, methods, imputationKeys, findings);
  if (found === null || found.method === "none") return null;
  const { part, at: path } = found;
  const method = found.method as ImputationRule["method"];
  const isByGroup = method === "group-mean" || method === "group-median";
  const groupBy = isByGroup ? required(text(), '"region"')(part, "groupBy", path, findings) : null;
  return {
    method,
    groupBy,
    mostYears: whole(part, "mostYears", path, findings),
    maximumShare: share(part, "maximumShare", path, findings),
  };
}

const limitKeys = ["skewness", "kurtosis"];
const treatmentKeys: Parameters = {
  winsorise: [...limitKeys, "atMost", "otherwise", "lambda"],
  "log-ct": limitKeys,
  "log-gii": limitKeys,
  "box-cox": [...limitKeys, "lambda"],
};

export function readTreatment(
  object: JsonObject,
  key: string,
  at: string,
  findings: Findings,
): TreatmentRule | null {
  if (isNone(object, key)) return null;
  const methods = ["none", "winsorise", "log-ct", "log-gii", "box-cox"];
  const found = readMethod(object, key, at, methods, treatmentKeys, findings);
  if (found === null || found.method === "none") return null;
  const { part, at: path } = found;
  const limits = {
    skewness: positive(part, "skewness", path, findings) ?? usualOutlierLimits.skewness,
    kurtosis: positive(part, "kurtosis", path, findings) ?? usualOutlierLimits.kurtosis,
  };
  const lambda = any(part, "lambda", path, findings) ?? 0;
  const bent = (method: string): Transformation =>
    method === "box-cox" ? { method, lambda } : { method: method as "log-ct" | "log-gii" };
  if (found.method !== "winsorise") return { limits, winsoriseAtMost: 0, otherwise: bent(found.method) };
  const otherwise = oneOf(["none", "log-ct", "log-gii", "box-cox"])(part, "otherwise", path, findings);
  return {
    limits,
    winsoriseAtMost: whole(part, "atMost", path, findings) ?? 5,
    otherwise: otherwise === null || otherwise === "none" ? null : bent(otherwise),
  };
}

function readTransformation(object: JsonObject, at: string, findings: Findings): ValueTransformation | null {
  if (isNone(object, "transformation")) return null;
  const methods = ["none", "log", "square-root", "cap"];
  const found = readMethod(object, "transformation", at, methods, { cap: ["low", "high"] }, findings);
  if (found === null || found.method === "none") return null;
  if (found.method !== "cap") return { method: found.method as "log" | "square-root" };
  const [low, high] = [
    any(found.part, "low", found.at, findings),
    any(found.part, "high", found.at, findings),
  ];
  if (low === null && high === null)
    findings.report(
      "securities.field-missing",
      found.at,
      `The cap of ${found.at} has neither "low" nor "high", so that it cuts nothing off. Write for example { "method": "cap", "high": 100 }.`,
    );
  return { method: "cap", low, high };
}

export const stepKeys = [
  "denominator",
  "transformation",
  "imputation",
  "treatment",
  "normalisation",
] as const;

/** The steps an indicator has of its own. */
export function readSteps(object: JsonObject, at: string, findings: Findings): IndicatorSteps {
  const own = <T>(key: string, read: T | null): T | null | undefined =>
    object[key] === undefined ? undefined : read;
  return {
    denominator: identifier(object, "denominator", at, findings),
    transformation: readTransformation(object, at, findings),
    imputation: own("imputation", readImputation(object, "imputation", at, findings)),
    treatment: own("treatment", readTreatment(object, "treatment", at, findings)),
    normalisation: readNormalisation(object, "normalisation", at, findings) ?? undefined,
  };
}
