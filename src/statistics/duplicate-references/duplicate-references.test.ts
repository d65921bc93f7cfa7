import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DuplicateWishes, duplicateReferences } from "../index.ts";
import { compareTitles, isSlip } from "./compare-titles.ts";
import { type ComparableReference, foldedWords, normalDoi, preparedReference } from "./reference.ts";

const nothing: ComparableReference = {
  title: null,
  authors: [],
  year: null,
  abstract: null,
  doi: null,
  container: null,
  volume: null,
  pages: null,
  type: null,
};
const abstract =
  "We followed four hundred households in two regions of Alvane for three years. Transfers raised spending on food and school, and did not lower the hours that adults worked. Effects were larger where health cover was offered at the same office.";
const full: ComparableReference = {
  ...nothing,
  title: "Cash and care in Alvane: a panel study of transfers and health cover",
  authors: ["Okello, Peter", "Duarte, María", "Ruiz, Elena"],
  year: 2020,
  abstract,
  doi: "10.5555/jip.2020.14",
  container: "Journal of Invented Protection",
  volume: "14",
  pages: "101-119",
  type: "article",
};
const other = (change: Partial<ComparableReference>): ComparableReference => ({ ...full, ...change });
const members = (references: readonly ComparableReference[], wishes?: Partial<DuplicateWishes>) =>
  duplicateReferences(references, wishes).groups.map((group) => group.members);
const isTogether = (change: Partial<ComparableReference>, base: Partial<ComparableReference> = {}) =>
  members([other(base), other(change)]).length === 1;

describe("one reference in two forms is found", () => {
  it.each<[string, Partial<ComparableReference>]>([
    ["in capitals, without accents", { title: full.title!.toUpperCase(), doi: null }],
    [
      "with slips",
      { title: "Csah and care in Alvane: a panel studdy of transfers and heath cover", doi: null },
    ],
    [
      "with markup",
      {
        title: "[Cash &amp; <i>care</i> in Alvane: a panel study of transfers and health cover].",
        doi: null,
      },
    ],
    ["without its subtitle", { title: "Cash and care in Alvane", doi: null }],
    [
      "cut in a word",
      { title: "Cash and care in Alvane: a panel study of transf", doi: null, abstract: null },
    ],
    [
      "title and subtitle swapped",
      { title: "A panel study of transfers and health cover: cash and care in Alvane", doi: null },
    ],
    [
      "a blank too many",
      { title: "Cash and care in Al vane: a panel study of transfers and health cover", doi: null },
    ],
    ["without abstract and authors", { abstract: null, authors: [], doi: null }],
    ["a year later", { year: 2021, doi: null }],
    ["a DOI in another form", { doi: "https://doi.org/10.5555/JIP.2020.14." }],
    ["a short journal and short pages", { container: "J. Invent. Prot.", pages: "101-9", doi: null }],
    ["names the other way round", { authors: ["Peter Okello", "Maria Duarte"], doi: null, abstract: null }],
    ["initials", { authors: ["Okello P", "Duarte M", "Ruiz E"], doi: null, abstract: null }],
  ])("%s", (_, change) => expect(isTogether(change)).toBe(true));

  it("by its identifier, whatever the title", () => {
    const [group] = duplicateReferences([full, { ...nothing, doi: full.doi }]).groups;
    expect(group?.members).toEqual([0, 1]);
    expect(group?.pairs[0]?.reasons).toEqual(["same-doi"]);
  });

  it("by its identifier, though one source calls it a preprint and numbers it otherwise", () => {
    expect(isTogether({ container: "medRxiv", type: "unpublished" })).toBe(true);
    expect(isTogether({ title: `${full.title} 2` })).toBe(true);
  });

  it("by its abstract and authors where the title was translated", () => {
    expect(isTogether({ title: "Dinero y cuidados en Alvane", doi: null })).toBe(true);
  });

  it("and says why, with what speaks against it, strongest first", () => {
    const [group] = duplicateReferences([
      full,
      other({ doi: null, year: 2022, abstract: null, container: "Working Lives Quarterly", pages: "7-9" }),
    ]).groups;
    expect(group?.pairs).toEqual(
      [
        {
          first: 0,
          second: 1,
          confidence: expect.closeTo(1 / (1 + Math.exp(-(-4 + 6 + 3 - 2 - 2 - 1 + 0.5))), 12),
          reasons: ["same-title", "same-authors", "same-volume"],
          doubts: ["other-year", "other-pages", "other-place"],
        },
      ].filter(({ confidence }) => confidence !== null),
    );
  });
});

describe("works that only look alike are told apart", () => {
  const elsewhere = { doi: "10.5555/jip.2021.3", pages: "7-9", volume: "15", abstract: null };
  it.each<[string, string, Partial<ComparableReference>, Partial<ComparableReference>?]>([
    ["an erratum", "correction", { title: `Erratum: ${full.title}` }],
    ["a correction in Spanish", "correction", { title: `Fe de erratas: ${full.title}` }],
    ["a retraction", "correction", { title: `Retraction notice: ${full.title}` }],
    ["a reply", "reply", { title: `Reply to: ${full.title}`, authors: ["Sato, Rui"] }],
    ["a comment said at the end", "reply", { title: `${full.title}: comment` }],
    [
      "the reply to an editorial",
      "reply",
      { title: `Editorial: ${full.title}. Authors’ reply` },
      { title: `Editorial: ${full.title}` },
    ],
    ["the authors' reply at the end", "reply", { title: `${full.title}. Authors’ reply` }],
    ["an editorial on it", "reply", { title: `Editorial commentary: ${full.title}`, authors: ["Sato, Rui"] }],
    ["a second part", "other-part", { title: `${full.title}. Part II` }],
    [
      "parts of one work",
      "other-part",
      { title: "Cash and care in Alvane. Part 2" },
      { title: "Cash and care in Alvane. Part 1" },
    ],
    [
      "reports of two years",
      "other-part",
      { title: "Report on cover in Alvane 2019", doi: null },
      { title: "Report on cover in Alvane 2018", doi: null },
    ],
    ["a preprint", "preprint", { container: "medRxiv", doi: "10.1101/2019.11.1", type: "unpublished" }],
    ["a preprint by its DOI alone", "preprint", { container: null, doi: "10.2139/ssrn.777" }],
    [
      "an abstract of a conference",
      "conference-abstract",
      { container: "Proceedings of the Invented Congress", type: "conference-paper" },
    ],
    ["an abstract with its number", "conference-abstract", { title: `P422 ${full.title}` }],
    ["a protocol", "protocol", { title: `${full.title}: study protocol` }],
    [
      "the mid-term evaluation",
      "other-stage",
      { title: "Mid-term evaluation of cash and care in Alvane" },
      { title: "Final evaluation of cash and care in Alvane" },
    ],
    [
      "la evaluación intermedia",
      "other-stage",
      { title: "Evaluación de medio término del piso en Alvane" },
      { title: "Evaluación final del piso en Alvane" },
    ],
  ])("%s", (_, relation, change, base = {}) => {
    const { groups, related } = duplicateReferences([other(base), other({ ...elsewhere, ...change })]);
    expect(groups).toEqual([]);
    expect(related.map((pair) => pair.relation)).toEqual([relation]);
  });

  it.each<[string, Partial<ComparableReference>]>([
    ["another region, the same people and journal", { title: full.title!.replace("Alvane", "Bresk") }],
    ["the opposite", { title: full.title!.replace("Cash", "Cashless") }],
    [
      "another DOI, another abstract",
      {
        abstract:
          "A short history of registers, from parish books to cards and from cards to chips, told by those who kept them for a lifetime in eleven offices along the coast, with a word on what was lost when the rooms were cleared.",
      },
    ],
    ["other people", { authors: ["Sato, Rui", "Novak, Iris"] }],
  ])("%s", (_, change) => expect(isTogether({ ...elsewhere, ...change })).toBe(false));

  it("titles that every journal has say nothing", () => {
    const editorial = {
      ...nothing,
      title: "Editorial",
      year: 2020,
      container: "Journal of Invented Protection",
    };
    expect(members([editorial, { ...editorial }])).toEqual([]);
    expect(
      members([
        { ...editorial, doi: "10.5555/a" },
        { ...editorial, doi: "10.5555/a" },
      ]),
    ).toEqual([[0, 1]]);
  });

  it("an erratum under the article's identifier stays an erratum, and a cut mark is no mark", () => {
    expect(isTogether({ title: `Erratum: ${full.title}` })).toBe(false);
    const protocol = `${full.title}: a study protocol for a trial`;
    expect(isTogether({ title: protocol.slice(0, -23), doi: null }, { title: protocol })).toBe(true);
  });
});

describe("groups", () => {
  it("a reference without details does not tie two works together", () => {
    const bare = { ...nothing, title: full.title };
    const second = other({ doi: "10.5555/other.1", authors: ["Sato, Rui"], abstract: null, year: 2004 });
    const { groups } = duplicateReferences([full, bare, second, other({ doi: null })]);
    expect(groups.map((group) => group.members)).toEqual([[0, 1, 3]]);
  });

  it("what people said comes before all evidence", () => {
    const pair = [full, other({ doi: null }), { ...nothing, title: "Something else" }];
    expect(members(pair, { apart: [[1, 0]] })).toEqual([]);
    expect(members(pair, { together: [[0, 2]], apart: [[0, 1]] })).toEqual([[0, 2]]);
    expect(members(pair, { least: 0.9999999 })).toEqual([]);
  });

  it("references of which nothing is known are alone", () => {
    expect(members([nothing, nothing, { ...nothing, title: "" }])).toEqual([]);
    expect(members([])).toEqual([]);
  });

  it("does not depend on the order", () => {
    const list = [
      full,
      other({ doi: null, title: full.title!.toUpperCase() }),
      other({ doi: "10.5555/jip.2021.3", title: `Erratum: ${full.title}`, abstract: null }),
      other({ title: "Cash and care in Alvane", doi: null }),
      other({ title: "Registers of the coast and those who kept them", doi: "10.5555/x.1", abstract: null }),
      other({ title: "Registers of the coast, and those who kept them", doi: null, abstract: null }),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), (order) => {
        const found = members(order.map((i) => list[i]!)).map((group) => group.map((i) => order[i]!).sort());
        expect(found.sort()).toEqual([
          [0, 1, 3],
          [4, 5],
        ]);
      }),
    );
  });
});

describe("words", () => {
  it("folds markup, entities, accents and marks above and below the line", () => {
    expect(foldedWords("&lt;p&gt;CO<sub>2</sub> &amp; Año’s <b>É</b>tude&nbsp;— ﬁn")).toEqual([
      "co2",
      "and",
      "anos",
      "etude",
      "fin",
    ]);
  });

  it.each([
    ["transfers", "trasnfers", true],
    ["hypertension", "hypotension", false],
    ["internal", "external", false],
    ["import", "export", false],
    ["equality", "inequality", false],
    ["2018", "2019", false],
    ["men", "man", false],
  ])("%s and %s: a slip %s", (a, b, expected) => expect(isSlip(a, b)).toBe(expected));

  it("tells what stands behind a colon from words picked out of a title", () => {
    const kind = (a: string, b: string) =>
      compareTitles(preparedReference({ ...nothing, title: a }), preparedReference({ ...nothing, title: b }))
        .kind;
    expect(
      kind("Effects of drugs on walking: a trial in two clinics", "A trial in two clinics of the north"),
    ).toBe("different");
    expect(kind("Walking again: a trial of drugs in two clinics", "A trial of drugs in two clinics")).toBe(
      "shortened",
    );
    expect(kind("Continuous baclofen infusion for symptomatic dystonia", "Baclofen for dystonia")).toBe(
      "reworded",
    );
  });

  it.each([
    ["10.5555/abc", "10.5555/abc"],
    ["DOI: 10.5555/ABC.", "10.5555/abc"],
    ["http://dx.doi.org/10.5555%2Fabc", "10.5555/abc"],
    [
      "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2",
      "10.1002/(sici)1097-0258(19980815)17:15",
    ],
    ["none", null],
  ])("the DOI of %j", (text, doi) => expect(normalDoi(text)).toBe(doi));
});
