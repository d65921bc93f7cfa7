// Coding through the use cases, on both engines: places that hold, two coders who do not see each other,
// proposals, and REFI-QDA there and back with every position.

import { writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { useCases } from "#app";
import { codePointsOf, type Sha256 } from "#kernel";
import { type Actor, operator, type ReviewAct, visitor } from "#records";
import { readRefiQda } from "#sources";
import { describeOnEngines, sharedStore } from "../store/engines.ts";
import { codesOf, type SampleReview, sampleReview, value } from "./sample-review.ts";

// Emoji, combining marks and line ends of two characters: what positions drift on.
const text = [
  "Évaluation 😀 of the village pension",
  "Recommendations",
  "1. The agency should pay pensions at post offices, e\u0301very month.",
  "2. The agency should register carers by name 👩‍👩‍👧.",
  "Street vendors and domestic workers were not registered, since they have no employer who could do it.",
].join("\r\n\r\n");
const points = codePointsOf(text);
const spanOf = (words: string): [number, number] => {
  const at = text.indexOf(words);
  return [points.toCodePoint(at), points.toCodePoint(at + words.length)];
};

const source = "c0de".repeat(16) as Sha256;
const secretSource = "5ec2e7".repeat(11).slice(0, 64) as Sha256;

async function holdReport(
  sample: SampleReview,
  sha256: Sha256,
  tier: "public" | "restricted",
): Promise<void> {
  const { store, now } = sample.effects;
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
  const span = spanOf("The agency should pay pensions at post offices, e\u0301very month.");
  const vendors = spanOf(
    "Street vendors and domestic workers were not registered, since they have no employer who could do it.",
  );
  await store.catalogue.documents.put(
    {
      source: sha256,
      readerVersion: "test",
      format: "text",
      language: "en",
      title: "Village pension",
      pages: null,
      text,
      blocks: [
        { kind: "list-item", text: points.slice(...span), spans: [span], page: null },
        { kind: "paragraph", text: points.slice(...vendors), spans: [vendors], page: null },
      ],
    },
    [
      {
        id: `${sha256.slice(0, 16)}-${span[0]}-${span[1]}`,
        source: sha256,
        kind: "recommendation",
        label: "1",
        printedLabel: null,
        paragraph: null,
        heading: "Recommendations",
        text: points.slice(...span),
        spans: [span],
        page: null,
        language: "en",
        confidence: 0.9,
        reason: "It stands under the heading.",
      },
    ],
    now(),
  );
}

const code = (id: string, name: string, more: object = {}): ReviewAct =>
  ({
    kind: "code.defined",
    id,
    parent: null,
    name,
    colour: "#0072b2",
    description: "",
    codable: true,
    ...more,
  }) as ReviewAct;
const coding = (
  id: string,
  words: readonly string[],
  codes: readonly string[],
  more: object = {},
): ReviewAct =>
  ({
    kind: "coding.added",
    id,
    anchor: {
      record: "R1",
      source,
      textVersion: 1,
      spans: words.map(spanOf),
      quote: "not what stands there",
      page: null,
      passage: null,
      ...more,
    },
    codes,
    memo: null,
    proposed: null,
  }) as ReviewAct;

describeOnEngines("coding", (engine) => {
  const store = sharedStore(engine);
  let sample: SampleReview;
  let folder: string;
  const begun = async (id: string, coders: 1 | 2) => {
    sample = await sampleReview(store(), id, 3, {
      stages: [],
      coding: { frame: "inductive", coders },
    });
    for (const [record, document] of [
      ["R1", source],
      ["R2", secretSource],
    ] as const)
      value(
        await sample.act(sample.ana, { kind: "record.edited", record, edit: { document }, reason: "held" }),
      );
    value(await sample.act(sample.ana, code("rec", "Recommendations"), code("inf", "Informal workers")));
    return sample;
  };
  const report = async (actor: Actor, record = "R1") =>
    value(await useCases.codedRecord(sample.effects, actor, { id: sample.id, record }));
  const bytesOf = async (download: { readonly stream: AsyncIterable<Uint8Array> }) => {
    const parts: Uint8Array[] = [];
    for await (const part of download.stream) parts.push(part);
    return new Uint8Array(Buffer.concat(parts));
  };
  const importFile = (actor: Actor, id: string, name: string, bytes: Uint8Array, preview: "yes" | "no") => {
    const path = join(folder, `${preview}-${name}`);
    writeFileSync(path, bytes);
    return useCases.importCoding(sample.effects, actor, { id, name, preview, upload: { path, name } });
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "socle-coding-"));
    const first = await begun("coding", 1);
    await holdReport(first, source, "public");
    await holdReport(first, secretSource, "restricted");
  });

  it("keeps what stands at the place, whatever was sent, and refuses places that are none", async () => {
    value(await sample.act(sample.ana, coding("x", ["pensions at post offices"], ["rec"])));
    const [one] = (await report(sample.ben)).codings;
    expect(one).toMatchObject({ quote: "pensions at post offices", counts: true, own: false, by: "Ana" });
    for (const more of [
      { spans: [[0, 9_999]] },
      { spans: [[5, 5]] },
      {
        spans: [
          [9, 12],
          [2, 4],
        ],
      },
      { textVersion: 7 },
      { source: "0".repeat(64) },
      { record: "R3" },
    ])
      expect(codesOf(await sample.act(sample.ana, coding("bad", ["pension"], ["rec"], more)))).toEqual([
        "reviews.anchor-unfit",
      ]);
    expect(
      codesOf(
        await sample.act(
          sample.ben,
          coding("bad", ["pension"], ["rec"], { record: "R2", source: secretSource }),
        ),
      ),
    ).toEqual(["access.not-allowed"]);
  });

  it("tells nobody words of a report that they may not read: lists, counts, tables, files and the log", async () => {
    value(
      await sample.act(
        operator,
        coding("secret", ["domestic workers"], ["inf"], { record: "R2", source: secretSource }),
      ),
    );
    for (const actor of [sample.ana, sample.ben]) {
      const all = value(await useCases.reviewCoding(sample.effects, actor, { id: sample.id }));
      expect(all.codes.map(({ codings }) => codings)).toEqual([1, 0]);
      expect(all.reports.find(({ record }) => record === "R2")).toMatchObject({
        document: null,
        withheld: true,
        codings: 0,
      });
      const log = value(
        await useCases.reviewLog(sample.effects, actor, { id: sample.id, after: 0, limit: 500 }),
      );
      expect(JSON.stringify(log)).not.toContain("domestic workers");
      const archive = await useCases.downloadReviewArchive(sample.effects, actor, { id: sample.id });
      expect(codesOf(archive)).toEqual(["app.archive-withheld"]);
      const table = value(await useCases.codingsTable(sample.effects, actor, { id: sample.id }));
      expect(new TextDecoder().decode(await bytesOf(table))).not.toContain("domestic workers");
    }
    // Not in the report either, whose finding rests on it; whoever may read the text reads it there.
    const resting: ReviewAct = {
      kind: "finding.written",
      id: "F1",
      finding: {
        ...{ question: null, kind: "statement", text: { en: "Some are left out." }, themes: [] },
        ...{ supports: [{ kind: "coding", id: "secret" }], deviant: [], side: null, targetGroups: [] },
        ...{ beneficiaries: [], branches: [], regions: [], nature: null, attribution: null },
        authorsView: false,
      },
    };
    value(await sample.act(operator, resting));
    const told = async (actor: Actor) => {
      const report = value(await useCases.reviewReport(sample.effects, actor, { id: sample.id, lang: "en" }));
      return JSON.stringify(report).includes("domestic workers");
    };
    expect([await told(sample.ana), await told(operator)]).toEqual([false, true]);
    value(await sample.act(operator, { kind: "finding.removed", id: "F1", reason: "A trial." }));
    value(await sample.act(operator, { kind: "coding.removed", coding: "secret" }));
  });

  it("proposes by kind and words with the reason, and counts nothing before it is accepted", async () => {
    value(
      await sample.act(sample.ana, {
        kind: "code.changed",
        code: "inf",
        change: { description: "domestic workers, street vendors" },
      }),
    );
    const { proposals } = value(
      await useCases.codingProposals(sample.effects, sample.ana, { id: sample.id, record: "R1", limit: 50 }),
    );
    expect(proposals.map((one) => [one.code, one.rule])).toEqual([["inf", "words"]].concat([]));
    const [found] = proposals;
    value(
      await sample.act(sample.ana, {
        ...(coding("p", ["domestic workers"], ["inf"]) as Extract<ReviewAct, { kind: "coding.added" }>),
        proposed: { rule: found?.rule ?? "", confidence: found?.confidence ?? 0 },
      }),
    );
    const counted = async () =>
      value(await useCases.codeMatrix(sample.effects, sample.ana, { id: sample.id })).cells;
    expect(await counted()).toEqual([{ code: "rec", record: "R1", codings: 1 }]);
    value(await sample.act(sample.ana, { kind: "coding.accepted", coding: "p" }));
    expect(await counted()).toHaveLength(2);
  });

  it("goes out and comes back by REFI-QDA with every position, nesting, memo and person", async () => {
    value(
      await sample.act(
        sample.ana,
        code("sub", "Post offices 😀", {
          parent: "rec",
          colour: "#d55e00",
          description: "Where money is paid",
        }),
        code("head", "Headings", { codable: false }),
        coding("two", ["Évaluation 😀", "e\u0301very month", "carers by name 👩‍👩‍👧"], ["sub", "inf"]),
        { kind: "memo.written", on: { kind: "coding", id: "two" }, text: "three places" },
        { kind: "memo.written", on: { kind: "code", id: "sub" }, text: "narrow" },
      ),
    );
    const file = value(await useCases.codingProjectFile(sample.effects, sample.ana, { id: sample.id }));
    const bytes = await bytesOf(file);
    const read = value(await readRefiQda(bytes, "coding.qdpx"));
    expect(read.notices).toEqual([]);
    if (read.kind !== "project") throw new Error("no project");
    const [theirs] = read.project.texts;
    expect(theirs?.text).toBe(text);
    expect(theirs?.selections.map(({ start, end }) => points.slice(start, end)).sort()).toEqual(
      [
        "Évaluation 😀",
        "carers by name 👩‍👩‍👧",
        "domestic workers",
        "e\u0301very month",
        "pensions at post offices",
      ].sort(),
    );
    expect(read.project.cases.map(({ name }) => name)).toEqual(["R1"]);

    const before = await report(sample.ana);
    const other = await begun("coding-again", 1);
    const preview = value(await importFile(other.ana, other.id, "coding.qdpx", bytes, "yes"));
    expect(preview).toMatchObject({ format: "project", codings: 3, codes: 4, imported: false });
    expect(preview.reports).toEqual([
      {
        source: "R1 Final evaluation number 1 of social protection",
        record: "R1",
        document: source,
        codings: 3,
        moved: 0,
        lost: 0,
        why: null,
        named: null,
      },
    ]);
    expect((await report(other.ana)).codings).toEqual([]);
    expect(codesOf(await importFile(other.cleo, other.id, "coding.qdpx", bytes, "no"))).toEqual([
      "reviews.not-your-part",
    ]);
    value(await importFile(other.ana, other.id, "coding.qdpx", bytes, "no"));
    const after = await report(other.ana);
    expect(after.codes.map(({ name, depth, codable }) => [name, depth, codable])).toEqual([
      ["Recommendations", 0, true],
      ["Informal workers", 0, true],
      ["coding", 0, false],
      ...before.codes.map(({ name, depth, codable }) => [name, depth + 1, codable]),
    ]);
    const plain = (shown: typeof before) => {
      const names = new Map(shown.codes.map(({ id, name }) => [id, name]));
      return shown.codings
        .map(({ spans, codes, memo, quote }) => ({
          spans,
          memo,
          quote,
          codes: codes.map((id) => names.get(id)).sort(),
        }))
        .sort((a, b) => (a.spans[0]?.[0] ?? 0) - (b.spans[0]?.[0] ?? 0));
    };
    expect(plain(after)).toEqual(plain(before));
    expect(after.memos.map((memo) => memo.text)).toEqual(["narrow"]);
    // Twice: another branch, other identifiers, nothing lost.
    value(await importFile(other.ana, other.id, "coding.qdpx", bytes, "no"));
    expect((await report(other.ana)).codes.map(({ name }) => name)).toContain("coding (2)");
    expect((await report(other.ana)).codings).toHaveLength(6);
  });

  it("gives the codebook, and takes one", async () => {
    const file = value(await useCases.codebookFile(sample.effects, operator, { id: "coding" }));
    const bytes = await bytesOf(file);
    const other = await begun("coding-book", 1);
    const done = value(await importFile(other.ana, other.id, "book.qdc", bytes, "no"));
    expect(done).toMatchObject({ format: "codebook", codes: 4, codings: 0, branch: "book" });
    expect(codesOf(await importFile(other.ana, other.id, "book.qdc", new Uint8Array([1, 2]), "no"))).toEqual([
      "sources.qda-format-unknown",
    ]);
  });

  it("says which codings of a project have no report here, why, and what to do; its codes come all the same", async () => {
    const bytes = await bytesOf(
      value(await useCases.codingProjectFile(sample.effects, operator, { id: "coding" })),
    );
    const bare = await sampleReview(store(), "coding-bare", 3, {
      stages: [],
      coding: { frame: "inductive", coders: 1 },
    });
    const preview = value(await importFile(bare.ana, bare.id, "coding.qdpx", bytes, "yes"));
    expect(preview).toMatchObject({ codes: 4, codings: 0, imported: false });
    expect(preview.reports).toMatchObject([
      { record: null, codings: 0, lost: 3, why: "not-held", named: "R1" },
    ]);
    expect(preview.notices.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^"R1 Final .*": 3 codings were left out.*Attach the report to R1/),
    ]);
    value(await importFile(bare.ana, bare.id, "coding.qdpx", bytes, "no"));
    const { codes, reports } = value(await useCases.reviewCoding(bare.effects, bare.ana, { id: bare.id }));
    expect(codes).toHaveLength(5);
    expect(reports.every(({ codings }) => codings === 0)).toBe(true);
  });

  it("keeps two coders apart on every address until both have submitted, then compares and settles", async () => {
    const both = await begun("coding-double", 2);
    value(await both.act(both.ana, coding("ours", ["carers by name"], ["rec"])));
    value(await both.act(both.ben, coding("theirs", ["register carers by name"], ["rec"])));
    const told = async (actor: Actor) => {
      const input = { id: both.id, record: "R1", code: "rec", below: "yes", after: 0, limit: 500, offset: 0 };
      const answers: unknown[] = [];
      for (const name of [
        "reviewCoding",
        "codedRecord",
        "codingComparison",
        "codedPassages",
        "codeMatrix",
        "codingAgreement",
        "reviewLog",
      ] as const)
        answers.push(await (useCases[name] as (...given: unknown[]) => unknown)(both.effects, actor, input));
      for (const name of ["codingsTable", "codingProjectFile"] as const) {
        const file = await useCases[name](both.effects, actor, { id: both.id });
        if (file.ok) answers.push(new TextDecoder("latin1").decode(await bytesOf(file.value)));
      }
      return JSON.stringify(answers);
    };
    expect(await told(both.ben)).not.toContain("ours");
    expect(await told(both.ana)).not.toContain("theirs");
    expect(await told(both.cleo)).not.toMatch(/ours|theirs/);
    expect(await told(visitor)).not.toMatch(/ours|theirs/);
    value(await both.act(both.ana, { kind: "coding.submitted", record: "R1" }));
    expect(await told(both.ana)).not.toContain("theirs");
    value(await both.act(both.ben, { kind: "coding.submitted", record: "R1" }));
    const compared = value(
      await useCases.codingComparison(both.effects, both.ana, { id: both.id, record: "R1" }),
    );
    expect(compared).toMatchObject({ ready: true, coders: ["Ana", "Ben"] });
    expect(compared.compared.map((one) => [one.coding.id, one.match])).toEqual([
      ["theirs", "differs"],
      ["ours", "differs"],
    ]);
    expect(compared.agreement?.characterF1).toBeCloseTo((2 * 14) / (14 + 23), 9);
    const counted = async () =>
      value(await useCases.codeMatrix(both.effects, both.ana, { id: both.id })).cells;
    expect(await counted()).toEqual([]);
    value(
      await both.act(both.cleo, {
        kind: "coding.reconciled",
        record: "R1",
        keep: ["theirs"],
        reason: "the whole phrase",
      }),
    );
    expect(await counted()).toEqual([{ code: "rec", record: "R1", codings: 1 }]);
    const agreement = value(await useCases.codingAgreement(both.effects, both.ana, { id: both.id }));
    expect(agreement.reports).toBe(1);
  });

  it("finds the words again when the report is read anew", async () => {
    const again = await begun("coding-moved", 1);
    value(await again.act(again.ana, coding("m", ["domestic workers"], ["inf"])));
    const { catalogue } = again.effects.store;
    const standing = await catalogue.documents.bySource(source);
    if (!standing) throw new Error("no reading");
    await catalogue.documents.put(
      { ...standing, text: `Cover page\n\n${text}`, blocks: [] },
      [],
      again.effects.now(),
    );
    const [one] = (await report(again.ana)).codings;
    const [from] = spanOf("domestic workers");
    expect(one).toMatchObject({ moved: true, spans: [[from + 12, from + 12 + 16]] });
  });
});
