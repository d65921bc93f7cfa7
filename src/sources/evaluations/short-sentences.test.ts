import { expect, test } from "vitest";
import { readDocument } from "#documents";
import { readEvaluationReport } from "./read-evaluation-report.ts";

const kindsOf = async (name: string, text: string) => {
  const document = await readDocument(new TextEncoder().encode(text), name);
  if (!document.ok) throw new Error(document.problems[0]!.message);
  return readEvaluationReport(document.value).passages.map(({ kind, text: words }) => [kind, words]);
};

const expected = [
  ["recommendation", "The Fund should publish its rules."],
  ["recommendation", "Vendors should be registered."],
  ["lesson-learned", "Registration takes time."],
];

test("short sentences under a heading without a list are passages of its kind, in plain text and in HTML", async () => {
  const text = `Report on pensions

Recommendations

The Fund should publish its rules.

Vendors should be registered.

Lessons learned

Registration takes time.
`;
  expect(await kindsOf("short.txt", text)).toEqual(expected);
  const html = `<h1>Report on pensions</h1><h2>Recommendations</h2><p>The Fund should publish its rules.</p>
<p>Vendors should be registered.</p><h2>Lessons learned</h2><p>Registration takes time.</p>`;
  expect(await kindsOf("short.html", html)).toEqual(expected);
});

test("a form field under such a heading is not", async () => {
  const html = `<h1>Report on pensions</h1><h2>Recommendations</h2><p>Page 12</p><p>See annex</p>
<p>The Fund should publish its rules.</p>`;
  expect(await kindsOf("field.html", html)).toEqual([expected[0]]);
});
