import { describe, expect, it } from "vitest";
import type { VocabularyTerm } from "#records";
import { applyMapping, proposeMapping } from "./index.ts";
import { applied, columnsOf, context, odd, record, source, tableOf } from "./trial-tables.ts";

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
