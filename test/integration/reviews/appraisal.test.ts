// Appraisal and extraction through the use cases, on both engines: what each person is shown, passages that
// are those of the report, rows out as a table and in again, and texts that not everybody may read.

import { writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { beforeAll, expect, it } from "vitest";
import { type Download, useCases } from "#app";
import { codePointsOf, type Sha256 } from "#kernel";
import type { Actor, Anchor, ExtractionRow, Instrument, ReviewAct } from "#records";
import { operator, visitor } from "#records";
import { describeOnEngines, sharedStore } from "../store/engines.ts";
import { codesOf, protocolOf, type SampleReview, sampleReview, value } from "./sample-review.ts";

const text = [
  "Evaluation 😀 of the village pension",
  "Pensions reached 8,000 people, women more than men.",
  "Recommendations",
  "1. The agency should pay pensions at post offices.",
].join("\n\n");
const points = codePointsOf(text);
const spanOf = (words: string): [number, number] => {
  const at = text.indexOf(words);
  return [points.toCodePoint(at), points.toCodePoint(at + words.length)];
};
const advice = "The agency should pay pensions at post offices.";
const finding = "Pensions reached 8,000 people, women more than men.";
const open = "a9e1".repeat(16) as Sha256;
const closed = "b7c2".repeat(16) as Sha256;

async function hold({ effects }: SampleReview, sha256: Sha256, tier: "public" | "restricted"): Promise<void> {
  const { store, now } = effects;
  await store.catalogue.sources.add({
    sha256,
    name: "village.txt",
    mediaType: "text/plain",
    bytes: text.length,
    origin: "invented",
    tier,
    citation: { title: "Village pension" },
    addedAt: now(),
    addedBy: "operator",
  });
  const passage = (kind: "finding" | "recommendation", words: string) => {
    const span = spanOf(words);
    return {
      id: `${sha256.slice(0, 16)}-${span[0]}-${span[1]}`,
      source: sha256,
      kind,
      label: null,
      printedLabel: null,
      paragraph: null,
      heading: null,
      text: words,
      spans: [span],
      page: null,
      language: "en" as const,
      confidence: 0.9,
      reason: "It stands where such passages stand.",
    };
  };
  await store.catalogue.documents.put(
    {
      source: sha256,
      readerVersion: "test",
      format: "text",
      language: "en",
      title: "Village pension",
      pages: null,
      text,
      blocks: [],
    },
    [passage("finding", finding), passage("recommendation", advice)],
    now(),
  );
}

const place = (words: string, source = open, quote = words): Anchor => ({
  record: "R1",
  source,
  textVersion: 1,
  spans: [spanOf(words)],
  quote,
  page: null,
  passage: null,
});

const bytesOf = async ({ stream }: Download): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
};

describeOnEngines("appraisal and extraction", (engine) => {
  const store = sharedStore(engine);
  let sample: SampleReview;
  let instrument: Instrument;
  let folder: string;
  const appraised = async (actor: Actor, record = "R1") =>
    value(await useCases.appraisedRecord(sample.effects, actor, { id: sample.id, record }));
  const extracted = async (actor: Actor, record = "R1") =>
    value(await useCases.extractedRecord(sample.effects, actor, { id: sample.id, record }));
  const answers = (rating: string, quote = place(finding)) =>
    instrument.sections.flatMap(({ items }) =>
      items.map((item) => ({ item: item.id, rating, justification: "", quote, typed: null })),
    );
  const submitted = (rating: string, more: object = {}): ReviewAct =>
    ({
      kind: "appraisal.submitted",
      record: "R1",
      instrument: instrument.id,
      version: instrument.version,
      answers: answers(rating),
      judgement: null,
      ...more,
    }) as ReviewAct;
  const row = (
    name: string,
    cells: ExtractionRow["cells"],
    more: Partial<ExtractionRow> = {},
  ): ReviewAct => ({
    kind: "extraction.row-set",
    record: "R1",
    form: "evidence-matrix",
    version: "1",
    row: name,
    anchor: place(finding),
    typed: null,
    proposal: null,
    cells,
    ...more,
  });
  const cell = (given: ExtractionRow["cells"][string]["value"], more: object = {}) => ({
    value: given,
    missing: null,
    anchor: null,
    typed: null,
    note: null,
    ...more,
  });
  const file = async (actor: Actor, format: "csv" | "xlsx" | "json", rows: "final" | "mine" = "mine") =>
    bytesOf(
      value(
        await useCases.downloadExtraction(sample.effects, actor, { id: sample.id, format, rows }),
      ) as Download,
    );
  const bringIn = (actor: Actor, name: string, bytes: Uint8Array | string, preview: "yes" | "no" = "no") => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return useCases.importExtraction(sample.effects, actor, {
      id: sample.id,
      name,
      preview,
      upload: { path, name },
    });
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "socle-rows-"));
    sample = await sampleReview(store(), "quality", 4, { stages: [] });
    await hold(sample, open, "public");
    await hold(sample, closed, "restricted");
    const { instruments } = value(
      await useCases.reviewInstruments(sample.effects, sample.ana, { id: sample.id }),
    );
    instrument = instruments.find(({ instrument: one }) => one.id === "six-point")
      ?.instrument as unknown as Instrument;
    const { forms } = value(await useCases.reviewForms(sample.effects, sample.ana, { id: sample.id }));
    value(
      await sample.act(
        sample.ana,
        { kind: "instrument.defined", instrument },
        { kind: "form.defined", form: forms[0]?.form as never },
        {
          kind: "protocol.set",
          protocol: protocolOf({
            stages: [],
            appraisal: { instrument: "six-point", version: "1", appraisers: 2 },
            extraction: { form: "evidence-matrix", version: "1", extractors: 2 },
          }),
          reason: "How reports are appraised and read was left open.",
        },
        { kind: "record.edited", record: "R1", edit: { document: open }, reason: "The report came." },
        { kind: "record.edited", record: "R2", edit: { document: closed }, reason: "The report came." },
      ),
    );
  });

  it("offers three instruments and a form, and says which stands", async () => {
    const { instruments, mayDefine } = value(
      await useCases.reviewInstruments(sample.effects, sample.ana, { id: sample.id }),
    );
    expect(mayDefine).toBe(true);
    expect(instruments.map(({ instrument: one, state, stands }) => [one.id, state, stands])).toEqual([
      ["six-point", "taken", true],
      ["four-qualities", "ready", false],
      ["uneg-sections", "ready", false],
    ]);
    const uneg = instruments.find(({ instrument: one }) => one.id === "uneg-sections");
    expect(uneg?.instrument.sections).toHaveLength(8);
  });

  it("keeps the words of the report, whatever words were sent with their place", async () => {
    value(
      await sample.act(
        sample.ana,
        submitted("5", { answers: answers("5", place(finding, open, "Other words")) }),
      ),
    );
    const own = (await appraised(sample.ana)).appraisals[0];
    expect(own?.answers[0]?.quote?.quote).toBe(finding);
    const beyond = { ...place(finding), spans: [[0, 10_000]] } as unknown as Anchor;
    expect(
      codesOf(await sample.act(sample.ben, submitted("5", { answers: answers("5", beyond) }))),
    ).toContain("reviews.anchor-unfit");
  });

  it("shows neither the other's answers nor that they differ before both have submitted", async () => {
    const seen = await appraised(sample.ben);
    expect(seen).toMatchObject({ appraisals: [], hidden: 1, differing: [], final: null, status: "waiting" });
    const log = value(
      await useCases.reviewLog(sample.effects, sample.ben, { id: sample.id, after: 0, limit: 500 }),
    );
    expect(log.events.some(({ act }) => act.kind === "appraisal.submitted")).toBe(false);
    const list = value(await useCases.reviewAppraisal(sample.effects, sample.cleo, { id: sample.id }));
    expect(list.reports[0]).toMatchObject({ grade: null, submitted: 1, text: "held" });
    const csv = await bytesOf(
      value(await useCases.appraisalAnswers(sample.effects, sample.ben, { id: sample.id })) as Download,
    );
    expect(new TextDecoder().decode(csv).trim().split("\r\n")).toHaveLength(1);
  });

  it("lets an adjudicator reconcile and decide, with rule and judgement both kept", async () => {
    value(await sample.act(sample.ben, submitted("2", { judgement: { grade: "3", reason: "The annex." } })));
    const both = await appraised(sample.cleo);
    expect(both).toMatchObject({ status: "to-reconcile", hidden: 0 });
    expect(both.appraisals.map(({ by, rule }) => [by, rule.grade])).toEqual([
      ["Ana", "5"],
      ["Ben", "2"],
    ]);
    expect(both.differing).toHaveLength(instrument.sections.flatMap(({ items }) => items).length);
    const agreement = value(
      await useCases.appraisalAgreement(sample.effects, sample.cleo, { id: sample.id }),
    );
    expect(agreement).toMatchObject({ records: 1, planned: true, plain: { percent: { value: 0 } } });
    value(
      await sample.act(
        sample.cleo,
        submitted("4", {
          kind: "appraisal.reconciled",
          reason: "Read together.",
          judgement: { grade: "5", reason: "The data." },
        }),
      ),
    );
    value(
      await sample.act(sample.cleo, {
        kind: "appraisal.decided",
        record: "R1",
        verdict: "include",
        reason: "Sound enough.",
      }),
    );
    expect(await appraised(sample.ana)).toMatchObject({
      status: "included",
      final: { by: "reconciled", rule: { grade: "4" }, judgement: { grade: "5" } },
      decision: { by: "Cleo", verdict: "include" },
    });
  });

  it("proposes what the reader found, and no more what was taken over", async () => {
    const proposals = async () =>
      value(await useCases.extractionProposals(sample.effects, sample.ana, { id: sample.id, record: "R1" }));
    const [first, second] = (await proposals()).proposals;
    expect([first?.kind, second?.kind]).toEqual(["finding", "recommendation"]);
    value(
      await sample.act(
        sample.ana,
        row(
          "p1",
          { text: cell(advice), type: cell("recommendation") },
          { anchor: second?.anchor as unknown as Anchor, proposal: second?.anchor.passage ?? null },
        ),
      ),
    );
    expect(await proposals()).toMatchObject({ taken: 1, proposals: [{ kind: "finding" }] });
  });

  const hard = '=SUM(A1), "quoted"\nand \'=two lines; 😀';
  const ownRows = (): readonly ReviewAct[] => [
    row("r1", {
      text: cell(hard, { note: "'=kept" }),
      type: cell("finding"),
      question: cell(["works", "for-whom"], { anchor: place(advice) }),
      branch: { ...cell(null), missing: "not-reported" },
      gender: cell(true),
      nature: cell("substantive"),
      "target-group": { ...cell(null), missing: "not-applicable", note: "No group." },
    }),
    row(
      "r2",
      {
        text: cell("-5 per cent"),
        type: cell("finding"),
        question: cell(["done"]),
        nature: cell("managerial"),
      },
      { anchor: null, typed: { text: "As printed", page: "iv" } },
    ),
  ];

  /** What a file says; a workbook also holds the second it was made in. */
  const told = (format: string, bytes: Uint8Array): unknown =>
    format === "xlsx"
      ? Object.entries(unzipSync(bytes)).filter(
          ([name]) => name.startsWith("xl/worksheets/") || /strings/i.test(name),
        )
      : bytes;

  it.each(["csv", "xlsx", "json"] as const)("comes back from %s as it was exported", async (format) => {
    value(await sample.act(sample.ana, ...ownRows()));
    const bytes = await file(sample.ana, format);
    expect(value(await bringIn(sample.ana, `rows.${format}`, bytes))).toMatchObject({
      rows: 3,
      new: 0,
      changed: 0,
      unchanged: 3,
      problems: [],
    });
    // Somebody else takes the same file over and has the same rows.
    const preview = value(await bringIn(sample.ben, `rows.${format}`, bytes, "yes"));
    expect(preview.recorded).toBe(false);
    value(await bringIn(sample.ben, `rows.${format}`, bytes));
    expect(bytes.length).toBeGreaterThan(0);
    expect(told(format, await file(sample.ben, format))).toEqual(
      told(format, await file(sample.ana, format)),
    );
    const rows = (await extracted(sample.ben)).own?.rows ?? [];
    expect(rows.find((one) => one.row === "r1")?.cells["text"]?.value).toBe(hard);
    await sample.act(
      sample.ben,
      ...rows.map((one): ReviewAct => ({ kind: "extraction.row-removed", record: "R1", row: one.row })),
    );
  });

  it("tells all that is wrong with a table at once, each with its line, and records nothing of it", async () => {
    const csv = [
      "record,row,text,type,gender,nature,quote,page",
      "R1,x1,Words,chapter,perhaps,substantive,As printed,3",
      "R99,x2,Words,finding,yes,substantive,As printed,3",
      "R1,x1,Words,finding,,,,",
    ].join("\n");
    const found = value(await bringIn(sample.ben, "wrong.csv", csv, "yes"));
    expect(found.problems.map(({ code, at }) => [at?.row, code])).toEqual([
      [4, "reviews.identifier-twice"],
      [2, "reviews.cell-unfit"],
      [2, "reviews.cell-unfit"],
      [3, "reviews.record-unknown"],
      [4, "reviews.passage-missing"],
      [4, "reviews.passage-missing"],
    ]);
    expect((await bringIn(sample.ben, "wrong.csv", csv)).ok).toBe(false);
    expect((await extracted(sample.ben)).own?.rows ?? []).toEqual([]);
    expect(
      codesOf(await bringIn(sample.ben, "labels.csv", "record,Words of the report\nR1,x\n", "no")),
    ).toEqual(["reviews.column-unknown"]);
    expect(codesOf(await bringIn(sample.ben, "other.json", '{"rows": 3}', "yes"))).toEqual([
      "reviews.file-unreadable",
    ]);
  });

  it("compares two people's rows and shows the matrix once they are settled", async () => {
    await sample.act(sample.ana, { kind: "extraction.row-removed", record: "R1", row: "p1" });
    value(await sample.act(sample.ana, { kind: "extraction.submitted", record: "R1", nothing: null }));
    expect(await extracted(sample.ben)).toMatchObject({ others: [], hidden: 1, pairs: [], rows: [] });
    const [first, second] = ownRows() as [ReviewAct & ExtractionRow, ReviewAct & ExtractionRow];
    value(
      await sample.act(
        sample.ben,
        { ...first, row: "b1", cells: { ...first.cells, gender: cell(false) } } as ReviewAct,
        { ...second, row: "b2" } as ReviewAct,
        { kind: "extraction.submitted", record: "R1", nothing: null },
      ),
    );
    const both = await extracted(sample.cleo);
    expect(both.status).toBe("to-reconcile");
    expect(both.pairs.map(({ first: a, second: b, differing }) => [a?.row, b?.row, differing])).toEqual([
      ["r1", "b1", ["gender"]],
      ["r2", "b2", []],
    ]);
    const matrix = (more: object = {}, actor: Actor = sample.cleo) =>
      useCases
        .extractionMatrix(sample.effects, actor, { id: sample.id, limit: 50, offset: 0, ...more })
        .then(value);
    expect((await matrix()).all).toBe(0);
    value(
      await sample.act(sample.cleo, {
        kind: "extraction.reconciled",
        record: "R1",
        form: "evidence-matrix",
        version: "1",
        rows: both.pairs.map(({ first: one }) => one) as never,
        reason: "Ana's reading.",
      }),
    );
    expect(await matrix()).toMatchObject({ all: 2, total: 2, extracted: 1, reports: 4 });
    expect((await matrix({ where: ["nature:managerial"] })).rows.map(({ row: one }) => one.row)).toEqual([
      "r2",
    ]);
    expect((await matrix({ where: ["branch:not-reported"] })).total).toBe(1);
    expect((await matrix({ where: ["branch:empty"] })).total).toBe(1);
    expect((await matrix({ q: "SUM quoted" })).total).toBe(1);
    expect((await matrix()).counts["question"]).toEqual({ works: 1, "for-whom": 1, done: 1 });
  });

  it("tells nothing of a report somebody may not read, nor lets them quote it", async () => {
    const { ben, effects, id } = sample;
    expect(await appraised(ben, "R2")).toMatchObject({ document: null, report: { text: "withheld" } });
    expect(value(await useCases.extractionProposals(effects, ben, { id, record: "R2" })).proposals).toEqual(
      [],
    );
    const quoting = row("q1", { text: cell(finding) }, { anchor: place(finding, closed) });
    const refused = await sample.act(ben, { ...quoting, record: "R2" } as ReviewAct);
    expect(refused.ok).toBe(false);
  });

  const answersIn = (
    actor: Actor,
    lines: readonly string[] | Uint8Array,
    more: { preview?: "yes" | "no"; submit?: "yes" | "no"; onBehalf?: string } = {},
  ) => {
    const path = join(folder, "answers.csv");
    writeFileSync(path, lines instanceof Uint8Array ? lines : lines.join("\n"));
    return useCases.importAppraisal(sample.effects, actor, {
      id: sample.id,
      name: "answers.csv",
      preview: "no",
      submit: "no",
      ...more,
      upload: { path, name: "answers.csv" },
    });
  };
  const items = () => instrument.sections.flatMap((section) => section.items.map(({ id }) => id));

  it("takes answers from a table, with all that is wrong with it at once and nothing by half", async () => {
    const [first, second] = items();
    const wrong = await answersIn(sample.ben, [
      "record,item,rating,quote,page,judgement,judgement.reason",
      `R3,${first},5,,,,`,
      `R3,${first},4,,,,`,
      `R3,nothing,4,,,,`,
      `R3,${second},99,Words without their page,,,`,
      "R3,,5,,,5,",
      `R99,${first},5,,,,`,
    ]);
    expect(
      (wrong.ok ? [] : wrong.problems).map(({ code, at }) => [code, at?.["row"], at?.["column"] ?? null]),
    ).toEqual([
      ["reviews.cell-unfit", 5, "page"],
      ["reviews.cell-unfit", 6, "item"],
      ["reviews.cell-unfit", 6, "judgement.reason"],
      ["reviews.identifier-twice", 3, "item"],
      ["reviews.answer-unfit", 4, null],
      ["reviews.record-unknown", 7, null],
    ]);
    expect((await appraised(sample.ben, "R3")).draft).toBeNull();
    expect(codesOf(await answersIn(sample.ben, ["record,answer", "R3,5"]))).toEqual(["app.columns-missing"]);

    const good = [
      "record,item,rating,justification,quote,page",
      `R3,${first},5,'=as they say,"Words, typed",p. 4`,
      `R3,${second},4,,,`,
    ];
    expect(value(await answersIn(sample.ben, good, { preview: "yes" }))).toMatchObject({
      new: 2,
      recorded: false,
    });
    expect(value(await answersIn(sample.ben, good))).toMatchObject({ new: 2, recorded: true });
    expect((await appraised(sample.ben, "R3")).draft?.answers).toMatchObject([
      {
        item: first,
        justification: "=as they say",
        quote: null,
        typed: { text: "Words, typed", page: "p. 4" },
      },
      { item: second },
    ]);
    const before = value(await useCases.review(sample.effects, sample.ben, { id: sample.id })).last;
    expect(value(await answersIn(sample.ben, good))).toMatchObject({ unchanged: 2, recorded: true });
    expect(value(await useCases.review(sample.effects, sample.ben, { id: sample.id })).last).toBe(before);
    // What the file leaves out stays.
    expect(value(await answersIn(sample.ben, ["record,item,rating", `R3,${second},2`]))).toMatchObject({
      changed: 1,
    });
    expect((await appraised(sample.ben, "R3")).draft?.answers.map(({ rating }) => rating)).toEqual([
      "5",
      "2",
    ]);
    expect(codesOf(await answersIn(sample.ben, good, { submit: "yes" }))).toContain("reviews.answers-open");
  });

  it("takes its own download of answers as unchanged, passages and judgement included", async () => {
    const csv = await bytesOf(
      value(await useCases.appraisalAnswers(sample.effects, sample.ben, { id: sample.id })) as Download,
    );
    const [head = "", ...lines] = new TextDecoder().decode(csv).trim().split("\r\n");
    const own = lines.filter((line) => line.startsWith("R1,") && line.includes(",Ben,"));
    expect(own).toHaveLength(items().length);
    expect(value(await answersIn(sample.ben, [head, ...own], { submit: "yes" }))).toMatchObject({
      unchanged: own.length,
      recorded: true,
    });
    // Of a download with the lines of two people it is said whose are wanted.
    expect(
      codesOf(await answersIn(sample.ben, [head, ...lines.filter((line) => line.startsWith("R1,"))])),
    ).toContain("reviews.identifier-twice");
  });

  it("records what the operator brings in as the member's, and says that the operator did", async () => {
    const full = ["record,item,rating", ...items().map((item) => `R4,${item},3`)];
    const asBen = { onBehalf: sample.ben.id };
    expect(codesOf(await answersIn(sample.ana, full, asBen))).toEqual(["access.not-allowed"]);
    expect(codesOf(await answersIn(operator, full, { onBehalf: "nobody" }))).toEqual([
      "reviews.member-unknown",
    ]);
    expect(codesOf(await answersIn(operator, full, { onBehalf: sample.cleo.id }))).toContain(
      "reviews.not-your-part",
    );
    expect((await appraised(sample.ben, "R4")).draft).toBeNull();
    const typed = [
      "record,item,rating,quote,page",
      ...items().map((item) => `R4,${item},3,Words of the report,1`),
    ];
    value(await answersIn(operator, typed, { ...asBen, submit: "yes" }));
    const path = join(folder, "rows.csv");
    writeFileSync(path, "record,row,quote,page,text\nR4,r1,Words of the report,1,A finding\n");
    value(
      await useCases.importExtraction(sample.effects, operator, {
        id: sample.id,
        name: "rows.csv",
        preview: "no",
        ...asBen,
        upload: { path, name: "rows.csv" },
      }),
    );
    const { last } = value(await useCases.review(sample.effects, sample.ana, { id: sample.id }));
    const events = await store().catalogue.reviews.events(sample.id, last - 2, 10);
    expect(events.map(({ by, via, act }) => [by, via, act.kind])).toEqual([
      [sample.ben.id, "operator", "appraisal.submitted"],
      [sample.ben.id, "operator", "extraction.row-set"],
    ]);
    const [entry] = await store().catalogue.audit.list({ before: null, limit: 1 });
    expect(entry).toMatchObject({ actor: "operator", action: "review.act", detail: { by: sample.ben.id } });
    expect((await appraised(sample.ben, "R4")).appraisals[0]).toMatchObject({ by: "Ben", own: true });
  });

  it("is not there for those who may not see the review", async () => {
    for (const actor of [visitor, sample.stranger])
      for (const call of [useCases.reviewAppraisal, useCases.reviewExtraction, useCases.reviewForms])
        expect(codesOf(await call(sample.effects, actor, { id: sample.id }))).toEqual(["app.not-found"]);
  });
});
