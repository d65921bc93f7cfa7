import { describe, expect, it } from "vitest";
import { searchOf } from "../address.ts";
import { lessonQuery, lessonsState, turned, unfiltered } from "./search-params.ts";

describe("the state of the page of lessons", () => {
  it("comes out of an address, with what it says wrongly left out", () => {
    expect(
      searchOf(lessonsState)({ branch: "maternity,medical", sort: "sideways", page: "1" }),
    ).toMatchObject({
      branch: ["maternity", "medical"],
      sort: undefined,
      page: undefined,
    });
  });
  it("turns a value on and off, and begins with the first page", () => {
    const on = turned({ page: 3, text: "pension" }, "factor", "external");
    expect(on).toEqual({ text: "pension", factor: ["external"], page: undefined });
    expect(turned(on, "factor", "external")).toMatchObject({ factor: undefined });
    expect(turned(on, "factor", "none").factor).toEqual(["external", "none"]);
  });
  it("asks without pages, and forgets its filters but not the words", () => {
    expect(lessonQuery({ text: "a", kind: ["good-practice"], page: 2, branch: undefined })).toEqual({
      text: "a",
      kind: ["good-practice"],
    });
    expect(lessonQuery({ lang: "es" } as never)).toEqual({});
    expect(unfiltered({ text: "a", kind: ["good-practice"], sort: "oldest" })).toEqual({
      text: "a",
      sort: "oldest",
    });
  });
});
