// A summary that picks some recommendations of the chapter, and words them anew, adds none.

import { expect, it } from "vitest";
import { readDocument } from "#documents";
import { readEvaluationReport } from "./read-evaluation-report.ts";

const chapter = [
  "The agency should agree with the ministry on a plan to hand over the social register within three years.",
  "The environment portfolio should concentrate on the two river basins that supply the cities.",
  "No project should be approved without a budget line for gender equality of fifteen per cent.",
  "The agency should publish each year the time that its staff spend on reports.",
];

const recommendationsOf = async (picked: readonly string[], heading = "Recommendations") => {
  const html = `<html lang="en"><body><h1>Programme of Arvel</h1><h2>Executive summary</h2>
<p>Arvel is an invented country. The evaluation makes the following recommendations:</p>
<ul>${picked.map((text) => `<li>${text}</li>`).join("")}</ul>
<h2>1. Findings</h2><p>The register holds one million households and is used by seven programmes of the state.</p>
<h2>2. ${heading}</h2>${chapter.map((text, i) => `<p>Recommendation ${i + 1}. ${text}</p>`).join("")}</body></html>`;
  const document = await readDocument(new TextEncoder().encode(html), "report.html");
  if (!document.ok) throw new Error(document.problems[0]!.message);
  return readEvaluationReport(document.value).passages.filter(({ kind }) => kind === "recommendation");
};

it.each(["Recommendations", "Recommendations and management response"])(
  "counts once what the summary says in other words than the chapter “%s”",
  async (heading) => {
    const found = await recommendationsOf(
      [
        "The social register must pass into the hands of the state in three years.",
        "The environment portfolio must be cut to two basins.",
        "Every project needs its own budget for gender equality.",
      ],
      heading,
    );
    expect(found.map(({ label }) => label)).toEqual(["1", "2", "3", "4"]);
    expect(found.map(({ alsoAt }) => alsoAt?.length ?? 0)).toEqual([1, 1, 1, 0]);
  },
);

it("keeps what stands in the summary alone", async () => {
  const found = await recommendationsOf([
    "Schools in the mountains must open on market days and serve a warm lunch.",
  ]);
  expect(found).toHaveLength(5);
});

it("leaves findings of a summary alone, whose words are those of many others", async () => {
  const html = `<html lang="en"><body><h1>Programme of Arvel</h1><h2>Executive summary</h2><h3>Key findings</h3>
<p>Arvel is invented. Quality in the programme depends less upon any budget than upon training, of which there was none.</p>
<h2>1. Findings</h2>
<p>The quality of terms in the programme depends on the budget of the office that writes them down.</p>
<p>The staff of the programme in the mountains has changed twice, and nobody kept the files.</p></body></html>`;
  const document = await readDocument(new TextEncoder().encode(html), "report.html");
  if (!document.ok) throw new Error(document.problems[0]!.message);
  const found = readEvaluationReport(document.value).passages.filter(({ kind }) => kind === "finding");
  expect(found).toHaveLength(3);
});
