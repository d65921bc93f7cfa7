// What must hold whatever was answered.

import fc from "fast-check";
import { expect, test } from "vitest";
import type { SurveyTable } from "#statistics";
import type { MicroIndexDefinition } from "./micro-definition.ts";
import { microScores } from "./micro-scores.ts";
import { readMicroIndex } from "./read-micro-index.ts";

const words = { en: "x", fr: "x", es: "x", pt: "x" };
const names = ["a", "b", "c", "d", "e", "f", "g"];
const head = { version: "1", title: words, kind: "people", file: "p", reconstruction: false };

function read(json: object): MicroIndexDefinition {
  const definition = readMicroIndex({ ...head, ...json }, "x.json");
  if (!definition.ok) throw new Error(definition.problems[0]!.message);
  return definition.value;
}

const weight = fc.double({ min: 0.01, max: 10, noNaN: true });
/** Items with the answer 5 as the best, and definitions of forms and of steps over them. */
const definitions = fc
  .tuple(fc.array(weight, { minLength: 7, maxLength: 7 }), fc.boolean())
  .map(([weights, cumulative]) => {
    const item = (i: number, group?: string) => ({
      ...{ variable: names[i], weight: weights[i] },
      ...(group !== undefined && { group }),
      recode: i % 2 === 0 ? { from: 1, to: 5 } : { codes: { "1": 0, "2": 0.1, "3": 0.5, "4": 0.9, "5": 1 } },
    });
    return [
      read({
        id: "forms",
        forms: [
          {
            form: "income",
            items: [item(0, "input"), item(1, "process"), item(2, "outcome"), item(3, "outcome")],
          },
          { form: "work", items: [item(4, "process"), item(5, "process"), item(6, "process")] },
        ],
      }),
      read({
        id: "steps",
        cumulative,
        steps: [0, 2, 4].map((i) => ({
          id: `s${i}`,
          label: words,
          weight: weights[i],
          items: [item(i), item(i + 1)],
        })),
      }),
    ];
  });
const answer = fc.constantFrom(1, 2, 3, 4, 5, Number.NaN, 98);
const sheets = fc.array(fc.array(answer, { minLength: 7, maxLength: 7 }), { minLength: 1, maxLength: 12 });

const tableOf = (sheet: readonly (readonly number[])[]): SurveyTable => ({
  rows: sheet.length,
  columns: new Map(
    names.map((name, i) => [name, { kind: "number", values: Float64Array.from(sheet, (row) => row[i]!) }]),
  ),
});
function scoresOf(definition: MicroIndexDefinition, sheet: readonly (readonly number[])[]) {
  const withCodes = { ...definition, missingCodes: { "98": "refused" as const } };
  const found = microScores(withCodes, tableOf(sheet));
  if (!found.ok) throw new Error(found.problems[0]!.message);
  return found.value.scores.map(({ values }) => [...values]);
}

test("scores lie between 0 and 1, all answered best give 1 and all worst 0", () => {
  fc.assert(
    fc.property(definitions, sheets, (both, sheet) => {
      for (const definition of both) {
        for (const values of scoresOf(definition, sheet))
          for (const value of values) expect(Number.isNaN(value) || (value >= 0 && value <= 1)).toBe(true);
        for (const [worst, score] of [
          [1, 0],
          [5, 1],
        ] as const)
          for (const values of scoresOf(definition, [names.map(() => worst)]))
            expect(values).toEqual([score]);
      }
    }),
    { numRuns: 60 },
  );
});

test("a better answer never lowers a score", () => {
  fc.assert(
    fc.property(definitions, sheets, fc.nat(6), (both, sheet, at) => {
      const better = sheet.map((row) => row.map((value, i) => (i === at && value < 5 ? value + 1 : value)));
      for (const definition of both) {
        const [before, after] = [scoresOf(definition, sheet), scoresOf(definition, better)];
        for (const [s, values] of before.entries())
          for (const [row, value] of values.entries()) {
            const now = after[s]![row]!;
            expect(Number.isNaN(value) ? Number.isNaN(now) : now >= value).toBe(true);
          }
      }
    }),
    { numRuns: 60 },
  );
});

test("a row has its scores whoever else was asked, and in whatever order", () => {
  fc.assert(
    fc.property(definitions, sheets, (both, sheet) => {
      for (const definition of both) {
        const together = scoresOf(definition, sheet);
        const turned = scoresOf(definition, sheet.toReversed());
        for (const [s, values] of together.entries()) {
          expect(turned[s]!.toReversed()).toEqual(values);
          expect(sheet.map((row) => scoresOf(definition, [row])[s]![0])).toEqual(values);
        }
      }
    }),
    { numRuns: 40 },
  );
});
