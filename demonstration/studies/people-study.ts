// The simulated People's Security Survey of Alvane: 19 strata, areas and households drawn in each.

import type { Cell, FileDeclaration } from "./edition-json.ts";
import { type Item, text } from "./items.ts";
import { type Census, type Sample, type Stratum, sampleFrom } from "./people-frame.ts";
import { answersOf } from "./person-answers.ts";

export const peopleStudyId = "XAA_2024_PSS_v01_M";
const country = "XAA";

/** How well off each region is; the first is the capital and has no country around it. */
const regions = [0.9, 0.45, 0.3, 0.1, 0, -0.1, -0.25, -0.4, -0.6, -0.85];

export const peopleStrata: readonly Stratum[] = regions.flatMap((development, at) =>
  ([1, 2] as const)
    .filter((urb) => at > 0 || urb === 1)
    .map((urb) => ({
      code: 10 * (at + 1) + urb,
      region: at + 1,
      urb,
      development: development + (urb === 1 ? 0.15 : -0.1),
      areas: at === 0 ? 260 : (urb === 1 ? 60 : 80) + ((at * 37) % 70),
    })),
);

export type PeopleRows = {
  readonly households: readonly Record<string, Cell>[];
  readonly persons: readonly Record<string, Cell>[];
  readonly sample: Sample;
};

/** The answers as edited. */
export function peopleRows(): PeopleRows {
  const sample = sampleFrom(country, peopleStrata, { areas: [10, 12], households: [9, 10], refusal: -2.3 });
  const households: Record<string, Cell>[] = [];
  const persons: Record<string, Cell>[] = [];
  for (const [at, respondent] of sample.respondents.entries()) {
    const { area, weight } = respondent;
    const { stratum } = area;
    const { home, members } = answersOf(country, respondent);
    const hid = at + 1;
    households.push({
      hid,
      region: stratum.region,
      urb: stratum.urb,
      stratum: stratum.code,
      ea: area.code,
      neas: stratum.areas,
      nhhs: area.households,
      hweight: weight,
      ...home,
    });
    for (const [line, member] of members.entries())
      persons.push({ hid, pid: line + 1, pweight: weight, ...member });
  }
  return { households, persons, sample };
}

/** A cell as the field sent it, where editing changed it, and what is told of the change. */
type Slip = {
  readonly file: "households" | "persons";
  readonly column: string;
  /** The rows it is looked for in, and which of them it is. */
  readonly among: (row: Readonly<Record<string, Cell>>) => boolean;
  readonly at: number;
  readonly came: (right: Cell) => Cell;
  readonly why: string;
};

const isNumber = (cell: Cell | undefined) => typeof cell === "number" && cell > 0;

const twice = (right: Cell) => Number((2 * Number(right)).toFixed(3));

const slips: readonly Slip[] = [
  {
    file: "persons",
    column: "age",
    among: ({ reln }) => reln === 1,
    at: 40,
    came: () => 199,
    why: "Nobody is that old; the paper form has the right age.",
  },
  {
    file: "persons",
    column: "age",
    among: ({ reln }) => reln === 4,
    at: 12,
    came: () => 142,
    why: "Nobody is that old; the paper form has the right age.",
  },
  {
    file: "persons",
    column: "sex",
    among: ({ reln }) => reln === 3,
    at: 200,
    came: () => 3,
    why: "The questionnaire has no such code; the household was asked again.",
  },
  {
    file: "persons",
    column: "emctr",
    among: ({ emctr }) => emctr === 2,
    at: 25,
    came: () => 7,
    why: "The questionnaire has no such code; the interviewer's note names the contract.",
  },
  {
    file: "persons",
    column: "inreg",
    among: ({ inreg }) => inreg === 3,
    at: 60,
    came: () => 0,
    why: "The questionnaire has no such code; the household was asked again.",
  },
  {
    file: "persons",
    column: "wkhrs",
    among: ({ wkhrs }) => wkhrs === 40,
    at: 3,
    came: () => 400,
    why: "A week has 168 hours; a zero was typed twice.",
  },
  {
    file: "persons",
    column: "skyrs",
    among: ({ skyrs }) => skyrs === 12,
    at: 30,
    came: () => 121,
    why: "Longer than a life; the next column had slipped in.",
  },
  {
    file: "persons",
    column: "earn",
    among: ({ earn }) => isNumber(earn),
    at: 350,
    came: (right) => 100 * Number(right),
    why: "Typed in hundredths of a crown.",
  },
  {
    file: "households",
    column: "hweight",
    among: () => true,
    at: 77,
    came: twice,
    why: "The adjustment for those who did not answer was made twice.",
  },
  {
    file: "households",
    column: "hweight",
    among: () => true,
    at: 901,
    came: twice,
    why: "The adjustment for those who did not answer was made twice.",
  },
  {
    file: "households",
    column: "hinc",
    among: ({ hinc }) => isNumber(hinc),
    at: 500,
    came: (right) => 10 * Number(right),
    why: "A zero too many: more than ten times what its members earn and receive.",
  },
  {
    file: "households",
    column: "watr",
    among: ({ watr }) => watr === 1,
    at: 90,
    came: () => 6,
    why: "The questionnaire has no such code; the neighbours of the area all have piped water.",
  },
];

/** The same rows as they came from the field, and what editing then changed. */
export function rawRows(rows: PeopleRows) {
  const copy = { households: [...rows.households], persons: [...rows.persons] };
  const changes = slips.map(({ file, column, among, at, came, why }) => {
    const list = copy[file];
    const row = list.filter(among)[at]!;
    const before = came(row[column]!);
    list[list.indexOf(row)] = { ...row, [column]: before };
    const who =
      file === "persons" ? `household ${row["hid"]}, line ${row["pid"]}` : `household ${row["hid"]}`;
    return { what: `${file}, ${who}: ${column} ${before} became ${row[column]}.`, why };
  });
  return { ...copy, changes };
}

const design = (weights: string): FileDeclaration["design"] => ({
  clusters: ["ea", "hid"],
  strata: ["stratum", null],
  weights,
  fpc: ["neas", "nhhs"],
});

const source = "Census of Alvane, 2024 (simulated)";

export function peopleFiles(census: Census, raw: boolean): readonly FileDeclaration[] {
  const suffix = raw ? "-raw" : "";
  const total = (label: string, where: Record<string, string>, value: number) => ({
    label,
    where,
    total: value,
    source,
  });
  return [
    {
      name: "households",
      unit: "household",
      file: `households${suffix}.csv`,
      key: ["hid"],
      parent: null,
      design: design("hweight"),
      knownTotals: [total("Households", {}, census.households)],
    },
    {
      name: "persons",
      unit: "person",
      file: `persons${suffix}.csv`,
      key: ["hid", "pid"],
      parent: { file: "households", by: ["hid"] },
      design: design("pweight"),
      knownTotals: [
        total(
          "Population",
          {},
          census.members(() => true),
        ),
        total(
          "Men and boys",
          { sex: "1" },
          census.members(({ sex }) => sex === 1),
        ),
        total(
          "Women and girls",
          { sex: "2" },
          census.members(({ sex }) => sex === 2),
        ),
        total(
          "Urban population",
          { urb: "1" },
          census.members((_, { urb }) => urb === 1),
        ),
        total(
          "Rural population",
          { urb: "2" },
          census.members((_, { urb }) => urb === 2),
        ),
      ],
    },
  ];
}

/** The dictionary of the rows from the field: codes that the questionnaire does not have are named as such. */
export function rawItems(
  items: readonly Item[],
  raw: Pick<PeopleRows, "households" | "persons">,
): readonly Item[] {
  return items.map((item) => {
    if (item.kind !== "categorical") return item;
    const rows = item.file === "households" ? raw.households : raw.persons;
    const codes = new Set(rows.map((row) => `${row[item.name] ?? ""}`));
    for (const known of ["", ...item.answers.map(({ code }) => code)]) codes.delete(known);
    const strangers = [...codes].map((code) => ({ code, label: noSuchCode, missing: "not-stated" }) as const);
    return { ...item, answers: [...item.answers, ...strangers] };
  });
}

const noSuchCode = text(
  "Code that the questionnaire does not have",
  "Code absent du questionnaire",
  "Código que el cuestionario no tiene",
  "Código que o questionário não tem",
);
