// A visitor who asks for everything: no linear programme over all answers gives back a withheld cell. Held here over
// the core; tables.test.ts asks the use cases.

import { expect, it } from "vitest";
import { type Result, seededRandom } from "#kernel";
import { protectTables } from "#statistics";
import type { CellGuard } from "../../../../src/app/surveys/tables/cell-guard.ts";
import { checkQuestion, type TableInput } from "../../../../src/app/surveys/tables/check-question.ts";
import { fileContext } from "../../../../src/app/surveys/tables/file-context.ts";
import { guardOf } from "../../../../src/app/surveys/tables/file-guard.ts";
import { casesTask, valuesTask } from "../../../../src/app/surveys/tables/protection-task.ts";
import { tableOf } from "../../../../src/app/surveys/tables/shown-table.ts";
import { type Axis, cellsOf, Knowledge, questionsOf } from "./attack.ts";
import {
  category,
  design,
  editionAtHand,
  fileAtHand,
  numbers,
  studyAtHand,
  tableAtHand,
  texts,
  variable,
} from "./edition-at-hand.ts";

const axes: readonly Axis[] = [
  { name: "region", codes: ["n", "s", "w", null] },
  { name: "sex", codes: ["f", "m", null] },
  { name: "union", codes: ["1", "2", null] },
  { name: "age", codes: ["a", "b", "c", null] },
];
const variables = [
  variable("region", "categorical", { categories: ["n", "s", "w"].map((code) => category(code)) }),
  variable("sex", "categorical", {
    concept: "sex",
    categories: [category("f", "Women"), category("m", "Men")],
  }),
  variable("union", "categorical", {
    categories: [category("1", "Yes"), category("2", "No"), category("9", "Refused", "refused")],
  }),
  variable("age", "categorical", { categories: ["a", "b", "c"].map((code) => category(code)) }),
  variable("income", "numeric", { concept: "income" }),
  variable("w", "weight"),
];

const answered = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

/** Persons by a seed, unevenly spread so that some cells are small. */
function sample(rows: number, seed: number) {
  const next = seededRandom(seed);
  const random = { next };
  const take = (codes: readonly string[], shares: readonly number[]) => {
    let left = random.next();
    for (const [at, code] of codes.entries()) {
      left -= shares[at]!;
      if (left < 0) return code;
    }
    return codes.at(-1)!;
  };
  const people = Array.from({ length: rows }, () => ({
    region: take(["n", "s", "w"], [0.5, 0.4, 0.1]),
    sex: take(["f", "m"], [0.55, 0.45]),
    union: take(["1", "2", "9", ""], [0.2, 0.65, 0.1, 0.05]),
    age: take(["a", "b", "c"], [0.45, 0.4, 0.15]),
    income: random.next() < 0.15 ? Number.NaN : Math.round(100 + 900 * random.next()),
    w: 1 + Math.floor(4 * random.next()),
  }));
  const table = tableAtHand({
    ...Object.fromEntries(
      (["region", "sex", "union", "age"] as const).map((name) => [
        name,
        texts(people.map((one) => one[name])),
      ]),
    ),
    income: numbers(people.map(({ income }) => income)),
    w: numbers(people.map(({ w }) => w)),
  });
  const file = fileAtHand(variables, rows, { design: design({ weights: "w" }) });
  const edition = editionAtHand(variables, [file], { minimumCases: 4 });
  const made = fileContext(file, table);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  const context = { ...made.value, table };
  const cases = casesTask(edition, file, table, context, null);
  const ofCases = answered(protectTables(cases));
  const income = variables.find(({ name }) => name === "income")!;
  const values = answered(valuesTask("people", file, income, table, cases, ofCases));
  const ofValues = { name: "income", decisions: [answered(protectTables(values!))], measured: null };
  const guard = guardOf(edition.minimumCases, [ofCases], ofValues);
  const ask = (input: Omit<TableInput, "id" | "confidence">, by: CellGuard) => {
    const checked = checkQuestion(edition, { id: edition.study, confidence: 0.95, ...input }, true);
    if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
    const answer = tableOf({ study: studyAtHand(), edition, isLater: false }, context, checked.value, {
      guard: by,
      language: "en",
      codeVersion: "test",
    });
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
    return answer.value;
  };
  const casesOf = (address: Readonly<Record<string, string | null>>, withIncome: boolean) =>
    people.filter(
      (one) =>
        (!withIncome || !Number.isNaN(one.income)) &&
        Object.entries(address).every(([name, code]) => {
          const own = one[name as "sex"];
          return code === null ? own === "9" || own === "" : own === code;
        }),
    ).length;
  return { guard, ask, casesOf };
}

const targetsOf = (guard: CellGuard) =>
  cellsOf(axes, 3).flatMap((address) => {
    const levels = new Map(Object.entries(address));
    const isClosed = (value: string | null) => {
      const state = guard.stateOf(levels, value);
      return state !== "open" && state !== "empty";
    };
    return [
      ...(isClosed(null)
        ? [
            { address, block: 0 as const },
            { address, block: 1 as const },
          ]
        : []),
      ...(isClosed("income")
        ? ([0, 1, 2] as const).map((block) => ({ address: { ...address, income: "yes" }, block }))
        : []),
    ];
  });

async function recovered({ guard, ask, casesOf }: ReturnType<typeof sample>, by: CellGuard = guard) {
  const known = new Knowledge(axes, "income");
  for (const question of questionsOf(axes, "income")) known.learn(ask(question, by));
  const all = targetsOf(by).filter(({ address }) => {
    const { income, ...rest } = address as Record<string, string | null>;
    return casesOf(rest, income !== undefined) > 0;
  });
  // Of very many every third, fifth, ...: each costs two programmes.
  const step = 1 + 2 * Math.floor(all.length / 300);
  const targets = all.filter((_, at) => at % step === 0);
  const bounds = await known.bounds(targets);
  return {
    targets: targets.length,
    equations: known.size,
    found: targets.filter((_, at) => {
      const { least, most } = bounds[at]!;
      return most - least < 1e-5 * Math.max(1, Math.abs(most));
    }),
  };
}

it("gets nothing back that was withheld", { timeout: 300_000 }, async () => {
  // Few persons, of whom most is withheld, and more, of whom most is open.
  for (const [rows, least] of [
    [400, 200],
    [900, 1000],
  ] as const) {
    const { targets, equations, found } = await recovered(sample(rows, 3));
    expect(targets).toBeGreaterThan(20);
    expect(equations).toBeGreaterThan(least);
    expect(found).toEqual([]);
  }
});

it("would get it back if small cells alone were withheld", { timeout: 300_000 }, async () => {
  const made = sample(900, 3);
  const smallOnly: CellGuard = {
    minimumCases: 4,
    stateOf: (levels, value) => {
      const cases = made.casesOf(Object.fromEntries(levels), value !== null);
      return cases === 0 ? "empty" : cases < 4 ? "small" : "open";
    },
  };
  expect((await recovered(made, smallOnly)).found.length).toBeGreaterThan(0);
});
