// Attacks on protected tables by who has all of them: linear programmes over cells and over respondents, and
// differences of open cells. The solver is HiGHS (the package highs 1.15.3); the surveys are invented, and the
// real ones are read from the reference folder where it is.

import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { protectTables } from "#statistics";
import { protectWithoutComplements } from "../../../src/statistics/disclosure/protect-tables.ts";
import { tableOf } from "../survey/reference-tests.ts";
import {
  type Answers,
  everyTable,
  isWithheld,
  programmeOverCells,
  programmeOverRespondents,
  type Seen,
  solver,
  sumsSeen,
} from "./attacker.ts";
import { inventedAnswers, shapes } from "./invented-answers.ts";

const requestOf = (answers: Answers, minimumCases: number) => ({
  rows: answers.rows,
  dimensions: answers.names.map((name, d) => ({ name, levels: answers.levels[d]! })),
  codes: answers.codes,
  minimumCases,
  order: 3,
  seed: 1,
});

function protectedBy(protect: typeof protectTables, answers: Answers, minimumCases = 5): Seen {
  const made = protect(requestOf(answers, minimumCases));
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return everyTable(answers, made.value);
}

const withheldOf = ({ cells }: Seen) =>
  Array.from(cells.keys()).filter((cell) => isWithheld(cells[cell]!) && cells[cell]!.cases > 0);

/** Cells that some sum gives back at once: all others in it are open or empty. */
function differences(seen: Seen): readonly number[] {
  const found = new Set<number>();
  for (const { margin, parts } of sumsSeen(seen)) {
    const unknown = [margin, ...parts].filter((cell) => isWithheld(seen.cells[cell]!));
    if (unknown.length === 1 && seen.cells[unknown[0]!]!.cases > 0) found.add(unknown[0]!);
  }
  return [...found];
}

/** Less than half a case between least and most is as good as the number itself. */
const narrow = 0.5;

let boundsOf: Awaited<ReturnType<typeof solver>>;
beforeAll(async () => {
  boundsOf = await solver();
});

describe.each(Object.entries(shapes))("a survey: %s", (_, shape) => {
  const answers = inventedAnswers(7, shape);
  const seen = protectedBy(protectTables, answers);
  const withheld = withheldOf(seen);

  test("no cell with few cases is open, and no open cell is said to be anything else than it is", () => {
    expect(withheld.length).toBeGreaterThan(3);
    for (const { state, cases } of seen.cells) {
      if (state === "open") expect(cases).toBeGreaterThanOrEqual(5);
      if (state === "empty") expect(cases).toBe(0);
    }
  });

  test("no difference between a margin and its parts gives a withheld cell back", () => {
    expect(differences(seen)).toEqual([]);
  });

  test("no linear programme over all cells pins a withheld one", () => {
    const programme = programmeOverCells(seen);
    for (const cell of withheld) {
      const { low, high } = boundsOf(programme, cell);
      expect(low).toBeLessThanOrEqual(seen.cells[cell]!.cases + 1e-6);
      expect(high).toBeGreaterThanOrEqual(seen.cells[cell]!.cases - 1e-6);
      expect(high - low, JSON.stringify(seen.cells[cell])).toBeGreaterThan(narrow);
    }
  });

  test("no linear programme over respondents does, even one that knows which of them occur", () => {
    const all = programmeOverRespondents(answers, seen, false);
    const occurring = programmeOverRespondents(answers, seen, true);
    // Every third cell over all that could be: those programmes are large, and weaker than the others.
    for (const [at, cell] of withheld.entries())
      for (const programme of at % 3 === 0 ? [all, occurring] : [occurring]) {
        const { low, high } = boundsOf(programme, cell);
        expect(high - low, JSON.stringify(seen.cells[cell])).toBeGreaterThan(narrow);
      }
  });
});

test("two open cells never differ by a sum that could not be shown", () => {
  for (const shape of Object.values(shapes))
    for (let seed = 1; seed <= 4; seed++) {
      const seen = protectedBy(protectTables, inventedAnswers(seed, shape));
      for (const { margin, parts } of sumsSeen(seen)) {
        if (seen.cells[margin]!.state !== "open") continue;
        const hidden = parts.filter((part) => isWithheld(seen.cells[part]!));
        const cases = hidden.reduce((sum, part) => sum + seen.cells[part]!.cases, 0);
        // What the margin leaves beside the open parts: nothing, or as many as a cell that may be shown.
        expect(cases === 0 || cases >= 5).toBe(true);
      }
    }
});

describe("with small cells withheld and nothing else, the same attacks succeed", () => {
  const answers = inventedAnswers(7, shapes["not everybody was asked"]!);
  const seen = protectedBy(protectWithoutComplements, answers);

  test("by a difference", () => {
    expect(differences(seen).length).toBeGreaterThan(0);
  });

  test("by a linear programme", () => {
    const programme = programmeOverCells(seen);
    const pinned = withheldOf(seen).filter((cell) => {
      const { low, high } = boundsOf(programme, cell);
      return high - low < 1e-6;
    });
    expect(pinned.length).toBeGreaterThan(0);
  });
});

const microdata = resolve(
  import.meta.dirname,
  "../../..",
  process.env["SOCLE_REFERENCE"] ?? "../shared/reference",
  "../data/microdata",
);
const real = [
  { file: "households.csv", names: ["urbrur", "statocc", "floor", "cook_fuel", "bank"], minimumCases: 10 },
  { file: "persons.csv", names: ["sex", "marstat", "act_status", "relation", "disability"], minimumCases: 5 },
];

describe.skipIf(!existsSync(microdata) && process.env["CI"] !== "true")("real answers", () => {
  test.each(real)("of $file, attacked over cells and over respondents", ({ file, names, minimumCases }) => {
    const table = tableOf(resolve(microdata, file));
    const columns = names.map((name) => {
      const column = table.columns.get(name)!;
      const cells = Array.from({ length: table.rows }, (_, row) =>
        column.kind === "number" ? String(column.values[row]) : String(column.codes[row]),
      );
      const levels = [...new Set(cells)].sort();
      return { levels, codes: Int32Array.from(cells, (cell) => levels.indexOf(cell)) };
    });
    const answers: Answers = {
      names,
      levels: columns.map(({ levels }) => levels),
      codes: columns.map(({ codes }) => codes),
      rows: table.rows,
    };
    const seen = protectedBy(protectTables, answers, minimumCases);
    const withheld = withheldOf(seen);
    expect(withheld.length).toBeGreaterThan(20);
    expect(differences(seen)).toEqual([]);
    const programmes = [programmeOverCells(seen), programmeOverRespondents(answers, seen, true)];
    for (const [at, cell] of withheld.entries())
      for (const programme of at % 4 === 0 ? programmes : programmes.slice(0, 1)) {
        const { low, high } = boundsOf(programme, cell);
        expect(high - low, JSON.stringify(seen.cells[cell])).toBeGreaterThan(narrow);
      }
  });
});
