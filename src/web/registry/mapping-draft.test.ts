import { expect, it } from "vitest";
import { type Mapping, withField, withoutField, withValue } from "./mapping-draft.ts";

const empty: Mapping = {
  version: 1,
  source: "Our office",
  prefix: "our-office",
  sheet: null,
  header: ["Title", "Timing"],
  fields: [],
  leftOut: ["Timing"],
};

it("lets a column fill fields and takes it away again", () => {
  const one = withField(empty, "Timing", "timing");
  expect(one.leftOut).toEqual([]);
  const two = withField(withField(one, "Timing", "themes"), "Title", "themes");
  expect(two.fields.map(({ field, columns }) => [field, columns])).toEqual([
    ["timing", ["Timing"]],
    ["themes", ["Timing", "Title"]],
  ]);
  expect(withoutField(withoutField(two, "Timing", "timing"), "Title", "themes").fields).toMatchObject([
    { field: "themes", columns: ["Timing"] },
  ]);
});

it("keeps one meaning a value, and none where it is open again", () => {
  const timing = withField(empty, "Timing", "timing");
  const meaning = { to: "mid-term", missing: null, isPrefix: true };
  const mapped = withValue(timing, "timing", "Interim", meaning);
  expect(withValue(mapped, "timing", "Interim", { ...meaning, to: "final" }).fields[0]?.values).toMatchObject(
    [{ from: "Interim", to: "final" }],
  );
  expect(
    withValue(mapped, "timing", "Interim", { to: null, missing: null, isPrefix: false }).fields[0]?.values,
  ).toEqual([]);
});
