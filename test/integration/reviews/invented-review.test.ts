// The invented review of the demonstration collection: every stage of a review has content in it, every quote
// stands in a report, and a death in the middle leaves nothing half.

import { readFile } from "node:fs/promises";
import { beforeAll, expect, it } from "vitest";
import { type Effects, prepareDemonstration, useCases } from "#app";
import { ReviewActShape } from "#contract";
import { codePointsOf } from "#kernel";
import { type Anchor, operator, type ReviewEvent, visitor } from "#records";
import {
  appraisalAgreement,
  appraisalOutcome,
  codesInOrder,
  codings,
  evidenceMap,
  extractedRows,
  findings,
  findingWeight,
  foldReview,
  type ReviewState,
  reviewFlow,
  screeningOutcome,
  selectedRecords,
  settlementOf,
  stageAgreement,
  suggestedCertainty,
  supportBook,
  unsupportedSentences,
} from "#reviews";
import { enterInventedReview } from "../../../src/app/reviews/invented/enter-invented-review.ts";
import type { InventedReview } from "../../../src/app/reviews/invented/invented-review.ts";
import { describeOnEngines, sharedStore } from "../store/engines.ts";
import { codesOf, effectsOn, value } from "./sample-review.ts";

const id = "steady-wage-invented";
const file = (name: string) => readFile(new URL(`../../../demonstration/${name}`, import.meta.url));

/** Every anchor of an act, wherever it stands. */
function anchorsOf(found: unknown): readonly Anchor[] {
  if (typeof found !== "object" || found === null) return [];
  if ("spans" in found && "textVersion" in found) return [found as Anchor];
  return Object.values(found).flatMap(anchorsOf);
}

describeOnEngines("the invented review", (engine) => {
  const store = sharedStore(engine);
  let effects: Effects;
  let events: readonly ReviewEvent[];
  let state: ReviewState;

  beforeAll(async () => {
    effects = effectsOn(store());
    // The process dies while the review is written, and again before the next step.
    let deaths = 0;
    const { transaction } = effects.store;
    const dying: Effects = {
      ...effects,
      store: {
        ...effects.store,
        transaction: (work) =>
          transaction.call(effects.store, async (catalogue) => {
            const done = await work(catalogue as never);
            const last = await catalogue.reviews.events(id, 100, 1);
            if (last.length > 0 && ++deaths === 1) throw new Error("the process died");
            return done as never;
          }) as never,
      },
    };
    await expect(prepareDemonstration(dying)).rejects.toThrow("the process died");
    expect(await store().catalogue.reviews.events(id, 0, 1)).toEqual([]);
    value(await prepareDemonstration(effects));
    events = await store().catalogue.reviews.events(id, 0, 10_000);
    state = foldReview(id, events);
  }, 120_000);

  it("is entered once, in acts that anybody could have sent", async () => {
    value(await prepareDemonstration(effects));
    expect((await store().catalogue.reviews.events(id, 0, 10_000)).length).toBe(events.length);
    const audit = await store().catalogue.audit.list({ before: null, limit: 200 });
    expect(audit.filter(({ resource }) => resource === `review:${id}`).map(({ action }) => action)).toEqual([
      "review.act",
      "review.begin",
    ]);
    for (const { act } of events) expect(ReviewActShape.safeParse(act).error, act.kind).toBeUndefined();
  });

  it("is published as invented, by people who cannot sign in", async () => {
    const shown = value(await useCases.review(effects, visitor, { id }));
    expect(shown.origin).toBe("invented");
    expect(shown.publishedAt).not.toBeNull();
    expect(shown.members.map(({ name }) => name)).toEqual([
      "Mira Solan (invented)",
      "Teo Brandt (invented)",
      "Ines Valdo (invented)",
    ]);
    for (const { account } of shown.members)
      expect(await store().catalogue.accounts.byId(account)).toBeNull();
    // The door is open to the demonstration alone.
    const added = await useCases.actOnReview(effects, operator, {
      id,
      acts: [
        {
          key: "somebody-else",
          act: { kind: "member.added", account: "nobody", name: "N", parts: ["owner"] },
        },
      ],
      together: true,
    });
    expect(codesOf(added)).toEqual(["reviews.member-unknown"]);
  });

  it("keeps its records in every box of the flow", () => {
    const flow = reviewFlow(state);
    expect(flow.faults).toEqual([]);
    expect(flow.boxes.map((box) => [box.id, box.count])).toEqual([
      ["registers", 16],
      ["duplicates", 2],
      ["title-abstract", 14],
      ["title-abstract-excluded", 5],
      ["sought", 9],
      ["not-retrieved", 0],
      ["full-text", 9],
      ["full-text-excluded", 3],
      ["appraisal", 6],
      ["appraisal-excluded", 1],
      ["included", 5],
    ]);
    expect(flow.boxes.at(-1)?.projects).toBe(4);
    expect(flow.boxes.find((box) => box.id === "full-text-excluded")?.parts).toEqual([
      { kind: "criterion", id: "X3", count: 1 },
      { kind: "criterion", id: "X2", count: 2 },
    ]);
  });

  it("was screened blind by two, with a conflict and a possible settled by a third", () => {
    for (const stage of ["title-abstract", "full-text"] as const)
      expect(value(stageAgreement(state, stage, { replicates: 10 })).notIndependent).toBe(0);
    expect(["R11", "R13"].map((record) => screeningOutcome(state, record))).toEqual([
      { stage: "full-text", status: "excluded", criterion: "X2" },
      { stage: "title-abstract", status: "excluded", criterion: "X2" },
    ]);
    const versions = [...state.protocol.versions.values()];
    expect(versions).toHaveLength(2);
    const under = (version: number) => state.protocol.actsUnder.get(version)?.get("screening.decided");
    expect([under(1), under(2)]).toEqual([28, 18]);
  });

  it("was appraised by two, reconciled, and lost one report by its quality", () => {
    expect(value(appraisalAgreement(state, { replicates: 10 }))).not.toBeNull();
    expect(appraisalOutcome(state, "R3")).toMatchObject({ status: "included", final: { by: "reconciled" } });
    expect(appraisalOutcome(state, "R8")).toMatchObject({
      status: "excluded",
      final: { rule: { grade: "insufficient" } },
    });
    expect(selectedRecords(state).map(({ record }) => record.id)).toEqual(["R1", "R2", "R3", "R4", "R6"]);
  });

  it("quotes what stands in the reports as they are read now, each time", async () => {
    const anchors = events.flatMap(({ act }) => anchorsOf(act));
    expect(anchors.length).toBeGreaterThan(60);
    for (const { source, textVersion, spans, quote, record } of anchors) {
      const text = await store().catalogue.documents.textOf(source, textVersion);
      const points = codePointsOf(text ?? "");
      expect(spans.map(([from, to]) => points.slice(from, to)).join(" ")).toBe(quote);
      expect(quote.length, `${record}: ${quote}`).toBeGreaterThan(15);
    }
    const paged = anchors.filter(({ record, page }) => record === "R1" && page !== null);
    expect(paged.length).toBeGreaterThan(5);
    expect(anchors.filter(({ passage }) => passage !== null).length).toBeGreaterThan(30);
  });

  it("has a matrix, codes that nest, and codings that two people came to", () => {
    const rows = extractedRows(state);
    expect(rows).toHaveLength(10);
    expect(rows.find(({ row }) => row.row === "portability")?.row.cells["question"]?.value).toEqual([
      "does-not-work",
    ]);
    expect(Math.max(...[...codesInOrder(state)].map(({ depth }) => depth))).toBe(2);
    expect(codings(state)).toHaveLength(28);
    for (const record of ["R1", "R2", "R3", "R4"])
      expect(settlementOf(state, record)?.by).toBe("invented-ines");
    const proposals = [...state.coding.codings.values()].filter(({ proposed }) => proposed !== null);
    expect(proposals.map(({ status }) => status).sort()).toEqual(["rejected", "standing"]);
  });

  it("ends in findings of every kind, in two languages, judged, and on maps", () => {
    const book = supportBook(state);
    const all = findings(state);
    const weights = new Map(all.map((one) => [one.id, findingWeight(state, book, one)]));
    expect([...weights.values()].every(({ lost }) => lost === 0)).toBe(true);
    expect(all.map(({ kind }) => kind).sort()).toEqual([
      "challenge",
      "challenge",
      "for-whom",
      "gap",
      "statement",
      "statement",
      "success-factor",
      "success-factor",
    ]);
    expect(all.every(({ text }) => Boolean(text.en) && Boolean(text.fr))).toBe(true);
    const ids = (fits: (found: NonNullable<ReturnType<typeof weights.get>>) => boolean) =>
      [...weights].filter(([, found]) => fits(found)).map(([name]) => name);
    expect(ids(({ singleSource }) => singleSource)).toEqual(["F5"]);
    expect(ids(({ against }) => against.passages > 0)).toEqual(["F1"]);
    expect(all.filter(({ authorsView }) => authorsView).map((one) => one.id)).toEqual(["F8"]);
    expect(state.synthesis.judgements.size).toBe(7);
    for (const one of all.filter(({ authorsView }) => !authorsView))
      expect(suggestedCertainty(state, one, weights.get(one.id)!).overall, one.id).not.toBeNull();
    for (const { rows, columns } of state.synthesis.maps.values()) {
      const { cells } = evidenceMap(state, rows, columns);
      expect(cells.filter((cell) => cell.state === "found").length).toBeGreaterThan(5);
    }
    // A passage on maternity stands under no other branch, though a finding on three branches rests on it.
    const difficult = evidenceMap(state, "branch", "form.question").cells.filter(
      (cell) => cell.column === "why-challenge" && cell.state === "found",
    );
    expect(difficult.map(({ row, items }) => [row, items])).toEqual([["maternity", 1]]);
    expect(unsupportedSentences(state)).toEqual([]);
  });

  it("opens a kept map by itself, and counts what was found by branch and intervention", async () => {
    const laid = value(await useCases.reviewMap(effects, visitor, { id, where: undefined }));
    expect([laid.rows.id, laid.columns.id]).toEqual(["branch", "form.question"]);
    expect(laid.cells.some((cell) => cell.state === "found")).toBe(true);
    const { evidence } = value(await useCases.reviewContributions(effects, visitor, { id }));
    const named = (field: string) =>
      (evidence[field] ?? []).map(({ value: found, passages }) => [found?.label?.en ?? found?.id, passages]);
    expect(named("intervention").slice(0, 2)).toEqual([
      ["Maternity insurance for women in any job", 4],
      ["Affiliation of informal workers through their associations", 2],
    ]);
    expect(named("branch").map(([branch]) => branch)).toContain("Maternity benefit");
    // Invented countries are of no region of the world.
    expect(evidence["region"]?.map(({ value: found }) => found)).toEqual([null]);
  });

  it("says which sentence no report has", async () => {
    const review = JSON.parse((await file("review-invented.json")).toString()) as InventedReview;
    const bytes = await file("review-invented.ris");
    const changed: InventedReview = {
      ...review,
      id: "changed",
      codings: review.codings.map((one, at) =>
        at === 0 ? { ...one, words: "No report says this sentence." } : one,
      ),
    };
    const entered = await enterInventedReview(effects, changed, {
      bytes,
      name: "review-invented.ris",
      sha256: "0".repeat(64) as never,
    });
    expect(codesOf(entered)).toContain("app.demonstration-unfit");
    expect(entered.ok ? "" : entered.problems[0]?.message).toContain('cites "No report says this sentence."');
    expect(await store().catalogue.reviews.byId("changed")).toBeNull();
  });
});
