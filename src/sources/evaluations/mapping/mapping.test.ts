import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWorkbook, type WorkbookTable } from "#documents";
import type { Sha256 } from "#kernel";
import type { Evaluation, VocabularyTerm } from "#records";
import {
  applyMapping,
  bibliographicToEvaluation,
  type EvaluationMapping,
  evaluationToBibliographic,
  type MappingOutcome,
  type MappingProposal,
  mappingFits,
  proposeMapping,
  readMapping,
} from "./index.ts";

const source = "ab".repeat(32) as Sha256;
const context = { source, name: "list.csv", origin: "invented" } as const;

async function tableOf(given: string | Uint8Array, name = "list.csv"): Promise<WorkbookTable> {
  const read = await readWorkbook(typeof given === "string" ? new TextEncoder().encode(given) : given, name);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value.tables[0]!;
}

function applied(
  table: WorkbookTable,
  mapping: EvaluationMapping,
  known?: ReadonlyMap<string, Evaluation>,
): MappingOutcome {
  const made = applyMapping(table, mapping, known === undefined ? context : { ...context, known });
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value;
}

const columnsOf = ({ mapping }: MappingProposal) =>
  Object.fromEntries(mapping.fields.map(({ field, columns }) => [field, columns.join(" + ")]));
const record = (outcome: MappingOutcome, row = 0) => outcome.rows[row]!.record!;
const odd = (outcome: MappingOutcome, row = 0) =>
  outcome.rows[row]!.oddities.map(({ code }) => code.replace("evaluations.mapping-", ""));

describe("a proposal", () => {
  it.each([
    [
      "English",
      "Report title,Country,Date of publication,Donors,Type of evaluation,Timing,Web link,Languages,Management response,Evaluation budget (USD)",
    ],
    [
      "French",
      "Titre du rapport,Pays,Date de publication,Bailleurs de fonds,Type d'évaluation,Moment de l'évaluation,Lien,Langue du rapport,Réponse de la direction,Coût de l'évaluation (USD)",
    ],
    [
      "Spanish",
      "Título de la evaluación,País,Fecha de publicación,Donantes,Tipo de evaluación,Momento de la evaluación,Enlace,Idioma,Respuesta de la dirección,Costo de la evaluación (USD)",
    ],
    [
      "Portuguese",
      "Título da avaliação,País,Data de publicação,Doadores,Tipo de avaliação,Momento da avaliação,Ligação,Idioma,Resposta da administração,Custo da avaliação (USD)",
    ],
  ])("finds columns named in %s", async (_, header) => {
    const table = await tableOf(
      `${header}\nFirst evaluation of the pension reform,Kenya,2019-07-31,European Union,thematic,final,https://example.org/1,English,Yes,120000\nSecond evaluation of the cash benefit,Peru,2020-01-02,Norway,project,mid-term,https://example.org/2,"English, French",No,"US$ 1.2 million"`,
    );
    const proposal = proposeMapping(table, "Invented office");
    const names = table.header.map(({ name }) => name);
    expect(columnsOf(proposal)).toEqual({
      title: names[0],
      countries: names[1],
      publishedOn: names[2],
      donor: names[3],
      type: names[4],
      timing: names[5],
      links: names[6],
      reportLanguages: names[7],
      managementResponse: names[8],
      evaluationBudget: names[9],
    });
    for (const { confidence, reason } of proposal.fields) {
      expect(confidence).toBeGreaterThan(0.5);
      expect(reason).not.toBe("");
    }
    const outcome = applied(table, proposal.mapping);
    expect(record(outcome)).toMatchObject({
      countries: ["KEN"],
      publishedOn: "2019-07-31",
      year: 2019,
      type: "thematic",
      timing: "final",
      region: "africa",
      regionBasis: "countries: KEN",
      language: "en",
      managementResponse: "received",
      evaluationBudget: { amount: 120000, currency: "USD", printed: "120000" },
    });
    expect(record(outcome, 1)).toMatchObject({
      reportLanguages: ["en", "fr"],
      language: null,
      managementResponse: "none",
      evaluationBudget: { amount: 1200000, currency: "USD" },
    });
    expect(odd(outcome, 1)).toEqual(["several-languages"]);
  });

  it("understands names run together, and takes a yes-or-no column for no summary", async () => {
    const table = await tableOf(
      `Title,Executive Summary,Type ofEvaluation Timing,Nameof Project(s) BeingEvaluated\n${Array.from({ length: 5 }, (_, i) => `Evaluation of the reform number ${i},Yes,Final (at the end),Reform ${i}`).join("\n")}`,
    );
    const proposal = proposeMapping(table, "X");
    expect(columnsOf(proposal)).toEqual({
      title: "Title",
      timing: "Type ofEvaluation Timing",
      projects: "Nameof Project(s) BeingEvaluated",
    });
    expect(proposal.unused.map(({ column }) => column)).toEqual(["Executive Summary"]);
    expect(record(applied(table, proposal.mapping)).unmapped).toEqual({ "Executive Summary": "Yes" });
  });

  it("maps values by what stands before a parenthesis, and leaves open what is not clear, with counts", async () => {
    const rows = [
      "Final (at the end)",
      "Final (at the end)",
      "Ex-ante (before)",
      "Not applicable",
      "Not available",
      "",
      "nan",
    ];
    const table = await tableOf(
      `title,timing,type of evaluator\n${rows.map((value, i) => `Evaluation number ${i},${value},External`).join("\n")}`,
    );
    const proposal = proposeMapping(table, "X");
    const timing = proposal.fields.find(({ field }) => field === "timing")!;
    expect(timing.values.map(({ value, count, to, missing }) => [value, count, to ?? missing])).toEqual([
      ["Final (at the end)", 2, "final"],
      ["Ex-ante (before)", 1, null],
      ["Not applicable", 1, "not-applicable"],
      ["Not available", 1, "not-stated"],
      ["nan", 1, "missing"],
    ]);
    const outcome = applied(table, proposal.mapping);
    expect(outcome.rows.map(({ record }) => record!.missing["timing"] ?? record!.timing)).toEqual([
      "final",
      "final",
      null,
      "not-applicable",
      "not-stated",
      "missing",
      "missing",
    ]);
    expect(outcome.openValues).toEqual([
      { field: "nature", value: "External", count: 7, rows: [2, 3, 4, 5, 6, 7, 8] },
      { field: "timing", value: "Ex-ante (before)", count: 1, rows: [4] },
    ]);
  });

  it("takes labels of a vocabulary for words for its codes", async () => {
    const term: VocabularyTerm = {
      code: "informal",
      label: { en: "Informal economy", fr: "Économie informelle" },
      note: null,
      broader: null,
      isRetired: false,
    };
    const table = await tableOf(
      "title;themes\nEvaluation of one thing;économie informelle, migration\nEvaluation of another;migration",
    );
    const proposal = proposeMapping(table, "X", { themes: [term] });
    expect(record(applied(table, proposal.mapping)).themes).toEqual(["informal", "migration"]);
  });

  it("says once, clearly, that no column holds titles", async () => {
    const table = await tableOf("id,country\n1,Kenya\n2,Peru");
    const proposal = proposeMapping(table, "X");
    expect(proposal.problems.map(({ code }) => code)).toEqual(["evaluations.mapping-no-title"]);
    const made = applyMapping(table, proposal.mapping, context);
    expect(
      !made.ok && made.problems.map(({ code, message }) => [code, message.includes("id, country")]),
    ).toEqual([["evaluations.mapping-no-title", true]]);
  });
});

describe("several values in a cell", () => {
  it("are parted outside parentheses, and not inside values that the column shows whole", async () => {
    const policy = "Policy - dialogue, consultations etc";
    const table = await tableOf(
      `title;themes;country;link\nEvaluation one;"${policy}, Border (security, assessment)";Korea, Republic of, Kenya;"https://example.org/a,b.pdf,   https://example.org/c.pdf"\nEvaluation two;"${policy}";Kenya, Peru;https://example.org/d\nEvaluation three;"${policy}";Peru;https://example.org/e`,
    );
    const outcome = applied(table, proposeMapping(table, "X").mapping);
    expect(record(outcome).themes).toEqual([policy, "Border (security, assessment)"]);
    expect(record(outcome).countries).toEqual(["KOR", "KEN"]);
    expect(record(outcome).links.map(({ url }) => url)).toEqual([
      "https://example.org/a,b.pdf",
      "https://example.org/c.pdf",
    ]);
  });
});

describe("a table with every field", () => {
  const cells: Readonly<Record<string, string>> = {
    "Evaluation number": "E 12/3",
    "Title in French": "Évaluation des pensions",
    Title: "Evaluation of the pension reform",
    Year: "2019",
    "Report date": "3 mars 2019",
    Type: "Cluster evaluation",
    Timing: "Interim",
    Nature: "Self-evaluation",
    Status: "Terminée",
    Region: "États arabes",
    Country: "Jordan; Liban",
    "TC symbol": "RAB/12/05/SDC",
    "Project name": "Reform of pensions",
    "Funding source": "Norway; Sweden",
    "Project budget (EUR)": "1.200.000",
    "Evaluation cost": "CHF 40'000",
    "Planned start": "01/02/2018",
    "Planned end": "28/02/2018",
    "Start date": "2018-03",
    "End date": "2018-12-31",
    "Period from": "2015",
    "Period to": "2018",
    "Commissioned by": "Regional office",
    "Evaluation manager": "Roe, Richard",
    Evaluators: "Doe, Jane; Poe, Edgar",
    "Administrative unit": "Beirut",
    "Technical backstopping unit": "Social protection",
    Themes: "Pensions; Care",
    "Target groups": "Informal workers",
    Branches: "Vieillesse; Invalidity",
    "DAC criteria": "Relevance, Impact",
    "SDG targets": "1.3; 8.b",
    "Policy outcome": "Outcome 3: more people covered",
    CPO: "JOR 103",
    Languages: "French; Arabic",
    URL: "https://example.org/a",
    "Implementing partners": "UNDP",
    Attribution: "ILO alone",
    "Quality rating": "Satisfactory",
    "Management response": "Pending",
    Abstract: "A long text that says in several sentences what the evaluation found and what it asks for.",
  };

  it("fills them all", async () => {
    const quoted = (texts: readonly string[]) => texts.map((text) => `"${text}"`).join(",");
    const table = await tableOf(`${quoted(Object.keys(cells))}\n${quoted(Object.values(cells))}`);
    const proposal = proposeMapping(table, "Office");
    expect(proposal.unused).toEqual([]);
    const outcome = applied(table, proposal.mapping);
    expect(odd(outcome)).toEqual(["several-languages"]);
    expect(record(outcome)).toMatchObject({
      id: "office-E-12-3",
      printedId: "E 12/3",
      title: "Evaluation of the pension reform",
      titles: { fr: "Évaluation des pensions" },
      year: 2019,
      publishedOn: "2019-03-03",
      type: "cluster",
      printedType: "Cluster evaluation",
      timing: "mid-term",
      nature: "self",
      status: "completed",
      region: "arab-states",
      countries: ["JOR", "LBN"],
      symbol: "RAB/12/05/SDC",
      projects: ["Reform of pensions"],
      donor: "Norway; Sweden",
      projectBudget: { amount: 1200000, currency: "EUR", printed: "1.200.000" },
      evaluationBudget: { amount: 40000, currency: "CHF" },
      plannedStart: "2018-02-01",
      plannedEnd: "2018-02-28",
      actualStart: "2018-03",
      actualEnd: "2018-12-31",
      coversFrom: "2015",
      coversTo: "2018",
      period: "2015-2018",
      commissioningOffice: "Regional office",
      manager: "Roe, Richard",
      evaluators: ["Doe, Jane", "Poe, Edgar"],
      administrativeUnit: "Beirut",
      technicalUnit: "Social protection",
      themes: ["Pensions", "Care"],
      populations: ["Informal workers"],
      branches: ["old_age", "disability"],
      criteria: ["relevance", "impact"],
      sdgTargets: ["1.3", "8.b"],
      policyOutcome: "Outcome 3: more people covered",
      countryProgrammeOutcome: "JOR 103",
      reportLanguages: ["fr"],
      otherLanguages: ["Arabic"],
      partners: ["UNDP"],
      attributionNote: "ILO alone",
      qualityRating: "Satisfactory",
      managementResponse: "due",
      unmapped: {},
    });
  });
});

describe("what is odd in a row", () => {
  it("is said and kept", async () => {
    const table = await tableOf(
      [
        "title,country,period from,period to,type,region,project code",
        'Evaluation of pensions,Worldwide,2020-05-01,2019-01-01,"Thematic, Project","Africa, Americas",INT/00/000/AAA',
        'Evaluation of pensions,"Kenya, Dominca",1970-01-01,2019,Thematic,Africa,"KEN/12/01/NOR; KEN/12/02/NOR"',
        "MigraciÃ³n y protecciÃ³n,Kenya,0217-09-01,2019,Thematic,Africa,",
      ].join("\n"),
    );
    const outcome = applied(table, proposeMapping(table, "X").mapping);
    expect(odd(outcome).sort()).toEqual([
      "not-a-country",
      "period-reversed",
      "placeholder-symbol",
      "several-regions",
      "several-values",
      "title-repeated",
    ]);
    expect(record(outcome)).toMatchObject({
      countryGroups: ["Worldwide"],
      coversFrom: "2020-05-01",
      coversTo: "2019-01-01",
      period: null,
      region: "global-interregional",
      symbol: null,
      symbolIsPlaceholder: true,
    });
    expect(odd(outcome, 1).sort()).toEqual(["country-unknown", "date-placeholder", "title-repeated"]);
    expect(record(outcome, 1)).toMatchObject({
      countries: ["KEN"],
      countryGroups: ["Dominca"],
      coversFrom: null,
      symbol: "KEN/12/01/NOR",
      otherSymbols: [{ printed: "KEN/12/02/NOR", symbol: "KEN/12/02/NOR", isPlaceholder: false }],
      missing: { coversFrom: "missing" },
    });
    expect(odd(outcome, 2).sort()).toEqual(["date-unread", "mojibake"]);
    expect(record(outcome, 2).title).toBe("MigraciÃ³n y protecciÃ³n");
  });

  it("comes with the cell each value was taken from", async () => {
    const table = await tableOf("name,title,country\nx,Evaluation of pensions,Kenya");
    const made = record(applied(table, proposeMapping(table, "X").mapping));
    expect(made.valueOrigins["countries"]).toEqual({
      source,
      locator: { kind: "cell", row: 2, column: "country" },
      by: null,
      at: null,
    });
    expect(made.provenance.locator).toEqual({ kind: "cell", row: 2, column: "title" });
  });

  it("refuses rows without a title and rows that would overwrite another, and makes all others", async () => {
    const table = await tableOf(
      "id,title\n1,Evaluation of pensions\n1,Evaluation of cash\n2,\n3,Evaluation of care",
    );
    const { rows } = applied(table, proposeMapping(table, "Office").mapping);
    expect(rows.map(({ state, record }) => record?.id ?? state)).toEqual([
      "office-1",
      "refused",
      "refused",
      "office-3",
    ]);
    expect(rows.flatMap(({ problems }) => problems.map(({ code, at }) => [code, at?.row]))).toEqual([
      ["evaluations.mapping-id-repeated", 3],
      ["evaluations.mapping-title-empty", 4],
    ]);
  });

  it("reads dates of the column's order, and none where it is open", async () => {
    const ask = async (dates: readonly string[]) => {
      const table = await tableOf(
        `title,date of publication\n${dates.map((date, i) => `Evaluation number ${i},${date}`).join("\n")}`,
      );
      const { rows } = applied(table, proposeMapping(table, "X").mapping);
      return rows.map(({ record }) => record!.publishedOn);
    };
    expect(await ask(["03/04/2019", "31/07/2019"])).toEqual(["2019-04-03", "2019-07-31"]);
    expect(await ask(["03/04/2019", "07/31/2019"])).toEqual(["2019-03-04", "2019-07-31"]);
    expect(await ask(["03/04/2019", "01/02/2019"])).toEqual([null, null]);
    expect(await ask(["43831", "43832"])).toEqual(["2020-01-01", "2020-01-02"]);
  });
});

describe("identifiers", () => {
  it("without a column come from source, title and year, wherever the row stands", async () => {
    const rows = ["Evaluation of pensions,2019", "Evaluation of pensions,2020", "Evaluation of care,2020"];
    const ids = async (order: readonly string[]) => {
      const table = await tableOf(`title,year\n${order.join("\n")}`);
      const { rows: made } = applied(table, proposeMapping(table, "Office").mapping);
      expect(new Set(made.map(({ idBasis }) => idBasis))).toEqual(new Set(["title-and-year"]));
      return made.map(({ record }) => record!.id);
    };
    const given = await ids(rows);
    expect(new Set(given).size).toBe(3);
    expect(await ids([...rows].reverse())).toEqual([...given].reverse());
  });

  it("tell by the whole row two evaluations of one title and year, and refuse a row that comes twice", async () => {
    const table = await tableOf(
      "title,year,note\nEvaluation of care,2020,a\nEvaluation of care,2020,b\nEvaluation of care,2020,b",
    );
    const { rows } = applied(table, proposeMapping(table, "Office").mapping);
    expect(rows.map(({ idBasis }) => idBasis)).toEqual(["title-and-year", "whole-row", null]);
    expect(rows[2]!.problems[0]!.code).toBe("evaluations.mapping-row-repeated");
  });

  it("make a second import of the same table change nothing, and of a changed one say what", async () => {
    const table = await tableOf(
      "id,title,donor\n1,Evaluation of pensions,Norway\n2,Evaluation of care,Norway",
    );
    const { mapping } = proposeMapping(table, "Office");
    const known = new Map(applied(table, mapping).rows.map(({ record }) => [record!.id, record!]));
    expect(applied(table, mapping, known).rows.map(({ state }) => state)).toEqual(["unchanged", "unchanged"]);
    const next = await tableOf(
      "id,title,donor\n1,Evaluation of pensions,Sweden\n2,Evaluation of care,Norway\n3,New one here,Norway",
    );
    expect(applied(next, mapping, known).rows.map(({ state, changed }) => [state, changed])).toEqual([
      ["changed", ["donor"]],
      ["unchanged", []],
      ["new", []],
    ]);
  });
});

describe("a saved mapping", () => {
  it("is the same after a round through JSON, and fits the next table of its kind", async () => {
    const table = await tableOf("id,title,donor\n1,Evaluation of pensions,Norway");
    const { mapping } = proposeMapping(table, "Office");
    expect(readMapping(JSON.parse(JSON.stringify(mapping)))).toEqual({ ok: true, value: mapping });
    expect(mappingFits(mapping, table)).toEqual({ fits: true, isSame: true, missing: [], added: [] });
    const next = await tableOf("title,id,note\nEvaluation of care,2,x");
    expect(mappingFits(mapping, next)).toEqual({
      fits: false,
      isSame: false,
      missing: ["donor"],
      added: ["note"],
    });
    const made = applyMapping(next, mapping, context);
    expect(!made.ok && made.problems.map(({ code, at }) => [code, at?.column])).toEqual([
      ["evaluations.mapping-misfit", "donor"],
    ]);
  });

  it("is refused with everything that is wrong with it at once", async () => {
    const broken = {
      version: 9,
      source: "",
      prefix: "A B",
      sheet: 1,
      header: ["a"],
      leftOut: [],
      fields: [
        { field: "tite", columns: ["a"], separators: [], values: [], dateOrder: null, currency: null },
        {
          field: "type",
          columns: ["b"],
          separators: ["dot"],
          values: [{ from: "x", isPrefix: false, to: "nonsense", missing: null }],
          dateOrder: "year-first",
          currency: "dollar",
        },
      ],
    };
    const read = readMapping(broken);
    expect(!read.ok && read.problems.map(({ at }) => at?.field)).toEqual([
      "version",
      "source",
      "prefix",
      "sheet",
      "fields[0].field",
      "fields[1].columns",
      "fields[1].separators",
      "fields[1].dateOrder",
      "fields[1].currency",
      "fields[1].values[0].to",
    ]);
    for (const other of [null, 3, [], "x", {}]) expect(readMapping(other).ok).toBe(false);
  });

  it("never throws on any JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(typeof readMapping(json).ok).toBe("boolean");
      }),
    );
  });
});

describe("references", () => {
  it("carry what they can of an evaluation there and back", async () => {
    const table = await tableOf(
      'id,title,year,evaluator,commissioned by,summary,themes,link,language,project code\n7,Evaluation of pensions,2019,"Doe, Jane; Roe, Richard",Office,A long summary of what was found in the evaluation,Pensions; Care,https://example.org/a,English,KEN/12/01/NOR',
    );
    const evaluation = record(applied(table, proposeMapping(table, "Office").mapping));
    const reference = evaluationToBibliographic(evaluation);
    expect(reference).toMatchObject({
      type: "report",
      key: "office-7",
      authors: ["Doe, Jane", "Roe, Richard"],
      year: 2019,
      publisher: "Office",
      urls: ["https://example.org/a"],
      keywords: ["Pensions", "Care"],
      notes: ["Project symbol: KEN/12/01/NOR"],
    });
    const again = bibliographicToEvaluation(reference, {
      source: "Office",
      prefix: "office",
      origin: "invented",
      provenance: evaluation.provenance,
    })!;
    for (const field of [
      "id",
      "title",
      "year",
      "evaluators",
      "commissioningOffice",
      "summary",
      "themes",
      "link",
      "language",
      "symbol",
    ] as const)
      expect(again[field], field).toEqual(evaluation[field]);
    expect(
      bibliographicToEvaluation(
        { ...reference, title: null },
        { source: "x", prefix: "x", origin: "real", provenance: evaluation.provenance },
      ),
    ).toBeNull();
  });
});

const reference =
  process.env["SOCLE_REFERENCE"] ?? join(import.meta.dirname, "../../../../../shared/reference");
const folder = join(reference, "../data/evaluations");
const isAbsent = !existsSync(folder) && process.env["CI"] !== "true";

describe.skipIf(isAbsent)("real registries (skipped where the reference folder is absent)", () => {
  const from = async (file: string, name: string) => {
    const table = await tableOf(readFileSync(join(folder, file)), file);
    const proposal = proposeMapping(table, name);
    return { proposal, outcome: applied(table, proposal.mapping) };
  };
  const counted = (values: readonly (string | null)[]) => {
    const counts: Record<string, number> = {};
    for (const value of values) counts[value ?? "none"] = (counts[value ?? "none"] ?? 0) + 1;
    return counts;
  };

  it.each(["iom-registry.csv", "iom-registry.json.txt"])(
    "%s: all 734 records, with what is odd in them",
    async (file) => {
      const { outcome } = await from(file, "IOM");
      const records = outcome.rows.map(({ record }) => record!);
      expect(outcome.rows.filter(({ state }) => state === "new")).toHaveLength(734);
      expect(new Set(records.map(({ id }) => id)).size).toBe(734);
      expect(counted(records.map(({ timing }) => timing))).toMatchObject({
        final: 343,
        "ex-post": 161,
        "mid-term": 135,
      });
      expect(counted(records.map(({ missing }) => missing["timing"] ?? null))).toMatchObject({
        "not-applicable": 71,
        "not-stated": 13,
        missing: 2,
      });
      expect(records.filter(({ managementResponse }) => managementResponse === "received")).toHaveLength(155);
      expect(records.filter(({ managementResponse }) => managementResponse === "none")).toHaveLength(578);
      const codes = counted(outcome.rows.flatMap(({ oddities }) => oddities.map(({ code }) => code)));
      expect(codes["evaluations.mapping-period-reversed"]).toBe(6);
      expect(codes["evaluations.mapping-title-repeated"]).toBe(2);
      expect(records.filter(({ countryGroups }) => countryGroups.includes("Worldwide"))).toHaveLength(81);
      expect(Math.max(...records.map(({ links }) => links.length))).toBe(12);
    },
  );

  it("ieg-ratings: all 439 rows, every country known", async () => {
    const { proposal, outcome } = await from("ieg-ratings-social-protection.csv", "IEG");
    expect(columnsOf(proposal)).toMatchObject({
      id: "Project ID",
      title: "Project Name",
      year: "Evaluation FY",
      countries: "Country / Economy",
    });
    expect(outcome.rows.filter(({ state }) => state === "new")).toHaveLength(439);
    expect(outcome.openValues.filter(({ field }) => field === "countries")).toEqual([]);
    expect(outcome.rows.every(({ record }) => record!.countries.length === 1)).toBe(true);
  });

  it("ilo_evaluation_titles: 21 rows; one column says type and timing", async () => {
    const { outcome } = await from("ilo_evaluation_titles.csv", "ILO");
    expect(outcome.rows).toHaveLength(21);
    expect(counted(outcome.rows.map(({ record }) => record!.timing))).toEqual({
      "mid-term": 3,
      final: 2,
      none: 16,
    });
    expect(record(outcome, 17).symbol).toBe("PAK/13/01/HSF");
    expect(record(outcome, 16).otherSymbols).toHaveLength(2);
  });
});
