// The methods of each step and the parameters they take, as a definition writes them.

import { aggregationMethods, imputationMethods, normalisationMethods } from "#statistics";

export type Parameter = {
  readonly key: string;
  readonly kind: "number" | "truth" | "text" | "method";
  /** Of a method within a method: which may be chosen. */
  readonly methods?: readonly string[];
  /** What a definition without it means; absent where it must be given. */
  readonly standard?: number | boolean;
};

export type MethodChoice = { readonly method: string; readonly parameters: readonly Parameter[] };

const number = (key: string, standard?: number): Parameter =>
  standard === undefined ? { key, kind: "number" } : { key, kind: "number", standard };
const truth = (key: string, standard: boolean): Parameter => ({ key, kind: "truth", standard });
const text = (key: string): Parameter => ({ key, kind: "text" });

const of = (
  methods: readonly string[],
  parameters: Readonly<Record<string, readonly Parameter[]>>,
): readonly MethodChoice[] => methods.map((method) => ({ method, parameters: parameters[method] ?? [] }));

const limits = [number("skewness", 2), number("kurtosis", 3.5)];
const fill = [number("maximumShare")];

export const methodChoices = {
  normalisation: of(normalisationMethods, {
    "min-max": [number("low", 0), number("high", 1)],
    "z-score": [number("mean", 0), number("deviation", 1)],
    scaled: [number("from"), number("to")],
    goalposts: [number("from"), number("to"), number("scale", 1), truth("truncate", true)],
    "distance-to-target": [number("target"), truth("cap", false)],
    "distance-to-reference": [text("area"), truth("cap", false)],
  }),
  aggregation: of(aggregationMethods, { power: [number("power")] }),
  imputation: of(imputationMethods, {
    ...Object.fromEntries(imputationMethods.map((method) => [method, fill])),
    "group-mean": [text("groupBy"), ...fill],
    "group-median": [text("groupBy"), ...fill],
    latest: [number("mostYears"), ...fill],
  }),
  treatment: of(["winsorise", "log-ct", "log-gii", "box-cox"], {
    winsorise: [
      ...limits,
      number("atMost", 5),
      { key: "otherwise", kind: "method", methods: ["log-ct", "log-gii", "box-cox"] },
      number("lambda", 0),
    ],
    "log-ct": limits,
    "log-gii": limits,
    "box-cox": [...limits, number("lambda", 0)],
  }),
  transformation: of(["log", "square-root", "cap"], { cap: [number("low"), number("high")] }),
} as const;

export type StepWithMethod = keyof typeof methodChoices;

/** The method a field has: "" as above it, "none", or a method's name. */
export function methodOf(value: unknown): string {
  if (value === undefined) return "";
  if (value === null) return "none";
  if (typeof value === "string") return value;
  return String((value as { readonly method?: unknown }).method ?? "");
}

export const parameterOf = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;

/** A field with a parameter set or taken away; without parameters it is the method's name alone. */
export function withParameter(value: unknown, key: string, given: unknown): unknown {
  const { [key]: _, ...rest } =
    typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  const next = { method: methodOf(value), ...rest, ...(given === undefined ? {} : { [key]: given }) };
  return Object.keys(next).length === 1 ? next.method : next;
}
