import { describe, expect, test } from "vitest";
import { protectTables } from "./protect-tables.ts";
import {
  type CellAddress,
  type Protection,
  protectionToJson,
  readProtection,
  stateOfCells,
} from "./protection.ts";
import type { ProtectionRequest } from "./protection-request.ts";

/** Rows from counts of crosses: `{"f,north": 12}`; a minus is no answer. */
function request(
  names: Readonly<Record<string, readonly string[]>>,
  counts: Readonly<Record<string, number>>,
  more: Partial<ProtectionRequest> = {},
): ProtectionRequest {
  const dimensions = Object.entries(names).map(([name, levels]) => ({ name, levels }));
  const rows = Object.entries(counts).flatMap(([cross, count]) =>
    Array.from({ length: count }, () => (cross === "" ? [] : cross.split(","))),
  );
  return {
    rows: rows.length,
    dimensions,
    codes: dimensions.map(({ levels }, d) => Int32Array.from(rows, (row) => levels.indexOf(row[d]!))),
    minimumCases: 5,
    order: 3,
    seed: 1,
    ...more,
  };
}

function made(wanted: ProtectionRequest): Protection {
  const protection = protectTables(wanted);
  if (!protection.ok) throw new Error(JSON.stringify(protection.problems));
  return protection.value;
}

const states = (protection: Protection) => {
  const stateOf = stateOfCells(protection);
  return (cell: CellAddress, measured?: string) => stateOf(cell, measured);
};

const sex = ["f", "m"];
const region = ["north", "south", "west"];

describe("two variables", () => {
  const counts = {
    "f,north": 3,
    "f,south": 20,
    "f,west": 30,
    "m,north": 14,
    "m,south": 12,
    "m,west": 25,
  };
  const stateOf = states(made(request({ sex, region }, counts)));

  test("a small cell takes a rectangle of four with it, of the smallest that do", () => {
    expect(stateOf({ sex: "f", region: "north" })).toBe("small");
    expect(stateOf({ sex: "f", region: "south" })).toBe("complement");
    expect(stateOf({ sex: "m", region: "north" })).toBe("complement");
    expect(stateOf({ sex: "m", region: "south" })).toBe("complement");
    expect(stateOf({ sex: "f", region: "west" })).toBe("open");
  });

  test("margins and total stay open", () => {
    for (const cell of [{}, { sex: "f" }, { sex: "m" }, { region: "north" }, { region: "west" }])
      expect(stateOf(cell)).toBe("open");
  });

  test("an answer that nobody left out is empty, and what lies in it too", () => {
    expect(stateOf({ sex: null })).toBe("empty");
    expect(stateOf({ sex: null, region: "north" })).toBe("empty");
  });

  test("what was not decided on has no state", () => {
    expect(stateOf({ age: "1" })).toBe(null);
    expect(stateOf({ sex: "x" })).toBe(null);
    expect(stateOf({ sex: "f" }, "income")).toBe(null);
  });
});

test("two small cells that together are still small take a third", () => {
  const stateOf = states(made(request({ region }, { north: 1, south: 2, west: 40 })));
  expect(region.map((name) => stateOf({ region: name }))).toEqual(["small", "small", "complement"]);
});

test("where all cells of a variable are small the margin is withheld, too", () => {
  const five = ["a", "b", "c", "d", "e"];
  const stateOf = states(made(request({ five }, { a: 1, b: 1, c: 1, d: 1, e: 1 })));
  // A total of 5 over five cells with a case each would tell them all.
  expect(stateOf({ five: "a" })).toBe("small");
  expect(stateOf({})).toBe("complement");
});

test("a total with too few cases withholds everything", () => {
  const stateOf = states(made(request({ sex, region }, { "f,north": 2, "m,west": 2 })));
  for (const cell of [{}, { sex: "f" }, { sex: "m", region: "west" }, { sex: "m", region: "north" }])
    expect(stateOf(cell)).toBe("small");
});

test("without variables there is the total alone, and without rows it is empty", () => {
  expect(states(made(request({}, { "": 7 })))({})).toBe("open");
  expect(states(made(request({}, { "": 4 })))({})).toBe("small");
  expect(states(made(request({}, {})))({})).toBe("empty");
});

test("no answer is a level, and a row of weight 0 no case", () => {
  const counts = { north: 9, south: 8, "-": 3 };
  const some = request({ region }, counts);
  expect(states(made(some))({ region: null })).toBe("small");
  expect(states(made(some))({ region: "south" })).toBe("complement");
  const weights = Float64Array.from({ length: 20 }, (_, row) => (row < 17 ? 1.5 : 0));
  expect(states(made({ ...some, weights }))({ region: null })).toBe("empty");
  expect(states(made({ ...some, weights }))({ region: "south" })).toBe("open");
});

test("an empty cell beside a withheld one is not said to be empty", () => {
  const stateOf = states(
    made(
      request(
        { sex, region },
        { "f,north": 3, "f,south": 20, "m,north": 14, "m,south": 12, "m,west": 25, "f,-": 9, "m,-": 9 },
      ),
    ),
  );
  expect(stateOf({ sex: "f", region: "north" })).toBe("small");
  expect(stateOf({ sex: "f", region: "west" })).toBe("small");
});

test("two variables that say the same have the same pattern", () => {
  const counts = { "f,north,north": 3, "f,south,south": 20, "f,west,west": 30, "m,north,north": 14 };
  const more = { "m,south,south": 12, "m,west,west": 25 };
  const stateOf = states(made(request({ sex, region, again: region }, { ...counts, ...more })));
  for (const one of sex)
    for (const two of region) {
      const plain = stateOf({ sex: one, region: two });
      expect(stateOf({ sex: one, again: two })).toBe(plain);
      expect(stateOf({ sex: one, region: two, again: two })).toBe(plain);
    }
});

describe("a quantity that not every row has", () => {
  const counts = { "f,north": 6, "f,south": 20, "f,west": 30, "m,north": 14, "m,south": 12, "m,west": 25 };
  const base = request({ sex, region }, counts);
  // The first four women of the north gave none.
  const values = Float64Array.from({ length: base.rows }, (_, row) => (row < 4 ? Number.NaN : 100 + row));
  const wanted = { ...base, measured: [{ name: "income", values }] };

  test("is withheld where few have it, and what would give it back", () => {
    const stateOf = states(made(wanted));
    expect(stateOf({ sex: "f", region: "north" }, "income")).toBe("small");
    // Of the men everybody has it, so a man's cell withheld here but shown there would be no secret.
    const hidden = region.filter((name) => stateOf({ sex: "m", region: name }, "income") !== "open");
    expect(hidden.length).toBe(2);
    for (const name of hidden) expect(stateOf({ sex: "m", region: name })).not.toBe("open");
  });

  test("is withheld wherever all cases are", () => {
    const protection = made({ ...wanted, minimumCases: 7 });
    const stateOf = states(protection);
    for (const one of sex)
      for (const two of region)
        if (stateOf({ sex: one, region: two }) !== "open")
          expect(stateOf({ sex: one, region: two }, "income")).not.toBe("open");
  });

  test("is withheld where the second largest could compute the largest", () => {
    const big = Float64Array.from(values, (_, row) => (row === 10 ? 1e6 : 10));
    const stateOf = states(
      made({ ...base, measured: [{ name: "sales", values: big }], dominancePercent: 10 }),
    );
    expect(stateOf({ sex: "f", region: "south" }, "sales")).toBe("small");
    expect(stateOf({ sex: "m", region: "west" }, "sales")).toBe("open");
    const even = Float64Array.from(big, () => 10);
    const calm = states(made({ ...base, measured: [{ name: "sales", values: even }], dominancePercent: 10 }));
    expect(calm({ sex: "f", region: "south" }, "sales")).toBe("open");
  });
});

test("what was withheld before stays so, and takes complements", () => {
  const before = made(request({ region }, { north: 3, south: 9, west: 20 }));
  const now = request({ region }, { north: 13, south: 19, west: 20 });
  expect(states(made(now))({ region: "north" })).toBe("open");
  const stateOf = states(made({ ...now, earlier: before }));
  expect(region.map((name) => stateOf({ region: name }))).toEqual(["complement", "complement", "open"]);
});

test("the same request gives the same protection, and the text reads back", () => {
  const wanted = request({ sex, region }, { "f,north": 3, "f,south": 20, "m,north": 14, "m,south": 12 });
  const text = protectionToJson(made(wanted));
  expect(protectionToJson(made(wanted))).toBe(text);
  const back = readProtection(text);
  expect(back.ok && protectionToJson(back.value)).toBe(text);
});

test("a stored protection that is damaged is refused in words", () => {
  const text = protectionToJson(made(request({ sex }, { f: 9, m: 9 })));
  const damaged = [
    "{",
    "null",
    "{}",
    text.replace("disclosure-1", "disclosure-0"),
    text.replace('"2o1e"', '"2o"'),
    text.replace('"2o1e"', '"2x1e"'),
    text.replace('["sex"]', '["age"]'),
    text.replace(/"witness":.*/, '"witness":null}'),
  ];
  for (const one of damaged) {
    expect(one).not.toBe(text);
    const read = readProtection(one);
    expect(read.ok ? "read" : read.problems[0]!.code, one).toBe("statistics.protection-unreadable");
  }
});

describe("a request that cannot be met", () => {
  const base = request({ sex, region }, { "f,north": 9, "m,south": 9 });
  const codesOf = (wanted: ProtectionRequest) => {
    const found = protectTables(wanted);
    return found.ok ? [] : found.problems.map(({ code }) => code);
  };

  test("names everything that is wrong at once", () => {
    const wrong = {
      ...base,
      order: 4,
      minimumCases: 0.5,
      dominancePercent: 0,
      weights: new Float64Array(3),
      dimensions: [
        { name: "sex", levels: ["f", "f"] },
        { name: "sex", levels: region },
      ],
    };
    expect(codesOf(wrong)).toEqual(Array(6).fill("statistics.disclosure-request-invalid"));
  });

  test("says which rows have a code that is no level", () => {
    const found = protectTables({
      ...base,
      codes: [base.codes[0]!, Int32Array.from(base.codes[1]!, () => 7)],
    });
    expect(found.ok ? "" : found.problems[0]!.message).toContain("18 rows of region");
  });

  test("is refused in words when there are too many levels", () => {
    const many = Array.from({ length: 400 }, (_, at) => `${at}`);
    expect(codesOf(request({ one: many, two: many, three: many }, { "1,1,1": 9 }))).toEqual([
      "statistics.disclosure-too-large",
    ]);
    expect(codesOf(request({ one: many }, { 1: 9, 2: 2, 3: 7 }))).toEqual([]);
  });

  test("is left without a result when it is stopped", () => {
    expect(codesOf({ ...base, onward: () => false })).toEqual(["statistics.disclosure-stopped"]);
  });
});
