// Answers under names of the office's own, or under none, and what else was learned from reports written without a
// look at the rules.

import { describe, expect, it } from "vitest";
import { triedLayout } from "./layout-trial.ts";
import { toldInTurn } from "./told-in-turn.ts";

const advice = [
  "The fund should open its counters in the evening in all five towns.",
  "The fund should replace the cards by numbers that people know by heart.",
  "The fund should close the branch in the harbour.",
];
const answers = [
  "The board agrees with this recommendation. Counters will open in May.",
  "The board agrees in part: numbers will be tried in one town.",
  "The board does not accept this recommendation, since the harbour is growing.",
];

const read = (body: string) =>
  triedLayout({
    format: "html",
    text: `<html lang="en"><body><h1>Clinics of Arvel</h1><h2>1. Background</h2>
<p>Arvel is an invented town with five clinics, and its report was written to try the reader.</p>${body}</body></html>`,
    expected: [],
  });
const of = (kind: string, lines: readonly string[]) => lines.filter((line) => line.startsWith(`${kind}|`));
const expected = answers.map((text, i) => `management-response|${i + 1}|${text}`);
const items = (below: (answer: string) => string) =>
  advice.map((text, i) => `<p>Recommendation ${i + 1}. ${text}</p>${below(answers[i]!)}`).join("");

describe("answers below recommendations", () => {
  it.each([
    ["under a name that comes back with verdicts", (text: string) => `<p>Where we stand: ${text}</p>`],
    ["under a name in a line of its own", (text: string) => `<p>Where we stand</p><p>${text}</p>`],
    ["without a name", (text: string) => `<p>${text}</p>`],
  ])("%s", async (_, below) => {
    const lines = await read(`<h2>4. Recommendations</h2>${items(below)}`);
    expect(of("management-response", lines)).toEqual(expected);
    expect(of("recommendation", lines)).toEqual(advice.map((text, i) => `recommendation|${i + 1}|${text}`));
  });

  it("but what comes back without verdicts explains the recommendation", async () => {
    const lines = await read(
      `<h2>4. Recommendations</h2>${items(() => "<p>Why it matters: it is late.</p>")}`,
    );
    expect(of("management-response", lines)).toEqual([]);
  });
});

it("a chapter of replies holds replies with the numbers of what they answer", async () => {
  const replies = [1, 2, 3].map((n) => `<p>On recommendation ${n}, the board will write to the towns.</p>`);
  const lines = await read(
    `<h2>4. Recommendations</h2>${items(() => "")}<h2>5. Replies to the recommendations</h2><p>The board thanks the evaluators for their work.</p>${replies.join("")}`,
  );
  expect(of("management-response", lines)).toEqual(
    [1, 2, 3].map(
      (n) => `management-response|${n}|On recommendation ${n}, the board will write to the towns.`,
    ),
  );
});

it("a form that begins with a number is read by its fields", async () => {
  const form = (i: number, verdict: string) =>
    `<table><tr><td>No.</td><td>${i + 1}</td></tr><tr><td>Recommendation</td><td>${advice[i]}</td></tr>
<tr><td>Our stance</td><td>${verdict}</td></tr><tr><td>Remarks</td><td>The towns were asked.</td></tr></table>`;
  const lines = await read(`<h2>4. Our answers</h2>${form(0, "Agreed")}${form(1, "Not agreed")}`);
  expect(of("recommendation", lines)).toEqual([0, 1].map((i) => `recommendation|${i + 1}|${advice[i]}`));
  expect(of("management-response", lines)).toEqual([
    "management-response|1|Agreed The towns were asked.",
    "management-response|2|Not agreed The towns were asked.",
  ]);
});

describe("items told in turn", () => {
  it.each([
    ["Much was learned. First, clerks stay. Second, papers do not. Finally, ask early.", 3],
    ["En premier lieu, le guichet compte. Ensuite, la date compte.", 2],
    ["Primero, hay que preguntar. Por último, hay que esperar.", 2],
    ["A primeira lição é esperar. A segunda é perguntar.", 2],
    ["First, the clinics were opened. They were full.", 0],
    ["The second clinic opened. Finally, the third did.", 0],
  ])("%s", (text, count) => {
    expect(toldInTurn(text)).toHaveLength(count);
  });

  it("begin behind what leads to them and end where the next begins", () => {
    const text = "Much was learned. First, clerks stay. Second, papers do not.";
    expect(toldInTurn(text).map(({ from, to }) => text.slice(from, to).trim())).toEqual([
      "First, clerks stay.",
      "Second, papers do not.",
    ]);
  });
});
