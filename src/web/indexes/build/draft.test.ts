import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readIndexDefinition } from "#securities";
import {
  addNodes,
  begun,
  type Draft,
  done,
  draftOf,
  emptyDraft,
  freeId,
  jsonOf,
  moveInto,
  moveNode,
  moves,
  nodesOf,
  placeOf,
  placesFor,
  redone,
  removeNode,
  setField,
  setNodeField,
  undone,
} from "./draft.ts";

const mini = {
  id: "mini",
  version: "1",
  title: "Mini",
  nodes: [
    { id: "index", aggregation: "arithmetic" },
    { id: "input", parent: "index", role: "input" },
    { id: "I1", parent: "input", direction: 1, weight: 2, evidence: "seen" },
    { id: "I2", parent: "input", direction: -1 },
    { id: "outcome", parent: "index", role: "outcome", weight: 2 },
    { id: "O1", parent: "outcome", direction: 1 },
  ],
  normalisation: { method: "z-score", mean: 0, deviation: 1 },
};
const draft = draftOf(mini)!;
const shape = (given: Draft) =>
  nodesOf(given.root).map(({ node, depth }) => `${" ".repeat(depth)}${node.id}`);
const keyOf = (id: string) => nodesOf(draft.root).find(({ node }) => node.id === id)!.node.key;

describe("a definition that is being made", () => {
  it("gives back the file it was opened from", () => {
    expect(jsonOf(draft)).toEqual(mini);
  });
  it("adds a group and indicators, which the reader of definitions accepts", () => {
    const grouped = addNodes(emptyDraft, 0, [{ id: freeId(emptyDraft, "group"), fields: {} }]);
    expect(freeId(grouped, "group")).toBe("group-2");
    const full = addNodes(grouped, 1, [{ id: "I1", fields: { direction: 1 } }]);
    expect(readIndexDefinition(jsonOf(full)).ok).toBe(true);
    expect(readIndexDefinition(jsonOf(grouped)).ok).toBe(false);
  });
  it("moves a node among its siblings, into the group before it and out again", () => {
    const outcome = keyOf("outcome");
    expect(shape(moveNode(draft, outcome, "up"))).toEqual([
      "index",
      " outcome",
      "  O1",
      " input",
      "  I1",
      "  I2",
    ]);
    const within = moveNode(draft, outcome, "in");
    expect(shape(within)).toEqual(["index", " input", "  I1", "  I2", "  outcome", "   O1"]);
    expect(shape(moveNode(within, outcome, "out"))).toEqual(shape(draft));
    expect(moveNode(draft, keyOf("I2"), "in")).toBe(draft);
    expect(moveNode(draft, 0, "up")).toBe(draft);
  });
  it("never offers a node a place below itself", () => {
    expect(placesFor(draft, keyOf("input")).map(({ id }) => id)).toEqual(["index", "outcome"]);
    expect(moveInto(draft, keyOf("input"), keyOf("input"))).toBe(draft);
    expect(shape(moveInto(draft, keyOf("O1"), keyOf("input")))).toEqual([
      "index",
      " input",
      "  I1",
      "  I2",
      "  O1",
      " outcome",
    ]);
  });
  it("finds the node and the field that a problem is about", () => {
    const wrong = setNodeField(draft, keyOf("I2"), "weight", -1);
    const read = readIndexDefinition(jsonOf(wrong));
    expect(read.ok).toBe(false);
    if (!read.ok)
      expect(placeOf(wrong, read.problems[0]!.at?.field)).toEqual({ key: keyOf("I2"), field: "weight" });
    expect(placeOf(wrong, "normalisation.high")).toEqual({ key: null, field: "normalisation.high" });
  });
  it("opens a file with a circle in it, so that it can be mended", () => {
    const opened = draftOf({
      nodes: [{ id: "top" }, { id: "a", parent: "b" }, { id: "b", parent: "a" }, { id: "c", parent: "gone" }],
    })!;
    expect(shape(opened)).toEqual(["top", " a", "  b", " c"]);
    expect(draftOf("text")).toBeNull();
    expect(draftOf(null)).toBeNull();
  });
  it("keeps one tree with every node once, whatever is moved", () => {
    const step = fc.record({
      key: fc.integer({ min: 0, max: 6 }),
      to: fc.integer({ min: 0, max: 6 }),
      how: fc.constantFrom(...moves, "into" as const),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let now = draft;
        for (const { key, to, how } of steps)
          now = how === "into" ? moveInto(now, key, to) : moveNode(now, key, how);
        expect(
          nodesOf(now.root)
            .map(({ node }) => node.id)
            .toSorted(),
        ).toEqual(
          nodesOf(draft.root)
            .map(({ node }) => node.id)
            .toSorted(),
        );
        expect(now.root.id).toBe("index");
      }),
    );
  });
  it("goes back and forth, and forgets what was taken back once something new is done", () => {
    const first = setField(draft, "id", "other");
    const second = removeNode(first, keyOf("input"));
    const history = done(done(begun(draft), first), second);
    expect(undone(history).now).toBe(first);
    expect(undone(undone(undone(history))).now).toBe(draft);
    expect(redone(undone(history)).now).toBe(second);
    expect(done(undone(history), draft).future).toEqual([]);
    expect(done(history, second)).toBe(history);
  });
});
