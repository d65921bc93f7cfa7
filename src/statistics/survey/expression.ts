import { fail, ok, problem, type Result } from "#kernel";

/** A value with its derivatives by each of the names. */
type Dual = { readonly value: number; readonly slopes: Float64Array };

const deepest = 100;

/**
 * The value of an arithmetic expression over estimates and its derivatives by each of them.
 *
 * Grammar: numbers, names, `+ - * / ^`, brackets, `log(…)`, `exp(…)`, `sqrt(…)`; a name with other signs than
 * letters, digits, `.` and `_` stands between backticks.
 *
 * @param names what an expression may speak of, in the order of `values`
 * @returns the value and its derivatives, or `statistics.survey-expression-invalid` with the place
 */
export function evaluateExpression(
  text: string,
  names: readonly string[],
  values: Float64Array,
): Result<Dual> {
  const tokens = [
    ...text.matchAll(/\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)|`([^`]*)`|([\p{L}_.][\p{L}\p{N}_.]*)|(\S))/gu),
  ];
  let at = 0;
  const wrong = (what: string): never => {
    throw new ExpressionFault(what, tokens[at]?.index ?? text.length);
  };
  const sign = () => tokens[at]?.[4];
  const constant = (value: number): Dual => ({ value, slopes: new Float64Array(names.length) });
  const combine = (a: Dual, b: Dual, value: number, byA: number, byB: number): Dual => ({
    value,
    slopes: a.slopes.map((slope, i) => byA * slope + byB * b.slopes[i]!),
  });
  const through = (a: Dual, value: number, slope: number): Dual => combine(a, a, value, slope, 0);
  const functions: Readonly<Record<string, (a: Dual) => Dual>> = {
    log: (a) => through(a, Math.log(a.value), 1 / a.value),
    exp: (a) => through(a, Math.exp(a.value), Math.exp(a.value)),
    sqrt: (a) => through(a, Math.sqrt(a.value), 0.5 / Math.sqrt(a.value)),
  };
  const primary = (depth: number): Dual => {
    if (depth > deepest) wrong("too many brackets inside one another");
    const token = tokens[at] ?? wrong("something is missing at the end");
    const [, number, quoted, name, other] = token;
    if (number !== undefined) {
      at += 1;
      return constant(Number(number));
    }
    if (
      quoted === undefined &&
      name !== undefined &&
      Object.hasOwn(functions, name) &&
      tokens[at + 1]?.[4] === "("
    ) {
      at += 1;
      return functions[name]!(primary(depth + 1));
    }
    const called = quoted ?? name;
    if (called !== undefined) {
      const place = names.indexOf(called);
      if (place < 0)
        wrong(`no estimate is called "${called}" (there are ${names.map((each) => `"${each}"`).join(", ")})`);
      at += 1;
      const slopes = new Float64Array(names.length);
      slopes[place] = 1;
      return { value: values[place]!, slopes };
    }
    if (other === "(") {
      at += 1;
      const inner = sum(depth + 1);
      if (sign() !== ")") wrong("a bracket is not closed");
      at += 1;
      return inner;
    }
    if (other === "-") {
      at += 1;
      const inner = power(depth + 1);
      return through(inner, -inner.value, -1);
    }
    return wrong(`"${other}" cannot stand here`);
  };
  const power = (depth: number): Dual => {
    const base = primary(depth);
    if (sign() !== "^") return base;
    at += 1;
    const exponent = power(depth + 1);
    const value = base.value ** exponent.value;
    const moves = exponent.slopes.some((slope) => slope !== 0);
    return combine(
      base,
      exponent,
      value,
      exponent.value * base.value ** (exponent.value - 1),
      moves ? value * Math.log(base.value) : 0,
    );
  };
  const term = (depth: number): Dual => {
    let left = power(depth);
    for (let s = sign(); s === "*" || s === "/"; s = sign()) {
      at += 1;
      const right = power(depth);
      left =
        s === "*"
          ? combine(left, right, left.value * right.value, right.value, left.value)
          : combine(
              left,
              right,
              left.value / right.value,
              1 / right.value,
              -left.value / (right.value * right.value),
            );
    }
    return left;
  };
  const sum = (depth: number): Dual => {
    let left = term(depth);
    for (let s = sign(); s === "+" || s === "-"; s = sign()) {
      at += 1;
      const right = term(depth);
      const factor = s === "+" ? 1 : -1;
      left = combine(left, right, left.value + factor * right.value, 1, factor);
    }
    return left;
  };
  try {
    const found = sum(0);
    if (at < tokens.length) wrong(`"${tokens[at]![0].trim()}" is not expected`);
    return ok(found);
  } catch (fault) {
    if (!(fault instanceof ExpressionFault)) throw fault;
    return fail(
      problem(
        "statistics.survey-expression-invalid",
        `The expression "${text}" cannot be read at place ${fault.place + 1}: ${fault.message}. Write arithmetic over the names of the estimates.`,
        { field: "expression" },
      ),
    );
  }
}

class ExpressionFault extends Error {
  readonly place: number;
  constructor(message: string, place: number) {
    super(message);
    this.place = place;
  }
}
