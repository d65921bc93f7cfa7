import { expect, it } from "vitest";
import type { Anchor, AppraisalAnswer, Instrument, ReviewAct } from "#records";
import { hiddenFrom } from "../blind.ts";
import { foldReview } from "../fold.ts";
import { type SampleLog, sampleLog, sampleProtocol } from "../screening/sample-log.ts";
import { appraisalAgreement } from "./appraisal-agreement.ts";
import { appraisalOutcome, differingItems, selectedRecords } from "./appraisal-outcome.ts";

const item = (id: string, quote: "required" | "optional" = "optional") => ({
  id,
  text: { en: id },
  help: null,
  weight: 1,
  quote,
});
const instrument: Instrument = {
  id: "sample",
  version: "1",
  title: { en: "Sample" },
  note: null,
  source: null,
  scale: [
    { id: "yes", label: { en: "Yes" }, value: 1 },
    { id: "partly", label: { en: "Partly" }, value: 0.5 },
    { id: "no", label: { en: "No" }, value: 0 },
    { id: "na", label: { en: "Not applicable" }, value: null },
  ],
  sections: [
    {
      id: "a",
      title: { en: "A" },
      weight: 1,
      counts: "every",
      items: [item("a1"), item("a2", "required")],
    },
  ],
  rule: { kind: "weighted-mean", atLeast: null },
  grades: [
    { id: "good", label: { en: "Good" }, from: 0.7 },
    { id: "weak", label: { en: "Weak" }, from: 0 },
  ],
};

const quote: Anchor = {
  record: "R1",
  source: "0f".repeat(32) as Anchor["source"],
  textVersion: 1,
  spans: [[10, 20]],
  quote: "ten points",
  page: 3,
  passage: null,
};
const answer = (name: string, rating: string, more: Partial<AppraisalAnswer> = {}): AppraisalAnswer => ({
  item: name,
  rating,
  justification: rating === "na" ? "It does not apply." : "",
  quote: name === "a2" && rating !== "na" ? quote : null,
  typed: null,
  ...more,
});
const appraisal = (
  kind: "appraisal.submitted" | "appraisal.drafted",
  ratings: readonly [string, string],
  more: object = {},
): ReviewAct =>
  ({
    kind,
    record: "R1",
    instrument: "sample",
    version: "1",
    answers: [answer("a1", ratings[0]), answer("a2", ratings[1])],
    judgement: null,
    ...more,
  }) as ReviewAct;
const submitted = (ratings: readonly [string, string], more: object = {}) =>
  appraisal("appraisal.submitted", ratings, more);

/** A review that screens nothing and appraises by two people. */
function appraising(appraisers: 1 | 2 = 2): SampleLog {
  const log = sampleLog(
    { ana: ["reviewer"], ben: ["reviewer"], dina: ["reviewer"], cleo: ["adjudicator"] },
    {
      protocol: sampleProtocol([], { appraisal: { instrument: "sample", version: "1", appraisers } }),
    },
  );
  log.act("olga", { kind: "instrument.defined", instrument });
  return log;
}
const statusOf = (log: SampleLog, record = "R1") => appraisalOutcome(log.state, record).status;

it("settles a report by itself where both give the same ratings", () => {
  const log = appraising();
  log.act("ana", submitted(["yes", "partly"]));
  expect(statusOf(log)).toBe("waiting");
  log.act("ben", submitted(["yes", "partly"]));
  expect(statusOf(log)).toBe("appraised");
  expect(appraisalOutcome(log.state, "R1").final).toMatchObject({
    by: "agreement",
    rule: { value: 0.75, grade: "good" },
  });
});

it("needs an adjudicator where they differ, in a rating or in the judgement", () => {
  const log = appraising();
  log.act("ana", submitted(["yes", "partly"]));
  expect(
    log.refused("cleo", { ...submitted(["yes", "yes"]), kind: "appraisal.reconciled", reason: "x" } as never),
  ).toEqual(["reviews.nothing-to-settle"]);
  log.act("ben", submitted(["no", "partly"]));
  expect(statusOf(log)).toBe("to-reconcile");
  expect(differingItems([[answer("a1", "yes")], [answer("a1", "no")]])).toEqual(["a1"]);
  log.act("cleo", {
    ...submitted(["partly", "partly"], { judgement: { grade: "good", reason: "It is." } }),
    kind: "appraisal.reconciled",
    reason: "The table on page 3.",
  } as never);
  // Rule and judgement are both kept.
  expect(appraisalOutcome(log.state, "R1").final).toMatchObject({
    by: "reconciled",
    rule: { grade: "weak" },
    judgement: { grade: "good" },
  });
  const other = appraising();
  other.act("ana", submitted(["yes", "yes"], { judgement: { grade: "weak", reason: "Thin." } }));
  other.act("ben", submitted(["yes", "yes"]));
  expect(statusOf(other)).toBe("to-reconcile");
});

it("has to be reconciled again after somebody submitted anew", () => {
  const log = appraising();
  log.act("ana", submitted(["yes", "partly"]));
  log.act("ben", submitted(["no", "partly"]));
  log.act("cleo", { ...submitted(["yes", "partly"]), kind: "appraisal.reconciled", reason: "x" } as never);
  log.act("ben", { kind: "appraisal.withdrawn", record: "R1", reason: "I misread." });
  expect(statusOf(log)).toBe("waiting");
  log.act("ben", submitted(["partly", "partly"]));
  expect(statusOf(log)).toBe("to-reconcile");
});

it("refuses what does not fit the instrument, all of it at once", () => {
  const log = appraising();
  const act = submitted(["yes", "yes"], {
    answers: [answer("a1", "perhaps"), answer("zz", "yes"), answer("a2", "yes", { quote: null })],
    judgement: { grade: "superb", reason: "x" },
  });
  expect(log.refused("ana", act)).toEqual([
    "reviews.answer-unfit",
    "reviews.answer-unfit",
    "reviews.passage-missing",
    "reviews.answer-unfit",
  ]);
  expect(log.refused("ana", submitted(["yes", "yes"], { answers: [answer("a1", "yes")] }))).toEqual([
    "reviews.answers-open",
  ]);
  // A draft may be open, a passage typed by hand is a passage, and "not applicable" needs none but a reason.
  log.act("ana", appraisal("appraisal.drafted", ["yes", "yes"], { answers: [answer("a1", "yes")] }));
  log.act(
    "ana",
    submitted(["yes", "yes"], {
      answers: [
        answer("a1", "na"),
        answer("a2", "yes", { quote: null, typed: { text: "As printed", page: "iv" } }),
      ],
    }),
  );
  expect(
    log.refused(
      "ben",
      submitted(["na", "yes"], {
        answers: [answer("a1", "na", { justification: " " }), answer("a2", "yes")],
      }),
    ),
  ).toEqual(["reviews.answer-unfit"]);
});

it("never changes an instrument that was used, and takes the change as a new version", () => {
  const log = appraising();
  log.act("olga", { kind: "instrument.defined", instrument: { ...instrument, note: { en: "Better" } } });
  log.act("ana", appraisal("appraisal.drafted", ["yes", "yes"]));
  expect(log.refused("olga", { kind: "instrument.defined", instrument })).toEqual([
    "reviews.definition-in-use",
  ]);
  log.act("olga", { kind: "instrument.defined", instrument: { ...instrument, version: "2" } });
  expect(log.refused("ana", { ...submitted(["yes", "yes"]), version: "2" } as never)).toEqual([
    "reviews.definition-stands-otherwise",
  ]);
});

it("refuses an instrument that cannot rate anything", () => {
  const log = appraising();
  const [section] = instrument.sections;
  const broken: Instrument = {
    ...instrument,
    version: "3",
    sections: [{ ...section!, weight: 0, items: [item("x"), item("x")] }],
    rule: { kind: "all-of", atLeast: 9 },
  };
  expect(log.refused("olga", { kind: "instrument.defined", instrument: broken })).toEqual([
    "reviews.identifier-twice",
    "reviews.definition-invalid",
    "reviews.definition-invalid",
  ]);
});

it("puts a report out only by a person, after an appraisal that stands", () => {
  const log = appraising();
  const out: ReviewAct = {
    kind: "appraisal.decided",
    record: "R1",
    verdict: "exclude",
    reason: "No method.",
  };
  expect(log.refused("cleo", out)).toEqual(["reviews.not-appraised"]);
  log.act("ana", submitted(["no", "no"]));
  log.act("ben", submitted(["no", "no"]));
  expect(selectedRecords(log.state).map(({ record }) => record.id)).toContain("R1");
  log.act("cleo", out);
  expect(statusOf(log)).toBe("excluded");
  expect(selectedRecords(log.state).map(({ record }) => record.id)).toEqual(["R2", "R3", "R4"]);
  log.act("olga", { ...out, verdict: "include", reason: "It has one, in the annex." } as never);
  expect(statusOf(log)).toBe("included");
});

it("hides what one answered from the other until both have submitted", () => {
  const log = appraising();
  const first = log.act("ana", submitted(["yes", "partly"]));
  const draft = log.act("ben", appraisal("appraisal.drafted", ["no", "no"]));
  const event = (number: number) => log.events.find((one) => one.number === number)!;
  for (const viewer of ["ben", "dina", "cleo", "olga", null])
    expect(hiddenFrom(log.state, event(first), viewer), String(viewer)).toBe(true);
  expect(hiddenFrom(log.state, event(draft), "ana")).toBe(true);
  expect(hiddenFrom(log.state, event(first), "ana")).toBe(false);
  log.act("ben", submitted(["no", "partly"]));
  for (const viewer of ["ben", "cleo", "olga"])
    expect(hiddenFrom(log.state, event(first), viewer), viewer).toBe(false);
  // Readers who take no part see what is settled.
  expect(hiddenFrom(log.state, event(first), null)).toBe(true);
});

it("counts in the agreement what was answered before the others' could be known", () => {
  const log = appraising();
  log.act("ana", submitted(["yes", "partly"]));
  log.act("ben", submitted(["no", "na"]));
  const first = appraisalAgreement(log.state, { replicates: 0 });
  expect(first.ok && first.value).toMatchObject({ records: 1, unvalued: 1, notIndependent: 0 });
  if (!first.ok || !first.value) throw new Error("no agreement");
  expect(first.value.plain.percent.value).toBe(0);
  expect(first.value.plain.percent.pairs).toBe(2);
  expect(first.value.weighted.percent.pairs).toBe(1);
  // Ben opens his again, having been able to read Ana's, and says the same as she.
  log.act("ben", { kind: "appraisal.withdrawn", record: "R1", reason: "x" });
  log.act("ben", submitted(["yes", "partly"]));
  log.act("dina", submitted(["yes", "partly"]));
  const after = appraisalAgreement(log.state, { replicates: 0 });
  expect(after.ok && after.value).toMatchObject({ notIndependent: 2 });
  expect(after.ok && after.value?.plain.percent.value).toBe(0);
});

it("keeps to records the screening has let through, and to those that count", () => {
  const log = sampleLog(
    { ana: ["reviewer"] },
    {
      protocol: sampleProtocol([{ stage: "title-abstract", used: true, reviewers: 1, blind: false }], {
        appraisal: { instrument: "sample", version: "1", appraisers: 1 },
      }),
    },
  );
  log.act("olga", { kind: "instrument.defined", instrument });
  expect(log.refused("ana", submitted(["yes", "yes"]))).toEqual(["reviews.record-not-included"]);
  const open = appraising(1);
  open.act("olga", { kind: "duplicates.joined", keep: "R1", others: ["R2"], reasons: [] });
  expect(open.refused("ana", submitted(["yes", "yes"], { record: "R2" }))).toEqual([
    "reviews.record-is-duplicate",
  ]);
});

it("comes to the same from the log alone", () => {
  const log = appraising();
  log.act("ana", submitted(["yes", "partly"]));
  log.act("ben", submitted(["no", "partly"]));
  expect(foldReview("sample", log.events).appraisal).toEqual(log.state.appraisal);
});

it("counts nobody as independent once enough had submitted, whoever opened theirs again first", () => {
  const log = appraising();
  const withdrawn: ReviewAct = { kind: "appraisal.withdrawn", record: "R1", reason: "looked again" };
  log.act("ana", submitted(["yes", "partly"]));
  log.act("ben", submitted(["no", "partly"]));
  log.act("ben", withdrawn);
  log.act("ana", withdrawn);
  // Both were read by everybody in between: by Ana, and by Dina who had not begun.
  log.act("ana", submitted(["no", "partly"]));
  log.act("dina", submitted(["no", "partly"]));
  const all = log.state.appraisal.submissions.get("R1");
  expect(all?.map(({ by, independent }) => [by, independent])).toEqual([
    ["ana", true],
    ["ben", true],
    ["ana", false],
    ["dina", false],
  ]);
});

it("counts in the agreement what was submitted on a record that turned out to be a duplicate", () => {
  const log = appraising();
  log.act("ana", submitted(["yes", "partly"], { record: "R2" }));
  log.act("ben", submitted(["yes", "no"], { record: "R2" }));
  log.act("olga", { kind: "duplicates.joined", keep: "R1", others: ["R2"], reasons: ["same title"] });
  const found = appraisalAgreement(log.state, { replicates: 0 });
  expect(found.ok && found.value?.records).toBe(1);
});
