// What the structure around a passage says: fields of recommendations, responses, lessons and good practices.

import { describe, expect, it } from "vitest";
import { readDocument } from "#documents";
import { codePointsOf, type Span } from "#kernel";
import { datesOf, levelOf, namesOf, resourcesOf, statusOf, termOf, verdictIn } from "./field-values.ts";
import { foldedInPlace } from "./folded.ts";
import { fieldOfHeader, fieldsIn } from "./form-fields.ts";
import { lessonNature } from "./lesson-nature.ts";
import { readEvaluationReport } from "./read-evaluation-report.ts";

async function passagesOf(text: string, name = "report.txt") {
  const document = await readDocument(new TextEncoder().encode(text), name);
  if (!document.ok) throw new Error(document.problems[0]!.message);
  const { slice } = codePointsOf(document.value.text);
  const { passages } = readEvaluationReport(document.value);
  checkPrinted(passages, slice);
  return passages;
}

/** Every printed value is the slices of its spans. */
function checkPrinted(value: unknown, slice: (start: number, end: number) => string): void {
  if (value === null || typeof value !== "object") return;
  if ("printed" in value && "spans" in value) {
    const spans = value.spans as readonly Span[];
    if (spans.length > 0)
      expect(spans.map(([start, end]) => slice(start, end)).join(" ")).toBe(value.printed);
  }
  for (const inner of Object.values(value)) checkPrinted(inner, slice);
}

describe("values behind printed words, in four languages", () => {
  it.each([
    ["Very high", "high"],
    ["Élevée", "high"],
    ["media", "medium"],
    ["Moyenne", "medium"],
    ["baixa", "low"],
    ["Low to medium", null],
    ["see annex", null],
  ])("priority %s", (text, value) => {
    expect(levelOf(text)).toBe(value);
  });
  it.each([
    ["Short-term", "short"],
    ["moyen terme", "medium"],
    ["largo plazo", "long"],
    ["within six months", null],
  ])("time frame %s", (text, value) => {
    expect(termOf(text)).toBe(value);
  });
  it.each([
    ["Accepted", "accepted"],
    ["Partially accepted because", "partially-accepted"],
    ["The recommendation is not accepted", "rejected"],
    ["Acceptée", "accepted"],
    ["Acceptée en partie", "partially-accepted"],
    ["Rejetée. La loi", "rejected"],
    ["Aceptada parcialmente", "partially-accepted"],
    ["Rechazada", "rejected"],
    ["Aceite", "accepted"],
    ["Não aceite", "rejected"],
    ["accept / partially accept / reject", null],
    ["The office thanks the team.", null],
  ])("verdict %s", (text, value) => {
    expect(verdictIn(foldedInPlace(text))?.value ?? null).toBe(value);
  });
  it.each([
    ["January— April 2025", { start: "2025-01", end: "2025-04" }],
    ["décembre 2025", { start: null, end: "2025-12" }],
    ["Q1 2026", { start: null, end: "2026-03" }],
    ["31/12/2025", { start: null, end: "2025-12" }],
    ["2025-2027", { start: "2025", end: "2027" }],
    ["short term", null],
  ])("dates of %s", (text, dates) => {
    expect(datesOf(text)).toEqual(dates);
  });
  it("keeps the names of ministries whole where semicolons set names apart", () => {
    expect(namesOf("Ministry of Labour, Employment and Youth; ILO")).toEqual([
      "Ministry of Labour, Employment and Youth",
      "ILO",
    ]);
    expect(namesOf("ILO, UNDP (country, regional)")).toEqual(["ILO", "UNDP (country, regional)"]);
    expect(resourcesOf("No additional resources")).toBe("none");
    expect(statusOf("En cours")).toBe("ongoing");
    expect(statusOf("Not started")).toBe("not-started");
  });
});

describe("names of fields", () => {
  it.each([
    ["Priority", "priority"],
    ["Unité(s) responsable(s)", "addressees"],
    ["Plazo", "time-frame"],
    ["Resource implications", "resources"],
    ["Key Action(s)", "actions"],
    ["Defis / leçons négatives – Facteurs de causalité", "challenges"],
    ["The ministry was late", null],
  ])("%s", (header, id) => {
    expect(fieldOfHeader(header)).toBe(id);
  });
  it("are found behind one another in one line, and not in a sentence with a colon", () => {
    const line = "Linked to: Conclusions 1 and 6 Priority: Very high Timeline: Short term";
    expect(fieldsIn(line, true).map(({ id, from, to }) => [id, line.slice(from, to).trim()])).toEqual([
      ["linked", "Conclusions 1 and 6"],
      ["priority", "Very high"],
      ["time-frame", "Short term"],
    ]);
    expect(fieldsIn("The office should do one thing in time: register the workers.", true)).toEqual([]);
  });
});

describe("fields of passages", () => {
  it("gives a recommendation the lines below it", async () => {
    const [first] = await passagesOf(
      "Recommendations\n\nRecommendation 1: Register seasonal workers.\n\nAddressed to: Fund; Ministry\n\nPriority: High\n\nTimeline: Short term\n\nResource implications: Low\n\nLinked to: Conclusions 2 and 3, finding 7\n",
    );
    expect(first!.text).toBe("Register seasonal workers.");
    expect(first!.fields?.recommendation).toMatchObject({
      number: { printed: "Recommendation 1", value: "1" },
      addressees: { value: ["Fund", "Ministry"] },
      priority: { printed: "High", value: "high" },
      timeFrame: { value: "short" },
      resources: { value: "low" },
      conclusions: { value: ["2", "3"] },
      findings: { value: ["7"] },
    });
  });

  it("gives a response its verdict, its reason and its actions, owners and time frames inside the sentence", async () => {
    const passages = await passagesOf(
      "Recommandation # 1 : Créer un comité.\n\nUnité(s) responsable(s) : Équipes du projet\n\nManagement response - partially accept (Time 1) The cost is too high.\n\nKey actions: (Time 1)\n\n1. Créer le comité, 1 à 3 mois après le début du projet – Équipes Programmes\n\n2. Publier ses comptes – Direction\n\nImplementation monitoring status - discarded/open/completed: (Time 2)\n",
    );
    expect(passages.map(({ kind, label }) => [kind, label])).toEqual([
      ["recommendation", "1"],
      ["management-response", "1"],
    ]);
    expect(passages[0]!.fields?.recommendation?.addressees?.value).toEqual(["Équipes du projet"]);
    const response = passages[1]!.fields!.response!;
    expect(response).toMatchObject({
      answers: "1",
      verdict: { printed: "partially accept", value: "partially-accepted" },
      comment: { printed: "The cost is too high." },
    });
    expect(response.status).toBeUndefined();
    expect(
      response.actions.map(({ number, text, owner, timeFrame }) => [
        number?.value,
        text.printed,
        owner?.printed,
        timeFrame?.printed,
      ]),
    ).toEqual([
      [
        "1",
        "Créer le comité, 1 à 3 mois après le début du projet",
        "Équipes Programmes",
        "1 à 3 mois après le début du projet",
      ],
      ["2", "Publier ses comptes", "Direction", undefined],
    ]);
  });

  it("reads the columns of a response table, and an empty status as none", async () => {
    const passages = await passagesOf(
      "<h1>Management response</h1><table><tr><th>Recommendation</th><th>Management response</th><th>Key actions</th><th>Responsible</th><th>Time frame</th><th>Status</th></tr><tr><td>1. Link the two registers of the ministry.</td><td>Accepted</td><td>1.1 Sign a protocol</td><td>Registry</td><td>January – April 2025</td><td></td></tr><tr><td></td><td></td><td>1.2 Train clerks</td><td>School</td><td>2026</td><td>Ongoing</td></tr></table>",
      "response.html",
    );
    const response = passages.find(({ kind }) => kind === "management-response")!.fields!.response!;
    expect(response.verdict?.value).toBe("accepted");
    expect(
      response.actions.map(({ number, owner, timeFrame, status }) => [
        number?.value,
        owner?.value,
        timeFrame?.dates,
        status?.value ?? null,
      ]),
    ).toEqual([
      ["1.1", ["Registry"], { start: "2025-01", end: "2025-04" }, null],
      ["1.2", ["School"], { start: null, end: "2026" }, "ongoing"],
    ]);
  });

  it("keeps the template of a lesson, once, with its fields", async () => {
    const passages = await passagesOf(
      "<h1>Evaluation</h1><h2>Lessons learned</h2><ul><li>Benefits that are paid in the market are collected by women.</li></ul><h2>Annex 3. Lesson learned</h2><table><tr><td>Brief description of lesson learned (link to specific action or task)</td><td>Benefits that are paid in the weekly market are collected by women themselves.</td></tr><tr><td>Context and any related preconditions</td><td>Weekly markets.</td></tr><tr><td>Challenges /negative lessons - Causal factors</td><td>Storms.</td></tr></table>",
      "report.html",
    );
    expect(passages.map(({ kind, alsoAt }) => [kind, alsoAt?.length])).toEqual([["lesson-learned", 1]]);
    expect(passages[0]!.fields?.lesson).toMatchObject({
      nature: { value: "substantive" },
      description: { printed: expect.stringMatching(/^Benefits that are paid in the weekly/) },
      context: { printed: "Weekly markets." },
      challenges: { printed: "Storms." },
    });
  });
});

describe("lessonNature", () => {
  it("proposes by wording, with its reason, and stays silent where the wording is", () => {
    expect(lessonNature("Staff turnover and late procurement delayed the work plan.")).toMatchObject({
      value: "managerial",
    });
    const substantive = lessonNature(
      "Contributions that follow the harvest raise the coverage of informal workers.",
    );
    expect(substantive?.value).toBe("substantive");
    expect(substantive?.confidence).toBeGreaterThan(0.7);
    expect(substantive?.reason).toContain("coverage");
    expect(lessonNature("Trust takes time.")).toBeUndefined();
  });
});
