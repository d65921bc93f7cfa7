// A study small enough to count by hand: three regions of two towns each, four households a town, four persons a
// household; every weight 10.

export const description = {
  id: "XAA_2024_PSS_v01_M",
  kind: "people",
  origin: "simulated",
  title: { en: "Small survey", fr: "Petite enquête" },
  series: "PSS",
  areas: ["XAA"],
  years: 2024,
  universe: { text: "Persons in households" },
  coverage: { class: "national" },
  analysisUnits: ["household", "person"],
  access: { microdata: "restricted", tables: "public", contact: "data@example.org" },
  licence: "CC0-1.0",
  citation: { title: "Small survey" },
} as const;

const design = (weights: string) => ({ clusters: ["town"], strata: ["region"], weights });

export const declaration = {
  state: "edited",
  files: [
    { name: "households", unit: "household", file: "households.csv", key: ["hid"], design: design("hw") },
    {
      name: "persons",
      unit: "person",
      file: "persons.csv",
      key: ["hid", "pid"],
      parent: { file: "households", by: ["hid"] },
      design: design("pw"),
      knownTotals: [
        { label: "All", total: 960, source: "Count" },
        { label: "Women", where: { sex: "2" }, total: 700, source: "Count" },
      ],
    },
  ],
  variables: [
    {
      file: "persons",
      name: "sex",
      label: { en: "Sex", fr: "Sexe" },
      concept: "sex",
      forTables: true,
      categories: [
        { code: "1", label: "Man" },
        { code: "2", label: "Woman" },
      ],
    },
    {
      file: "persons",
      name: "rare",
      label: "A rare thing",
      forTables: true,
      categories: [
        { code: "1", label: "No" },
        { code: "2", label: "Once" },
        { code: "3", label: "Often" },
      ],
    },
    { file: "persons", name: "age", label: "Age", kind: "numeric" },
    { file: "persons", name: "loss", label: "Loss", kind: "numeric" },
    { file: "persons", name: "note", label: "Remark", kind: "text" },
  ],
};

const households = Array.from({ length: 24 }, (_, at) => ({
  hid: at + 1,
  town: 1 + Math.floor(at / 4),
  region: 1 + Math.floor(at / 8),
}));

export const householdRows = (): string =>
  ["hid,town,region,hw", ...households.map(({ hid, town, region }) => `${hid},${town},${region},10`)].join(
    "\n",
  );

export const personRows = (): string =>
  [
    "hid,pid,sex,age,pw,loss,note,rare",
    ...households.flatMap(({ hid }, at) =>
      [1, 2, 3, 4].map((pid) => {
        const n = at * 4 + pid; // 1 to 96
        const rare = n <= 80 ? 1 : n <= 93 ? 2 : 3;
        const note = n === 5 ? '"=HYPERLINK(""x"")"' : n % 7 === 0 ? `said ${n}` : "";
        return `${hid},${pid},${1 + (n % 2)},${20 + (n % 50)},10,${n === 9 ? -1 : n % 4},${note},${rare}`;
      }),
    ),
  ].join("\n");
