// The worked example of the index method as a file of observations of invented areas.

export const values: Readonly<Record<string, readonly number[]>> = {
  I1: [1, 1, 0, 1, 0],
  I2: [1, 0, 1, 1, 0],
  P1: [20, 10, 5, 15, 0],
  O1: [10, 30, 40, 50, 20],
  O2: [80, 60, 40, 20, 100],
};

const areas = ["XAA", "XAB", "XAC", "XAD", "XAE"];

/** One row a value, indicator after indicator: XAB is row 3 of I1, 8 of I2, and so on. */
export const simulatedTable = (): string =>
  `area,indicator,period,value\n${Object.entries(values)
    .flatMap(([indicator, all]) => all.map((value, i) => `${areas[i]},${indicator},2015,${value}`))
    .join("\n")}\n`;

export const simulatedDefinition = {
  id: "mini",
  version: "1",
  title: "Mini index",
  reconstruction: true,
  nodes: [
    { id: "index", aggregation: "arithmetic" },
    { id: "input", parent: "index", role: "input", weight: 1 },
    { id: "process", parent: "index", role: "process", weight: 1 },
    { id: "outcome", parent: "index", role: "outcome", weight: 2 },
    { id: "I1", parent: "input", direction: 1 },
    { id: "I2", parent: "input", direction: 1 },
    { id: "P1", parent: "process", direction: 1 },
    { id: "O1", parent: "outcome", direction: -1 },
    { id: "O2", parent: "outcome", direction: 1 },
  ],
  normalisation: { method: "min-max", low: 0, high: 1 },
  countryGroups: { scheme: "sesame", probability: 0.6, quantileType: 7 },
};
