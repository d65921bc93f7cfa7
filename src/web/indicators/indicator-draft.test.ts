import { expect, test } from "vitest";
import { draftOf, recordOfDraft } from "./indicator-draft.ts";

const record = {
  id: "X",
  label: { en: "a", fr: "b", es: "c", pt: "d" },
  ...{ form: "work", level: "national", group: "input", type: "binary", direction: -1, unit: "BIN" },
  scale: [0, 1],
  sources: [{ agency: "ILO" }, { agency: "Bank", series: "S.1" }],
  breakdowns: ["sex"],
  documentation: { definition: { text: { en: "e", fr: "f", es: "g", pt: "h" }, by: "source" } },
  evidence: { tag: "seen" },
};

test("a record that nobody touched comes out of its form as it went in", () => {
  expect(recordOfDraft(draftOf(record), record)).toEqual(record);
});

test("what is typed is ours, what the form does not show stays", () => {
  const changed = recordOfDraft(
    { ...draftOf(record), definition: { en: "new" }, sources: "WHO | W1\n\n ILO " },
    record,
  );
  expect(changed).toMatchObject({
    scale: [0, 1],
    sources: [{ agency: "WHO", series: "W1" }, { agency: "ILO" }],
    documentation: { definition: { text: { en: "new" }, by: "ours" } },
  });
  expect(recordOfDraft({ ...draftOf(null), id: " N " }, null)).toMatchObject({
    id: "N",
    direction: 1,
    documentation: {},
    evidence: { tag: "own" },
  });
});
