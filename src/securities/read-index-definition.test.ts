import { expect, test } from "vitest";
import { readIndexDefinition } from "./read-index-definition.ts";

const top = { id: "index" };
const leaf = { id: "X", parent: "index", direction: 1 };
const good = { id: "mini", version: "1", title: "Mini", nodes: [top, leaf] };

const problemsOf = (json: unknown) => {
  const result = readIndexDefinition(json);
  return result.ok ? [] : result.problems.map(({ code, at }) => `${code} ${at?.field ?? ""}`.trim());
};
const messageOf = (json: unknown) => {
  const result = readIndexDefinition(json);
  return result.ok ? "accepted" : result.problems[0]!.message;
};

test("what is left out gets its default", () => {
  expect(readIndexDefinition(good)).toEqual({
    ok: true,
    value: {
      id: "mini",
      version: "1",
      title: { en: "Mini" },
      form: null,
      level: null,
      reconstruction: false,
      evidence: null,
      nodes: [
        {
          id: "index",
          parent: null,
          title: null,
          role: null,
          weight: 1,
          direction: null,
          aggregation: null,
          steps: null,
          evidence: null,
        },
        {
          id: "X",
          parent: "index",
          title: null,
          role: null,
          weight: 1,
          direction: 1,
          aggregation: null,
          steps: { denominator: null, transformation: null },
          evidence: null,
        },
      ],
      imputation: null,
      areaGroups: null,
      treatment: null,
      normalisation: { method: "min-max", low: 0, high: 1 },
      aggregation: { method: "arithmetic" },
      weights: "given",
      screening: null,
      referenceAreas: null,
      renormaliseSubIndexes: true,
      missing: { minimumShare: null },
      countryGroups: null,
      referencePeriod: null,
    },
  });
});

test("what is given is kept", () => {
  const result = readIndexDefinition({
    ...good,
    title: { en: "Mini", fr: "Petit" },
    form: "composite",
    level: "household",
    reconstruction: true,
    evidence: "From a paper.",
    normalisation: { method: "min-max", low: 1, high: 7 },
    renormaliseSubIndexes: false,
    missing: { minimumShare: 0.5 },
    countryGroups: { scheme: "sesame" },
    referencePeriod: "2000",
  });
  expect(result.ok && result.value).toMatchObject({
    title: { en: "Mini", fr: "Petit" },
    form: "composite",
    level: "household",
    reconstruction: true,
    evidence: "From a paper.",
    normalisation: { low: 1, high: 7 },
    renormaliseSubIndexes: false,
    missing: { minimumShare: 0.5 },
    countryGroups: { scheme: "sesame", probability: 0.6, quantileType: 7 },
    referencePeriod: "2000",
  });
});

test.each([null, 7, "text", [], undefined])("%j is no definition", (json) => {
  expect(problemsOf(json)).toEqual(["securities.not-an-object"]);
});

const withNodes = (...nodes: readonly unknown[]) => ({ ...good, nodes });

test.each<[string, unknown, readonly string[]]>([
  [
    "no id, version, title, nodes",
    {},
    ["id", "version", "title", "nodes"].map((f) => `securities.field-missing ${f}`),
  ],
  ["a number as version", { ...good, version: 1 }, ["securities.field-invalid version"]],
  ["a title without English", { ...good, title: { fr: "Petit" } }, ["securities.field-invalid title"]],
  ["an unknown form", { ...good, form: "housing" }, ["securities.field-invalid form"]],
  ["an unknown level", { ...good, level: "world" }, ["securities.field-invalid level"]],
  [
    "high below low",
    { ...good, normalisation: { method: "min-max", low: 1, high: 0 } },
    ["securities.field-invalid normalisation.high"],
  ],
  [
    "an unknown method",
    { ...good, normalisation: { method: "z" } },
    ["securities.field-invalid normalisation.method"],
  ],
  [
    "a share in per cent",
    { ...good, missing: { minimumShare: 67 } },
    ["securities.field-invalid missing.minimumShare"],
  ],
  [
    "a probability in per cent",
    { ...good, countryGroups: { scheme: "sesame", probability: 60 } },
    ["securities.field-invalid countryGroups.probability"],
  ],
  [
    "an unknown quantile type",
    { ...good, countryGroups: { scheme: "sesame", quantileType: 10 } },
    ["securities.field-invalid countryGroups.quantileType"],
  ],
  ["an unknown scheme", { ...good, countryGroups: {} }, ["securities.field-missing countryGroups.scheme"]],
  ["a text for true", { ...good, reconstruction: "yes" }, ["securities.field-invalid reconstruction"]],
  ["a list for a part", { ...good, missing: [] }, ["securities.not-an-object missing"]],
  ["nodes that are no list", { ...good, nodes: {} }, ["securities.not-an-object nodes"]],
  ["no node at all", { ...good, nodes: [] }, ["securities.not-an-object nodes"]],
  ["a node that is no object", withNodes(top, leaf, "X"), ["securities.not-an-object nodes[2]"]],
  [
    "a blank beside an id",
    withNodes(top, { ...leaf, id: "X " }),
    ["securities.field-invalid nodes[1].id", "securities.node-empty nodes[0]"],
  ],
  ["a weight below 0", withNodes(top, { ...leaf, weight: -1 }), ["securities.field-invalid nodes[1].weight"]],
  [
    "a node of which nothing counts",
    withNodes(top, { ...leaf, weight: 0 }),
    ["securities.weights-sum-to-zero nodes[0]"],
  ],
  [
    "a fraction of the maximum turned round",
    withNodes(top, { ...leaf, direction: -1, normalisation: "fraction-of-maximum" }),
    ["securities.methods-unfit nodes[1].direction"],
  ],
  [
    "a geometric mean of z-scores",
    { ...withNodes(top, leaf), normalisation: "z-score", aggregation: "geometric" },
    ["securities.methods-unfit aggregation"],
  ],
  [
    "a harmonic mean over a scale that begins at 0",
    withNodes({ ...top, aggregation: "harmonic" }, leaf),
    ["securities.methods-unfit nodes[0].aggregation"],
  ],
  [
    "a reference area outside the set",
    {
      ...withNodes(top, leaf),
      referenceAreas: ["KEN"],
      normalisation: { method: "distance-to-reference", area: "UGA" },
    },
    ["securities.methods-unfit normalisation.area"],
  ],
  [
    "an area in two groups",
    { ...withNodes(top, leaf), areaGroups: { income: { low: ["KEN"], high: ["KEN"] } } },
    ["securities.field-invalid areaGroups.income.high"],
  ],
  [
    "an infinite weight",
    withNodes(top, { ...leaf, weight: Number.POSITIVE_INFINITY }),
    ["securities.field-invalid nodes[1].weight"],
  ],
  [
    "another aggregation",
    withNodes({ ...top, aggregation: "mode" }, leaf),
    ["securities.field-invalid nodes[0].aggregation.method"],
  ],
  [
    "a power mean without its power",
    { ...good, aggregation: "power" },
    ["securities.field-missing aggregation.power"],
  ],
  [
    "an unknown step of an indicator",
    withNodes(top, { ...leaf, treatment: { method: "trim" }, transformation: "cube" }),
    [
      "securities.field-invalid nodes[1].transformation.method",
      "securities.field-invalid nodes[1].treatment.method",
    ],
  ],
  [
    "a step at a node that is no indicator",
    withNodes({ ...top, denominator: "POP" }, leaf),
    ["securities.field-invalid nodes[0].denominator"],
  ],
  [
    "a group mean without a group, a distance without its area, a range that ends where it begins",
    {
      ...good,
      imputation: "group-mean",
      nodes: [
        top,
        { ...leaf, normalisation: "distance-to-reference" },
        { ...leaf, id: "Y", normalisation: { method: "goalposts", from: 1, to: 1 } },
      ],
    },
    [
      "securities.field-missing imputation.groupBy",
      "securities.field-missing nodes[1].normalisation.area",
      "securities.field-invalid nodes[2].normalisation.to",
    ],
  ],
  [
    "a parameter of another method, which would be lost without a word",
    {
      ...good,
      imputation: { method: "mean", groupBy: "region" },
      aggregation: { method: "geometric", power: 2 },
      treatment: { method: "log-ct", atMost: 3 },
      nodes: [
        top,
        {
          ...leaf,
          normalisation: { method: "min-max", target: 5 },
          transformation: { method: "log", high: 9 },
        },
      ],
    },
    [
      "securities.unknown-key imputation.groupBy",
      "securities.unknown-key treatment.atMost",
      "securities.unknown-key aggregation.power",
      "securities.unknown-key nodes[1].transformation.high",
      "securities.unknown-key nodes[1].normalisation.target",
    ],
  ],
  [
    "an area named twice",
    { ...good, referenceAreas: ["KEN", "KEN"] },
    ["securities.field-invalid referenceAreas"],
  ],
  [
    "a direction of 2",
    withNodes(top, leaf, { ...leaf, id: "Y", direction: 2 }),
    ["securities.field-invalid nodes[2].direction"],
  ],
  [
    "an unknown role",
    withNodes({ ...top, role: "result" }, leaf),
    ["securities.field-invalid nodes[0].role"],
  ],
  [
    "a role on an indicator",
    withNodes(top, { ...leaf, role: "input" }),
    ["securities.indicator-with-role nodes[1].role"],
  ],
  ["an id twice", withNodes(top, leaf, leaf), ["securities.node-duplicate nodes[2].id"]],
  [
    "an unknown parent",
    withNodes(top, leaf, { ...leaf, id: "Y", parent: "indx" }),
    ["securities.parent-unknown nodes[2].parent"],
  ],
  ["two roots", withNodes(top, leaf, { id: "Y", direction: 1 }), ["securities.root-several nodes[2].parent"]],
  [
    "an indicator with children",
    withNodes(top, leaf, { id: "Y", parent: "X", direction: 1 }),
    ["securities.indicator-with-children nodes[1].direction"],
  ],
  [
    "a node without indicators",
    withNodes(top, leaf, { id: "empty", parent: "index" }),
    ["securities.node-empty nodes[2]"],
  ],
  [
    "a node that is its own parent",
    withNodes(top, leaf, { id: "Y", parent: "Y" }),
    ["securities.node-cycle nodes[2].parent"],
  ],
  [
    "a cycle without a root",
    withNodes({ ...top, parent: "a" }, { id: "a", parent: "index" }, leaf),
    ["securities.root-missing nodes", "securities.node-cycle nodes[0].parent"],
  ],
  [
    "a cycle apart from the root, with a tail",
    withNodes(
      top,
      leaf,
      { id: "a", parent: "c" },
      { id: "b", parent: "a" },
      { id: "c", parent: "b" },
      { ...leaf, id: "tail", parent: "b" },
    ),
    ["securities.node-cycle nodes[2].parent"],
  ],
])("%s is refused", (_, json, expected) => {
  expect(problemsOf(json)).toEqual(expected);
});

test("all problems are reported at once", () => {
  const json = {
    ...good,
    version: 2,
    level: "x",
    nodes: [top, { ...leaf, weight: -1, wieght: 2 }, { ...leaf, id: "Y", parent: "Z" }],
  };
  expect(problemsOf(json)).toEqual([
    "securities.field-invalid version",
    "securities.field-invalid level",
    "securities.unknown-key nodes[1].wieght",
    "securities.field-invalid nodes[1].weight",
    "securities.parent-unknown nodes[2].parent",
  ]);
});

test("an unknown key is answered with the nearest known one", () => {
  expect(messageOf({ ...good, renormalizeSubIndexes: false })).toContain(
    'the nearest known key is "renormaliseSubIndexes"',
  );
  expect(messageOf(withNodes(top, { ...leaf, transform: "log" }))).toContain(
    '"transform" is not a key of a node.',
  );
  expect(messageOf(JSON.parse('{"__proto__": {}, "id": "a"}'))).toContain('"__proto__" is not a key');
});

test("a parameter of another method is answered with the methods it belongs to", () => {
  expect(messageOf({ ...good, imputation: { method: "mean", groupBy: "region" } })).toBe(
    '"groupBy" says nothing under the method "mean", which takes "maximumShare", and would be lost without a word. Take it out, or choose a method that it belongs to ("group-mean", "group-median").',
  );
});

test("an unknown parent is answered with the nearest id", () => {
  expect(messageOf(withNodes(top, leaf, { ...leaf, id: "Y", parent: "indx" }))).toContain(
    'the nearest id is "index"',
  );
});

test("a tree a thousand levels deep and a list of ten thousand indicators are read", () => {
  const deep = Array.from({ length: 1000 }, (_, i) => ({
    id: `n${i}`,
    ...(i > 0 ? { parent: `n${i - 1}` } : {}),
  }));
  expect(problemsOf(withNodes(...deep, { ...leaf, parent: "n999" }))).toEqual([]);
  const wide = Array.from({ length: 10_000 }, (_, i) => ({ ...leaf, id: `X${i}` }));
  expect(problemsOf(withNodes(top, ...wide))).toEqual([]);
});
