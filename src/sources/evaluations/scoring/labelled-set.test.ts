import { expect, it } from "vitest";
import { readLabelledSet } from "./labelled-set.ts";

const document = {
  file: "a.txt",
  language: "pt",
  layout: "numbered text",
  family: "ministry",
  origin: "invented",
  complete: ["recommendation"],
  passages: [{ kind: "recommendation", label: "1", text: "Registar todos.", page: 2 }],
};

it("takes a set of labels as it stands", () => {
  expect(readLabelledSet({ note: "invented", documents: [document] }, "labels.json")).toMatchObject({
    ok: true,
    value: { documents: [document] },
  });
});

it("states all faults at once, each with its place", () => {
  const passages = [
    { kind: "advice", text: " - " },
    { kind: "finding", text: "A", label: 1, page: 1.5, also: "B" },
  ];
  const result = readLabelledSet(
    { documents: [{ ...document, language: "de", origin: "real?", passages }, document, 3, document] },
    "labels.json",
  );
  expect(result.ok ? [] : result.problems.map(({ at }) => at?.field)).toEqual([
    "/documents/0/language",
    "/documents/0/origin",
    "/documents/0/passages/0/kind",
    "/documents/0/passages/0/text",
    "/documents/0/passages/1/also",
    "/documents/0/passages/1/label",
    "/documents/0/passages/1/page",
    "/documents/2",
    "/documents/1",
    "/documents/3",
  ]);
});

it("says what is missing where there is no list", () => {
  const result = readLabelledSet([], "labels.json");
  expect(result.ok ? "" : result.problems[0]!.message).toContain("no list “documents”");
});
