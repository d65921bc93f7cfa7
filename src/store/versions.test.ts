import { expect, it } from "vitest";
import { planVersions } from "./versions.ts";

it("inserts what is new, supersedes what differs, leaves what is equal", () => {
  const current = new Map([
    ["same", { version: 1, value: { b: 2, a: [1] } }],
    ["other", { version: 3, value: { a: 1 } }],
  ]);
  const last = new Map([
    ["same", 1],
    ["other", 3],
    ["gone", 2],
  ]);
  const wanted = new Map<string, unknown>([
    ["same", { a: [1], b: 2, c: undefined }],
    ["other", { a: 2 }],
    ["gone", {}],
    ["new", {}],
  ]);
  expect(planVersions(current, last, wanted)).toEqual({
    insert: [
      { key: "other", version: 4, value: { a: 2 } },
      { key: "gone", version: 3, value: {} },
      { key: "new", version: 1, value: {} },
    ],
    supersede: ["other"],
    counts: { added: 3, superseded: 1, unchanged: 1 },
  });
});
