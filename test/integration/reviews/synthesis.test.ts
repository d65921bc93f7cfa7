// Themes, findings and maps through the use cases, on both engines.

import { beforeAll, expect, it } from "vitest";
import { useCases } from "#app";
import type { Finding, ReviewAct } from "#records";
import { describeOnEngines, sharedStore } from "../store/engines.ts";
import { codesOf, type SampleReview, sampleReview, value } from "./sample-review.ts";

const finding = (more: Partial<Finding> = {}): Finding => ({
  question: "Q1",
  kind: "statement",
  text: { en: "Pensions reach more <people>." },
  themes: [],
  supports: [],
  deviant: [],
  side: null,
  targetGroups: ["women"],
  beneficiaries: [],
  branches: ["old_age"],
  regions: [],
  nature: "managerial",
  attribution: null,
  authorsView: false,
  ...more,
});
const written = (id: string, more: Partial<Finding> = {}): ReviewAct => ({
  kind: "finding.written",
  id,
  finding: finding(more),
});

describeOnEngines("the synthesis of a review", (engine) => {
  const store = sharedStore(engine);
  let sample: SampleReview;
  const read = async () =>
    value(await useCases.reviewSynthesis(sample.effects, sample.ana, { id: sample.id }));
  const map = async (more: object = {}) =>
    useCases.reviewMap(sample.effects, sample.ana, {
      id: sample.id,
      rows: "region",
      columns: "branch",
      where: undefined,
      ...more,
    });

  beforeAll(async () => {
    sample = await sampleReview(store(), "synthesis-of-it", 4, { stages: [] });
  });

  it("is written by owners and coders alone, and keeps what a finding said before", async () => {
    expect(codesOf(await sample.act(sample.cleo, written("f")))).toEqual(["reviews.not-your-part"]);
    value(await sample.act(sample.ana, written("f")));
    value(await sample.act(sample.ben, written("f", { text: { en: "Pensions reach fewer." } })));
    const { findings, unanswered, mayWrite, selected } = await read();
    expect(findings).toMatchObject([
      {
        id: "f",
        by: "Ben",
        former: [{ by: "Ana", finding: { text: { en: "Pensions reach more <people>." } } }],
      },
    ]);
    expect(unanswered).toEqual(["Q2"]);
    expect([mayWrite, selected]).toEqual([true, 4]);
  });

  it("refuses a passage of a text that is not held", async () => {
    const unheld = written("g", {
      supports: [
        {
          kind: "passage",
          anchor: {
            record: "R1",
            source: "ab".repeat(32) as never,
            textVersion: 1,
            spans: [[0, 5]],
            quote: "made up",
            page: null,
            passage: null,
          },
        },
      ],
    });
    expect(codesOf(await sample.act(sample.ana, unheld))).toEqual(["reviews.anchor-unfit"]);
    expect((await read()).findings).toHaveLength(1);
  });

  it("shows the judgement of people beside what the counts say, and when it is of earlier words", async () => {
    const component = { concern: "minor", explanation: "" } as const;
    value(
      await sample.act(sample.cleo, {
        kind: "certainty.judged",
        finding: "f",
        judgement: {
          components: { methods: component, coherence: component, adequacy: component, relevance: component },
          overall: "low",
          explanation: "One report only.",
        },
      }),
    );
    expect((await read()).findings[0]).toMatchObject({
      suggested: { overall: null },
      judgement: { by: "Cleo", judgement: { overall: "low" }, earlier: false },
    });
    value(await sample.act(sample.ana, written("f")));
    expect((await read()).findings[0]?.judgement?.earlier).toBe(true);
  });

  it("counts findings by field", async () => {
    const { fields, feeds } = value(
      await useCases.reviewContributions(sample.effects, sample.ana, { id: sample.id }),
    );
    expect(fields["nature"]).toMatchObject([{ value: "managerial", findings: ["f"], passages: 0, units: 0 }]);
    expect(feeds).toMatchObject([{ kind: "finding", id: "f", passages: 0 }]);
  });

  it("lays a map with its names in four languages, and says what was not searched", async () => {
    expect(codesOf(await map({ rows: "moon" }))).toEqual(["reviews.synthesis-unknown"]);
    value(
      await sample.act(sample.ana, {
        kind: "search.left-out",
        field: "region",
        values: ["arab-states"],
        reason: "Nothing in Arabic was searched.",
      }),
    );
    const laid = value(await map());
    expect(laid.columns.values[0]?.label).toMatchObject({
      en: "Old-age benefit",
      pt: "Prestações de velhice",
    });
    const states = new Set(laid.cells.filter(({ row }) => row === "arab-states").map(({ state }) => state));
    expect([...states]).toEqual(["not-searched"]);
    expect(laid.need).toBeNull();
  });

  it("gives the map as a page that stands by itself and as a table", async () => {
    const file = async (format: "html" | "csv") => {
      const { stream } = value(
        await useCases.downloadReviewMap(sample.effects, sample.ana, {
          id: sample.id,
          rows: "completed",
          columns: "region",
          where: undefined,
          lang: "fr",
          format,
        }),
      );
      const parts: Uint8Array[] = [];
      for await (const part of stream) parts.push(typeof part === "string" ? Buffer.from(part) : part);
      return Buffer.concat(parts).toString();
    };
    const page = await file("html");
    expect(page).toContain('<html lang="fr">');
    expect(page).not.toMatch(/<script|<link|src=|https?:/);
    expect(await file("csv")).toContain("Année d’achèvement");
  });
});
