import { describe, expect, it } from "vitest";
import { parseSearch, searchOf, stringifySearch } from "./address.ts";
import { registryState, searchState } from "./evidence/search-params.ts";

const read = searchOf(searchState);

describe("the state of a page in its address", () => {
  it("is short and readable, and comes back as it went", () => {
    const state = { q: "cash & care", kind: ["finding" as const, "challenge" as const], page: 2 };
    const address = stringifySearch(state);
    expect(address).toBe("?q=cash+%26+care&kind=finding,challenge&page=2");
    expect(read(parseSearch(address))).toEqual({
      ...state,
      language: undefined,
      region: undefined,
      country: undefined,
    });
  });

  it("leaves out what is empty", () => {
    expect(stringifySearch({ q: "", kind: [], page: undefined, lang: null })).toBe("");
  });

  it("keeps a search for a number a text", () => {
    expect(read(parseSearch("?q=102")).q).toBe("102");
  });

  it("drops what it does not know instead of failing", () => {
    const state = read(parseSearch("?kind=finding,nonsense&language=xx&page=-3"));
    expect(state.kind).toEqual(["finding"]);
    expect(state.language).toBeUndefined();
    expect(state.page).toBeUndefined();
    expect(searchOf(registryState)(parseSearch("?region=none&type=nonsense"))).toMatchObject({
      region: ["none"],
      type: ["nonsense"],
    });
  });
});
